"""How a refusal is told: the API answers a problem, a page leads to where one logs in."""

from __future__ import annotations

from urllib.parse import urlencode, urlsplit

from fastapi import FastAPI, Request, Response
from fastapi.responses import RedirectResponse

from claims.web.access.csrf import NotOurFormError
from claims.web.access.kept import keep_form, show_again, show_login_page
from claims.web.access.who import NotLoggedIn
from claims.web.problems import answer_problem, wants_page

API_PATHS = ("/api/", "/metrics")


def register_refusals(app: FastAPI) -> None:
    """Answer ``NotLoggedIn`` by the kind of address that was asked, and a form of an earlier
    session by showing what was typed."""
    app.add_exception_handler(NotLoggedIn, _lead_to_login)
    app.add_exception_handler(NotOurFormError, _show_form_again)


async def _lead_to_login(request: Request, error: Exception) -> Response:
    assert isinstance(error, NotLoggedIn)
    bearer = "authorization" in request.headers
    part = "hx-request" in request.headers
    if not bearer and wants_page(request) and _is_own(request):
        kept = await keep_form(request)
        if kept is not None:
            return show_login_page(request, "/", status=401, kept=kept)
    if request.url.path.startswith(API_PATHS) or bearer or part:
        answer = answer_problem(request, "unauthorized", 401, error.detail, "Log in first")
        answer.headers.update(error.headers or {})
        if part:
            answer.headers["HX-Redirect"] = _login_from(_shown_page(request))
        return answer
    return RedirectResponse(_login_from(_asked_page(request)), status_code=303)


async def _show_form_again(request: Request, error: Exception) -> Response:
    """What was typed, to be sent by a press; a form of a stranger's is only refused.

    The cookie came along, and a browser sends it with no other site's forms
    (``SameSite``): one that does not say where the form stood is believed.
    """
    assert isinstance(error, NotOurFormError)
    person = getattr(request.state, "person", None)
    if person is None or person.via == "public":
        return await _lead_to_login(request, NotLoggedIn("your session is over: log in first"))
    if wants_page(request) and _is_own(request, unsaid=True):
        kept = await keep_form(request)
        if kept is not None:
            return show_again(request, kept, error.status_code)
    return answer_problem(request, "forbidden", error.status_code, error.detail)


def _is_own(request: Request, *, unsaid: bool = False) -> bool:
    """Whether the browser says that a page of this site sent it; ``unsaid``: where it does not."""
    said = request.headers.get("sec-fetch-site")
    return said == "same-origin" or (said is None and unsaid)


def _login_from(page: str) -> str:
    return f"/login?{urlencode({'next': page})}" if page else "/login"


def _asked_page(request: Request) -> str:
    """The page that was asked for; none where a form was sent."""
    if request.method != "GET":
        return ""
    query = request.url.query
    return f"{request.url.path}?{query}" if query else request.url.path


def _shown_page(request: Request) -> str:
    """The page whose part was asked for, as htmx tells it."""
    try:
        shown = urlsplit(request.headers.get("hx-current-url", ""))
    except ValueError:
        return ""
    return f"{shown.path}?{shown.query}" if shown.query else shown.path

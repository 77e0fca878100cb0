"""Logging in and out: a token, or the link of a first run, becomes a session in a cookie."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import RedirectResponse, Response
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException

from claims import desk, views
from claims.desk import NewSession
from claims.settings import Settings
from claims.web.access.csrf import SESSION_COOKIE, NotOurFormError, check_proof, read_form
from claims.web.access.kept import lead_back, read_kept, show_again, show_login_page
from claims.web.access.rates import count_login
from claims.web.access.who import Who, become
from claims.web.api.answering import TheStore
from claims.web.head import wants_no_body

MAX_SECRET = 200
REFUSED = "This token does not hold: it is unknown, expired, revoked or used up."

router = APIRouter(include_in_schema=False)

Next = Annotated[str, Query(max_length=2_000)]


@router.get("/login")
def show_login(
    request: Request,
    store: TheStore,
    who: Who,
    token: Annotated[str | None, Query(max_length=MAX_SECRET)] = None,
    next: Next = "/",
) -> Response:
    """The form to paste a token into; with the ``token`` of a log-in link, the session at once.

    Only a link's token is taken from an address: any other would stay in histories and logs.
    A link holds once, so whoever asks for the headers alone (a preview) does not use it up.
    """
    if token is None or wants_no_body(request):
        return show_login_page(request, next)
    count_login(request)
    opened = _open(request, store, token) if views.is_login_link(store, token) else None
    if opened is None:
        return show_login_page(
            request, next, REFUSED + " onrecord tokens link makes a new link.", 403
        )
    answer = RedirectResponse(lead_back(next), status_code=303)
    return _give_cookie(request, answer, opened)


@router.post("/login")
def log_in(
    request: Request, store: TheStore, form: Annotated[FormData, Depends(read_form)]
) -> Response:
    """Exchange the token for a session, and go on to where the reader came from, or to the form
    that could not be sent without one."""
    _refuse_strangers(request)
    count_login(request)
    token, wanted = (str(form.get(name, "")).strip() for name in ("token", "next"))
    kept = read_kept(form)
    opened = _open(request, store, token) if len(token) <= MAX_SECRET else None
    if opened is None:
        return show_login_page(request, wanted, REFUSED, 403, kept)
    if kept is None:
        answer: Response = RedirectResponse(lead_back(wanted), status_code=303)
    else:
        become(request, opened.secret)
        answer = show_again(request, kept, 200)
    return _give_cookie(request, answer, opened)


@router.get("/logout")
def show_logout(request: Request, who: Who) -> Response:
    """The button that logs out: following a link must not."""
    return show_login_page(request, "/")


@router.post("/logout")
def log_out(
    request: Request, store: TheStore, who: Who, csrf: Annotated[str, Form(max_length=200)] = ""
) -> Response:
    """End the session, here and in the browser."""
    secret = request.cookies.get(SESSION_COOKIE)
    if secret:
        try:
            check_proof(request, csrf)
        except NotOurFormError as refusal:
            return show_login_page(request, "/", status=refusal.status_code)
        desk.close_session(store, secret)
    answer = RedirectResponse("/login", status_code=303)
    answer.delete_cookie(SESSION_COOKIE, path="/", httponly=True, samesite="lax")
    return answer


def _open(request: Request, store: TheStore, secret: str) -> NewSession | None:
    settings: Settings = request.app.state.settings
    return desk.open_session(store, secret, settings.session_hours) if secret else None


def _give_cookie(request: Request, answer: Response, opened: NewSession) -> Response:
    settings: Settings = request.app.state.settings
    answer.set_cookie(
        SESSION_COOKIE,
        opened.secret,
        expires=opened.expires_at,
        httponly=True,
        samesite="lax",
        secure=settings.public_url.scheme == "https",
        path="/",
    )
    return answer


def _refuse_strangers(request: Request) -> None:
    """A form of another site must not log anybody in as somebody else."""
    if request.headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
        raise HTTPException(403, "log in from the log-in page of this site")

"""How a refusal is told: the API answers a problem, a page leads to where one logs in."""

from __future__ import annotations

from urllib.parse import urlencode

from fastapi import FastAPI, Request, Response
from fastapi.responses import RedirectResponse

from claims.web.access.who import NotLoggedIn
from claims.web.problems import answer_problem

API_PATHS = ("/api/", "/metrics")


def register_refusals(app: FastAPI) -> None:
    """Answer ``NotLoggedIn`` by the kind of address that was asked."""
    app.add_exception_handler(NotLoggedIn, _lead_to_login)


def _lead_to_login(request: Request, error: Exception) -> Response:
    assert isinstance(error, NotLoggedIn)
    wanted = request.url.path
    if request.method == "GET" and request.url.query:
        wanted += f"?{request.url.query}"
    there = "/login" if request.method != "GET" else f"/login?{urlencode({'next': wanted})}"
    bearer = "authorization" in request.headers
    if request.url.path.startswith(API_PATHS) or bearer or request.headers.get("hx-request"):
        answer = answer_problem(request, "unauthorized", 401, error.detail, "Log in first")
        answer.headers.update(error.headers or {})
        if request.headers.get("hx-request"):
            answer.headers["HX-Redirect"] = "/login"
        return answer
    return RedirectResponse(there, status_code=303)

"""Forms and scripts prove that they come from our own pages.

The proof is an HMAC of the session's secret: a page of somebody else's can make
the browser send the cookie, and cannot read it. Nothing is stored for it.
"""

from __future__ import annotations

import hmac

from fastapi import Request
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException

from claims.web.access.rates import count_write

SESSION_COOKIE = "onrecord_session"
HEADER = "X-CSRF-Token"
FIELD = "csrf"
_PURPOSE = b"onrecord form"


class NotOurFormError(HTTPException):
    """A form without the proof that a page of this session wrote it."""

    def __init__(self) -> None:
        super().__init__(
            403, "this form does not come from a page of your session: load it again, then send it"
        )


def csrf_token(request: Request) -> str:
    """What a page of this session writes into its forms; empty without a session."""
    return make_proof(request.cookies.get(SESSION_COOKIE, ""))


def make_proof(secret: str) -> str:
    """The proof of the session of that secret; empty without one."""
    if not secret:
        return ""
    return hmac.new(secret.encode("utf-8", "replace"), _PURPOSE, "sha256").hexdigest()


def check_header(request: Request) -> None:
    """403 where a request of a session lacks the header."""
    check_proof(request, request.headers.get(HEADER, ""))


async def read_form(request: Request) -> FormData:
    """The form that was sent. A field may be as long as the body, which is bounded: nothing
    typed is lost to a limit."""
    return await request.form(max_part_size=request.app.state.settings.request_max_bytes)


async def checked_form(request: Request) -> FormData:
    """The fields of a form that one of our pages sent; 403 for any other. It counts as a write.

    A bearer token needs no proof: no browser sends it by itself.
    """
    form = await read_form(request)
    person = getattr(request.state, "person", None)
    if person is None or person.via != "token":
        told = form.get(FIELD) or request.headers.get(HEADER, "")
        check_proof(request, told if isinstance(told, str) else "")
    count_write(request, person.name if person is not None else "")
    return form


def check_proof(request: Request, told: str) -> None:
    """403 where ``told`` is not what this session's pages write into their forms."""
    wanted = csrf_token(request)
    if not wanted or not hmac.compare_digest(wanted.encode(), told.encode("utf-8", "replace")):
        raise NotOurFormError

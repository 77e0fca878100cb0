"""A message that survives one redirect: "decided as refuted". Kept in a short-lived cookie.

Only this server sets it (``HttpOnly``, ``SameSite=Strict``), and whatever it
holds is escaped like any other text.
"""

from __future__ import annotations

import base64
import binascii
import json
from typing import Literal, NamedTuple

from fastapi import Request
from fastapi.responses import RedirectResponse, Response

COOKIE = "onrecord_flash"
SECONDS = 60
MAX_CHARS = 1_000
"""Of one message: a cookie holds 4,096 bytes (RFC 6265)."""

Tone = Literal["done", "warn"]


class Flash(NamedTuple):
    """One message."""

    tone: Tone
    text: str


def redirect_with(url: str, text: str, tone: Tone = "done") -> RedirectResponse:
    """Lead to ``url`` (303: a form was sent) and show ``text`` there."""
    answer = RedirectResponse(url, status_code=303)
    body = json.dumps([tone, text[:MAX_CHARS]]).encode()
    kept = base64.urlsafe_b64encode(body).decode()
    answer.set_cookie(COOKIE, kept, max_age=SECONDS, httponly=True, samesite="strict", path="/")
    return answer


def read_flash(request: Request) -> Flash | None:
    """The message left by the page before, None where there is none that is ours."""
    kept = request.cookies.get(COOKIE)
    if kept is None:
        return None
    try:
        tone, text = json.loads(base64.urlsafe_b64decode(kept.encode()))
    except (binascii.Error, UnicodeError, ValueError, TypeError):
        return None
    if tone not in ("done", "warn") or not isinstance(text, str):
        return None
    return Flash(tone, text)


def forget_flash(answer: Response) -> None:
    """The message was shown."""
    answer.delete_cookie(COOKIE, path="/", httponly=True, samesite="strict")

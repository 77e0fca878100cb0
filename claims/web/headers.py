"""Headers of every answer: what a browser may do with it, and whether it is still fresh."""

from __future__ import annotations

import hashlib

from fastapi import Request
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SECURITY_HEADERS: dict[str, str] = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""A route that sets one of these itself keeps its own."""


class SecurityHeaders:
    """ASGI middleware that adds ``SECURITY_HEADERS`` to every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, with the headers added as the answer starts."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in SECURITY_HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, send_with_headers)


class NotModified(Exception):  # noqa: N818 - it reads as the answer it is
    """What the client holds is still right: answered as 304 with no body."""

    def __init__(self, etag: str) -> None:
        self.etag = etag
        super().__init__(etag)


def make_etag(request: Request, head: int) -> str:
    """Name the answer to this URL at this ledger head.

    Every answer follows from the facts and the URL alone, so the head's number
    says whether it changed, without computing it. Weak: same content, maybe
    other bytes after an upgrade.
    """
    return name_answer(request, head, request.url.path, request.url.query)


def name_answer(request: Request, head: int, path: str, query: str = "") -> str:
    """``make_etag`` of another address of this application."""
    asked = f"{request.app.version}|{path}?{query}"
    return f'W/"{head}-{hashlib.sha256(asked.encode()).hexdigest()[:16]}"'


def check_fresh(request: Request, head: int) -> dict[str, str]:
    """Headers of a cacheable answer. NotModified where the client holds it already."""
    etag = make_etag(request, head)
    held = request.headers.get("if-none-match", "")
    if held.strip() == "*" or etag in (part.strip() for part in held.split(",")):
        raise NotModified(etag)
    return {"ETag": etag, "Cache-Control": "no-cache"}

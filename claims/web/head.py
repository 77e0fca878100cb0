"""HEAD wherever GET is served: the same status and headers, and no body (RFC 9110, 9.3.2).

Monitors and link checkers ask so. The routes know only GET: FastAPI would describe a HEAD of
each as a route of its own.
"""

from __future__ import annotations

import anyio
from fastapi import Request
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEAD = "HEAD"
_ASKED = "onrecord.head"


class AnswerHead:
    """ASGI middleware: a HEAD is answered as the GET is, up to where the body begins.

    A body that comes in pieces is not drawn: the stream of events would never end.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer; whatever method a route takes, ``Allow`` says that GET brings HEAD."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if scope["method"] != HEAD:
            await self.app(scope, receive, _allow_head(send))
            return
        with anyio.CancelScope() as answering:

            async def send_no_body(message: Message) -> None:
                if message["type"] != "http.response.body":
                    await send(message)
                    return
                await send({"type": "http.response.body", "body": b""})
                if message.get("more_body", False):
                    answering.cancel()

            asked = {**scope, "method": "GET", _ASKED: True}
            await self.app(asked, receive, _allow_head(send_no_body))


def _allow_head(send: Send) -> Send:
    async def send_allowing(message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] == 405:
            headers = MutableHeaders(scope=message)
            allowed = headers.get("allow", "").split(", ")
            if "GET" in allowed and HEAD not in allowed:
                headers["allow"] = ", ".join([*allowed, HEAD])
        await send(message)

    return send_allowing


def wants_no_body(request: Request) -> bool:
    """Whether only the headers are asked for: then nothing may happen that a GET brings about."""
    return bool(request.scope.get(_ASKED, False))

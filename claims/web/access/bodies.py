"""Bodies have a bound, whether or not they say how long they are."""

from __future__ import annotations

from fastapi import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class BodyLimit:
    """ASGI middleware: reading a body of more than ``most`` bytes ends in a 413."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self.app = app
        self.most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on; whoever reads its body is stopped at the bound."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        declared = dict(scope["headers"]).get(b"content-length", b"")
        taken = int(declared[:20]) if declared.isdigit() else 0
        if taken <= self.most:
            taken = 0

        async def take() -> Message:
            nonlocal taken
            message: Message = await receive() if taken <= self.most else {}
            taken += len(message.get("body", b""))
            if taken > self.most:
                raise HTTPException(
                    413, f"a request may hold {self.most} bytes (ONRECORD_REQUEST_MAX_BYTES)"
                )
            return message

        await self.app(scope, take, send)

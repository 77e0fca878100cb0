"""``Idempotency-Key``: a write that is sent again with the same key is answered, not repeated.

After the IETF draft "The Idempotency-Key HTTP Header Field": the same key with
another body is a 422, while the first one is at work a 409. Answers are kept a day.
"""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable, Coroutine
from typing import Annotated, Any

from fastapi import Header, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool

from claims import desk
from claims.desk import Answer
from claims.store import Store
from claims.web.access.who import identify

HEADER = "Idempotency-Key"
REPLAYED = "Idempotency-Replayed"
MAX_CHARS = 200

Handler = Callable[[Request], Awaitable[Response]]


async def note_key(
    idempotency_key: Annotated[
        str | None,
        Header(
            max_length=MAX_CHARS,
            description="Of your own making, for this write alone: sent again with the same key,"
            " it is answered and not repeated.",
        ),
    ] = None,
) -> None:
    """Tells OpenAPI of the header; ``OnceRoute`` reads it."""


class OnceRoute(APIRoute):
    """A route that honours the header. Not for answers that hold a secret: they are kept."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The route's own handler, behind the look for a kept answer."""
        handle = super().get_route_handler()

        async def handle_once(request: Request) -> Response:
            key = request.headers.get(HEADER)
            return await handle(request) if key is None else await _answer(request, key, handle)

        return handle_once


async def _answer(request: Request, key: str, handle: Handler) -> Response:
    if not 1 <= len(key) <= MAX_CHARS or not (key.isascii() and key.isprintable()):
        what = f"1 to {MAX_CHARS} printable ASCII characters"
        raise RequestValidationError([{"loc": ("header", HEADER), "msg": what, "type": "value"}])
    person = await run_in_threadpool(identify, request)
    if person is None or person.via == "public":
        return await handle(request)
    store: Store = request.app.state.store
    digest = _hash_request(request, await request.body())
    kept = await run_in_threadpool(desk.reserve_answer, store, person.name, key, digest)
    if kept is not None:
        headers = {REPLAYED: "true"}
        return Response(kept.body, kept.status, headers, media_type="application/json")
    answer = None
    try:
        response = await handle(request)
        if response.status_code < 300:
            answer = Answer(status=response.status_code, body=bytes(response.body).decode())
    finally:
        await run_in_threadpool(desk.keep_answer, store, person.name, key, answer)
    return response


def _hash_request(request: Request, body: bytes) -> str:
    asked = f"{request.method} {request.url.path}?{request.url.query}\n".encode()
    return hashlib.sha256(asked + body).hexdigest()

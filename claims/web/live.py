"""Server-sent events: what changes on the record, as it changes.

A page or a dashboard opens one stream and is told of every line of the board
that was rewritten (event ``claim``) and of every event of the outbox, under its
topic (``claim.status_changed``, ``stance.recorded`` ...). Each carries a cursor as
its id, so a browser that lost its connection hears what it missed.
"""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable
from typing import Annotated

import anyio
from fastapi import APIRouter, Header, Query, Request
from pydantic import Field
from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.concurrency import run_in_threadpool

from claims import views
from claims.store import Store
from claims.views import Changes, Since
from claims.web.access import Scope
from claims.web.access.who import may_still
from claims.web.api.answering import TheStore
from claims.web.api.asking import Asked
from claims.web.api.examples import ANSWERS
from claims.web.problems import PROBLEMS

LOOK_SECONDS = 0.5
"""Between two looks at the record, each by two index look-ups."""
PING_SECONDS = 15
"""A comment is sent so often, so that proxies keep a quiet stream open."""
MAY_SECONDS = 30
"""Between two looks at whether whoever listens may still read: a stream outlives no token."""
LINE = "claim"
"""Name of the event that tells of a rewritten line of the board."""

router = APIRouter(tags=["record"], responses=PROBLEMS)


class Listening(Asked):
    """From where on."""

    since: str | None = Field(
        default=None, max_length=60, description="The `id` last heard; without it, from now on."
    )


@router.get(
    "/events",
    summary="Changes as they happen (server-sent events)",
    response_class=EventSourceResponse,
    responses={
        200: {
            "content": {
                "text/event-stream": {"schema": {"type": "string"}, "example": ANSWERS["events"]}
            }
        }
    },
)
def listen(
    request: Request,
    store: TheStore,
    asked: Annotated[Listening, Query()],
    last_event_id: Annotated[
        str | None, Header(max_length=60, description="The `id` last heard, sent by browsers.")
    ] = None,
) -> EventSourceResponse:
    """`claim` tells of a rewritten line of the board (`claim`, `status`, `stage`, `at`), every
    other event of one thing that happened, under its topic (`id`, `topic`, `claim`, `at`,
    `payload`); the data is JSON. `open` comes first.

    Each has an `id`: send the last one as `Last-Event-ID` (browsers do) or `since`, and you hear
    what you missed. A comment is sent every 15 seconds. The stream ends with the token or session.
    """
    cursor = last_event_id or asked.since
    since = views.read_since(cursor) if cursor else views.here(store)
    told = tell(store, since, lambda: may_still(request, Scope.READ))
    return EventSourceResponse(told, ping=PING_SECONDS)


async def tell(
    store: Store, since: Since, may_hear: Callable[[], bool] = lambda: True
) -> AsyncIterator[ServerSentEvent]:
    """The news after ``since``, for as long as somebody listens who may."""
    # Told at once, so that a listener who hears nothing else knows from where to go on.
    yield ServerSentEvent(event="open", id=str(since), data="{}")
    asked = time.monotonic()
    while True:
        if time.monotonic() - asked >= MAY_SECONDS:
            if not await run_in_threadpool(may_hear):
                return
            asked = time.monotonic()
        found = await run_in_threadpool(views.changes, store, since)
        for event in _write(found, since):
            yield event
        since = found.since
        if not found.more:
            await anyio.sleep(LOOK_SECONDS)


def _write(found: Changes, since: Since) -> list[ServerSentEvent]:
    """Events first, then lines: the id of each says what was heard up to it."""
    at = since
    told = []
    for event in found.events:
        at = at.model_copy(update={"event": event.id})
        told.append(ServerSentEvent(event=event.topic, id=str(at), data=event.model_dump_json()))
    for line in found.lines:
        at = at.model_copy(update={"micros": line.micros, "claim": line.claim})
        told.append(ServerSentEvent(event=LINE, id=str(at), data=line.model_dump_json()))
    return told

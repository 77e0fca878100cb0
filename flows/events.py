"""After the commit, and only then: the outbox to Prefect's events.

At least once: an event is marked delivered after it was handed over, and its id
is the outbox row's, so that a receiver can tell a repetition.
"""

from __future__ import annotations

import asyncio
from uuid import NAMESPACE_URL, uuid5

from prefect.events import emit_event

from claims.store import Store, mark_delivered, pending_outbox

AT_ONCE = 500
"""Events handed over between two marks."""


async def send_events(store: Store) -> int:
    """Hand every pending event to Prefect. Returns how many."""
    return await asyncio.to_thread(_send_pending, store)


def _send_pending(store: Store) -> int:
    sent = 0
    while True:
        with store.read() as session:
            pending = pending_outbox(session, AT_ONCE)
        if not pending:
            return sent
        for event in pending:
            emit_event(
                event=f"onrecord.{event.topic}",
                resource={
                    "prefect.resource.id": f"onrecord.{event.key}",
                    "prefect.resource.name": event.key,
                },
                payload=event.payload,
                id=uuid5(NAMESPACE_URL, f"onrecord:{event.key}:{event.id}"),
            )
        mark_delivered(store, [event.id for event in pending if event.id is not None])
        sent += len(pending)

"""Review: new claims triaged, and what waits for whom.

No flow waits for a person, and none decides: whoever starts a flow gives any name they
like. The queue is in the record; deciding commits row and outbox first (``claims.desk``),
and then triggers the flow that comes next, which is this one: it lays the queue out.
"""

from __future__ import annotations

import asyncio

from prefect import flow
from prefect.artifacts import acreate_table_artifact

from claims import desk, views
from claims.desk import Actor, Expected, Role, StaleClaimError
from claims.model import Stage
from claims.settings import load_settings
from claims.store import Store, open_store
from flows.events import send_events
from flows.requests import ReviewRequest, WorkReport

MACHINE = Actor(name="machine:review", role=Role.MACHINE)


def triage_new(store: Store) -> int:
    """Move the new claims that have a suggestion to ``triaged``. Returns how many.

    One that a person or another run moved meanwhile stays where they put it.
    """
    triaged = 0
    reason = "has a suggestion; waits for a person"
    for claim_id in views.claims_at(store, stage="new"):
        try:
            desk.triage(store, MACHINE, claim_id, reason, Expected(stage=Stage.NEW))
        except StaleClaimError:
            continue
        triaged += 1
    return triaged


@flow(name="review", persist_result=True, result_serializer="json")
async def review(request: ReviewRequest) -> WorkReport:
    """Triage new claims, and show what waits for whom."""
    settings = load_settings()
    store = open_store(settings=settings)
    triaged = await asyncio.to_thread(triage_new, store)
    await send_events(store, settings)
    queue = views.queue(store)
    rows = [row.model_dump(mode="json") for row in queue[:500]]
    await acreate_table_artifact(rows, "review-queue", f"{len(queue)} claims wait")
    notes = [f"{len(queue)} claims wait for a person (onrecord queue)"]
    return WorkReport(claims=len(queue), changed=triaged, notes=notes)

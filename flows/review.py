"""Review: new claims triaged, and what waits for whom.

No flow waits for a person, and none decides: whoever starts a flow gives any name they
like. The queue is in the record; deciding commits row and outbox first (``claims.desk``),
and then triggers the flow that comes next, which is this one: it lays the queue out.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from prefect import flow
from prefect.artifacts import acreate_table_artifact

from claims import desk, views
from claims.desk import Actor, Expected, Role, StaleClaimError
from claims.model import Stage
from claims.settings import load_settings
from claims.store import Store, open_store
from flows.events import send_events
from flows.requests import ReviewRequest, WorkReport, count

MACHINE = Actor(name="machine:review", role=Role.MACHINE)
NO_CLAIMS = {"answer proposal": "proposal", "look at failure": "failure"}
"""What waits beside the claims, by act: it is counted for itself."""
ROWS_SHOWN = 500
"""Rows of the queue in the artifact of a run."""


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


def describe_waiting(claims: int, waiting: Mapping[str, int]) -> str:
    """What waits for a person, each kind counted for itself; ``waiting`` is by act."""
    told = [count(claims, "claim")]
    for act, thing in NO_CLAIMS.items():
        if waiting.get(act):
            told.append(count(waiting[act], thing))
    verb = "waits" if told == ["1 claim"] else "wait"
    return f"{', '.join(told)} {verb} for a person"


@flow(name="review", persist_result=True, result_serializer="json")
async def review(request: ReviewRequest) -> WorkReport:
    """Triage new claims, and show what waits for whom."""
    settings = load_settings()
    store = open_store(settings=settings)
    triaged = await asyncio.to_thread(triage_new, store)
    await send_events(store, settings)
    groups = views.queue_groups(store, limit=ROWS_SHOWN)
    waiting = {group.act: group.waiting for group in groups}
    claims = sum(number for act, number in waiting.items() if act not in NO_CLAIMS)
    told = describe_waiting(claims, waiting)
    report = WorkReport(claims=claims, triaged=triaged, notes=[f"{told} (onrecord queue)"])
    rows = [row.model_dump(mode="json") for group in groups for row in group.items]
    description = f"{report.describe()}; {told}"
    await acreate_table_artifact(rows[:ROWS_SHOWN], "review-queue", description)
    return report

"""Review: what waits for whom, and a person's decision carried out.

No flow waits for a person. The queue is in the record; deciding commits row and
outbox first (``claims.desk``), and then triggers the flow that comes next. This
flow lays the queue out, and takes a decision where it is asked from Prefect's UI.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from prefect import flow
from prefect.artifacts import acreate_table_artifact

from claims import desk, views
from claims.desk import Actor, Role
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
    """Move the new claims that have a suggestion to ``triaged``. Returns how many."""
    waiting = views.claims_at(store, stage="new")
    for claim_id in waiting:
        desk.triage(store, MACHINE, claim_id, reason="has a suggestion; waits for a person")
    return len(waiting)


def carry_out(store: Store, request: ReviewRequest) -> list[str]:
    """The decision, and the approval, that a request holds. Returns what was done."""
    if request.claim is None:
        return []
    if not request.actor:
        raise ValueError("a decision needs the name of the person who takes it: fill in actor")
    done = []
    if request.status is not None:
        reviewer = Actor(name=request.actor, role=Role.REVIEWER)
        desk.decide(store, reviewer, request.claim, request.status, request.rationale)
        done.append(f"claim {request.claim}: {request.actor} decided {request.status.value}")
    if request.approve:
        approver = Actor(name=request.actor, role=Role.APPROVER)
        desk.approve(store, approver, request.claim)
        done.append(f"claim {request.claim}: approved by {request.actor}")
    return done


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
    """Triage new claims, show what waits for whom, and carry out a person's decision."""
    settings = load_settings()
    store = open_store(settings=settings)
    done = await asyncio.to_thread(carry_out, store, request)
    triaged = await asyncio.to_thread(triage_new, store)
    await send_events(store, settings)
    groups = views.queue_groups(store, limit=ROWS_SHOWN)
    waiting = {group.act: group.waiting for group in groups}
    claims = sum(number for act, number in waiting.items() if act not in NO_CLAIMS)
    told = describe_waiting(claims, waiting)
    rows = [row.model_dump(mode="json") for group in groups for row in group.items]
    await acreate_table_artifact(rows[:ROWS_SHOWN], "review-queue", told)
    notes = [*done, f"{told} (onrecord queue)"]
    return WorkReport(claims=claims, changed=triaged + len(done), notes=notes)

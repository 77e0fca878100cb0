"""Recheck: published claims looked at again, before somebody else finds them stale.

Evidence is gathered and the policy run anew for claims published longer ago
than the setting says, and for challenged ones. A claim whose suggestion now
contradicts the decision goes to ``challenged``; a person takes it from there.
"""

from __future__ import annotations

import asyncio
from datetime import timedelta

from prefect import flow
from prefect.artifacts import acreate_table_artifact

from claims import views
from claims.model import utcnow
from claims.settings import load_settings
from claims.store import open_store
from flows.assess import assess_batch, tell_challenges
from flows.events import send_events
from flows.gather_evidence import gather_batch
from flows.requests import RecheckRequest, WorkReport
from flows.retries import with_retries

PROPOSALS_PER_CLAIM = 5


@flow(name="recheck", persist_result=True, result_serializer="json")
async def recheck(request: RecheckRequest) -> WorkReport:
    """Gather evidence and assess anew for claims published long ago, or challenged."""
    settings = load_settings()
    store = open_store(settings=settings)
    days = settings.recheck_after_days
    if request.older_than_days is not None:
        days = request.older_than_days
    before = utcnow() - timedelta(days=days)
    due = await asyncio.to_thread(views.claims_due, store, before)
    report = WorkReport(claims=len(due))
    if due:
        gather = with_retries(gather_batch, settings)
        report.proposals = (await gather(store, due, PROPOSALS_PER_CLAIM)).proposals
        changes = await with_retries(assess_batch, settings)(store, due)
        report.suggested = len(changes)
        report.notes = tell_challenges(changes)
        report.challenged = len(report.notes)
    await send_events(store, settings)
    rows = [{"challenged": note} for note in report.notes]
    await acreate_table_artifact(rows, "recheck", report.describe())
    return report

"""Assess: the policy over claims. Suggestions with reasons; people decide."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from prefect import flow, task
from prefect.artifacts import acreate_markdown_artifact
from prefect.cache_policies import NO_CACHE

from claims import desk, views
from claims.desk import Actor, AssessmentChange, Role
from claims.settings import load_settings
from claims.store import Store, open_store
from flows.asked import choose_claims
from flows.events import send_events
from flows.pages import assessment_page
from flows.progress import Progress
from flows.requests import ClaimsRequest, WorkReport, count
from flows.retries import with_retries

MACHINE = Actor(name="machine:assess", role=Role.MACHINE)
CLAIMS_AT_ONCE = 500
PAGES_WRITTEN = 25
"""Claims described in the artifact of a run: those that changed first."""


@task(name="assess batch", cache_policy=NO_CACHE)
async def assess_batch(store: Store, claim_ids: Sequence[int]) -> list[AssessmentChange]:
    """Run the policy over a batch of claims, off the event loop."""
    return await asyncio.to_thread(desk.assess_claims, store, MACHINE, claim_ids)


def tell_challenges(changes: Sequence[AssessmentChange]) -> list[str]:
    """A line for each claim that was called into question, with the reason."""
    return [
        f"claim {change.claim_id} challenged: {change.challenged}"
        for change in changes
        if change.challenged
    ]


@flow(name="assess", persist_result=True, result_serializer="json")
async def assess(request: ClaimsRequest) -> WorkReport:
    """Run the policy over claims: what it suggests, why, and what would change it."""
    settings = load_settings()
    store = open_store(settings=settings)
    claim_ids = choose_claims(store, request)
    changes: list[AssessmentChange] = []
    progress = Progress("assess-progress")
    for start in range(0, len(claim_ids), CLAIMS_AT_ONCE):
        batch = claim_ids[start : start + CLAIMS_AT_ONCE]
        changes += await with_retries(assess_batch, settings)(store, batch)
        await send_events(store, settings)
        told = f"{count(len(changes), 'claim')} with a new suggestion"
        await progress.step(start + len(batch), len(claim_ids), told)
    notes = tell_challenges(changes)
    report = WorkReport(
        claims=len(claim_ids), suggested=len(changes), challenged=len(notes), notes=notes
    )
    shown = [change.claim_id for change in changes] or claim_ids
    pages = [assessment_page(views.claim(store, claim_id)) for claim_id in shown[:PAGES_WRITTEN]]
    page = "\n\n---\n\n".join([report.describe(), *pages])
    await acreate_markdown_artifact(page, "assessment", report.describe())
    return report

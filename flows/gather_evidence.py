"""Gather evidence: passages of the record's documents that bear on claims, proposed.

Nothing is attached here: every find is a proposal with its reasons, and a
person accepts or rejects it (``onrecord proposals``). A task is a batch of
claims; a second run proposes nothing twice.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from prefect import flow, task
from prefect.artifacts import acreate_table_artifact
from prefect.cache_policies import NO_CACHE

from claims import desk, views
from claims.desk import Actor, EvidenceFound, Role
from claims.evidence import propose_relation, score_passages, split_passages
from claims.settings import load_settings
from claims.store import Store, open_store
from flows.asked import choose_claims
from flows.events import send_events
from flows.progress import Progress
from flows.requests import GatherRequest, WorkReport
from flows.retries import with_retries

MACHINE = Actor(name="machine:gather_evidence", role=Role.MACHINE)
CLAIMS_AT_ONCE = 200
DOCUMENTS_PER_CLAIM = 40
"""Documents whose passages are weighed for one claim."""
LEAST_COVERAGE = 0.5
"""Share of the claim's words that a passage must hold to be worth a person's look: unlike
BM25 it compares across documents."""


def find_evidence(store: Store, claim_id: int, most: int) -> list[EvidenceFound]:
    """The best passages for a claim, best first, at most one a document."""
    claim = views.claim(store, claim_id)
    quoted = {
        (cell.document_id, cell.span.start)
        for row in claim.matrix.rows
        for day in row.days
        for cell in day.cells
    }
    found: list[EvidenceFound] = []
    for document in views.search_documents(store, claim.text, limit=DOCUMENTS_PER_CLAIM):
        passages = split_passages(document.text)
        for scored in score_passages(claim.text, passages)[:1]:
            passage = scored.passage
            told = any(
                doc == document.id and passage.start <= start < passage.end for doc, start in quoted
            )
            if scored.coverage < LEAST_COVERAGE or told:
                continue
            relation = propose_relation(claim.text, passage.text)
            shared = f"shares {', '.join(scored.shared[:8])} with the claim"
            found.append(
                EvidenceFound(
                    claim_id=claim_id,
                    document_id=document.id,
                    start=passage.start,
                    end=passage.end,
                    relation=relation.relation,
                    score=scored.coverage,
                    reasons=(shared, *relation.reasons),
                )
            )
    return sorted(found, key=lambda each: -each.score)[:most]


def propose_for(store: Store, claim_ids: Sequence[int], most: int) -> WorkReport:
    """Search and propose for a batch of claims."""
    report = WorkReport(claims=len(claim_ids))
    for claim_id in claim_ids:
        found = find_evidence(store, claim_id, most)
        report.proposals += desk.propose_evidence(store, MACHINE, found)
    return report


@task(name="gather batch", cache_policy=NO_CACHE)
async def gather_batch(store: Store, claim_ids: Sequence[int], most: int) -> WorkReport:
    """Search and propose for a batch of claims, off the event loop."""
    return await asyncio.to_thread(propose_for, store, claim_ids, most)


@flow(name="gather_evidence", persist_result=True, result_serializer="json")
async def gather_evidence(request: GatherRequest) -> WorkReport:
    """Search the record's documents for passages that bear on claims, and propose them."""
    settings = load_settings()
    store = open_store(settings=settings)
    claim_ids = choose_claims(store, request)
    report = WorkReport()
    progress = Progress("gather-progress")
    rows = []
    for start in range(0, len(claim_ids), CLAIMS_AT_ONCE):
        batch = claim_ids[start : start + CLAIMS_AT_ONCE]
        report.add(await with_retries(gather_batch, settings)(store, batch, request.per_claim))
        await send_events(store, settings)
        await progress.step(start + len(batch), len(claim_ids), f"{report.proposals} proposals")
    rows = [row.model_dump(mode="json") for row in views.proposals(store, claim_ids)[:500]]
    told = f"{report.describe()}; those below wait for a person's answer"
    await acreate_table_artifact(rows, "evidence-proposals", told)
    return report

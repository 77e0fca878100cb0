"""Which claim of the record a document's claim is: join one, or open a new one.

Candidates come from the store's term index; ``claims.matching`` decides. Only
a sure match joins; a doubt opens a claim of its own and puts the pair before a
person. A match that says the opposite joins with its positions turned round.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from sqlmodel import col, select

from claims.matching import ClaimSketch, Match, Verdict, compare, sketch
from claims.model import ClaimDraft, Finding, Stance
from claims.parties import load_catalogue
from claims.store import Transaction, find_claims_by_terms, index_terms
from claims.store.facts import Claim, Proposal, ProposalKind

SKETCHES_KEPT = 20_000
"""Sketches in memory; a claim's text never changes, so a kept one never goes stale."""
MAX_PROPOSALS = 3
"""Pairs put before a person for one new claim, the nearest first."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document's claim stands on the record."""

    claim_id: int
    opened: bool
    opposite: bool = False
    """It tells the record's claim the other way round."""
    reasons: tuple[str, ...] = ()


@dataclass(slots=True)
class Placed:
    """All places of one document, by the draft's local id, and what was counted."""

    places: dict[str, Place] = field(default_factory=dict)
    opened: int = 0
    joined: int = 0
    proposals: int = 0


@lru_cache(maxsize=SKETCHES_KEPT)
def sketch_claim(text: str) -> ClaimSketch:
    """The sketch of a claim's sentence, kept between documents."""
    return sketch(text, load_catalogue())


@lru_cache(maxsize=SKETCHES_KEPT)
def list_terms(text: str) -> tuple[str, ...]:
    """The terms under which the store finds a claim, kept between documents."""
    return index_terms(text)


def place_claims(
    tx: Transaction,
    drafts: Iterable[ClaimDraft],
    findings: Iterable[Finding],
    document_id: int,
    limit: int,
) -> Placed:
    """Join or open a claim for every draft on which somebody takes a position.

    ``limit`` is the number of candidates compared per draft.
    """
    values: dict[str, set[Stance]] = {}
    for finding in findings:
        values.setdefault(finding.claim, set()).add(finding.stance)
    placed = Placed()
    fresh: dict[int, str] = {}
    for draft in drafts:
        if draft.id in values:
            _place_one(tx, draft, values[draft.id], placed, fresh, document_id, limit)
    return placed


def _place_one(
    tx: Transaction,
    draft: ClaimDraft,
    values: set[Stance],
    placed: Placed,
    fresh: dict[int, str],
    document_id: int,
    limit: int,
) -> None:
    own = sketch_claim(draft.text)
    found = find_claims_by_terms(tx.session, list_terms(draft.text), limit)
    candidates = load_texts(tx, [row_id for row_id in found if row_id not in fresh])
    ranked = rank_matches(own, {**candidates, **fresh})
    same = next((pair for pair in ranked if _joins(pair[1], values)), None)
    if same is not None:
        claim_id, match = same
        placed.places[draft.id] = Place(claim_id, False, match.opposite, match.reasons)
        placed.joined += claim_id not in fresh
        return
    claim_id = open_claim(tx, draft.text, document_id=document_id)
    fresh[claim_id] = draft.text
    placed.places[draft.id] = Place(claim_id, True)
    placed.opened += 1
    doubtful = [pair for pair in ranked if pair[0] in candidates]
    placed.proposals += propose_same(tx, claim_id, doubtful[:MAX_PROPOSALS])


def _joins(match: Match, values: set[Stance]) -> bool:
    """A sure match. Taking back one's own word says nothing of the negation, so that no
    retraction is turned round."""
    if match.verdict is not Verdict.SAME:
        return False
    return not match.opposite or Stance.RETRACTS not in values


def rank_matches(own: ClaimSketch, candidates: Mapping[int, str]) -> list[tuple[int, Match]]:
    """Candidates that are or may be the same claim, nearest first, then oldest first."""
    pairs = [(row_id, compare(own, sketch_claim(text))) for row_id, text in candidates.items()]
    kept = [pair for pair in pairs if pair[1].verdict is not Verdict.DIFFERENT]
    return sorted(kept, key=lambda pair: (-pair[1].score, pair[0]))


def load_texts(tx: Transaction, claim_ids: list[int]) -> dict[int, str]:
    """The sentences of claims, by id."""
    if not claim_ids:
        return {}
    found = tx.session.exec(select(Claim.id, Claim.text).where(col(Claim.id).in_(claim_ids)))
    return {row_id: text for row_id, text in found if row_id is not None}


def open_claim(
    tx: Transaction, text: str, document_id: int | None = None, split_from: int | None = None
) -> int:
    """Add a claim and put it into the term index. Returns its id."""
    row = Claim(text=text, document_id=document_id, split_from=split_from, opened_at=tx.now)
    claim_id = tx.add(row)
    tx.index_claim(claim_id, list_terms(text))
    tx.touch_claims([claim_id])
    return claim_id


def propose_same(tx: Transaction, claim_id: int, doubtful: list[tuple[int, Match]]) -> int:
    """Put pairs that may be one claim before a person. Returns how many."""
    rows = [
        Proposal(
            kind=ProposalKind.SAME_CLAIM,
            claim_id=claim_id,
            other_claim_id=other,
            opposite=match.opposite,
            score=match.score,
            reasons=list(match.reasons),
            dedup_key=f"same_claim:{min(claim_id, other)}:{max(claim_id, other)}",
            at=tx.now,
        )
        for other, match in doubtful
    ]
    tx.add_many(rows)
    tx.touch_claims([claim_id, *(other for other, _ in doubtful)])
    return len(rows)

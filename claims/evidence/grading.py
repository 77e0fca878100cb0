"""Admiralty grades and what published ratings mean for a claim."""

from __future__ import annotations

from enum import StrEnum

from claims.model import Relation, Reliability, Value


class Basis(StrEnum):
    """How the report knows what it says."""

    OFFICIAL_RECORD = "official_record"
    OWN_REPORTING = "own_reporting"
    SEVERAL_SOURCES = "several_sources"
    ONE_SOURCE = "one_source"
    ANONYMOUS = "anonymous"
    HEARSAY = "hearsay"


class Grade(Value):
    """Reliability of the source, credibility of the item (1-6), and why."""

    reliability: Reliability
    credibility: int
    reasons: tuple[str, ...]


class RatingMeaning(Value):
    """What a published rating says about the claim it rates."""

    relation: Relation
    rating: str
    known: bool
    reasons: tuple[str, ...]


def grade(reliability: Reliability | None, basis: Basis) -> Grade:
    """Default Admiralty grades of evidence. ``None``: the outlet is not graded (F)."""
    return Grade(reliability=reliability or Reliability.F, credibility=6, reasons=(basis.value,))


def read_rating(rating: str, title: str = "") -> RatingMeaning:
    """Map a fact-check's rating (English or Arabic) to a relation; unknown ones to context."""
    return RatingMeaning(relation=Relation.CONTEXT, rating=rating, known=False, reasons=(title,))

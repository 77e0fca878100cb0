"""Evidence as it weighs: grouped by origin, with copies folded. Pure.

Five papers running one agency's wire are one origin: they stand in one group,
the best-graded piece in front and the others as its copies.
"""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import AwareDatetime

from claims.model import EvidenceKind, Relation, Value


class EvidenceItem(Value):
    """One piece of evidence with its grades and its place."""

    evidence_id: int
    claim_id: int
    """The claim it was attached to, which may since have been merged into this one."""
    relation: Relation
    """How it bears on this claim (turned round after an opposite merge)."""
    kind: EvidenceKind
    reliability: str
    credibility: int
    strong: bool
    """Outlet A-B and credibility 1-2 (DESIGN section 1)."""
    title: str
    note: str
    exact: str | None
    start: int | None
    end: int | None
    document_id: int | None
    url: str | None
    capture_sha256: str | None
    origin_id: int
    origin: str
    reasons: tuple[str, ...]
    recorded_by: str
    recorded_at: AwareDatetime
    supersedes: int | None


class EvidencePiece(Value):
    """A piece of evidence with the copies that tell nothing new."""

    lead: EvidenceItem
    copies: tuple[EvidenceItem, ...] = ()


class OriginGroup(Value):
    """Everything of one origin: it counts once for each relation, however many copies."""

    origin_id: int
    origin: str
    pieces: tuple[EvidencePiece, ...]
    """At most one for each relation, supporting first."""


class Balance(Value):
    """How many independent origins weigh on which side, and how many of them strongly."""

    supports: int = 0
    undermines: int = 0
    context: int = 0
    strong_supports: int = 0
    strong_undermines: int = 0
    items: int = 0
    """Pieces before copies were folded."""


_SIDES = {Relation.SUPPORTS: 0, Relation.UNDERMINES: 1, Relation.CONTEXT: 2}


def group_by_origin(items: Iterable[EvidenceItem]) -> tuple[OriginGroup, ...]:
    """Group evidence by origin; origins with the best-graded piece come first."""
    by_origin: dict[int, list[EvidenceItem]] = {}
    for item in sorted(items, key=_weight):
        by_origin.setdefault(item.origin_id, []).append(item)
    return tuple(_fold(group) for group in by_origin.values())


def weigh(groups: Iterable[OriginGroup]) -> Balance:
    """Count origins for each side."""
    listed = list(groups)
    leads = [piece.lead for group in listed for piece in group.pieces]

    def count(relation: Relation, strong: bool = False) -> int:
        return sum(lead.relation is relation and lead.strong >= strong for lead in leads)

    return Balance(
        supports=count(Relation.SUPPORTS),
        undermines=count(Relation.UNDERMINES),
        context=count(Relation.CONTEXT),
        strong_supports=count(Relation.SUPPORTS, strong=True),
        strong_undermines=count(Relation.UNDERMINES, strong=True),
        items=sum(1 + len(piece.copies) for group in listed for piece in group.pieces),
    )


def _weight(item: EvidenceItem) -> tuple[bool, str, int, int]:
    return (not item.strong, item.reliability, item.credibility, item.evidence_id)


def _fold(group: list[EvidenceItem]) -> OriginGroup:
    pieces = []
    for relation in sorted({item.relation for item in group}, key=_SIDES.__getitem__):
        lead, *copies = (item for item in group if item.relation is relation)
        pieces.append(EvidencePiece(lead=lead, copies=tuple(copies)))
    return OriginGroup(origin_id=group[0].origin_id, origin=group[0].origin, pieces=tuple(pieces))

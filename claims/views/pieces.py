"""Evidence that counts, with its place and its grades: rows joined into items."""

from __future__ import annotations

from collections.abc import Mapping

from sqlmodel import Session, col, select

from claims.model import Relation, Reliability
from claims.policy import EvidenceInput
from claims.store.facts import Evidence, Origin
from claims.views.balance import EvidenceItem
from claims.views.cells import chunk


def read_items(session: Session, counted: Mapping[int, Relation]) -> list[EvidenceItem]:
    """The items of the evidence that counts for one claim, in no particular order.

    ``counted``: how each piece bears on that claim, by its id.
    """
    items: list[EvidenceItem] = []
    for ids in chunk(list(counted)):
        found = session.exec(
            select(Evidence, Origin.name)
            .join(Origin, col(Origin.id) == col(Evidence.origin_id))
            .where(col(Evidence.id).in_(ids))
        )
        items.extend(_make_item(row, origin, counted[row.id or 0]) for row, origin in found)
    return items


def _make_item(row: Evidence, origin: str, relation: Relation) -> EvidenceItem:
    return EvidenceItem(
        evidence_id=row.id or 0,
        claim_id=row.claim_id,
        relation=relation,
        kind=row.kind,
        reliability=row.reliability,
        credibility=row.credibility,
        strong=_is_strong(row),
        title=row.title,
        note=row.note,
        exact=row.exact,
        start=row.start,
        end=row.end,
        document_id=row.document_id,
        url=row.url,
        capture_sha256=row.capture_sha256,
        origin_id=row.origin_id,
        origin=origin,
        reasons=tuple(row.reasons),
        recorded_by=row.recorded_by,
        recorded_at=row.recorded_at,
        supersedes=row.supersedes,
    )


def _is_strong(row: Evidence) -> bool:
    """What the policy calls strong: its own rule, so that the page never says otherwise."""
    return EvidenceInput(
        id=row.id or 0,
        relation=row.relation,
        reliability=Reliability(row.reliability),
        credibility=row.credibility,
    ).strong

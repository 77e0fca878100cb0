"""Evidence that counts, with its place and its grades: rows joined into items."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlmodel import Session

from claims.model import Relation, Reliability
from claims.policy import EvidenceInput
from claims.store.among import among
from claims.store.effective import EVIDENCE
from claims.store.facts import Origin
from claims.store.projections import EvidenceCell
from claims.store.reading import read_by_keys
from claims.store.tables import table_of
from claims.views.balance import EvidenceItem

ORIGIN = table_of(Origin)
CELL = table_of(EvidenceCell)

_PIECES = select(EVIDENCE, ORIGIN.c.name.label("origin")).join(
    ORIGIN, ORIGIN.c.id == EVIDENCE.c.origin_id
)
_BY_ID = _PIECES.where(among(EVIDENCE.c.id))
COUNTED = (
    _PIECES.add_columns(CELL.c.relation.label("bears"))
    .join(CELL, CELL.c.evidence_id == EVIDENCE.c.id)
    .where(among(CELL.c.claim_id))
)
"""Asks for the evidence that counts for the claims ``WANTED`` today; see ``tell_counted``."""


def read_items(session: Session, counted: Mapping[int, Relation]) -> list[EvidenceItem]:
    """The items of the evidence that counts for one claim, in no particular order.

    ``counted``: how each piece bears on that claim, by its id.
    """
    found = read_by_keys(session, _BY_ID, counted)
    return [_make_item(row, counted[row.id]) for row in found]


def tell_counted(rows: Sequence[Any]) -> list[EvidenceItem]:
    """The items of what ``COUNTED`` found of one claim."""
    return [_make_item(row, Relation(row.bears)) for row in rows]


def _make_item(row: Any, relation: Relation) -> EvidenceItem:
    return EvidenceItem(
        evidence_id=row.id,
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
        origin=row.origin,
        reasons=tuple(row.reasons),
        recorded_by=row.recorded_by,
        recorded_at=row.recorded_at,
        supersedes=row.supersedes,
    )


def _is_strong(row: Any) -> bool:
    """What the policy calls strong: its own rule, so that the page never says otherwise."""
    return EvidenceInput(
        id=row.id,
        relation=row.relation,
        reliability=Reliability(row.reliability),
        credibility=row.credibility,
    ).strong

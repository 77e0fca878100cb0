"""Outlets on record: what came in from each, and how reliable it is held to be."""

from __future__ import annotations

from pydantic import AwareDatetime
from sqlalchemy import ColumnElement
from sqlalchemy.orm import defer
from sqlmodel import Session, col, select

from claims.model import Value
from claims.store import Store
from claims.store.counters import NO_OUTLET
from claims.store.facts import Document
from claims.store.projections import OutletCount
from claims.views.errors import NotOnRecord


class OutletRow(Value):
    """One outlet that documents on record came from."""

    outlet_id: str
    name: str
    reliability: str | None
    """Its grade when its last document was recorded (A-F)."""
    organ_of: str | None
    """Key of the party whose organ it is."""
    documents: int
    last_document_id: int
    last_title: str
    last_at: AwareDatetime


class OutletPage(Value):
    """Outlets by id. ``next`` is the id after which the following page begins."""

    items: tuple[OutletRow, ...]
    next: str | None
    without: int
    """Documents of no outlet of the catalogue."""


def outlets(store: Store, after: str | None = None, limit: int = 100) -> OutletPage:
    """One page of the outlets that documents came from, by id."""
    with store.read() as session:
        rows = _read(session, col(OutletCount.outlet_id) > (after or NO_OUTLET), limit + 1)
        without = session.get(OutletCount, NO_OUTLET)
    return OutletPage(
        items=tuple(rows[:limit]),
        next=rows[limit - 1].outlet_id if len(rows) > limit else None,
        without=0 if without is None else without.documents,
    )


def outlet(store: Store, outlet_id: str) -> OutletRow:
    """One outlet. NotOnRecord where no document came from it."""
    with store.read() as session:
        rows = _read(session, col(OutletCount.outlet_id) == outlet_id, 1)
    if outlet_id == NO_OUTLET or not rows:
        raise NotOnRecord("outlet", outlet_id)
    return rows[0]


def _read(session: Session, wanted: ColumnElement[bool], most: int) -> list[OutletRow]:
    found = session.exec(
        select(OutletCount.outlet_id, OutletCount.documents, Document)
        .join(Document, col(Document.id) == col(OutletCount.last_document_id))
        .where(wanted)
        .order_by(col(OutletCount.outlet_id))
        .limit(most)
        .options(defer(Document.text))  # type: ignore[arg-type]  # seen as str
    )
    return [
        OutletRow(
            outlet_id=outlet_id,
            name=last.outlet_name or outlet_id,
            reliability=last.outlet_reliability,
            organ_of=last.organ_of,
            documents=documents,
            last_document_id=last.id or 0,
            last_title=last.title or last.name,
            last_at=last.recorded_at,
        )
        for outlet_id, documents, last in found
    ]

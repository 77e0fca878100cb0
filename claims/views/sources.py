"""Outlets on record: what came in from each, and how reliable it is held to be."""

from __future__ import annotations

from pydantic import AwareDatetime
from sqlalchemy.orm import defer
from sqlmodel import Session, col, func, select

from claims.model import Value
from claims.store import Store
from claims.store.facts import Document
from claims.views.errors import NotOnRecord

COUNTED = 10_000
"""Documents of one outlet counted at most: beyond it "more than" is said, for counting a
million rows takes longer than anybody reads."""


class OutletRow(Value):
    """One outlet that documents on record came from."""

    outlet_id: str
    name: str
    reliability: str | None
    """Its grade when its last document was recorded (A-F)."""
    organ_of: str | None
    """Key of the party whose organ it is."""
    documents: int
    """At most ``COUNTED``."""
    counted_all: bool
    last_document_id: int
    last_title: str
    last_at: AwareDatetime


class OutletPage(Value):
    """Outlets by id. ``next`` is the id after which the following page begins."""

    items: tuple[OutletRow, ...]
    next: str | None
    without: int
    """Documents of no outlet of the catalogue; at most ``COUNTED`` are counted."""


def outlets(store: Store, after: str | None = None, limit: int = 100) -> OutletPage:
    """One page of the outlets that documents came from, by id."""
    with store.read() as session:
        ids: list[str] = []
        last = after or ""
        while len(ids) <= limit:
            found = _find_next(session, last)
            if found is None:
                break
            ids.append(found)
            last = found
        rows = tuple(_read(session, outlet_id) for outlet_id in ids[:limit])
        return OutletPage(
            items=rows,
            next=rows[-1].outlet_id if len(ids) > limit else None,
            without=_count(session, None),
        )


def outlet(store: Store, outlet_id: str) -> OutletRow:
    """One outlet. NotOnRecord where no document came from it."""
    with store.read() as session:
        if _count(session, outlet_id, 1) == 0:
            raise NotOnRecord("outlet", outlet_id)
        return _read(session, outlet_id)


def _find_next(session: Session, after: str) -> str | None:
    """The id that follows in the index: a look-up each, where DISTINCT would read every row."""
    return session.exec(
        select(Document.outlet_id)
        .where(col(Document.outlet_id) > after)
        .order_by(col(Document.outlet_id))
        .limit(1)
    ).first()


def _count(session: Session, outlet_id: str | None, most: int = COUNTED + 1) -> int:
    held = select(Document.id).where(Document.outlet_id == outlet_id).limit(most).subquery()
    return session.exec(select(func.count()).select_from(held)).one()


def _read(session: Session, outlet_id: str) -> OutletRow:
    last = session.exec(
        select(Document)
        .where(Document.outlet_id == outlet_id)
        .order_by(col(Document.id).desc())
        .limit(1)
        .options(defer(Document.text))  # type: ignore[arg-type]  # seen as str
    ).one()
    documents = _count(session, outlet_id)
    return OutletRow(
        outlet_id=outlet_id,
        name=last.outlet_name or outlet_id,
        reliability=last.outlet_reliability,
        organ_of=last.organ_of,
        documents=min(documents, COUNTED),
        counted_all=documents <= COUNTED,
        last_document_id=last.id or 0,
        last_title=last.title or last.name,
        last_at=last.recorded_at,
    )

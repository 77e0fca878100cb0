"""Stances that count, with everything that proves them: rows joined into cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple, TypeVar

from sqlalchemy.orm import aliased, defer
from sqlmodel import Session, col, select

from claims.model import Span, Stance
from claims.store.facts import Document, Origin, Party, StanceRow
from claims.store.reading import pick, read_rows
from claims.store.tables import table_of
from claims.views.matrix import Cell
from claims.views.values import PartyRef

PARTY = table_of(Party)
_REF = pick(PARTY, "id", "key", "name")
CHUNK = 500
"""Ids in one query: SQLite binds at most 32,766 values, PostgreSQL plans short lists better."""

Element = TypeVar("Element")


class Held(NamedTuple):
    """A stance that counts: for which claim and party, and with which value."""

    stance_id: int
    claim_id: int
    party_id: int
    value: Stance


def read_cells(session: Session, held: Sequence[Held]) -> list[Cell]:
    """The cells of ``held``, in no particular order."""
    by_stance = {row.stance_id: row for row in held}
    parties = read_refs(session, {row.party_id for row in held})
    cells: list[Cell] = []
    speaker = aliased(Party)
    for ids in chunk(list(by_stance)):
        found = session.exec(
            select(StanceRow, Document, Origin, speaker)
            .join(Document, col(Document.id) == col(StanceRow.document_id))
            .join(Origin, col(Origin.id) == col(StanceRow.origin_id))
            .outerjoin(speaker, col(speaker.id) == col(StanceRow.speaker_id))
            .where(col(StanceRow.id).in_(ids))
            .options(defer(Document.text))  # type: ignore[arg-type]  # seen as str
        )
        for stance, document, origin, spoke in found:
            told = by_stance[stance.id or 0]
            cells.append(_make_cell(stance, document, origin, spoke, told, parties[told.party_id]))
    return cells


def read_refs(session: Session, party_ids: set[int]) -> Mapping[int, PartyRef]:
    """Parties by id."""
    found = read_rows(session, _REF, PARTY.c.id, party_ids)
    return {row.id: refer(row) for row in found}


def refer(party: Any) -> PartyRef:
    """The party as other rows name it: of a ``Party``, or a row of its id, key and name."""
    return PartyRef(id=party.id, key=party.key, name=party.name)


def chunk(elements: Sequence[Element]) -> Iterator[list[Element]]:
    """``elements`` in lists of at most ``CHUNK``."""
    rest = iter(elements)
    while part := list(islice(rest, CHUNK)):
        yield part


def _make_cell(
    stance: StanceRow,
    document: Document,
    origin: Origin,
    speaker: Party | None,
    told: Held,
    party: PartyRef,
) -> Cell:
    return Cell(
        stance_id=told.stance_id,
        claim_id=stance.claim_id,
        party=party,
        speaker=None if speaker is None else refer(speaker),
        told_as=stance.told_as,
        value=told.value,
        said=stance.value,
        mode=stance.mode,
        commitment=stance.commitment,
        anonymous=stance.anonymous,
        day=stance.said_on,
        span=Span(
            start=stance.start,
            end=stance.end,
            exact=stance.exact,
            prefix=stance.prefix,
            suffix=stance.suffix,
        ),
        document_id=stance.document_id,
        title=document.title,
        outlet_id=document.outlet_id,
        outlet=document.outlet_name or document.outlet_id,
        url=document.url,
        published_at=document.published_at,
        origin_id=stance.origin_id,
        origin=origin.name,
        confidence=stance.confidence,
        reasons=tuple(stance.reasons),
        recorded_by=stance.recorded_by,
        recorded_at=stance.recorded_at,
        supersedes=stance.supersedes,
    )

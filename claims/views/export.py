"""The record as rows for CSV and JSON, drawn as they are asked for: any size, little memory."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Literal

from sqlmodel import Session, col, select

from claims.formats import (
    BOARD_COLUMNS,
    EVIDENCE_COLUMNS,
    STANCE_COLUMNS,
    stream_csv,
    stream_json,
)
from claims.store import EvidenceState, Store, load_claims
from claims.store.projections import Board
from claims.views.balance import EvidenceItem, group_by_origin
from claims.views.board import walk_board
from claims.views.cells import Held, read_cells
from claims.views.claim import load_state
from claims.views.matrix import Cell, order_cells
from claims.views.moments import last_moment
from claims.views.pieces import read_items
from claims.views.shapes import BoardFilters, BoardRow

What = Literal["board", "stances", "evidence"]
Shape = Literal["csv", "json"]
BATCH = 200
"""Claims read at once."""

Row = dict[str, Any]


def export(
    store: Store,
    what: What,
    shape: Shape,
    *,
    filters: BoardFilters | None = None,
    claim_id: int | None = None,
    as_of: date | None = None,
) -> Iterator[str]:
    """The board, all stances or all evidence as text, piece by piece.

    ``filters`` narrows the board; ``claim_id`` narrows stances and evidence to
    one claim, which may be asked for as held on a past day. NotOnRecord for an
    unknown claim, before the first piece.
    """
    if claim_id is not None:
        with store.read() as session:
            load_state(session, claim_id, as_of)
    write = stream_csv if shape == "csv" else stream_json
    if what == "board":
        return write(BOARD_COLUMNS, list_board(store, filters or BoardFilters()))
    if what == "stances":
        return write(STANCE_COLUMNS, list_stances(store, claim_id, as_of))
    return write(EVIDENCE_COLUMNS, list_evidence(store, claim_id, as_of))


def list_board(store: Store, filters: BoardFilters) -> Iterator[Row]:
    """The board's claims, the latest change first."""
    return map(_board_row, walk_board(store, filters, BATCH))


def list_stances(
    store: Store, claim_id: int | None = None, as_of: date | None = None
) -> Iterator[Row]:
    """Every stance that counts, claim by claim, in the order in which they were taken."""
    with store.read() as session:
        for ids in _list_claims(session, claim_id):
            for state in load_claims(session, ids, last_moment(as_of)).values():
                held = [
                    Held(stance.id, stance.claim_id, stance.party_id, stance.value)
                    for stance in state.stances
                ]
                for cell in sorted(read_cells(session, held), key=order_cells):
                    yield _stance_row(cell, state.claim_id, state.text)


def list_evidence(
    store: Store, claim_id: int | None = None, as_of: date | None = None
) -> Iterator[Row]:
    """Every piece of evidence that counts, claim by claim; a copy names what it repeats."""
    with store.read() as session:
        for ids in _list_claims(session, claim_id):
            for state in load_claims(session, ids, last_moment(as_of)).values():
                yield from _evidence_rows(session, state.claim_id, state.text, state.evidence)


def _list_claims(session: Session, claim_id: int | None) -> Iterator[list[int]]:
    if claim_id is not None:
        yield [claim_id]
        return
    last = 0
    while True:
        ids = session.exec(
            select(Board.claim_id)
            .where(col(Board.claim_id) > last)
            .order_by(col(Board.claim_id))
            .limit(BATCH)
        ).all()
        if not ids:
            return
        yield list(ids)
        last = ids[-1]


def _board_row(row: BoardRow) -> Row:
    plain = {
        name: getattr(row, name) for name in BOARD_COLUMNS if name not in ("claim", "positions")
    }
    positions = [f"{held.party.name}: {held.value.value} ({held.day})" for held in row.positions]
    return {**plain, "claim": row.text, "positions": positions}


def _stance_row(cell: Cell, claim_id: int, text: str) -> Row:
    return {
        "claim_id": claim_id,
        "claim": text,
        "stance_id": cell.stance_id,
        "day": cell.day,
        "party_key": cell.party.key,
        "party": cell.party.name,
        "speaker": cell.speaker.name if cell.speaker else None,
        "told_as": cell.told_as,
        "stance": cell.value,
        "mode": cell.mode,
        "commitment": cell.commitment,
        "anonymous": cell.anonymous,
        "quote": cell.span.exact,
        "start": cell.span.start,
        "end": cell.span.end,
        "document_id": cell.document_id,
        "title": cell.title,
        "outlet": cell.outlet,
        "url": cell.url,
        "origin": cell.origin,
        "confidence": cell.confidence,
        "reasons": cell.reasons,
        "recorded_by": cell.recorded_by,
    }


def _evidence_rows(
    session: Session, claim_id: int, text: str, counted: tuple[EvidenceState, ...]
) -> Iterator[Row]:
    for group in group_by_origin(
        read_items(session, {piece.id: piece.relation for piece in counted})
    ):
        for piece in group.pieces:
            yield _evidence_row(piece.lead, claim_id, text, None)
            for copy in piece.copies:
                yield _evidence_row(copy, claim_id, text, piece.lead.evidence_id)


def _evidence_row(item: EvidenceItem, claim_id: int, text: str, copy_of: int | None) -> Row:
    return {
        "claim_id": claim_id,
        "claim": text,
        "evidence_id": item.evidence_id,
        "relation": item.relation,
        "kind": item.kind,
        "reliability": item.reliability,
        "credibility": item.credibility,
        "origin": item.origin,
        "copy_of": copy_of,
        "title": item.title,
        "quote": item.exact,
        "note": item.note,
        "document_id": item.document_id,
        "url": item.url,
        "recorded_by": item.recorded_by,
        "recorded_at": item.recorded_at,
    }

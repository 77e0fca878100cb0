"""The board: one page of claims by filters, newest change first, found by keyset."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from pydantic_core import from_json
from sqlalchemy import select, type_coerce
from sqlalchemy.types import NullType
from sqlmodel import Session, col
from sqlmodel import select as pick_rows

from claims.store import Store
from claims.store.among import among
from claims.store.columns import from_micros, to_micros
from claims.store.facts import Claim
from claims.store.reading import read_by_keys
from claims.views.board_keys import BOARD, Key, read_keys
from claims.views.board_past import read_past_lines
from claims.views.cursor import read_cursor, write_cursor
from claims.views.moments import utc_day
from claims.views.shapes import BoardFilters, BoardRow, Order
from claims.views.values import Page, Position

KEPT = 500
"""Lines kept decoded, the last asked for: what stands in front is read again and again. They
are found by everything that stands in them, so a line that changed is decoded anew."""


def board(
    store: Store,
    filters: BoardFilters | None = None,
    cursor: str | None = None,
    as_of: date | None = None,
    limit: int = 50,
    order: Order = Order.NEWEST,
) -> Page[BoardRow]:
    """One page of the board.

    A claim that changes while somebody pages moves to the front: nobody meets it
    twice, no unchanged claim is left out, and one that moved from a page still to
    come is not met. Whoever must have every claim asks for the oldest first:
    there it moves to the end, and is met as it then is.

    Raises:
        CursorError: the cursor is not ours, or belongs to other filters.
        NotOnRecord: the party of the filters is unknown; names near it are given.
    """
    wanted = filters or BoardFilters()
    shape = f"board|{order}|{as_of}|{wanted.describe()}"
    after = _read_after(cursor, shape)
    with store.read() as session:
        if as_of is None:
            rows = _read_page(session, wanted, after, limit + 1, order)
        else:
            lines = read_past_lines(session, wanted, after, limit + 1, as_of, order)
            rows = [_make_row(line) for line in lines]
    items = tuple(rows[:limit])
    more = len(rows) > limit
    return Page(items=items, next=_write_after(items[-1], shape) if more else None, as_of=as_of)


def first_day(store: Store) -> date | None:
    """The UTC day on which the first claim came on record: no day before it has a board."""
    with store.read() as session:
        first = session.exec(pick_rows(Claim.opened_at).order_by(col(Claim.id)).limit(1)).first()
    return None if first is None else utc_day(first)


def walk_board(store: Store, filters: BoardFilters, at_once: int) -> Iterator[BoardRow]:
    """Every claim that fits, the latest change first, ``at_once`` of them read together.

    All of one state of the record: whatever is written meanwhile, each is met once.
    """
    with store.read() as session:
        after: Key | None = None
        while True:
            rows = _read_page(session, filters, after, at_once, Order.NEWEST)
            yield from rows
            if len(rows) < at_once:
                return
            after = (rows[-1].last_change, rows[-1].claim_id)


def _read_after(cursor: str | None, shape: str) -> Key | None:
    if cursor is None:
        return None
    micros, claim_id = read_cursor(cursor, shape, 2)
    return (from_micros(micros), claim_id)


def _write_after(row: BoardRow, shape: str) -> str:
    return write_cursor((to_micros(row.last_change), row.claim_id), shape)


def board_rows(store: Store, claim_ids: Sequence[int]) -> tuple[BoardRow, ...]:
    """The board's lines of those claims as they are now, in that order.

    A claim that is unknown or merged away has no line and is left out.
    """
    with store.read() as session:
        rows = _read_rows(session, claim_ids)
    return tuple(rows[claim_id] for claim_id in claim_ids if claim_id in rows)


def _read_page(
    session: Session, filters: BoardFilters, after: Key | None, limit: int, order: Order
) -> list[BoardRow]:
    claim_ids = [claim_id for _, claim_id in read_keys(session, filters, after, limit, order)]
    rows = _read_rows(session, claim_ids)
    return [rows[claim_id] for claim_id in claim_ids]


_COLUMNS = tuple(column.name for column in BOARD.columns)
_AS_STORED = select(*(type_coerce(column, NullType()) for column in BOARD.columns)).where(
    among(BOARD.c.claim_id)
)


def _read_rows(session: Session, claim_ids: Sequence[int]) -> dict[int, BoardRow]:
    rows = (_decode(tuple(line)) for line in read_by_keys(session, _AS_STORED, claim_ids))
    return {row.claim_id: row for row in rows}


@lru_cache(maxsize=KEPT)
def _decode(stored: tuple[Any, ...]) -> BoardRow:
    """A line of the projection's table, its columns as the database holds them."""
    line = dict(zip(_COLUMNS, stored, strict=True))
    for name in ("flags", "positions"):
        line[name] = from_json(line[name])
    for name in ("opened_at", "last_change"):
        line[name] = from_micros(line[name])
    return _make_row(line)


def _make_row(line: Mapping[str, Any]) -> BoardRow:
    """A line of the board from its projection."""
    plain = {name: line[name] for name in _PLAIN}
    positions = [_nest(position) for position in line["positions"]]
    return BoardRow.model_validate(
        {**plain, "positions": positions, "open_proposals": line["proposals"]}
    )


_PLAIN = tuple(set(BoardRow.model_fields) - {"positions", "open_proposals"})


def _nest(position: Mapping[str, Any]) -> dict[str, Any]:
    """A position as ``Position`` is built: with its party inside."""
    party = {"id": position["party_id"], "key": position["party_key"], "name": position["party"]}
    return {"party": party, **{name: position[name] for name in _HELD}}


_HELD = tuple(set(Position.model_fields) - {"party"})

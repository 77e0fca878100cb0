"""The board: one page of claims by filters, newest change first, found by keyset."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import Any

from pydantic_core import from_json
from sqlalchemy import select, type_coerce
from sqlalchemy.types import NullType
from sqlmodel import Session, col
from sqlmodel import select as pick_rows

from claims.model import Stage
from claims.store import Store
from claims.store.among import among
from claims.store.columns import from_micros, to_micros
from claims.store.facts import Claim
from claims.store.reading import pick, read_by_keys, read_latest
from claims.store.standing import STATUS_CHANGE
from claims.views.board_keys import BOARD, Key, read_keys, sort_by
from claims.views.board_merged import read_merged_lines
from claims.views.board_past import read_changed_lines
from claims.views.cursor import read_cursor, read_moment, write_cursor
from claims.views.moments import find_cut, require_order, utc_day
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
    come is not met. Whoever must have every claim asks by number, where none moves,
    or for the oldest first: there it moves to the end, and is met as it then is.

    Raises:
        CursorError: the cursor is not ours, or belongs to other filters.
        NotOnRecord: the party of the filters is unknown; names near it are given.
        RangeError: ``as_of`` lies ahead, or the filters' days are out of order.
    """
    wanted = filters or BoardFilters()
    require_order(wanted.since, wanted.until)
    shape = f"board|{order}|{as_of}|{wanted.describe()}"
    after = _read_after(cursor, shape)
    with store.read() as session:
        rows = _read_any(session, wanted, after, limit + 1, as_of, order)
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
            after = _key(rows[-1])


def _read_after(cursor: str | None, shape: str) -> Key | None:
    if cursor is None:
        return None
    micros, claim_id = read_cursor(cursor, shape, 2)
    return (read_moment(micros), claim_id)


def _write_after(row: BoardRow, shape: str) -> str:
    last_change, claim_id = _key(row)
    return write_cursor((to_micros(last_change), claim_id), shape)


def board_rows(store: Store, claim_ids: Sequence[int]) -> tuple[BoardRow, ...]:
    """The board's lines of those claims as they are now, in that order.

    A claim that is unknown or merged away has no line and is left out.
    """
    with store.read() as session:
        rows = _read_rows(session, claim_ids)
    return tuple(rows[claim_id] for claim_id in claim_ids if claim_id in rows)


def _read_any(
    session: Session,
    filters: BoardFilters,
    after: Key | None,
    limit: int,
    as_of: date | None,
    order: Order,
) -> list[BoardRow]:
    """The claims of a page, of today or of a past day; merged ones where they are asked for."""
    cut = find_cut(session, as_of)
    merged: list[BoardRow] = []
    if Stage.MERGED in filters.stage:
        lines = read_merged_lines(session, filters, after, limit, as_of, order)
        merged = _tell_since(session, map(_make_row, lines), cut)
        others = tuple(stage for stage in filters.stage if stage is not Stage.MERGED)
        if not others:
            return merged
        filters = filters.model_copy(update={"stage": others})
    rows = _read_page(session, filters, after, limit, order, as_of)
    changed: list[BoardRow] = []
    if as_of is not None:
        lines = read_changed_lines(session, filters, after, limit, as_of, order)
        changed = _tell_since(session, map(_make_row, lines), cut)
    falls = order is Order.NEWEST
    branches = heapq.merge(
        rows, changed, merged, key=lambda row: sort_by(_key(row), order), reverse=falls
    )
    return list(islice(branches, limit))


def _key(row: BoardRow) -> Key:
    return (row.last_change, row.claim_id)


def _read_page(
    session: Session,
    filters: BoardFilters,
    after: Key | None,
    limit: int,
    order: Order,
    as_of: date | None = None,
) -> list[BoardRow]:
    """Today's lines; ``as_of``: those of them that were the same at the end of that day."""
    keys = read_keys(session, filters, after, limit, order, as_of)
    claim_ids = [claim_id for _, claim_id in keys]
    rows = _read_rows(session, claim_ids)
    return [rows[claim_id] for claim_id in claim_ids]


_CHANGED = pick(STATUS_CHANGE, "claim_id", "at")
_COLUMNS = tuple(column.name for column in BOARD.columns)
_AS_STORED = select(*(type_coerce(column, NullType()) for column in BOARD.columns)).where(
    among(BOARD.c.claim_id)
)


def _read_rows(session: Session, claim_ids: Sequence[int]) -> dict[int, BoardRow]:
    rows = (_decode(tuple(line)) for line in read_by_keys(session, _AS_STORED, claim_ids))
    return {row.claim_id: row for row in _tell_since(session, rows)}


def _tell_since(
    session: Session, rows: Iterable[BoardRow], cut: int | None = None
) -> list[BoardRow]:
    """The rows with the moment from which on the status of each is shown, of a merged claim that
    of the one it counts under."""
    listed = list(rows)
    shown = [(row.merged_into or row).claim_id for row in listed]
    changed = read_latest(session, _CHANGED, STATUS_CHANGE.c.claim_id, shown, cut)
    since = {claim_id: {"status_since": at} for claim_id, at in changed}
    return [
        row.model_copy(update=since[claim_id]) if claim_id in since else row
        for row, claim_id in zip(listed, shown, strict=True)
    ]


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
    """A line of the board from its projection, as of a claim whose status never changed."""
    plain = {name: line[name] for name in _PLAIN}
    positions = [_nest(position) for position in line["positions"]]
    return BoardRow.model_validate(
        {
            **plain,
            "positions": positions,
            "open_proposals": line["proposals"],
            "merged_into": line.get("merged_into"),
            "status_since": line["opened_at"],
        }
    )


_PLAIN = tuple(
    set(BoardRow.model_fields) - {"positions", "open_proposals", "merged_into", "status_since"}
)


def _nest(position: Mapping[str, Any]) -> dict[str, Any]:
    """A position as ``Position`` is built: with its party inside."""
    party = {"id": position["party_id"], "key": position["party_key"], "name": position["party"]}
    return {"party": party, **{name: position[name] for name in _HELD}}


_HELD = tuple(set(Position.model_fields) - {"party"})

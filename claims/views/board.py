"""The board: one page of claims by filters, newest change first, found by keyset."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlmodel import Session

from claims.model import Commitment, Flag, Stance
from claims.store import Store
from claims.store.columns import from_micros, to_micros
from claims.views.board_keys import BOARD, Key, read_keys
from claims.views.board_past import read_past_lines
from claims.views.cursor import read_cursor, write_cursor
from claims.views.shapes import BoardFilters, BoardRow
from claims.views.values import Page, PartyRef, Position


def board(
    store: Store,
    filters: BoardFilters | None = None,
    cursor: str | None = None,
    as_of: date | None = None,
    limit: int = 50,
) -> Page[BoardRow]:
    """One page of the board.

    Pages are stable while others write: a claim that changes moves to the
    front, so nobody meets it twice and no unchanged claim is left out.

    Raises:
        CursorError: the cursor is not ours, or belongs to other filters.
        NotOnRecord: the party of the filters is unknown; names near it are given.
    """
    wanted = filters or BoardFilters()
    shape = f"board|{as_of}|{wanted.describe()}"
    after = _read_after(cursor, shape)
    with store.read() as session:
        if as_of is None:
            rows = _read_page(session, wanted, after, limit + 1)
        else:
            lines = read_past_lines(session, wanted, after, limit + 1, as_of)
            rows = [make_row(line) for line in lines]
    items = tuple(rows[:limit])
    more = len(rows) > limit
    return Page(items=items, next=_write_after(items[-1], shape) if more else None, as_of=as_of)


def _read_after(cursor: str | None, shape: str) -> Key | None:
    if cursor is None:
        return None
    micros, claim_id = read_cursor(cursor, shape, 2)
    return (from_micros(micros), claim_id)


def _write_after(row: BoardRow, shape: str) -> str:
    return write_cursor((to_micros(row.last_change), row.claim_id), shape)


def _read_page(
    session: Session, filters: BoardFilters, after: Key | None, limit: int
) -> list[BoardRow]:
    claim_ids = [claim_id for _, claim_id in read_keys(session, filters, after, limit)]
    found = session.execute(select(BOARD).where(BOARD.c.claim_id.in_(claim_ids))).mappings()
    rows = {row["claim_id"]: make_row(dict(row)) for row in found}
    return [rows[claim_id] for claim_id in claim_ids]


def make_row(line: Mapping[str, Any]) -> BoardRow:
    """A line of the board from its projection."""
    plain = {name: line[name] for name in _PLAIN}
    return BoardRow(
        **plain,
        flags=tuple(Flag(flag) for flag in line["flags"]),
        commitment=None if line["commitment"] is None else Commitment(line["commitment"]),
        positions=tuple(_make_position(position) for position in line["positions"]),
        open_proposals=line["proposals"],
    )


_PLAIN = tuple(set(BoardRow.model_fields) - {"flags", "commitment", "positions", "open_proposals"})


def _make_position(position: Mapping[str, Any]) -> Position:
    party = PartyRef(id=position["party_id"], key=position["party_key"], name=position["party"])
    return Position(
        party=party,
        value=Stance(position["value"]),
        commitment=Commitment(position["commitment"]),
        day=date.fromisoformat(position["day"]),
        stances=position["stances"],
    )


def board_rows(store: Store, claim_ids: Sequence[int]) -> tuple[BoardRow, ...]:
    """The board's lines of those claims as they are now, in that order.

    A claim that is unknown or merged away has no line and is left out.
    """
    with store.read() as session:
        found = session.execute(select(BOARD).where(BOARD.c.claim_id.in_(claim_ids))).mappings()
        rows = {row["claim_id"]: make_row(dict(row)) for row in found}
    return tuple(rows[claim_id] for claim_id in claim_ids if claim_id in rows)

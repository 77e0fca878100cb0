"""Which claims stand on a page of the board, found by index and keyset.

A filter that names several statuses or stages is answered by one index range
for each pair, merged: an ``IN`` with ``ORDER BY`` would sort every match.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from datetime import datetime
from itertools import islice, product
from typing import Any, NamedTuple

from sqlalchemy import Column, ColumnElement, Select, Table, literal, select, tuple_
from sqlmodel import Session

from claims.store.projections import Board, BoardFlag, BoardOutlet, BoardParty
from claims.store.search import holds_words
from claims.store.tables import table_of
from claims.views.moments import end_of_day, start_of_day
from claims.views.names import find_party
from claims.views.shapes import BoardFilters

BOARD = table_of(Board)
BOARD_PARTY = table_of(BoardParty)
BOARD_OUTLET = table_of(BoardOutlet)
BOARD_FLAG = table_of(BoardFlag)

Key = tuple[datetime, int]
"""Where a claim stands on the board: ``(last_change, claim_id)``, both falling."""


class Side(NamedTuple):
    """A filter answered by a side table with an index of its own."""

    table: Table
    column: Column[Any]
    value: int | str


def read_keys(session: Session, filters: BoardFilters, after: Key | None, limit: int) -> list[Key]:
    """The keys of the claims after ``after``, in the board's order.

    NotOnRecord where the filters name an unknown party.
    """
    query = _select_keys(session, filters, after).limit(limit)
    branches = (
        session.execute(query.where(*conditions)).tuples().all() for conditions in _branch(filters)
    )
    return list(islice(heapq.merge(*branches, reverse=True), limit))


def _select_keys(
    session: Session, filters: BoardFilters, after: Key | None
) -> Select[tuple[datetime, int]]:
    """The query that all branches share, driven by the index of its narrowest filter."""
    sides = list(_list_sides(session, filters))
    table = sides[0].table if sides else BOARD
    last_change, claim_id = table.c.last_change, table.c.claim_id
    query = select(last_change, claim_id)
    if sides:
        query = query.join(BOARD, BOARD.c.claim_id == claim_id)
        query = query.where(sides[0].column == sides[0].value)
    for side in sides[1:]:
        other = side.table.alias()
        held = select(1).where(
            other.c.claim_id == claim_id, other.c[side.column.name] == side.value
        )
        query = query.where(held.exists())
    if filters.words is not None:
        query = query.where(holds_words(session, filters.words))
    if filters.since is not None:
        query = query.where(last_change >= start_of_day(filters.since))
    if filters.until is not None:
        query = query.where(last_change < end_of_day(filters.until))
    if after is not None:
        # Typed literals: an untyped moment is compared as text, and the pages never end.
        keys = (last_change, claim_id)
        bounds = (literal(bound, key.type) for bound, key in zip(after, keys, strict=True))
        query = query.where(tuple_(*keys) < tuple_(*bounds))
    return query.order_by(last_change.desc(), claim_id.desc())


def _list_sides(session: Session, filters: BoardFilters) -> Iterator[Side]:
    """Filters with a side table, the one that leaves the fewest claims first."""
    if filters.party is not None:
        party = find_party(session, filters.party)
        yield Side(BOARD_PARTY, BOARD_PARTY.c.party_id, party.id)
    if filters.outlet is not None:
        yield Side(BOARD_OUTLET, BOARD_OUTLET.c.outlet_id, filters.outlet)
    for flag in dict.fromkeys(filters.flag):
        yield Side(BOARD_FLAG, BOARD_FLAG.c.flag, flag.value)


def _branch(filters: BoardFilters) -> Iterator[list[ColumnElement[bool]]]:
    """One list of conditions for each pair of status and stage asked for."""
    statuses = [[BOARD.c.status == status] for status in dict.fromkeys(filters.status)]
    stages = [[BOARD.c.stage == stage] for stage in dict.fromkeys(filters.stage)]
    for status, stage in product(statuses or [[]], stages or [[]]):
        yield [*status, *stage]

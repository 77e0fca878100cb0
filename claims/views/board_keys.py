"""Which claims stand on a page of the board, found by index and keyset.

A filter that names several statuses or stages is answered by one index range
for each pair, merged: an ``IN`` with ``ORDER BY`` would sort every match.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice, product
from typing import Any, NamedTuple

from sqlalchemy import Column, ColumnElement, Select, Table, func, literal, select, tuple_
from sqlmodel import Session

from claims.model import Stage, Status
from claims.store.projections import Board, BoardCount, BoardFlag, BoardOutlet, BoardParty
from claims.store.search import holds_words
from claims.store.tables import table_of
from claims.views.moments import end_of_day, start_of_day
from claims.views.names import find_party
from claims.views.shapes import BoardFilters

BOARD = table_of(Board)
BOARD_PARTY = table_of(BoardParty)
BOARD_OUTLET = table_of(BoardOutlet)
BOARD_FLAG = table_of(BoardFlag)
BOARD_COUNT = table_of(BoardCount)

Key = tuple[datetime, int]
"""Where a claim stands on the board: ``(last_change, claim_id)``, both falling."""


Place = tuple[Status | None, Stage | None]
_PLACE = (BOARD.c.status, BOARD.c.stage)
FEW = 5_000
"""Lines of a filter that are counted at most, to compare them with the claims at a place."""
NEAR = 1_000
"""Lines of a filter looked at, newest first, to tell how thinly they lie."""


class Side(NamedTuple):
    """A filter answered by a side table with an index of its own."""

    table: Table
    column: Column[Any]
    value: int | str


def read_keys(session: Session, filters: BoardFilters, after: Key | None, limit: int) -> list[Key]:
    """The keys of the claims after ``after``, in the board's order.

    NotOnRecord where the filters name an unknown party.
    """
    sides = _order_sides(session, list(_list_sides(session, filters)))
    counts = count_places(session) if sides else {}
    branches = []
    for place in _branch(filters):
        claims = _count_claims(counts, place)
        drive = sides and (claims is None or not _outnumbers(session, sides[0], place, claims))
        query = _select_keys(session, filters, sides, after, by_side=bool(drive))
        query = query.where(*_stand_at(session, filters, place)).limit(limit)
        branches.append(session.execute(query).tuples().all())
    return list(islice(heapq.merge(*branches, reverse=True), limit))


def _select_keys(
    session: Session,
    filters: BoardFilters,
    sides: Sequence[Side],
    after: Key | None,
    *,
    by_side: bool,
) -> Select[tuple[datetime, int]]:
    """The query for one branch, driven by the index of the first side or of the board."""
    table = sides[0].table if by_side else BOARD
    last_change, claim_id = table.c.last_change, table.c.claim_id
    query = select(last_change, claim_id)
    if by_side:
        query = query.join(BOARD, BOARD.c.claim_id == claim_id)
        query = query.where(sides[0].column == sides[0].value)
    for side in sides[1:] if by_side else sides:
        other = side.table.alias()
        held = select(1).where(
            other.c.claim_id == claim_id, other.c[side.column.name] == side.value
        )
        query = query.where(held.exists())
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


def _stand_at(
    session: Session, filters: BoardFilters, place: Place
) -> Iterator[ColumnElement[bool]]:
    """The conditions on words, status and stage."""
    if filters.words is not None:
        yield holds_words(session, filters.words, *place)
        return
    yield from (column == value for column, value in zip(_PLACE, place, strict=True) if value)


def count_places(session: Session) -> dict[tuple[Status, Stage], int]:
    """Claims at each status and stage, from the counters."""
    found = session.execute(select(BOARD_COUNT.c.status, BOARD_COUNT.c.stage, BOARD_COUNT.c.n))
    return {(status, stage): n for status, stage, n in found}


def _count_claims(counts: Mapping[tuple[Status, Stage], int], place: Place) -> int | None:
    """Claims at a place; None where it is every place."""
    if place == (None, None):
        return None
    wanted = [
        n
        for held, n in counts.items()
        if all(asked is None or asked == each for asked, each in zip(place, held, strict=True))
    ]
    return sum(wanted)


def _outnumbers(session: Session, side: Side, place: Place, claims: int) -> bool:
    """Whether the side's filter alone leaves more claims than stand at the place, ``claims``.

    Then the board's own index drives: of 250,000 claims that somebody denied 3 % are in
    review, and to find fifty of those by way of the denials takes 100 ms.
    """
    if claims < FEW:
        return _count_up_to(session, side, claims + 1) > claims
    if _count_up_to(session, side, FEW) < FEW:
        return False
    there = [column == value for column, value in zip(_PLACE, place, strict=True) if value]
    reach = _reach_back(session, BOARD.c.last_change, *there)
    return reach is not None and reach < (_reach_side(session, side) or 0.0)


def _order_sides(session: Session, sides: list[Side]) -> list[Side]:
    """The narrowest filter first: the one with few lines, else the one whose lines lie thinnest.

    Counting would not do: of filters with more lines than can be counted in time, one
    still leaves ten times as many as the other.
    """
    if len(sides) < 2:
        return sides

    def width(side: Side) -> tuple[bool, float]:
        reach = _reach_side(session, side)
        return (False, _count_up_to(session, side, NEAR)) if reach is None else (True, reach)

    return sorted(sides, key=width)


def _reach_side(session: Session, side: Side) -> float | None:
    return _reach_back(session, side.table.c.last_change, side.column == side.value)


def _reach_back(
    session: Session, changed: Column[datetime], *conditions: ColumnElement[bool]
) -> float | None:
    """When the ``NEAR``-th newest of the lines that fit was changed (epoch seconds): the
    earlier, the thinner they lie. None where they are fewer."""
    newest = select(changed).where(*conditions).order_by(changed.desc())
    last = session.execute(newest.offset(NEAR - 1).limit(1)).scalar()
    return None if last is None else last.timestamp()


def _count_up_to(session: Session, side: Side, most: int) -> int:
    """The lines that a filter leaves, counted no further than ``most``."""
    some = select(literal(1)).where(side.column == side.value).limit(most).subquery()
    return session.execute(select(func.count()).select_from(some)).scalar() or 0


def _list_sides(session: Session, filters: BoardFilters) -> Iterator[Side]:
    """Filters with a side table."""
    if filters.party is not None:
        party = find_party(session, filters.party)
        yield Side(BOARD_PARTY, BOARD_PARTY.c.party_id, party.id)
    if filters.outlet is not None:
        yield Side(BOARD_OUTLET, BOARD_OUTLET.c.outlet_id, filters.outlet)
    for flag in dict.fromkeys(filters.flag):
        yield Side(BOARD_FLAG, BOARD_FLAG.c.flag, flag.value)


def _branch(filters: BoardFilters) -> Iterator[Place]:
    """Each pair of status and stage asked for; None stands for any."""
    statuses: list[Status | None] = [*dict.fromkeys(filters.status)]
    stages: list[Stage | None] = [*dict.fromkeys(filters.stage)]
    yield from product(statuses or [None], stages or [None])

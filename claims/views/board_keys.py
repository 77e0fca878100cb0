"""Which claims stand on a page of the board, found by index and keyset.

A filter that names several statuses or stages is answered by one index range
for each pair, merged: an ``IN`` with ``ORDER BY`` would sort every match.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from itertools import islice, product
from operator import gt, lt
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import (
    Column,
    ColumnElement,
    FromClause,
    Select,
    Table,
    and_,
    bindparam,
    func,
    literal,
    select,
    tuple_,
)
from sqlmodel import Session

from claims.model import Stage, Status
from claims.store.projections import Board, BoardCount, BoardFlag, BoardOutlet, BoardParty
from claims.store.search import holds_words
from claims.store.tables import table_of
from claims.views.moments import end_of_day, find_cut, start_of_day
from claims.views.names import find_outlet, find_party
from claims.views.shapes import BoardFilters, Order

BOARD = table_of(Board)
BOARD_PARTY = table_of(BoardParty)
BOARD_OUTLET = table_of(BoardOutlet)
BOARD_FLAG = table_of(BoardFlag)
BOARD_COUNT = table_of(BoardCount)

Key = tuple[datetime, int]
"""Where a claim stands on the board: ``(last_change, claim_id)``."""
KeyColumns = tuple[Column[Any], Column[Any]]
Found = TypeVar("Found", bound=tuple[Any, ...])


Place = tuple[Status | None, Stage | None]
_PLACE = (BOARD.c.status, BOARD.c.stage)
FEW = 2_000
"""Lines of a filter that are counted at most, to compare them with the claims at a place."""
NEAR = 1_000
"""Lines of a filter looked at, newest first, to tell how thinly they lie."""


class Side(NamedTuple):
    """A filter answered by a side table with an index of its own."""

    table: Table
    column: Column[Any]
    value: int | str


class Weight(NamedTuple):
    """How thinly the lines of a filter lie."""

    lines: int
    """Counted no further than was asked."""
    reach: datetime | None
    """When the ``NEAR``-th newest was changed, None where they are fewer: the earlier, the
    thinner they lie. Counting would not do: of filters with more lines than can be counted in
    time, one still leaves ten times as many as the other."""

    @property
    def order(self) -> tuple[bool, float]:
        """The narrowest filter first: one with few lines, else that whose lines lie thinnest."""
        return (False, self.lines) if self.reach is None else (True, self.reach.timestamp())


def read_keys(
    session: Session,
    filters: BoardFilters,
    after: Key | None,
    limit: int,
    order: Order = Order.NEWEST,
    as_of: date | None = None,
) -> list[Key]:
    """The keys of the claims after ``after``, in that order; ``as_of``: of those that were not
    changed since that day.

    NotOnRecord where the filters name an unknown party.
    """
    places = list(_branch(filters))
    placed = places != [(None, None)]
    sides = list(_list_sides(session, filters, find_cut(session, as_of)))
    if as_of is not None:
        until = min(filters.until or as_of, as_of)
        filters = filters.model_copy(update={"until": until})
    weights: list[Weight] = []
    # PostgreSQL finds out for itself which index to begin with.
    as_written = session.get_bind().dialect.name == "sqlite"
    if as_written and (len(sides) > 1 or (sides and placed)):
        sides, weights = order_sides(session, sides, FEW if placed else NEAR)
    counts = count_places(session) if weights and placed else {}
    branches = []
    for place in places:
        claims = _count_claims(counts, place) if weights else None
        drive = sides and (claims is None or not _outnumbers(session, weights[0], place, claims))
        query, key = _select_keys(session, filters, sides, place, by_side=bool(drive))
        query = put_in_order(query, key, after, order).limit(limit)
        branches.append(session.execute(query).tuples().all())
    merged = heapq.merge(
        *branches, key=lambda key: sort_by(key, order), reverse=order is Order.NEWEST
    )
    return list(islice(merged, limit))


def sort_by(key: tuple[Any, Any], order: Order) -> tuple[Any, ...]:
    """The parts of a key, or of its columns, by which that order sorts."""
    return key[1:] if order is Order.ID else key


def _select_keys(
    session: Session,
    filters: BoardFilters,
    sides: Sequence[Side],
    place: Place,
    *,
    by_side: bool,
) -> tuple[Select[tuple[datetime, int]], KeyColumns]:
    """The query for one branch, driven by the index of the first side or of the board, and the
    columns of its key."""
    table = sides[0].table if by_side else BOARD
    key = (table.c.last_change, table.c.claim_id)
    query = select(*key)
    stands = list(_stand_at(session, filters, place))
    others = sides[1:] if by_side else sides
    # The index of each filter is in the board's order: they can be read side by side.
    as_pairs = filters.words is None
    if by_side:
        query = query.where(sides[0].column == sides[0].value)
        if stands:
            query = query.join(BOARD, _is_same(BOARD, table, as_pairs))
    for side in others:
        other = side.table.alias()
        fits = other.c[side.column.name] == side.value
        query = query.where(select(1).where(_is_same(other, table, as_pairs), fits).exists())
    query = query.where(*stands)
    if filters.since is not None:
        query = query.where(table.c.last_change >= start_of_day(filters.since))
    if filters.until is not None:
        query = query.where(table.c.last_change < end_of_day(filters.until))
    return query, key


def put_in_order(
    query: Select[Found], key: KeyColumns, after: Key | None, order: Order
) -> Select[Found]:
    """What comes after ``after``, in that order: each index can be read from either end. By
    number, the board's key is read, or what fits is sorted."""
    falls = order is Order.NEWEST
    sorted_by = sort_by(key, order)
    if after is not None:
        last = sort_by(after, order)
        # Typed literals: an untyped moment is compared as text, and the pages never end.
        bounds = (literal(bound, part.type) for bound, part in zip(last, sorted_by, strict=True))
        comes_after = lt if falls else gt
        query = query.where(comes_after(tuple_(*sorted_by), tuple_(*bounds)))
    return query.order_by(*(part.desc() if falls else part.asc() for part in sorted_by))


def _is_same(one: FromClause, other: FromClause, as_pairs: bool) -> ColumnElement[bool]:
    """Whether lines of two tables are of one claim; ``as_pairs``: compared by the whole of the
    board's order, which both hold."""
    parts = ("last_change", "claim_id") if as_pairs else ("claim_id",)
    return and_(*(one.c[part] == other.c[part] for part in parts))


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


def _outnumbers(session: Session, side: Weight, place: Place, claims: int) -> bool:
    """Whether the side's filter alone leaves more claims than stand at the place, ``claims``.

    Then the board's own index drives: of 250,000 claims that somebody denied 3 % are in
    review, and to find fifty of those by way of the denials takes 100 ms.
    """
    if claims < FEW:
        return side.lines > claims
    if side.lines < FEW or side.reach is None:
        return False
    status, stage = place
    asked = {"status": status, "stage": stage, "near": NEAR - 1}
    last = session.execute(_select_reach(bool(status), bool(stage)), asked).scalar()
    return last is not None and last < side.reach


def order_sides(
    session: Session, sides: Sequence[Side], most: int
) -> tuple[list[Side], list[Weight]]:
    """The narrowest filter first, with the weight of each, its lines counted up to ``most``."""
    weighed = zip(sides, _weigh(session, sides, most), strict=True)
    ordered = sorted(weighed, key=lambda each: each[1].order)
    return [side for side, _ in ordered], [weight for _, weight in ordered]


def _weigh(session: Session, sides: Sequence[Side], most: int) -> Iterator[Weight]:
    """The weight of each filter: one statement for all."""
    values = {f"value_{at}": side.value for at, side in enumerate(sides)}
    statement = _select_weights(tuple((side.table, side.column.name) for side in sides))
    found = session.execute(statement, {"most": most, "near": NEAR - 1, **values}).one()
    yield from map(Weight, found[::2], found[1::2])


@cache
def _select_weights(sides: tuple[tuple[Table, str], ...]) -> Select[Any]:
    asked: list[Any] = []
    for at, (table, column) in enumerate(sides):
        fits = table.c[column] == bindparam(f"value_{at}")
        some = select(literal(1)).where(fits).limit(bindparam("most")).subquery()
        asked.append(select(func.count()).select_from(some).scalar_subquery())
        asked.append(_reach_back(table, fits))
    return select(*asked)


@cache
def _select_reach(status: bool, stage: bool) -> Select[Any]:
    """For the claims at a status, a stage or both: when the ``NEAR``-th newest was changed."""
    asked = zip(_PLACE, (status, stage), strict=True)
    there = [column == bindparam(column.name) for column, is_asked in asked if is_asked]
    return select(_reach_back(BOARD, *there))


def _reach_back(table: Table, *conditions: ColumnElement[bool]) -> Any:
    newest = select(table.c.last_change).where(*conditions).order_by(table.c.last_change.desc())
    return newest.offset(bindparam("near")).limit(1).scalar_subquery()


def _list_sides(session: Session, filters: BoardFilters, cut: int | None) -> Iterator[Side]:
    """Filters with a side table. ``cut``: a party is the one that it counted as by then."""
    if filters.party is not None:
        party = find_party(session, filters.party, cut)
        yield Side(BOARD_PARTY, BOARD_PARTY.c.party_id, party.id)
    if filters.outlet is not None:
        outlet = find_outlet(session, filters.outlet)
        yield Side(BOARD_OUTLET, BOARD_OUTLET.c.outlet_id, outlet)
    for flag in dict.fromkeys(filters.flag):
        yield Side(BOARD_FLAG, BOARD_FLAG.c.flag, flag.value)


def _branch(filters: BoardFilters) -> Iterator[Place]:
    """Each pair of status and stage asked for; None stands for any."""
    statuses: list[Status | None] = [*dict.fromkeys(filters.status)]
    stages: list[Stage | None] = [*dict.fromkeys(filters.stage)]
    yield from product(statuses or [None], stages or [None])

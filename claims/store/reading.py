"""Reading rows by a list of keys, up to a ledger entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import cache
from typing import Any, TypeVar, TypeVarTuple, overload

from sqlalchemy import (
    Column,
    ColumnElement,
    Row,
    Select,
    Table,
    bindparam,
    func,
    or_,
    select,
)
from sqlalchemy.orm import Session
from sqlmodel import Session as TypedSession
from sqlmodel.sql.expression import Select as TypedSelect
from sqlmodel.sql.expression import SelectOfScalar

from claims.store.among import WANTED, among
from claims.store.journal import LedgerEntry
from claims.store.tables import table_of

KEYS_AT_ONCE = 5_000
"""Keys in one IN list; both databases take several times as many."""

LEDGER = table_of(LedgerEntry)
Found = TypeVar("Found")
Columns = TypeVarTuple("Columns")


def cut_at(session: Session, as_of: datetime | None) -> int | None:
    """The last ledger entry up to a moment (0 before the first). None stands for now."""
    if as_of is None:
        return None
    last = session.execute(select(func.max(LEDGER.c.seq)).where(LEDGER.c.at <= as_of)).scalar()
    return int(last or 0)


def split(keys: Iterable[Any]) -> Iterator[Sequence[Any]]:
    """Distinct keys in order, in lists short enough for one statement."""
    ordered = sorted(set(keys))
    for start in range(0, len(ordered), KEYS_AT_ONCE):
        yield ordered[start : start + KEYS_AT_ONCE]


def read_rows(
    session: Session,
    columns: Sequence[Column[Any]],
    keys: Column[Any] | Sequence[Column[Any]],
    wanted: Iterable[Any],
    cut: int | None = None,
) -> list[Row[Any]]:
    """``columns`` of the fact rows where one of ``keys`` is ``wanted``, oldest first.

    ``cut``: rows of later ledger entries are left out.
    """
    keyed = (keys,) if isinstance(keys, Column) else tuple(keys)
    return read_by_keys(session, select_rows(tuple(columns), keyed, cut is not None), wanted, cut)


def read_latest(
    session: Session,
    columns: Sequence[Column[Any]],
    key: Column[Any],
    wanted: Iterable[Any],
    cut: int | None = None,
) -> list[Row[Any]]:
    """``columns`` of the newest fact row for each ``wanted`` value of ``key``."""
    return read_by_keys(session, select_latest(tuple(columns), key, cut is not None), wanted, cut)


def read_lines(
    session: Session, table: Table, claim_ids: Iterable[int], *columns: str
) -> list[Row[Any]]:
    """Columns of the lines that a projection has for some claims; without a name all of them."""
    return read_by_keys(session, _select_lines(table, columns), claim_ids)


def read_by_keys(
    session: Session, statement: Select[Any], wanted: Iterable[Any], cut: int | None = None
) -> list[Row[Any]]:
    """Run a statement with the parameters ``wanted`` (see ``among``) and, unless None, ``cut``."""
    connection = session.connection()
    found: list[Row[Any]] = []
    for some in split(wanted):
        parameters = {WANTED: some} if cut is None else {WANTED: some, "cut": cut}
        found.extend(connection.execute(statement, parameters))
    return found


@overload
def find_by_keys(
    session: TypedSession, statement: SelectOfScalar[Found], wanted: Iterable[Any]
) -> list[Found]: ...


@overload
def find_by_keys(
    session: TypedSession, statement: TypedSelect[*Columns], wanted: Iterable[Any]
) -> list[tuple[*Columns]]: ...


def find_by_keys(session: TypedSession, statement: Any, wanted: Iterable[Any]) -> list[Any]:
    """What ``session.exec`` finds for a statement with the parameter ``wanted`` (see ``among``).

    In the statement's order among the keys asked for at once: of few keys, or of one key.
    """
    return [row for some in split(wanted) for row in session.exec(statement, params={WANTED: some})]


@cache
def select_rows(
    columns: tuple[Column[Any], ...], keys: tuple[Column[Any], ...], limited: bool
) -> Select[Any]:
    """The statement of ``read_rows``, kept: each costs as much to make as to run. ``limited``:
    with the parameter ``cut``."""
    table = keys[0].table
    statement = select(*columns).where(or_(*(among(key) for key in keys)))
    if limited:
        statement = statement.where(table.c.seq <= bindparam("cut"))
    return statement.order_by(table.c.id)


@cache
def select_latest(
    columns: tuple[ColumnElement[Any], ...], key: Column[Any], limited: bool
) -> Select[Any]:
    """The statement of ``read_latest``, kept as ``select_rows`` is."""
    table = key.table
    newest = select(func.max(table.c.id)).where(among(key))
    if limited:
        newest = newest.where(table.c.seq <= bindparam("cut"))
    return select(*columns).where(table.c.id.in_(newest.group_by(key)))


@cache
def _select_lines(table: Table, columns: tuple[str, ...]) -> Select[Any]:
    chosen = pick(table, *columns) if columns else table.c
    return select(*chosen).where(among(table.c.claim_id))


def pick(table: Table, *names: str) -> list[Column[Any]]:
    """Columns of a table by name."""
    return [table.c[name] for name in names]

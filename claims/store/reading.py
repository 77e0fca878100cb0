"""Reading rows by a list of keys, up to a ledger entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Row, Table, func, or_, select
from sqlalchemy.orm import Session

from claims.store.journal import LedgerEntry
from claims.store.tables import table_of

KEYS_AT_ONCE = 5_000
"""Keys in one IN list; both databases take several times as many."""

LEDGER = table_of(LedgerEntry)


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
    keyed = [keys] if isinstance(keys, Column) else list(keys)
    table = keyed[0].table
    found: list[Row[Any]] = []
    for some in split(wanted):
        statement = select(*columns).where(or_(*(key.in_(some) for key in keyed)))
        if cut is not None:
            statement = statement.where(table.c.seq <= cut)
        found.extend(session.execute(statement.order_by(table.c.id)).all())
    return found


def read_latest(
    session: Session,
    columns: Sequence[Column[Any]],
    key: Column[Any],
    wanted: Iterable[Any],
    cut: int | None = None,
) -> list[Row[Any]]:
    """``columns`` of the newest fact row for each ``wanted`` value of ``key``."""
    table = key.table
    found: list[Row[Any]] = []
    for some in split(wanted):
        newest = select(func.max(table.c.id)).where(key.in_(some))
        if cut is not None:
            newest = newest.where(table.c.seq <= cut)
        statement = select(*columns).where(table.c.id.in_(newest.group_by(key)))
        found.extend(session.execute(statement).all())
    return found


def pick(table: Table, *names: str) -> list[Column[Any]]:
    """Columns of a table by name."""
    return [table.c[name] for name in names]

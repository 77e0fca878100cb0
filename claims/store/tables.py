"""Every table of the record, typed access to the Core tables behind the classes."""

from __future__ import annotations

from sqlalchemy import Table

from claims.store.access import ACCESS
from claims.store.columns import METADATA, Row
from claims.store.facts import FACTS
from claims.store.journal import LedgerEntry, Outbox
from claims.store.projections import PROJECTIONS


def table_of(row: type[Row]) -> Table:
    """The Core table behind a table class. TypeError for a class that has none."""
    table = getattr(row, "__table__", None)
    if not isinstance(table, Table):
        raise TypeError(f"{row.__name__} is no table of the record")
    return table


FACT_TABLES: tuple[Table, ...] = tuple(table_of(fact) for fact in FACTS)
"""The append-only tables that ledger entries vouch for."""
GUARDED_TABLES: tuple[Table, ...] = (*FACT_TABLES, table_of(LedgerEntry))
"""The tables on which triggers refuse UPDATE and DELETE."""
PROJECTION_TABLES: tuple[Table, ...] = tuple(table_of(row) for row in PROJECTIONS)
ACCESS_TABLES: tuple[Table, ...] = tuple(table_of(row) for row in ACCESS)
"""Who may come in. No facts: these rows expire, are revoked and deleted."""
ALL_TABLES: tuple[Table, ...] = (
    *GUARDED_TABLES,
    table_of(Outbox),
    *PROJECTION_TABLES,
    *ACCESS_TABLES,
)

__all__ = [
    "ACCESS_TABLES",
    "ALL_TABLES",
    "FACT_TABLES",
    "GUARDED_TABLES",
    "METADATA",
    "PROJECTION_TABLES",
    "table_of",
]

"""A connection for loading millions of rows: nothing is checked or indexed row by row."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pysqlite3.dbapi2
from sqlalchemy import Connection, Engine, create_engine

from claims.store import Store
from claims.store.fulltext import FULLTEXT, TEXT_INDEX
from claims.store.guards import guard_table
from claims.store.tables import ALL_TABLES, GUARDED_TABLES

_INDEXES = [
    index
    for table in ALL_TABLES
    for index in sorted(table.indexes, key=lambda index: str(index.name))
    if not index.unique
]
_SQLITE = ("journal_mode=OFF", "synchronous=OFF", "cache_size=-1000000", "temp_store=MEMORY")
_POSTGRESQL = (
    "session_replication_role = replica",  # no foreign keys, no ordinary triggers
    "synchronous_commit = off",
    "maintenance_work_mem = '1GB'",
    "work_mem = '256MB'",
)


@contextmanager
def load(store: Store) -> Iterator[Connection]:
    """The connection. Indexes and guards are taken off, and put back at the end.

    The store's own connections are closed. A crash leaves a record that is good
    for nothing: delete it.
    """
    store.close()
    sqlite = store.dialect == "sqlite"
    options = {"module": pysqlite3.dbapi2} if sqlite else {}
    engine: Engine = create_engine(store.url, **options)
    try:
        with engine.connect() as connection:
            for setting in _SQLITE if sqlite else _POSTGRESQL:
                connection.exec_driver_sql(f"{'PRAGMA' if sqlite else 'SET'} {setting}")
            connection.commit()
            for statement in _list_before(sqlite):
                connection.exec_driver_sql(statement)
            connection.commit()
            yield connection
            for index in _INDEXES:
                index.create(connection)
            for statement in _list_after(sqlite):
                connection.exec_driver_sql(statement)
            connection.commit()
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("ANALYZE" if sqlite else "VACUUM ANALYZE")
    finally:
        engine.dispose()


def _list_before(sqlite: bool) -> Iterator[str]:
    for index in _INDEXES:
        yield f"DROP INDEX {index.name}"
    if not sqlite:
        yield f"DROP INDEX {TEXT_INDEX}"
        return
    for table in GUARDED_TABLES:
        for event in ("no_update", "no_delete", "no_replace"):
            yield f"DROP TRIGGER {table.name}_{event}"


def _list_after(sqlite: bool) -> Iterator[str]:
    if not sqlite:
        yield FULLTEXT["postgresql"][-1]  # the index: the column fills itself
        return
    for table in GUARDED_TABLES:
        yield from guard_table(table, "sqlite")

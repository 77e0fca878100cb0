"""Facts and ledger refuse every change, however it is put, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from claims.store import Store
from claims.store.tables import GUARDED_TABLES

ATTACKS = [
    ("an update of a fact", "UPDATE origin SET name = 'x'", {}),
    ("a delete of a fact", "DELETE FROM origin", {}),
    ("an update of the ledger", "UPDATE ledger_entry SET actor = 'x'", {}),
    ("a delete of the ledger", "DELETE FROM ledger_entry", {}),
    (
        "an insert that turns into an update",
        "INSERT INTO origin (id, seq, key, name) VALUES (1, 1, 'a', 'x')"
        " ON CONFLICT (id) DO UPDATE SET name = 'x'",
        {},
    ),
    (
        "SQLite's replace of a row with the same id",
        "INSERT OR REPLACE INTO origin (id, seq, key, name) VALUES (1, 1, 'other', 'x')",
        {"sqlite"},
    ),
    (
        "SQLite's replace of a row with the same unique column",
        "INSERT OR REPLACE INTO origin (id, seq, key, name) SELECT 99, 1, key, 'x' FROM origin",
        {"sqlite"},
    ),
    (
        "SQLite's update that replaces",
        "UPDATE OR REPLACE origin SET id = 2 WHERE id = 1",
        {"sqlite"},
    ),
    ("PostgreSQL's truncate", "TRUNCATE origin CASCADE", {"postgresql"}),
    ("PostgreSQL's truncate of the ledger", "TRUNCATE ledger_entry", {"postgresql"}),
    (
        "an update with PostgreSQL's ordinary triggers silenced",
        "SET LOCAL session_replication_role = replica; UPDATE origin SET name = 'x'",
        {"postgresql"},
    ),
]


@pytest.mark.parametrize(("sentence", "attack", "only"), ATTACKS, ids=[a[0] for a in ATTACKS])
@pytest.mark.parametrize("recursive", [True, False], ids=["", "recursive_triggers off"])
def test_refuses(
    scribe: Any, store: Store, sentence: str, attack: str, only: set[str], recursive: bool
) -> None:
    if (only and store.dialect not in only) or (not recursive and store.dialect != "sqlite"):
        pytest.skip("for the other database")
    scribe.document()
    scribe.document()
    before = read_all(store)
    with store.writer.connect() as connection:
        if not recursive:
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("PRAGMA recursive_triggers = OFF")
            connection.exec_driver_sql("BEGIN")
        *before_it, last = attack.split("; ")
        for statement in before_it:
            connection.execute(text(statement))
        with pytest.raises(DBAPIError, match="appended and never changed"):
            connection.execute(text(last))
        connection.rollback()
    assert read_all(store) == before


def read_all(store: Store) -> list[Any]:
    with store.read() as session:
        origins = session.execute(text("SELECT id, seq, key, name FROM origin ORDER BY id"))
        entries = session.execute(text("SELECT seq, actor FROM ledger_entry ORDER BY seq"))
        return [tuple(row) for row in (*origins, *entries)]


def test_every_fact_table_and_the_ledger_have_their_guards(store: Store) -> None:
    query = {
        "sqlite": "SELECT tbl_name, count(*) FROM sqlite_master WHERE type = 'trigger'"
        " GROUP BY tbl_name",
        "postgresql": "SELECT relname, count(*) FROM pg_trigger JOIN pg_class"
        " ON pg_class.oid = tgrelid WHERE NOT tgisinternal AND tgenabled = 'A' GROUP BY relname",
    }[store.dialect]
    with store.read() as session:
        found = {row[0]: row[1] for row in session.execute(text(query))}
    wanted = {"sqlite": 3, "postgresql": 2}[store.dialect]
    assert found == {table.name: wanted for table in GUARDED_TABLES}


def test_a_reader_cannot_write(store: Store) -> None:
    with store.read() as session, pytest.raises(DBAPIError, match=r"readonly|read-only"):
        session.execute(text("INSERT INTO origin (id, seq, key, name) VALUES (1, 1, 'a', 'b')"))


def test_an_unguarded_table_would_be_noticed(
    store: Store, scribe: Any, tamper: Callable[..., None]
) -> None:
    scribe.document()
    tamper(store, "UPDATE origin SET name = 'x'")
    with store.read() as session:
        assert session.execute(text("SELECT name FROM origin")).scalar() == "x"

"""No page reads a whole table of what grows with the record: each looks through an index.

Asked of SQLite's planner, which says which way it goes; timings on a large record
are the bench's matter (``python -m tests.bench.desk``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine, event

from claims.store import Store
from claims.store.tables import FACT_TABLES

GROWING = {table.name for table in FACT_TABLES} | {"board", "ledger_entry", "outbox"}
_SCAN = re.compile(r"SCAN (\w+)$")
"""A table read from its first row on. ``SCAN x USING INDEX`` walks in an order, to a limit."""


@pytest.fixture
def store(lite: Store) -> Store:
    """SQLite says what it plans."""
    return lite


@contextmanager
def watch_plans() -> Iterator[list[str]]:
    """Tables read whole by what is asked meanwhile, each with its statement."""
    found: list[str] = []
    asked: set[str] = set()

    def explain(
        connection: Any, cursor: Any, statement: str, parameters: Any, context: Any, many: bool
    ) -> None:
        if statement in asked or not statement.lstrip().startswith(("SELECT", "WITH")):
            return
        asked.add(statement)
        cursor = connection.connection.cursor()
        cursor.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
        named = {
            alias: table
            for table, alias in re.findall(r"\b(?:FROM|JOIN|,) (\w+) AS (\w+)", statement)
        }
        for *_, step in cursor.fetchall():
            scanned = _SCAN.match(step)
            if scanned and named.get(scanned[1], scanned[1]) in GROWING:
                found.append(f"{step}: {statement}")
        cursor.close()

    event.listen(Engine, "before_cursor_execute", explain)
    try:
        yield found
    finally:
        event.remove(Engine, "before_cursor_execute", explain)
    assert asked, "nothing was asked of the database"


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/?status=contested",
        "/?stage=published",
        "/?party=Northland",
        "/?outlet=paper",
        "/?flag=denied",
        "/?words=grain",
        "/?since=2026-03-01&until=2026-03-02",
        "/?party=Northland&status=refuted",
        "/claims/1",
        "/claims/2",
        "/api/v1/claims/1",
        "/api/v1/claims",
        "/api/v1/search?words=grain",
        "/api/v1/status-counts",
        "/documents/1",
    ],
)
def test_it_reads_no_whole_table(client: TestClient, filled: dict[str, int], address: str) -> None:
    with watch_plans() as found:
        assert client.get(address).status_code == 200
    assert found == []

"""Verifying the ledger: every hash computed again from the rows as they stand.

Rows stream from the database in order of entry and are hashed one at a time;
memory holds one row, and the digests of ``ENTRIES_AT_ONCE`` entries. The whole
check reads one snapshot, so writers may go on.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Boolean, Connection, Table
from sqlalchemy.exc import DatabaseError, OperationalError

from claims.store.journal import GENESIS, LedgerEntry, RowHash, hash_entry, sorted_columns
from claims.store.session import Store
from claims.store.tables import FACT_TABLES, table_of

ENTRIES_AT_ONCE = 500
ROWS_AT_ONCE = 500
LEDGER = table_of(LedgerEntry)

Entry = dict[str, Any]


@dataclass(frozen=True, slots=True)
class LedgerReport:
    """What a check of the ledger found."""

    ok: bool
    entries: int
    """Entries found good before the first bad one."""
    rows: int
    """Fact rows that these vouch for."""
    first_bad: int | None = None
    """Number of the first bad entry."""
    what: str = ""
    """What is wrong with it, one sentence; empty where all is well."""
    head: str = GENESIS
    """Hash of the last good entry: what a checkpoint signs."""


class _Bad(Exception):  # noqa: N818 - carries a finding, not a failure
    """The first bad entry, with what is wrong."""

    def __init__(self, seq: int, what: str) -> None:
        super().__init__(what)
        self.seq = seq
        self.what = what


class _Walk:
    """How far a check has come."""

    def __init__(self) -> None:
        self.entries = 0
        self.rows = 0
        self.head = GENESIS

    def report(self, bad: _Bad | None = None) -> LedgerReport:
        return LedgerReport(
            ok=bad is None,
            entries=self.entries,
            rows=self.rows,
            first_bad=bad.seq if bad else None,
            what=bad.what if bad else "",
            head=self.head,
        )


def verify_ledger(store: Store) -> LedgerReport:
    """Compute every hash of the ledger again and say where the record first departs from it.

    Finds a row changed, removed or added, an entry changed, removed or added,
    and a broken chain. A ledger whose last entries were cut off together with
    their rows looks whole: ``verify_checkpoints`` finds that. OperationalError
    (SQLAlchemy's) when the connection breaks.
    """
    walk = _Walk()
    with _read_stored(store) as connection:
        try:
            for entries in _read_entries(connection):
                _check_entries(connection, entries, walk)
            _check_strangers(connection, walk.entries)
        except _Bad as bad:
            return walk.report(bad)
        except OperationalError:
            raise  # the connection broke, which says nothing about the rows
        except DatabaseError as error:
            what = f"the database cannot read its own rows: {error.orig}"
            return walk.report(_Bad(walk.entries + 1, what))
    return walk.report()


@contextmanager
def _read_stored(store: Store) -> Iterator[Connection]:
    """A connection on one snapshot that hands out values as stored, even broken text."""
    with store.reader.connect() as connection:
        if store.dialect == "postgresql":
            yield connection.execution_options(stream_results=True, max_row_buffer=ROWS_AT_ONCE)
            return
        driver = connection.connection.driver_connection
        assert driver is not None
        before = driver.text_factory
        driver.text_factory = _decode
        try:
            yield connection
        finally:
            driver.text_factory = before


def _decode(stored: bytes) -> str:
    """Bytes that are no UTF-8 must not end the check: they hash unlike anything written."""
    return stored.decode("utf-8", "surrogateescape")


def _read_entries(connection: Connection) -> Iterator[list[Entry]]:
    """The ledger in order, some entries at a time."""
    names = [column.name for column in sorted_columns(LEDGER)]
    after = 0
    while True:
        found = connection.exec_driver_sql(
            f"SELECT {_list_columns(LEDGER, connection)} FROM {LEDGER.name}"
            f" WHERE seq > {after} ORDER BY seq LIMIT {ENTRIES_AT_ONCE}"
        ).all()
        if not found:
            return
        entries = [dict(zip(names, row, strict=True)) for row in found]
        yield entries
        after = entries[-1]["seq"]


def _check_entries(connection: Connection, entries: Sequence[Entry], walk: _Walk) -> None:
    first, last = walk.entries + 1, entries[-1]["seq"]
    held: dict[tuple[Any, str], RowHash] = {}
    for table in FACT_TABLES:
        for seq, row in _read_facts(connection, table, first, last):
            held.setdefault((seq, table.name), RowHash()).add(row)
    for entry in entries:
        expected = walk.entries + 1
        if entry["seq"] != expected:
            raise _Bad(expected, f"entry {expected} is missing: the next one is {entry['seq']}")
        _check_chain(entry, walk.head)
        _check_content(connection, entry, held)
        walk.entries = expected
        walk.rows += sum(part["rows"] for part in json.loads(entry["content"]).values())
        walk.head = entry["entry_sha256"]


def _check_chain(entry: Entry, head: str) -> None:
    seq = entry["seq"]
    if hash_entry(entry) != entry["entry_sha256"]:
        raise _Bad(seq, f"entry {seq} was changed: its own hash does not fit what it says")
    if entry["previous_sha256"] != head:
        raise _Bad(seq, f"the chain is broken: entry {seq} does not follow entry {seq - 1}")


def _check_content(
    connection: Connection, entry: Entry, held: Mapping[tuple[Any, str], RowHash]
) -> None:
    seq = entry["seq"]
    vouched: dict[str, dict[str, Any]] = json.loads(entry["content"])
    for table in FACT_TABLES:
        found = held.get((seq, table.name), RowHash()).summary()
        promised = vouched.get(table.name, RowHash().summary())
        if found == promised:
            continue
        where = f"table {table.name}, entry {seq} ({entry['action']} by {entry['actor']})"
        if found["rows"] < promised["rows"]:
            what = f"{promised['rows'] - found['rows']} of {promised['rows']} rows are missing"
        elif found["rows"] > promised["rows"]:
            what = f"{found['rows']} rows, and the entry vouches for {promised['rows']}"
        else:
            what = "a row was changed"
        raise _Bad(seq, f"{where}: {what}; it holds {_list_ids(connection, table, seq)}")


def _check_strangers(connection: Connection, last: int) -> None:
    """Rows that name an entry that does not exist."""
    for table in FACT_TABLES:
        row = connection.exec_driver_sql(
            f"SELECT id, seq FROM {table.name} WHERE seq > {last} OR seq < 1"
            " OR seq <> CAST(seq AS integer) ORDER BY seq, id LIMIT 1"
        ).first()
        if row is not None:
            raise _Bad(
                last + 1,
                f"table {table.name}: row {row[0]} was added without an entry"
                f" (it names {row[1]!r}, the ledger ends at {last})",
            )


def _read_facts(
    connection: Connection, table: Table, first: int, last: int
) -> Iterator[tuple[Any, Entry]]:
    """The rows of some entries as ``(seq, {column: stored value})``, in order."""
    columns = sorted_columns(table)
    names = [column.name for column in columns]
    place = names.index("seq")
    result = connection.exec_driver_sql(
        f"SELECT {_list_columns(table, connection)} FROM {table.name}"
        f" WHERE seq BETWEEN {first} AND {last} ORDER BY seq, id"
    )
    for rows in result.partitions(ROWS_AT_ONCE):
        for row in rows:
            yield row[place], dict(zip(names, row, strict=True))


def _list_columns(table: Table, connection: Connection) -> str:
    """The table's columns in the order of hashing, truth as 0 and 1 on both databases."""
    postgresql = connection.dialect.name == "postgresql"
    return ", ".join(
        f'"{column.name}"::int'
        if postgresql and isinstance(column.type, Boolean)
        else f'"{column.name}"'
        for column in sorted_columns(table)
    )


def _list_ids(connection: Connection, table: Table, seq: int) -> str:
    low, high = connection.exec_driver_sql(
        f"SELECT min(id), max(id) FROM {table.name} WHERE seq = {seq}"
    ).one()
    if low is None:
        return "none"
    return f"row {low}" if low == high else f"rows {low} to {high}"

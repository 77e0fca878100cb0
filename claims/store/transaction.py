"""One write transaction: rows added, projections refreshed, one ledger entry, commit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Table, func, select
from sqlmodel import Session

from claims.model import utcnow
from claims.store.counters import count_added
from claims.store.effective import COUNTED_TABLES, KEPT
from claims.store.errors import RecordError
from claims.store.facts import Fact
from claims.store.indexing import (
    DOCUMENT_FOLD,
    Mark,
    index_terms,
    list_folds,
    mark_document,
    write_claim_terms,
    write_document_marks,
)
from claims.store.journal import (
    GENESIS,
    LedgerEntry,
    Outbox,
    RowHash,
    fold_float,
    hash_entry,
    stored_row,
)
from claims.store.reading import LEDGER
from claims.store.refresh import insert_lines, refresh_claims, refresh_standing
from claims.store.standing import STANDING_TABLES
from claims.store.tables import FACT_TABLES, table_of
from claims.store.touching import find_touched

OUTBOX = table_of(Outbox)
_FACTS = frozenset(table.name for table in FACT_TABLES)


class Transaction:
    """What ``Store.write`` hands out. Projections show the changes after the block."""

    def __init__(self, session: Session, actor: str, action: str, note: str) -> None:
        last = session.execute(
            select(LEDGER.c.seq, LEDGER.c.at, LEDGER.c.entry_sha256)
            .order_by(LEDGER.c.seq.desc())
            .limit(1)
        ).first()
        session.info[KEPT] = {}
        self.session = session
        """For reads: sees the rows added here. Never committed or rolled back by the caller."""
        self.actor = actor
        self.action = action
        self.note = note
        self.seq: int = last.seq + 1 if last else 1
        """Number of the ledger entry that this transaction will add."""
        self.now: datetime = _follow(last.at if last else None)
        """The transaction's moment, aware, in UTC; later than every earlier one."""
        self._previous: str = last.entry_sha256 if last else GENESIS
        self._ids: dict[Table, int] = {}
        self._hashes: dict[str, RowHash] = {}
        self._added: dict[str, list[Mapping[str, Any]]] = {}
        self._touched: set[int] = set()
        self._terms: dict[int, Sequence[str]] = {}
        self._marks: dict[int, Mark] = {}
        self._events: list[dict[str, Any]] = []

    def add(self, row: Fact) -> int:
        """Add one fact: its ``id`` and ``seq`` are set, its id is returned."""
        return self.add_many([row])[0]

    def add_many(self, rows: Iterable[Fact]) -> list[int]:
        """Add facts with one statement a table, in order; returns their ids in that order.

        ValueError names a column whose value cannot be kept; IntegrityError
        (SQLAlchemy's) says that the record holds such a row already, or that a row it
        refers to is missing.
        """
        ids = []
        batches: dict[Table, list[dict[str, Any]]] = {}
        for row in rows:
            table = table_of(type(row))
            if not isinstance(row, Fact) or table.name not in _FACTS:
                raise RecordError(f"{type(row).__name__} is no fact: only facts are added")
            row.id = self._next_id(table)
            row.seq = self.seq
            batches.setdefault(table, []).append(_read_values(table, row))
            ids.append(row.id)
        if not COUNTED_TABLES.isdisjoint(table.name for table in batches):
            self.session.info[KEPT].clear()
        for table, values in batches.items():
            stored = [stored_row(table, line) for line in values]
            insert_lines(self.session, table, values)
            digest = self._hashes.setdefault(table.name, RowHash())
            for line in stored:
                digest.add(line)
            self._added.setdefault(table.name, []).extend(values)
        return ids

    def touch_claims(self, claim_ids: Iterable[int]) -> None:
        """Refresh further claims before the commit; those that added facts name come anyway."""
        self._touched.update(claim_ids)

    def index_claim(self, claim_id: int, terms: Sequence[str]) -> None:
        """Index a new claim under ``index_terms(text)``, where those are at hand already."""
        self._terms[claim_id] = tuple(terms)

    def index_document(self, document_id: int, bands: Sequence[int], fingerprint: bytes) -> None:
        """Index a new document under ``mark_document(text)``, where that is at hand already."""
        self._marks[document_id] = (tuple(bands), fingerprint)

    def emit(self, topic: str, key: str, payload: dict[str, Any]) -> None:
        """Put an event into the outbox: it goes out after the commit, or never."""
        self._events.append({"topic": topic, "key": key, "payload": payload, "at": self.now})

    def finish(self) -> None:
        """Write indexes, projections, events and the ledger entry. Called by the store."""
        self._index_the_rest()
        write_claim_terms(self.session, self._terms)
        write_document_marks(self.session, self._marks)
        told = {
            row["id"]: f"{row['title']}\n{row['text']}" for row in self._added.get("document", ())
        }
        insert_lines(self.session, DOCUMENT_FOLD, list_folds(told))
        found = find_touched(self.session, self._added)
        if self._touched or not self._added.keys() <= STANDING_TABLES:
            refresh_claims(self.session, self._touched | found)
        else:
            refresh_standing(self.session, found)
        count_added(self.session, self._added)
        for event in self._events:
            event["id"] = self._next_id(OUTBOX)
        insert_lines(self.session, OUTBOX, self._events)
        if self._hashes:
            self._write_entry()

    def _index_the_rest(self) -> None:
        """A claim or document that nobody indexed would never be found again."""
        for row in self._added.get("claim", ()):
            if row["id"] not in self._terms:
                self._terms[row["id"]] = index_terms(row["text"])
        for row in self._added.get("document", ()):
            if row["id"] not in self._marks:
                self._marks[row["id"]] = mark_document(row["text"])

    def _write_entry(self) -> None:
        entry = {
            "seq": self.seq,
            "at": self.now,
            "actor": self.actor,
            "action": self.action,
            "note": self.note,
            "content": {name: digest.summary() for name, digest in self._hashes.items()},
            "previous_sha256": self._previous,
            "entry_sha256": "",
        }
        entry["entry_sha256"] = hash_entry(stored_row(table_of(LedgerEntry), entry))
        insert_lines(self.session, LEDGER, [entry])

    def _next_id(self, table: Table) -> int:
        """The next id. There is one writer, so nobody else takes it meanwhile."""
        if table not in self._ids:
            last = self.session.execute(select(func.max(table.c.id))).scalar()
            self._ids[table] = int(last or 0)
        self._ids[table] += 1
        return self._ids[table]


def _follow(last: datetime | None) -> datetime:
    """Now, or just after the last entry where the clock went back."""
    now = utcnow()
    return now if last is None or now > last else last + timedelta(microseconds=1)


def _read_values(table: Table, row: Fact) -> dict[str, Any]:
    values = {column.name: getattr(row, column.name, None) for column in table.columns}
    for name, value in values.items():
        if type(value) is float:
            values[name] = fold_float(value)
    return values

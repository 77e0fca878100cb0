"""Transactions: one writer, readers on snapshots, all or nothing, at any instant."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from psycopg.pq import TransactionStatus
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from claims.model import Stance, Status
from claims.settings import Settings
from claims.store import (
    DatabaseBusyError,
    RecordError,
    Store,
    StoreError,
    clear_outbox,
    mark_delivered,
    open_store,
    pending_outbox,
    rebuild,
    verify_ledger,
)
from claims.store.facts import Assessment, Claim, Origin, StanceRow
from claims.store.journal import LedgerEntry
from claims.store.projections import Board

NewDatabase = Callable[..., str]


def origins(store: Store) -> list[str]:
    with store.read() as session:
        return list(session.scalars(select(Origin.key).order_by(Origin.id)))  # type: ignore[arg-type]


def entries(store: Store) -> int:
    with store.read() as session:
        return session.scalar(select(func.count()).select_from(LedgerEntry)) or 0


def test_rows_get_ids_in_order_and_the_number_of_their_entry(store: Store) -> None:
    with store.write("ana", "test") as tx:
        rows = [Origin(key=key, name="n") for key in "abc"]
        assert tx.add_many(rows) == [1, 2, 3]
        assert [(row.id, row.seq) for row in rows] == [(1, 1), (2, 1), (3, 1)]
        assert tx.session.scalar(select(func.count()).select_from(Origin)) == 3
    with store.write("ana", "test") as tx:
        row = Origin(key="d", name="n")
        assert (tx.add(row), row.seq, tx.seq) == (4, 2, 2)
    assert entries(store) == 2


def test_rows_of_several_tables_may_be_added_at_once(store: Store) -> None:
    with store.write("ana", "test") as tx:
        found = tx.add_many(
            [
                Origin(key="a", name="n"),
                Claim(text="A.", opened_at=tx.now),
                Origin(key="b", name=""),
            ]
        )
    assert found == [1, 1, 2]
    assert verify_ledger(store).ok


def test_a_block_that_raises_leaves_nothing(store: Store) -> None:
    def fail() -> None:
        with store.write("ana", "test") as tx:
            tx.add(Origin(key="a", name="n"))
            tx.emit("topic", "key", {})
            raise KeyError("no")

    with pytest.raises(KeyError):
        fail()
    assert (origins(store), entries(store)) == ([], 0)
    with store.write("ana", "test") as tx:
        assert tx.add(Origin(key="a", name="n")) == 1


@pytest.mark.postgres
def test_a_refusal_before_any_fact_leaves_the_statements_prepared(store: Store) -> None:
    """At a rollback psycopg forgets them, and every statement is planned anew."""
    if store.dialect != "postgresql":
        pytest.skip("for PostgreSQL")

    def refuse() -> None:
        with store.write("ana", "test"):
            raise KeyError("not yours")

    def count() -> int:
        with store.begin() as session:
            return session.scalar(text("SELECT count(*) FROM pg_prepared_statements")) or 0

    for _ in range(8):  # from the sixth time on a statement is prepared
        with pytest.raises(KeyError):
            refuse()
    assert count() > 0


@pytest.mark.postgres
def test_a_glance_begins_no_transaction_and_leaves_the_statements_prepared(store: Store) -> None:
    if store.dialect != "postgresql":
        pytest.skip("for PostgreSQL")
    for _ in range(8):
        with store.read() as session:
            session.scalar(text("SELECT count(*) FROM claim"))
        with store.glance() as session:
            session.scalar(text("SELECT count(*) FROM board"))
            driver: Any = session.connection().connection.driver_connection
            assert driver.info.transaction_status == TransactionStatus.IDLE
    with store.glance() as session:
        found = session.scalars(text("SELECT statement FROM pg_prepared_statements")).all()
    assert {"SELECT count(*) FROM claim", "SELECT count(*) FROM board"} <= set(found)


@pytest.mark.parametrize("look", [Store.read, Store.glance], ids=["read", "glance"])
def test_readers_cannot_write(store: Store, look: Callable[[Store], Any]) -> None:
    with pytest.raises(DBAPIError, match=r"(?i)read-?only"), look(store) as session:
        session.execute(text("DELETE FROM board"))


@pytest.mark.postgres
def test_a_connection_that_the_server_closed_is_replaced(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    if store.dialect != "postgresql":
        pytest.skip("for PostgreSQL")
    monkeypatch.setattr("claims.store.engine.TRUSTED_SECONDS", 0.0)

    def ask_number() -> int:
        with store.read() as session:
            return session.scalar(text("SELECT pg_backend_pid()")) or 0

    number = ask_number()
    with store.begin() as session:
        session.execute(text(f"SELECT pg_terminate_backend({number}, 5000)"))
    assert ask_number() != number


def test_a_transaction_without_facts_writes_no_entry(store: Store) -> None:
    with store.write("ana", "look") as tx:
        tx.emit("topic", "key", {"a": 1})
    assert entries(store) == 0
    with store.read() as session:
        assert [event.payload for event in pending_outbox(session)] == [{"a": 1}]


def test_moments_never_go_back(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with store.write("ana", "test") as tx:
        tx.add(Origin(key="a", name="n"))
        first = tx.now
    past = datetime(2020, 1, 1, tzinfo=UTC)
    monkeypatch.setattr("claims.store.transaction.utcnow", lambda: past)
    with store.write("ana", "test") as tx:
        assert tx.now == first + timedelta(microseconds=1)


REFUSED: list[tuple[str, Callable[[datetime], Any], type[Exception], str]] = [
    ("a NUL character", lambda now: Origin(key="a\x00b", name="n"), ValueError, "origin.key"),
    ("a lone surrogate", lambda now: Origin(key="\ud800", name="n"), ValueError, "origin.key"),
    ("a naive moment", lambda now: Claim(text="A.", opened_at=datetime(2026, 1, 1)),
     ValueError, "claim.opened_at"),
    ("a missing column", lambda now: Claim(opened_at=now), IntegrityError, "text"),
    ("a claim that is not there",
     lambda now: Assessment(claim_id=9, status=Status.SUPPORTED, rule=1, at=now),
     IntegrityError, "(?i)foreign key"),
    ("a projection", lambda now: Board(claim_id=1), RecordError, "Board is no fact"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "make", "error", "what"), REFUSED, ids=[row[0] for row in REFUSED]
)
def test_refuses_to_add(
    store: Store, sentence: str, make: Callable[[datetime], Any], error: type[Exception], what: str
) -> None:
    with pytest.raises(error, match=what), store.write("ana", "test") as tx:
        tx.add(make(tx.now))
    assert entries(store) == 0


def test_refuses_a_number_that_is_none(store: Store, scribe: Any) -> None:
    claim, party, document = scribe.claim(), scribe.party(), scribe.document()
    with store.read() as session:
        scribe.stance(claim, party, document)
        row = session.scalars(select(StanceRow)).one().model_dump()
    row |= {"confidence": float("nan"), "value": Stance.DENIES}
    with pytest.raises(ValueError, match=r"stance\.confidence|finite"):  # noqa: SIM117
        with store.write("ana", "test") as tx:
            tx.add(StanceRow(**row))


def test_one_thread_cannot_write_inside_its_own_transaction(store: Store) -> None:
    with (
        store.write("ana", "outer"),
        pytest.raises(StoreError, match="writing already"),
        store.write("ana", "inner"),
    ):
        pass


def test_threads_take_turns(store: Store) -> None:
    def write(name: str) -> None:
        for number in range(5):
            with store.write(name, "test") as tx:
                tx.add(Origin(key=f"{name}{number}", name="n"))

    threads = [threading.Thread(target=write, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(origins(store)) == sorted(f"{name}{n}" for name in "abc" for n in range(5))
    assert verify_ledger(store).ok


def test_a_writer_that_waits_too_long_says_so(store: Store, tmp_path: Path) -> None:
    impatient = Settings(home=tmp_path, database_wait_seconds=0.2)
    url = store.url.render_as_string(hide_password=False)
    with (
        open_store(url, home=tmp_path, settings=impatient) as other,
        store.write("ana", "long"),
        pytest.raises(DatabaseBusyError, match="ONRECORD_DATABASE_WAIT_SECONDS"),
        other.write("bo", "short"),
    ):
        pass


def test_readers_do_not_wait_for_the_writer_and_see_one_state(store: Store, scribe: Any) -> None:
    scribe.claim()
    with store.read() as session:
        assert session.scalar(select(func.count()).select_from(Claim)) == 1
        with store.write("ana", "test") as tx:
            tx.add(Claim(text="Two is so.", opened_at=tx.now))
            with store.read() as other:
                assert other.scalar(select(func.count()).select_from(Claim)) == 1
        assert session.scalar(select(func.count()).select_from(Claim)) == 1, "one snapshot"
        assert session.scalar(select(func.count()).select_from(Board)) == 1
    with store.read() as session:
        assert session.scalar(select(func.count()).select_from(Claim)) == 2


def test_the_outbox_keeps_events_until_they_are_delivered(store: Store) -> None:
    with store.write("ana", "test") as tx:
        for number in range(3):
            tx.emit("claim.decided", f"claim/{number}", {"n": number})
    with store.read() as session:
        events = pending_outbox(session, limit=2)
    assert [(event.id, event.key) for event in events] == [(1, "claim/0"), (2, "claim/1")]
    mark_delivered(store, [1, 2])
    mark_delivered(store, [2])
    with store.read() as session:
        assert [event.id for event in pending_outbox(session)] == [3]
    assert clear_outbox(store, days=1) == 0
    assert clear_outbox(store, days=-1) == 2
    with store.write("ana", "test") as tx:
        tx.emit("claim.decided", "claim/4", {})
    with store.read() as session:
        assert [event.id for event in pending_outbox(session)] == [3, 4]


def test_a_session_of_a_transaction_cannot_commit_on_its_own(store: Store) -> None:
    def fail() -> None:
        with store.write("ana", "test") as tx:
            tx.add(Origin(key="a", name="n"))
            tx.session.commit()
            raise KeyError("no")

    with pytest.raises(KeyError):
        fail()
    assert origins(store) == []


def test_a_forked_child_uses_connections_of_its_own(store: Store) -> None:
    with store.write("ana", "test") as tx:
        tx.add(Origin(key="parent", name="n"))
    child = os.fork()
    if child == 0:
        code = 1
        try:
            with store.write("child", "test") as tx:
                tx.add(Origin(key="child", name="n"))
            code = 0
        finally:
            os._exit(code)
    assert os.waitpid(child, 0)[1] == 0
    with store.write("ana", "test") as tx:
        tx.add(Origin(key="again", name="n"))
    assert origins(store) == ["parent", "child", "again"]


def test_a_writer_cannot_change_what_is_there(store: Store, scribe: Any) -> None:
    scribe.claim()
    with pytest.raises(DBAPIError, match="never changed"), store.write("ana", "test") as tx:
        tx.session.execute(text("UPDATE claim SET text = 'x'"))


WRITE_FOREVER = """
import pathlib, sys
from claims.store import open_store
from claims.store.facts import Claim, Origin
store = open_store(sys.argv[1], home=pathlib.Path(sys.argv[2]))
number = 0
while True:
    with store.write("child", "test") as tx:
        tx.add_many([Origin(key=f"{sys.argv[3]}-{number}-{n}", name="n") for n in range(5)])
        tx.add(Claim(text=f"Claim {number} is so.", opened_at=tx.now))
        tx.emit("done", str(number), {})
    print(number, flush=True)
    number += 1
"""


def test_a_killed_writer_loses_nothing_acknowledged_and_leaves_nothing_half_written(
    new_database: NewDatabase, tmp_path: Path, dump_projections: Callable[[Store], Any]
) -> None:
    url = new_database()
    acknowledged = 0
    for attempt in range(3):
        child = subprocess.Popen(
            [sys.executable, "-c", WRITE_FOREVER, url, str(tmp_path), str(attempt)],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(0.05 + 0.11 * attempt)
        child.send_signal(signal.SIGKILL)
        acknowledged += 1 + len(child.stdout.read().split("\n")) - 1
        child.wait()
        child.stdout.close()
    with open_store(url, home=tmp_path) as store:
        report = verify_ledger(store)
        assert report.ok
        assert acknowledged <= report.entries <= acknowledged + 3
        assert report.rows == 6 * report.entries
        with store.read() as session:
            assert len(pending_outbox(session, 10_000)) == report.entries
        before = dump_projections(store)
        rebuild(store)
        assert dump_projections(store) == before

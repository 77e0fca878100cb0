"""Connections: which databases, which SQLite libraries, set up how."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError

from claims.store import Store, UnknownDatabaseError, UnsafeSqliteError, open_store
from claims.store.engine import check_sqlite, choose_url, open_engine, rests, wrote_nothing

VERSIONS = [
    ((3, 6, 23), True, "before WAL mode"),
    ((3, 7, 0), False, "first with the bug"),
    ((3, 40, 1), False, "Debian 12's"),
    ((3, 51, 2), False, "last with the bug"),
    ((3, 51, 3), True, "first without"),
    ((3, 53, 4), True, "pysqlite3's"),
]


@pytest.mark.parametrize(("version", "safe", "which"), VERSIONS, ids=[v[2] for v in VERSIONS])
def test_refuses_a_sqlite_that_can_corrupt(
    version: tuple[int, int, int], safe: bool, which: str
) -> None:
    if safe:
        check_sqlite(version)
        return
    with pytest.raises(UnsafeSqliteError, match="install the package pysqlite3"):
        check_sqlite(version)


URLS = [
    (None, "sqlite:////home/x/record.sqlite"),
    ("sqlite:////tmp/a.sqlite", "sqlite:////tmp/a.sqlite"),
    ("postgresql://me@host/record", "postgresql+psycopg://me@host/record"),
    ("postgresql+psycopg://me@host/record", "postgresql+psycopg://me@host/record"),
]


@pytest.mark.parametrize(("url", "chosen"), URLS)
def test_chooses(url: str | None, chosen: str) -> None:
    assert str(choose_url(url, Path("/home/x"))) == chosen


@pytest.mark.parametrize(
    "url", ["mysql://me:secret@host/record", "sqlite://", "sqlite:///:memory:", "not a url", ""]
)
def test_refuses_other_databases_and_keeps_passwords_to_itself(url: str) -> None:
    with pytest.raises(UnknownDatabaseError) as refusal:
        choose_url(url, Path("/home/x"))
    assert "secret" not in str(refusal.value)


def test_sqlite_is_set_up_to_lose_nothing(store: Store) -> None:
    if store.dialect != "sqlite":
        pytest.skip("for SQLite")
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "recursive_triggers": 1}
    with store.begin() as session:
        found = {name: session.execute(text(f"PRAGMA {name}")).scalar() for name in wanted}
    assert found == wanted


def test_a_record_that_nobody_may_write_is_read_as_it_lies(
    sqlite_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(sqlite_template, tmp_path / "record.sqlite")
    monkeypatch.setattr(os, "access", lambda *_: False)

    with open_store(home=tmp_path) as store, store.read() as session:
        assert session.execute(text("SELECT count(*) FROM claim")).scalar() == 0
        assert [path.name for path in tmp_path.iterdir()] == ["record.sqlite"]


def test_only_what_somebody_writes_is_not_read_as_it_lies(
    sqlite_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "record.sqlite"
    assert not rests(file)
    shutil.copy(sqlite_template, file)
    assert not rests(file)
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert rests(file)
    (tmp_path / "record.sqlite-wal").touch()
    assert not rests(file)


def test_what_cannot_be_written_is_refused_at_once(
    sqlite_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only a lock is waited for; the record of this test lies in a folder that is none."""
    (tmp_path / "none").touch()
    started = time.monotonic()
    with open_store(f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'r.sqlite')}") as store:
        engine = open_engine(make_url(f"sqlite:///{tmp_path}/none/r.sqlite"), store.wait_seconds)
        with pytest.raises(DBAPIError, match="unable to open database file"):
            engine.connect()
    assert time.monotonic() - started < store.wait_seconds / 2


def test_what_was_only_read_may_be_committed_on_postgresql(store: Store) -> None:
    with store.writer.connect() as connection:
        connection.execute(text("SELECT * FROM origin"))
        assert wrote_nothing(connection) is (store.dialect == "postgresql")
        connection.execute(text("INSERT INTO party_count VALUES (1, 1, 1)"))
        assert not wrote_nothing(connection)
        connection.rollback()
        with pytest.raises(DBAPIError):
            connection.execute(text("SELECT * FROM no_such_table"))
        assert not wrote_nothing(connection)
        connection.rollback()
        connection.invalidate()
        assert not wrote_nothing(connection)

"""The ledger is verified from the rows, and names the first entry that does not fit."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pysqlite3.dbapi2
import pytest
from hypothesis import assume, given, reject, settings
from hypothesis import strategies as st
from sqlalchemy import Table

from claims.model import Relation, Stage, Stance, Status, utcnow
from claims.store import Store, open_store, verify_ledger
from claims.store.facts import Origin
from claims.store.journal import GENESIS
from claims.store.tables import FACT_TABLES, GUARDED_TABLES

Tamper = Callable[..., None]


def write_something(scribe: Any) -> None:
    """A record with a row in every kind of table that tests tamper with."""
    document = scribe.document()
    north, south = scribe.party("northland"), scribe.party("southland")
    claim = scribe.claim("Northland sends ships.")
    other = scribe.claim("Northland sends planes.")
    stance = scribe.stance(claim, north, document)
    scribe.stance(claim, south, document, Stance.DENIES, supersedes=stance)
    scribe.evidence(claim, document, Relation.UNDERMINES)
    scribe.move_stance(2, other)
    scribe.withdraw("evidence", 1)
    scribe.merge(other, claim, opposite=True)
    scribe.merge_parties(south, north)
    scribe.assess(claim, Status.CONTESTED, ("denied",))
    scribe.move(claim, Stage.ASSIGNED, "bo")
    scribe.publish(claim, scribe.decide(claim, Status.REFUTED))
    scribe.answer(scribe.propose(claim, other))
    scribe.change_status(claim, Status.REFUTED)


def test_an_untouched_record_verifies(store: Store, scribe: Any) -> None:
    assert verify_ledger(store).head == GENESIS
    write_something(scribe)
    report = verify_ledger(store)
    assert report.ok
    assert (report.entries, report.what, report.first_bad) == (19, "", None)
    assert report.rows == 21
    assert report.head != GENESIS


def test_every_entry_knows_who_did_what(store: Store, scribe: Any) -> None:
    scribe.document()
    with store.read() as session:
        entry = session.connection().exec_driver_sql(
            "SELECT actor, action, content FROM ledger_entry"
        )
        ((actor, action, content),) = entry.all()
    assert (actor, action) == ("machine", "record_document")
    assert '"capture":{"rows":1,' in content


TAMPERINGS = [
    ("a stance's quote was changed", "UPDATE stance SET exact = 'No.' WHERE id = 1", 6,
     "table stance, entry 6 .*a row was changed"),
    ("a stance's value was turned round", "UPDATE stance SET value = 'denies' WHERE id = 1", 6,
     "a row was changed"),
    ("a moment was moved by a microsecond", "UPDATE decision SET at = at + 1", 15, "changed"),
    ("a day was changed", "UPDATE stance SET said_on = '2026-03-02' WHERE id = 1", 6, "changed"),
    ("a truth was changed", "UPDATE claim_merge SET opposite = NOT opposite", 11, "changed"),
    ("a figure was changed", "UPDATE stance SET confidence = 0.25 WHERE id = 2", 7, "changed"),
    ("an empty column was filled", "UPDATE claim SET split_from = 1 WHERE id = 2", 5, "changed"),
    ("a full column was emptied", "UPDATE stage_move SET assignee = NULL", 14, "changed"),
    ("an id was changed", "UPDATE withdrawal SET id = 9", 10, "changed; it holds row 9"),
    ("a row was removed", "DELETE FROM evidence", 8, "1 of 1 rows are missing; it holds none"),
    ("a row was put under an older entry",
     "INSERT INTO origin (id, seq, key, name) VALUES (9, 1, 'k', 'n')", 1,
     "table origin, entry 1 .*2 rows, and the entry vouches for 1; it holds rows 1 to 9"),
    ("a row was added that names no entry",
     "INSERT INTO origin (id, seq, key, name) VALUES (9, 99, 'k', 'n')", 20,
     "row 9 was added without an entry .*names 99, the ledger ends at 19"),
    ("a row was moved to a later entry", "UPDATE claim SET seq = 5 WHERE id = 1", 4, "missing"),
    ("an entry's actor was changed", "UPDATE ledger_entry SET actor = 'bo' WHERE seq = 3", 3,
     "entry 3 was changed"),
    ("an entry's content was changed", "UPDATE ledger_entry SET content = '{}' WHERE seq = 3", 3,
     "entry 3 was changed"),
    ("an entry's hash was changed",
     "UPDATE ledger_entry SET entry_sha256 = previous_sha256 WHERE seq = 3", 3, "was changed"),
    ("an entry was removed", "DELETE FROM ledger_entry WHERE seq = 3", 3, "entry 3 is missing"),
    ("the first entry was removed", "DELETE FROM ledger_entry WHERE seq = 1", 1,
     "entry 1 is missing"),
    ("the last entry was removed and its row left", "DELETE FROM ledger_entry WHERE seq = 19", 19,
     "added without an entry"),
    ("the whole ledger was removed", "DELETE FROM ledger_entry", 1, "added without an entry"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "statement", "seq", "what"), TAMPERINGS,
                         ids=[row[0] for row in TAMPERINGS])  # fmt: skip
def test_finds(
    store: Store, scribe: Any, tamper: Tamper, sentence: str, statement: str, seq: int, what: str
) -> None:
    write_something(scribe)
    tamper(store, statement)
    report = verify_ledger(store)
    assert not report.ok
    assert report.first_bad == seq
    assert report.entries == seq - 1
    assert re.search(what, report.what), report.what


def test_an_entry_written_anew_breaks_the_chain(
    store: Store, scribe: Any, tamper: Tamper, new_database: Callable[..., str]
) -> None:
    """The forger computes the entry's own hash correctly, and the next entry gives it away."""
    write_something(scribe)
    with open_store(new_database(), home=store.home) as other:
        for number in range(3):
            with other.write("eve", "forge") as tx:
                tx.add(Origin(key=f"k{number}", name="n"))
        with other.read() as session:
            forged = (
                session.connection()
                .exec_driver_sql(
                    "SELECT at, content, previous_sha256, entry_sha256 FROM ledger_entry"
                    " WHERE seq = 1"
                )
                .one()
            )
    tamper(
        store,
        "UPDATE ledger_entry SET actor = 'eve', action = 'forge', at = {}, content = '{}',"
        " previous_sha256 = '{}', entry_sha256 = '{}' WHERE seq = 1".format(*forged),
        *(f"DELETE FROM {table}" for table in ("document", "capture", "origin")),
        "INSERT INTO origin (id, seq, key, name) VALUES (1, 1, 'k0', 'n')",
    )
    report = verify_ledger(store)
    assert report.first_bad == 2
    assert "does not follow entry 1" in report.what


def test_text_that_is_no_utf8_is_found(store: Store, scribe: Any, tamper: Tamper) -> None:
    if store.dialect != "sqlite":
        pytest.skip("PostgreSQL refuses such text")
    write_something(scribe)
    tamper(store, "UPDATE claim SET text = CAST(x'ff41' AS TEXT) WHERE id = 2")
    assert verify_ledger(store).first_bad == 5


def test_a_blob_of_the_same_bytes_is_found(store: Store, scribe: Any, tamper: Tamper) -> None:
    if store.dialect != "sqlite":
        pytest.skip("PostgreSQL's columns have types")
    write_something(scribe)
    tamper(store, "UPDATE claim SET text = CAST(text AS BLOB) WHERE id = 2")
    assert verify_ledger(store).first_bad == 5


def test_a_page_of_the_file_overwritten_is_found(
    sqlite_template: Path, tmp_path: Path, make_scribe: Callable[[Store], Any]
) -> None:
    path = tmp_path / "record.sqlite"
    shutil.copy(sqlite_template, path)
    with open_store(f"sqlite:///{path}", home=tmp_path) as store:
        write_something(make_scribe(store))
    owner = pysqlite3.dbapi2.connect(path)
    owner.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    (page,) = owner.execute("SELECT rootpage FROM sqlite_master WHERE name = 'stance'").fetchone()
    (size,) = owner.execute("PRAGMA page_size").fetchone()
    owner.close()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * 64)
    with open_store(f"sqlite:///{path}", home=tmp_path) as store:
        report = verify_ledger(store)
    assert not report.ok
    assert "cannot read its own rows" in report.what


def test_entry_hashes_are_the_same_on_both_databases(
    sqlite_template: Path,
    tmp_path: Path,
    make_scribe: Callable[[Store], Any],
    monkeypatch: pytest.MonkeyPatch,
    store: Store,
) -> None:
    """The record may move from one database to the other and keep its ledger."""
    start = utcnow()
    monkeypatch.setattr("claims.store.transaction.utcnow", lambda: start)
    path = tmp_path / "twin.sqlite"
    shutil.copy(sqlite_template, path)
    with open_store(f"sqlite:///{path}", home=tmp_path) as twin:
        write_something(make_scribe(twin))
        write_something(make_scribe(store))
        assert verify_ledger(twin).head == verify_ledger(store).head


# -- any byte of any row ---------------------------------------------------------------


@pytest.fixture(scope="module")
def full_record(
    sqlite_template: Path,
    tmp_path_factory: pytest.TempPathFactory,
    make_scribe: Callable[[Store], Any],
) -> Iterator[tuple[Store, Any]]:
    """A record with rows in most tables, and its owner's connection, round every trigger."""
    path = tmp_path_factory.mktemp("full") / "record.sqlite"
    shutil.copy(sqlite_template, path)
    with open_store(f"sqlite:///{path}", home=path.parent) as store:
        write_something(make_scribe(store))
        owner = pysqlite3.dbapi2.connect(path, isolation_level=None)
        owner.execute("PRAGMA ignore_check_constraints = ON")
        for (name,) in owner.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
            owner.execute(f"DROP TRIGGER {name}")
        assert verify_ledger(store).ok
        yield store, owner
        assert verify_ledger(store).ok, "the tests put everything back"
        owner.close()


def change(value: Any, place: int, bit: int) -> Any:
    """The value with one bit of it changed, of the same kind."""
    if isinstance(value, int):
        return value ^ (1 << bit)
    if isinstance(value, float):
        return value + 2.0**-bit
    if isinstance(value, str) and value:
        place %= len(value)
        return value[:place] + chr(ord(value[place]) ^ (1 << bit % 5)) + value[place + 1 :]
    return f"{value or ''}+"


def draw_row(owner: Any, data: st.DataObject, tables: Sequence[Table]) -> tuple[Table, int]:
    table = data.draw(st.sampled_from(tables), label="table")
    ids = [row[0] for row in owner.execute(f"SELECT rowid FROM {table.name}")]
    assume(ids)
    return table, data.draw(st.sampled_from(ids), label="row")


@settings(max_examples=200)
@given(data=st.data(), place=st.integers(0, 500), bit=st.integers(0, 20))
def test_any_change_of_any_stored_value_is_found(
    full_record: tuple[Store, Any], data: st.DataObject, place: int, bit: int
) -> None:
    store, owner = full_record
    table, row = draw_row(owner, data, GUARDED_TABLES)
    key = table.primary_key.columns[0].name
    column = data.draw(st.sampled_from([column.name for column in table.columns]), label="column")
    before = owner.execute(f'SELECT "{column}" FROM {table.name} WHERE rowid = {row}').fetchone()[0]
    after = change(before, place, bit)
    update = f'UPDATE {table.name} SET "{column}" = ? WHERE {key} = ?'
    try:
        owner.execute(update, [after, row])
    except pysqlite3.dbapi2.IntegrityError:
        reject()
    try:
        report = verify_ledger(store)
    finally:
        owner.execute(update, [before, after if column == key else row])
    assert not report.ok, (table.name, column, before)


@settings(max_examples=40)
@given(data=st.data())
def test_any_row_removed_is_found(full_record: tuple[Store, Any], data: st.DataObject) -> None:
    store, owner = full_record
    table, row = draw_row(owner, data, FACT_TABLES)
    values = owner.execute(f"SELECT * FROM {table.name} WHERE id = {row}").fetchone()
    owner.execute(f"DELETE FROM {table.name} WHERE id = {row}")
    try:
        report = verify_ledger(store)
    finally:
        marks = ", ".join("?" for _ in values)
        owner.execute(f"INSERT INTO {table.name} VALUES ({marks})", values)
    assert "missing" in report.what

"""The bench's large records are records: what they project is what a rebuild projects."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from claims import views
from claims.store import Store, open_store, rebuild, search_claims
from claims.store.facts import StanceRow
from claims.store.fulltext import TEXT_COLUMN, TEXT_TABLE
from claims.store.tables import PROJECTION_TABLES, table_of
from tests.bench.desk.places import enlarge
from tests.bench.desk.record import STANCES_PER_CLAIM, write_base
from tests.bench.desk.words import write_suffix
from tests.bench.desk.writer import write_steadily
from tests.conftest import NewDatabase

CLAIMS, COPIES, HEAVY = 50, 4, 30
ENDS = datetime(2026, 11, 1, tzinfo=UTC)
MARKS = {"document_band", "document_sketch"}
"""Fingerprints of copies are not computed: no page of the bench reads them."""


def read_projections(store: Store) -> dict[str, list[str]]:
    """Every line of every projection."""
    with store.read() as session:
        held = {
            table.name: sorted(map(repr, session.execute(select(table)).all()))
            for table in PROJECTION_TABLES
            if table.name not in MARKS
        }
        words = {
            "sqlite": f"SELECT rowid, text, place FROM {TEXT_TABLE}",
            "postgresql": f"SELECT claim_id, CAST({TEXT_COLUMN} AS text) FROM board",
        }[store.dialect]
        held[TEXT_TABLE] = sorted(map(repr, session.execute(text(words)).all()))
    return held


def test_a_record_enlarged_by_copies_is_as_a_rebuild_has_it(store: Store) -> None:
    base = write_base(store, CLAIMS, ENDS)
    made = enlarge(store, base, COPIES, heavy_stances=HEAVY)
    with open_store(store.url.render_as_string(hide_password=False), home=store.home) as again:
        assert made.claims == CLAIMS * COPIES
        assert views.counts(again).total == made.claims
        with again.read() as session:
            told = session.execute(select(func.count()).select_from(table_of(StanceRow))).scalar()
            newest = session.execute(text("SELECT text FROM claim ORDER BY id DESC")).scalar()
            assert search_claims(session, str(newest)) == [made.claims]
        assert told == made.claims * STANCES_PER_CLAIM + HEAVY
        before = read_projections(again)
        rebuild(again)
        assert read_projections(again) == before


def test_the_same_seed_writes_the_same_record(new_database: NewDatabase, tmp_path: Path) -> None:
    heads = set()
    for number in range(2):
        # The ledger's hash covers every fact and every moment.
        with open_store(new_database(), home=tmp_path / str(number)) as store:
            write_base(store, CLAIMS, ENDS)
            heads.add(views.health(store).ledger_sha256)
    assert len(heads) == 1


def test_the_guards_stand_again_after_loading(store: Store) -> None:
    base = write_base(store, CLAIMS, ENDS)
    enlarge(store, base, 2, heavy_stances=1)
    url = store.url.render_as_string(hide_password=False)
    with (
        open_store(url, home=store.home) as again,
        again.begin() as session,
        pytest.raises(Exception, match="appended and never changed"),
    ):
        session.execute(text("UPDATE claim SET text = 'other'"))


def test_the_writer_writes_through_the_desk(store: Store) -> None:
    write_base(store, CLAIMS, ENDS)
    before = views.health(store).ledger_head
    written = write_steadily(store, CLAIMS, rate=50, seconds=0.2)
    assert len(written.seconds) == 10
    assert views.health(store).ledger_head - before >= 10 - written.refused


def test_a_suffix_is_as_long_for_every_copy_and_told_apart() -> None:
    suffixes = [write_suffix(copy) for copy in range(200)]
    assert len(set(suffixes)) == 200
    assert {len(suffix) for suffix in suffixes} == {3}
    with pytest.raises(ValueError, match="216"):
        write_suffix(216)

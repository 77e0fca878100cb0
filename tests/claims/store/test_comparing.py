"""What somebody wrote into a projection is found, told by its claim, and mended by a rebuild."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import text

from claims.model import Relation, Stage, Stance, Status
from claims.store import Store, comparing, rebuild, verify_projections
from claims.store.fulltext import TEXT_COLUMN, TEXT_TABLE
from claims.store.tables import PROJECTION_TABLES


@pytest.fixture
def told(store: Store, scribe: Any) -> Store:
    """A record with a line in every projection, two of its three claims merged."""
    document, north = scribe.document(body="Wörter " * 30), scribe.party("northland")
    one, two, three = scribe.claim("Ships sail."), scribe.claim("A dam broke."), scribe.claim()
    scribe.stance(one, north, document, Stance.DENIES)
    scribe.stance(three, scribe.party("southland"), document)
    scribe.evidence(one, document, Relation.UNDERMINES)
    scribe.merge(three, two, opposite=True)
    scribe.assess(one, Status.CONTESTED, ("denied",))
    scribe.move(one, Stage.ASSIGNED, "bo")
    scribe.change_status(one, Status.CONTESTED)
    return store


def test_an_untouched_record_agrees(told: Store) -> None:
    report = verify_projections(told)
    assert (report.ok, report.claims, report.differing, report.what) == (True, 3, 0, ())


FORGED = [
    ("UPDATE board SET status = 'refuted' WHERE claim_id = 1",
     "claim 1, table board: status is 'refuted', and the facts give 'contested'"),
    ("UPDATE board SET positions = '[]' WHERE claim_id = 2",
     "claim 2, table board: positions is '[]', and the facts give '[{"),
    ("UPDATE board SET positions = 'no JSON' WHERE claim_id = 2", "positions is 'no JSON'"),
    ("UPDATE board SET published = NOT published WHERE claim_id = 1", "published is '1'"),
    ("UPDATE board SET last_change = last_change + 1 WHERE claim_id = 1", "last_change is "),
    ("UPDATE board SET claim_id = 99 WHERE claim_id = 2",
     "claim 2, table board: the line is missing"),
    ("UPDATE board SET claim_id = 3 WHERE claim_id = 2",
     "claim 2, table board: the line is missing"),
    ("UPDATE board_party SET value = 'confirms' WHERE claim_id = 1",
     "claim 1, table board_party, party_id 1: value is 'confirms', and the facts give 'denies'"),
    ("UPDATE board_outlet SET outlet_id = 'herald'", "table board_outlet, outlet_id paper"),
    ("UPDATE board_flag SET flag = 'hedged_only'", "table board_flag, flag denied"),
    ("UPDATE matrix_cell SET day = '2020-01-01' WHERE claim_id = 1",
     "claim 1, table matrix_cell, stance_id 1: day is '2020-01-01'"),
    ("UPDATE matrix_cell SET claim_id = 1 WHERE claim_id = 2",
     "table matrix_cell, stance_id 2: "),
    ("UPDATE evidence_cell SET relation = 'supports'", "relation is 'supports'"),
    ("UPDATE board_count SET n = n + 1", "table board_count, status contested, stage assigned"),
    ("UPDATE party_count SET stances = 9", "stances is '9', and the facts give '1'"),
    ("UPDATE outlet_count SET documents = 9", "outlet_id paper: documents is '9'"),
    ("UPDATE status_day SET change = 9 WHERE status = 'contested'", "change is '9'"),
    ("INSERT INTO claim_term (term, claim_id) VALUES ('forged', 1)", "table claim_term, in all"),
    ("UPDATE term_count SET n = 9 WHERE term = 'dam'",
     "term dam: n is '9', and the facts give '1'"),
    ("INSERT INTO document_band (band, document_id) VALUES (1, 1)", "table document_band, in all"),
    ("UPDATE document_fold SET folded = 'other'", "table document_fold, document_id 1: folded is"),
    ("INSERT INTO document_sketch SELECT 99, fingerprint FROM document_sketch",
     "table document_sketch, document_id 99: the facts give no such line"),
]  # fmt: skip
"""A statement, and what is then said."""


@pytest.mark.parametrize("at_once", [500, 1], ids=["one batch", "batches"])
def test_what_is_forged_is_found(
    told: Store, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparing, "CLAIMS_AT_ONCE", at_once)
    for statement, what in FORGED:
        with told.begin() as session:
            session.execute(text(statement))
        said = verify_projections(told).what
        assert any(what in line for line in said), (statement, said)
        rebuild(told)
        assert verify_projections(told).ok, statement


def test_no_projection_goes_unlooked_at(told: Store) -> None:
    for name in (table.name for table in PROJECTION_TABLES):
        with told.begin() as session:
            assert session.execute(text(f"SELECT count(*) FROM {name}")).scalar(), name
            session.execute(text(f"DELETE FROM {name}"))
        report = verify_projections(told)
        assert not report.ok
        assert all(f"table {name}" in line for line in report.what), report.what
        rebuild(told)


@pytest.mark.parametrize("what", ["words", "place"])
def test_forged_words_of_the_search_are_found(told: Store, what: str) -> None:
    statement = {
        ("sqlite", "words"): f"UPDATE {TEXT_TABLE} SET text = 'other' WHERE rowid = 1",
        ("sqlite", "place"): f"UPDATE {TEXT_TABLE} SET place = '' WHERE rowid = 1",
        ("postgresql", "words"): f"UPDATE board SET {TEXT_COLUMN} = 'other' WHERE claim_id = 1",
        ("postgresql", "place"): f"UPDATE board SET {TEXT_COLUMN} ="
        f" ts_delete({TEXT_COLUMN}, ' status contested') WHERE claim_id = 1",
    }[told.dialect, what]
    with told.begin() as session:
        session.execute(text(statement))
    (said,) = verify_projections(told).what
    assert said.startswith("claim 1, table board_text: words is '")


def test_of_many_differences_the_first_are_told(store: Store, scribe: Any) -> None:
    for _ in range(comparing.SHOWN + 2):
        scribe.claim()
    with store.begin() as session:
        session.execute(text("UPDATE board SET stage = 'published'"))
    report = verify_projections(store)
    assert (report.differing, len(report.what)) == (comparing.SHOWN + 2, comparing.SHOWN)

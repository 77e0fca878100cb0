"""Which index a page of the board is found by: the one that leaves the fewest lines to walk."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, text

from claims.model import Flag, Stage, Stance, Status
from claims.store import Store, open_store
from claims.store.fulltext import MAX_CANDIDATES, fill_texts
from claims.views import BoardFilters, board_keys
from claims.views.board_keys import BOARD_FLAG, Side
from tests.conftest import name_database

DAY = date(2026, 3, 1)
TOLD = {"board_party": "4000000 74 1 1", "board": "1000000 111112 13334 1 1"}
"""What the planner knows of the indexes of a large record."""


@pytest.fixture
def flagged(seed: Any) -> None:
    """Twenty claims that nobody but one outlet tells, each fifth of them denied."""
    for number in range(20):
        claim = seed.claim(f"Grain moves, report {number}.")
        seed.stance(claim, "Northland", Stance.ALLEGES, DAY)
        denied = ("denied",) if number % 5 == 0 else ()
        seed.assess(claim, Status.UNVERIFIED, "single_origin", *denied)


@pytest.mark.parametrize("near", [2, 3, 100])
def test_the_thinner_of_two_flags_drives(
    store: Store, flagged: None, near: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where both have more lines than are looked at, and where neither has."""
    monkeypatch.setattr(board_keys, "NEAR", near)
    sides = [
        Side(BOARD_FLAG, BOARD_FLAG.c.flag, flag.value)
        for flag in (Flag.SINGLE_ORIGIN, Flag.DENIED)
    ]
    with store.read() as session:
        ordered, _ = board_keys.order_sides(session, sides, near)
    assert [side.value for side in ordered] == ["denied", "single_origin"]


@pytest.mark.parametrize(
    ("party", "driven_by"),
    [
        pytest.param(
            "Northland", "board", id="a party that is everywhere: the rarer status drives"
        ),
        pytest.param("Southland", "board_party", id="a party seldom told of drives itself"),
    ],
)
def test_the_thinner_of_party_and_status_drives(
    store: Store, seed: Any, party: str, driven_by: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both have more lines than are counted."""
    for number in range(30):
        claim = seed.claim(f"Grain moves, report {number}.")
        seed.stance(claim, "Northland", Stance.ALLEGES, DAY)
        if number % 10 == 0:
            seed.stance(claim, "Southland", Stance.DENIES, DAY)
        refuted = Status.REFUTED if number % 5 == 0 else Status.UNVERIFIED
        seed.assess(claim, refuted)
    monkeypatch.setattr(board_keys, "FEW", 1)
    monkeypatch.setattr(board_keys, "NEAR", 3)
    asked: list[str] = []
    with store.read() as session:
        event.listen(
            session.connection().engine,
            "before_cursor_execute",
            lambda *given: asked.append(str(given[2])),
        )
        filters = BoardFilters(party=party, status=(Status.REFUTED,))
        keys = board_keys.read_keys(session, filters, None, 50)
    assert len(keys) == (6 if party == "Northland" else 3)
    if store.dialect == "postgresql":  # finds out for itself, whichever is written first
        driven_by = "board_party"
    assert f"SELECT {driven_by}.last_change, {driven_by}.claim_id" in asked[-1].replace("\n", " ")


@pytest.mark.parametrize(
    ("query", "index"),
    [
        (
            "SELECT claim_id FROM board_party WHERE party_id = 1"
            " ORDER BY last_change DESC, claim_id DESC LIMIT 51",
            "party_id_last_change_claim_id",
        ),
        (
            "SELECT claim_id FROM board WHERE stage = 'assigned' AND assignee IS NULL"
            " ORDER BY last_change, claim_id LIMIT 20",
            "stage_assignee_last_change_claim_id",
        ),
    ],
)
def test_it_is_found_in_order(
    sqlite_template: Path, tmp_path: Path, query: str, index: str
) -> None:
    """Even where the planner was told that a party has few claims: nothing is sorted."""
    path = tmp_path / "record.sqlite"
    shutil.copy(sqlite_template, path)
    with open_store(f"sqlite:///{path}", home=tmp_path) as lite, lite.begin() as session:
        session.execute(text("ANALYZE"))
        for name, told in TOLD.items():
            session.execute(
                text(
                    "INSERT INTO sqlite_stat1 SELECT tbl_name, name, :told FROM sqlite_master"
                    " WHERE type = 'index' AND tbl_name = :tbl"
                ),
                {"tbl": name, "told": told},
            )
        steps = [row[3] for row in session.execute(text(f"EXPLAIN QUERY PLAN {query}"))]
    assert len(steps) == 1, steps
    assert f"{index} (" in steps[0]


MANY = 20_000
FILL = """
INSERT INTO board (claim_id, text, status, status_basis, stage, flags, positions, stances,
    documents, origins, supports, undermines, context, proposals, opened_at, last_change, published)
SELECT n, CASE n % 25 WHEN 0 THEN 'The harvest was late, ' ELSE 'Ships left, ' END || n,
    CASE n % 5 WHEN 0 THEN 'contested' ELSE 'unverified' END, 'suggested',
    CASE n % 7 WHEN 0 THEN 'in_review' ELSE 'new' END, '[]', '[]', 0, 0, 0, 0, 0, 0, 0, n, n, false
FROM generate_series(1, :many) AS n
"""


@pytest.fixture
def filled(postgresql_pool: Any, tmp_path: Path) -> Iterator[Store]:
    """Lines of the board in PostgreSQL, so many that an index is worth asking."""
    name = postgresql_pool.take()
    with open_store(name_database(postgresql_pool.server, name), home=tmp_path) as opened:
        with opened.begin() as session:
            session.execute(text(FILL), {"many": MANY})
            fill_texts(session.connection())
            session.execute(text("ANALYZE board"))
        yield opened
    postgresql_pool.free.append(name)


@pytest.mark.postgres
@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (BoardFilters(words="harvest", status=[Status.CONTESTED]), MANY // 25),
        (BoardFilters(words="harvest", stage=[Stage.IN_REVIEW]), MANY // 175),
        (BoardFilters(words="harvest", status=[Status.UNVERIFIED]), 0),
    ],
)
def test_words_and_a_status_are_one_question(
    filled: Store, filters: BoardFilters, found: int
) -> None:
    """The planner does not gather every claim of a status to meet the few that hold a word."""
    asked: list[tuple[str, Any]] = []

    def listen(_0: Any, _1: Any, statement: str, given: Any, _2: Any, _3: Any) -> None:
        asked.append((statement, given))

    with filled.read() as session:
        session.execute(text("SET LOCAL enable_seqscan = off"))  # small lines, as few as here
        event.listen(filled.reader, "before_cursor_execute", listen)
        keys = board_keys.read_keys(session, filters, None, MANY)
        event.remove(filled.reader, "before_cursor_execute", listen)
        assert len(keys) == found
        statement, given = asked[-1]
        assert "ORDER BY board.last_change DESC" in statement
        explain = session.connection().exec_driver_sql(f"EXPLAIN {statement}", given)
        plan = "\n".join(explain.scalars())
    assert "ix_board_text_words" in plan, plan
    assert "ix_board_status" not in plan, plan
    assert "ix_board_stage" not in plan, plan


FILL_SQLITE = """
INSERT INTO board (claim_id, text, status, status_basis, stage, flags, positions, stances,
    documents, origins, supports, undermines, context, proposals, opened_at, last_change, published)
WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < :many)
SELECT n, 'Ships left, ' || n, CASE WHEN n <= 3 THEN 'contested' ELSE 'unverified' END, 'suggested',
    CASE WHEN n % 7 = 0 OR n = 2 THEN 'in_review' ELSE 'new' END, '[]', '[]', 0, 0, 0, 0, 0, 0, 0,
    n, n, false
FROM numbers
"""


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (BoardFilters(words="ships", status=[Status.CONTESTED]), [3, 2, 1]),
        (BoardFilters(words="shi", status=[Status.CONTESTED], stage=[Stage.IN_REVIEW]), [2]),
        (BoardFilters(words="ships 7", stage=[Stage.IN_REVIEW], status=list(Status)), [7]),
        (BoardFilters(words="contested"), []),
        (BoardFilters(words="review"), []),
    ],
)
def test_a_common_word_hides_no_rare_status(
    sqlite_template: Path, tmp_path: Path, filters: BoardFilters, found: list[int]
) -> None:
    """Of the many claims that hold a word the newest are looked at: those of the status."""
    path = shutil.copy(sqlite_template, tmp_path / "record.sqlite")
    with open_store(f"sqlite:///{path}", home=tmp_path) as opened:
        with opened.begin() as session:
            session.execute(text(FILL_SQLITE), {"many": MAX_CANDIDATES + 10})
            fill_texts(session.connection())
        with opened.read() as session:
            keys = board_keys.read_keys(session, filters, None, 5)
    assert [claim_id for _, claim_id in keys] == found

"""The SQL views: exactly the documented columns, readable values, on both databases."""

from __future__ import annotations

import re
from typing import Any

import pytest
from sqlalchemy import text

from claims.model import Relation, Stage, Stance, Status
from claims.store import VIEWS, Store, describe_views

ISO = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def read_view(store: Store, name: str) -> list[dict[str, Any]]:
    with store.read() as session:
        rows = session.execute(text(f"SELECT * FROM {name} ORDER BY 1, 3"))
        return [dict(row) for row in rows.mappings()]


@pytest.fixture
def record(scribe: Any) -> Any:
    """A claim with two positions, evidence, a decision, and a merged negation."""
    document = scribe.document("paper")
    north, south = scribe.party("northland"), scribe.party("southland")
    claim, negation = scribe.claim("Ships sail."), scribe.claim("No ships sail.")
    scribe.stance(claim, north, document, Stance.CONFIRMS, day=4)
    scribe.stance(negation, south, document, Stance.ALLEGES, day=5)
    scribe.merge(negation, claim, opposite=True)
    scribe.evidence(claim, document, Relation.SUPPORTS)
    scribe.assess(claim, Status.CONTESTED, ("denied", "single_origin"))
    scribe.change_status(claim, Status.CONTESTED)
    scribe.move(claim, Stage.TRIAGED)
    scribe.publish(claim, scribe.decide(claim, Status.SUPPORTED))
    return scribe


@pytest.mark.parametrize("view", VIEWS, ids=[view.name for view in VIEWS])
def test_has_exactly_the_documented_columns_and_readable_times(
    store: Store, record: Any, view: Any
) -> None:
    rows = read_view(store, view.name)
    assert rows
    assert list(rows[0]) == [column.name for column in view.columns]
    for column in view.columns:
        if column.source.startswith("iso:"):
            assert all(ISO.fullmatch(row[column.name]) for row in rows), column.name
        assert column.meaning


def test_the_status_of_a_claim(store: Store, record: Any) -> None:
    (row,) = read_view(store, "v_claim_status")
    wanted = {
        "claim": "Ships sail.", "status": "supported", "status_basis": "decided",
        "suggestion": "contested", "stage": "triaged", "flags": "denied, single_origin",
        "stances": 2, "documents": 1, "supports": 1, "published": "yes",
        "first_day": "2026-03-04", "last_day": "2026-03-05",
    }  # fmt: skip
    assert {name: row[name] for name in wanted} == wanted


def test_a_claim_without_anything_has_empty_fields(store: Store, scribe: Any) -> None:
    scribe.claim("Ships sail.")
    (row,) = read_view(store, "v_claim_status")
    assert (row["flags"], row["suggestion"], row["published"], row["first_day"]) == (
        "", None, "no", None,
    )  # fmt: skip


MANY = """WITH RECURSIVE numbers (n) AS (
    SELECT CAST(1 AS BIGINT) UNION ALL SELECT n + 1 FROM numbers WHERE n < 3000
)
"""
FILL = [
    "INSERT INTO claim (id, seq, text, opened_at)"
    f" {MANY} SELECT n, 0, 'Ships left.', 1000000 * n FROM numbers",
    "INSERT INTO status_change (id, seq, claim_id, target, basis, actor, reason, at)"
    f" {MANY} SELECT n, 0, n / 2, 'contested', 'suggested', 'm', '', 2000000 * n FROM numbers"
    " WHERE n > 1",
    "INSERT INTO board (claim_id, text, status, status_basis, stage, flags, positions, stances,"
    " documents, origins, supports, undermines, context, proposals, opened_at, last_change,"
    f" published) {MANY} SELECT n, 'Ships left.', 'contested', 'suggested', 'new', '[]', '[]',"
    " 0, 0, 0, 0, 0, 0, 0, 1000000 * n, 1000000 * n, FALSE FROM numbers",
    "ANALYZE",
]  # fmt: skip


def test_since_when_a_status_is_shown_is_looked_up_by_claim(store: Store) -> None:
    """Many claims cost a look each: no pass through every change for each of them."""
    explain = {"sqlite": "EXPLAIN QUERY PLAN", "postgresql": "EXPLAIN"}[store.dialect]
    asked = "SELECT status_since FROM v_claim_status"
    with store.begin() as session:
        for statement in FILL:
            session.execute(text(statement))
        told = session.execute(text(f"{asked} WHERE claim_id IN (1, 2, 2000) ORDER BY claim_id"))
        assert list(told.scalars()) == [
            "1970-01-01T00:00:06Z", "1970-01-01T00:00:10Z", "1970-01-01T00:33:20Z",
        ]  # fmt: skip
        steps = session.execute(text(f"{explain} {asked}"))
        plan = "\n".join(str(row[-1]) for row in steps)
    assert "ix_status_change_claim_id" in plan, plan
    assert not re.search(r"SCAN h|Seq Scan on status_change", plan), plan


def test_the_matrix_tells_positions_on_the_claim_and_as_said(store: Store, record: Any) -> None:
    rows = read_view(store, "v_stance_matrix")
    assert [(row["party"], row["day"], row["stance"], row["said"], row["anonymous"])
            for row in rows] == [
        ("Northland", "2026-03-04", "confirms", "confirms", "no"),
        ("Southland", "2026-03-05", "denies", "alleges", "no"),
    ]  # fmt: skip
    assert {(row["quote"], row["outlet"], row["claim"]) for row in rows} == {
        ("The", "paper", "Ships sail.")
    }


def test_the_latest_word_of_each_party(store: Store, record: Any) -> None:
    rows = read_view(store, "v_party_positions")
    assert [(row["party_key"], row["stance"], row["status"]) for row in rows] == [
        ("northland", "confirms", "supported"),
        ("southland", "denies", "supported"),
    ]


def test_documents_count_their_stances(store: Store, record: Any) -> None:
    (row,) = read_view(store, "v_documents")
    assert (row["stances"], row["characters"], row["published_at"]) == (
        2, len("The words. 2"), "2026-03-01T00:00:00Z",
    )  # fmt: skip


def test_the_documentation_names_every_view_and_column() -> None:
    told = describe_views()
    for view in VIEWS:
        assert f"### `{view.name}`" in told
        assert all(f"| `{column.name}` | {column.meaning} |" in told for column in view.columns)

"""The README's panel queries: they run on both databases and agree with the board's charts."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from claims import views
from claims.model import Relation, Stance, Status
from claims.store import Store

README = (Path(__file__).parents[3] / "README.md").read_text("utf-8")
DAY = date(2026, 3, 1)
PANELS = re.findall(r"```sql\n(.*?)```", README, re.DOTALL)


def run(store: Store, panel: str) -> list[Any]:
    with store.read() as session:
        return [tuple(row) for row in session.execute(text(panel))]


def find(words: str) -> str:
    (panel,) = [panel for panel in PANELS if words in panel]
    return panel


@pytest.fixture
def record(seed: Any) -> Any:
    """Three claims, one of them merged away; statuses that changed, positions, evidence."""
    ships, grain, again = (
        seed.claim(text) for text in ("Ships sail.", "Grain is sold.", "Ships do sail.")
    )
    seed.stance(ships, "Northland", Stance.ALLEGES, DAY)
    seed.stance(ships, "Southland", Stance.DENIES, DAY)
    seed.stance(grain, "Southland", Stance.DENIES, DAY)
    seed.evidence(ships, Relation.UNDERMINES)
    seed.assess(again, Status.CONTESTED)
    seed.merge(again, ships)
    seed.assess(ships, Status.CONTESTED)
    seed.decide(ships, Status.REFUTED)
    return seed


def test_every_panel_answers(store: Store, record: Any) -> None:
    assert len(PANELS) == 4
    for panel in PANELS:
        assert run(store, panel), panel


def test_counts_agree_with_the_board(store: Store, record: Any) -> None:
    shown = {status.value: n for status, n in views.counts(store).by_status.items() if n}
    assert dict(run(store, find("GROUP BY status\n"))) == shown


def test_status_over_time_agrees_with_the_boards_chart(store: Store, record: Any) -> None:
    rows = run(store, find("OVER (PARTITION BY status"))
    last = {status: int(claims) for _, status, claims in rows}
    shown = {status.value: n for status, n in views.counts(store).by_status.items() if n}
    assert {status: n for status, n in last.items() if n} == shown
    days = sorted({day for day, _, _ in rows})
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", day) for day in days)


def test_positions_count_claims_by_party_and_stance(store: Store, record: Any) -> None:
    rows = run(store, find("v_party_positions"))
    assert [(stance, claims) for _, stance, claims in rows] == [("denies", 2), ("alleges", 1)]


def test_evidence_balance_shows_claims_with_evidence(store: Store, record: Any) -> None:
    ((_, claim, _, supports, undermines, _),) = run(store, find("supports - undermines"))
    assert (claim, supports, undermines) == ("Ships sail.", 0, 1)

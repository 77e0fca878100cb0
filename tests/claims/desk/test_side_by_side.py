"""Ingests and decisions at the same time, each over connections of its own."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from claims.desk import assign, triage
from claims.model import Stage
from claims.store import open_store, verify_ledger, verify_projections
from claims.store.facts import Document, StanceRow
from tests.claims.desk.conftest import Desk

TIMES = 4


def test_two_ingests_and_a_desk_lose_nothing(desk: Any, tmp_path: Path) -> None:
    """Whoever comes second waits; nobody is told that the database is locked."""
    claims = [desk.say(f"Port {n} is closed.", "Oskar Lund", "alleges") for n in range(TIMES)]
    url = desk.store.url.render_as_string(hide_password=False)

    def ingest(name: str) -> None:
        with open_store(url, home=tmp_path) as store:
            own = Desk(store)
            for number in range(TIMES):
                own.say(f"{name} sank barge {number}.", "Oskar Lund", "denies")

    def work() -> None:
        with open_store(url, home=tmp_path) as store:
            for claim in claims:
                triage(store, desk.ana, claim)
                assign(store, desk.ana, claim, "Ana")

    before = len(desk.rows(StanceRow))
    with ThreadPoolExecutor(3) as pool:
        for done in [
            pool.submit(ingest, "Northland"),
            pool.submit(ingest, "Ruritania"),
            pool.submit(work),
        ]:
            done.result()
    assert len(desk.rows(StanceRow)) == before + 2 * TIMES
    assert len(desk.rows(Document)) == 3 * TIMES
    assert {desk.board(claim).stage for claim in claims} == {Stage.ASSIGNED}
    assert verify_ledger(desk.store).ok
    assert verify_projections(desk.store).ok

"""The read API over the test's record."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from claims import desk
from claims.model import Relation, Stance, Status
from claims.settings import Settings
from claims.status import Scope
from claims.store import Store, open_store
from claims.web.app import create_app

DAY = date(2026, 3, 1)


@pytest.fixture
def client(store: Store) -> TestClient:
    """A client that gets a 500 as an answer, as a browser does."""
    settings = Settings(
        organisation_name="The Desk",
        public_url="https://record.example/",  # type: ignore[arg-type]
        public_read=True,
    )
    return TestClient(create_app(store, settings), raise_server_exceptions=False)


@pytest.fixture
def member(client: TestClient, store: Store) -> TestClient:
    """The client of somebody with a token: what waits at the desk is not for the public."""
    made = desk.make_token(store, "root", "laptop", "Ana", [Scope.READ])
    client.headers["Authorization"] = f"Bearer {made.secret}"
    return client


@pytest.fixture
def filled(seed: Any) -> dict[str, int]:
    """Two claims with stances, evidence, a suggestion, a proposal; one of them published."""
    with seed.together():
        grain = seed.claim("Northland ships grain through the strait.")
        border = seed.claim("Southland moved the border post.")
        seed.stance(grain, "Northland", Stance.ALLEGES, DAY, speaker="Ro Venn")
        seed.stance(grain, "Southland", Stance.DENIES, DAY)
        seed.stance(grain, "Southland", Stance.NEITHER, DAY + timedelta(days=1))
        seed.evidence(grain, Relation.UNDERMINES)
        seed.assess(grain, Status.CONTESTED, "denied")
        seed.propose_merge(border, grain)
        seed.publish(grain, seed.decide(grain, Status.REFUTED))
        seed.fail()
    return {"grain": grain, "border": border}


@pytest.fixture
def lite(sqlite_template: Path, tmp_path: Path) -> Iterator[Store]:
    """An empty record on SQLite, for rules that no database can change."""
    path = tmp_path / "lite.sqlite"
    shutil.copy(sqlite_template, path)
    with open_store(f"sqlite:///{path}", home=tmp_path) as opened:
        yield opened

"""Clients of people with one scope each, over a record with two claims on it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from claims import desk
from claims.settings import Settings
from claims.status import Scope
from claims.store import Store
from claims.web.app import create_app
from claims.web.runs import NoSuchRunError, Run, RunState, Submitted

As = Callable[..., TestClient]


class NotedRunner:
    """Notes what it is asked to run."""

    def __init__(self) -> None:
        self.taken: list[tuple[Submitted, str]] = []

    def ingest(self, material: Submitted, person: str) -> str:
        self.taken.append((material, person))
        return f"run-{len(self.taken)}"

    def retry(self, person: str) -> str:
        return "run-retry"

    def read(self, run_id: str) -> Run:
        if run_id != "run-1":
            raise NoSuchRunError(f"no run has the id {run_id}")
        return Run(id=run_id, flow="ingest", state=RunState.RUNNING, steps=("reading",))

    def recent(self, limit: int) -> list[Run]:
        return []


@pytest.fixture
def runner() -> NotedRunner:
    return NotedRunner()


@pytest.fixture
def as_one_with(store: Store, runner: NotedRunner) -> As:
    """A client of a person with these scopes: ``as_one_with(Scope.REVIEW, person="Bo")``."""
    app = create_app(store, Settings(write_rate="10000/minute"), runner)

    def make(*scopes: Scope, person: str = "Ana") -> TestClient:
        client = TestClient(app, raise_server_exceptions=False)
        if scopes:
            secret = desk.make_token(store, "root", "test", person, scopes).secret
            client.headers["Authorization"] = f"Bearer {secret}"
        return client

    return make

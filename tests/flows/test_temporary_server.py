"""A server for one run: named before it is up, stopped whatever comes of the run."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from prefect.events import emit_event
from prefect.events.worker import EventsWorker

from claims.settings import Settings
from flows import temporary_server as module
from flows.requests import ClaimsRequest
from flows.temporary_server import temporary_server
from flows.trigger import trigger_if_up

started: list[subprocess.Popen[bytes]] = []
passwords: list[str] = []


@pytest.fixture(autouse=True)
def small_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In Prefect's place one that answers ``/api/health`` and starts at once."""
    answer = tmp_path / "site" / "api" / "health"
    answer.parent.mkdir(parents=True)
    answer.write_text("true")
    started.clear()
    passwords.clear()
    for name in [name for name in os.environ if name.startswith("PREFECT_")]:
        monkeypatch.delenv(name)

    def start(port: int, _lock: Path, log: Path, env: Mapping[str, str]) -> subprocess.Popen[bytes]:
        passwords.append(env["PREFECT_SERVER_API_AUTH_STRING"])
        words = ["http.server", str(port), "--bind", "127.0.0.1", "--directory"]
        with log.open("ab") as out:
            process = subprocess.Popen(
                [sys.executable, "-m", *words, str(tmp_path / "site")], stdout=out, stderr=out
            )
        started.append(process)
        return process

    monkeypatch.setattr(module, "_start", start)
    monkeypatch.setattr(module, "prepare", lambda *_, **__: None)


def test_what_loads_meanwhile_finds_the_server_named(tmp_path: Path) -> None:
    named = []

    def load() -> None:
        assert started[0].poll() is None
        assert os.environ["PREFECT_API_AUTH_STRING"] == passwords[0]
        named.append(os.environ["PREFECT_API_URL"])

    with temporary_server(Settings(home=tmp_path), load) as url:
        assert named == [url] == [os.environ["PREFECT_API_URL"]]

    assert started[0].poll() is not None
    assert not {"PREFECT_API_URL", "PREFECT_API_AUTH_STRING"} & set(os.environ)


def test_it_starts_no_flow_of_its_own(tmp_path: Path) -> None:
    # A claim approved before would else be said to wait for a server that nobody set.
    settings = Settings(home=tmp_path)
    with temporary_server(settings):
        assert trigger_if_up("publish", ClaimsRequest(claims=[1]), settings) is False


def test_a_server_is_stopped_where_loading_fails(tmp_path: Path) -> None:
    def fail() -> None:
        raise ImportError("no such flow")

    with (
        pytest.raises(ImportError, match="no such flow"),
        temporary_server(Settings(home=tmp_path), fail),
    ):
        pytest.fail("the run must not begin")

    assert started[0].poll() is not None
    assert not {"PREFECT_API_URL", "PREFECT_API_AUTH_STRING"} & set(os.environ)


def test_events_go_nowhere_and_hold_no_end_up(tmp_path: Path) -> None:
    about = {"prefect.resource.id": "onrecord.claim:1"}
    with temporary_server(Settings(home=tmp_path)):
        assert emit_event("onrecord.claim.moved", about) is None
    assert EventsWorker._client_override is None


def test_every_run_has_a_password_of_its_own(tmp_path: Path) -> None:
    for _ in range(2):
        with temporary_server(Settings(home=tmp_path)):
            pass

    assert len(set(passwords)) == 2
    assert not (tmp_path / "keys").exists()

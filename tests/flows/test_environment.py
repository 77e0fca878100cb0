"""Prefect's settings: what the user has set wins; a dead ``up`` is no server."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from claims.settings import Settings
from flows.environment import ALONE_SETTINGS, BASE_SETTINGS, UP_FILE, Up, prepare, read_up


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch) -> None:
    # ``prepare`` writes to the environment: undone by setting a copy of it.
    monkeypatch.setattr(os, "environ", {k: v for k, v in os.environ.items() if "PREFECT" not in k})


def up(pid: int) -> Up:
    url = "http://127.0.0.1:1"
    return Up(pid=pid, prefect_api=f"{url}/api", prefect_ui=url, api=url)


def test_what_the_user_set_wins(tmp_path: Path) -> None:
    os.environ["PREFECT_LOGGING_LEVEL"] = "DEBUG"
    os.environ["PREFECT_HOME"] = "/elsewhere"

    prepare(Settings(home=tmp_path), alone=True)

    assert os.environ["PREFECT_LOGGING_LEVEL"] == "DEBUG"
    assert os.environ["PREFECT_HOME"] == "/elsewhere"


def test_nothing_is_sent_anywhere_and_prefect_lives_in_our_home(tmp_path: Path) -> None:
    prepare(Settings(home=tmp_path))

    assert os.environ["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"
    assert os.environ["DO_NOT_TRACK"] == "1"
    assert os.environ["PREFECT_HOME"] == str(tmp_path / "prefect")


def test_our_settings_reach_prefects(tmp_path: Path) -> None:
    prepare(Settings(home=tmp_path, heartbeat_seconds=45, poll_seconds=0.7))

    assert os.environ["PREFECT_FLOWS_HEARTBEAT_FREQUENCY"] == "45"
    assert os.environ["PREFECT_WORKER_QUERY_SECONDS"] == "0.7"


def test_a_run_by_itself_starts_less_of_the_server(tmp_path: Path) -> None:
    prepare(Settings(home=tmp_path))
    assert not set(ALONE_SETTINGS) - set(BASE_SETTINGS) & set(os.environ)

    prepare(Settings(home=tmp_path), alone=True)
    assert os.environ["PREFECT_SERVER_UI_ENABLED"] == "false"


def test_every_name_is_one_that_prefect_knows() -> None:
    from prefect.settings import get_current_settings

    known = get_current_settings().to_environment_variables(exclude_unset=False)
    told = {*BASE_SETTINGS, *ALONE_SETTINGS} - {"DO_NOT_TRACK"}

    assert told <= set(known)


def test_a_running_up_is_found(tmp_path: Path) -> None:
    (tmp_path / UP_FILE).write_text(up(os.getpid()).model_dump_json())

    assert read_up(tmp_path) == up(os.getpid())


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(None, id="no file"),
        pytest.param("", id="an empty file"),
        pytest.param('{"pid": 1}', id="a file of another shape"),
        pytest.param("dead", id="a process that ended without taking its file along"),
    ],
)
def test_what_does_not_run_is_not_found(tmp_path: Path, content: str | None) -> None:
    if content == "dead":
        ended = subprocess.Popen(["true"])
        ended.wait()
        content = up(ended.pid).model_dump_json()
    if content is not None:
        (tmp_path / UP_FILE).write_text(content)

    assert read_up(tmp_path) is None

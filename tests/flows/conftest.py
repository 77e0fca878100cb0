"""A record of its own, empty or with the sample dispatches, and one Prefect server."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import pytest
from prefect.settings import PREFECT_API_URL, PREFECT_HOME, temporary_settings

from claims.settings import Settings, load_settings
from claims.store import Store, open_store
from flows import cli
from flows.deploy import ensure_deployments, ensure_pool
from flows.environment import ALONE_SETTINGS, BASE_SETTINGS
from flows.extraction_pool import open_pool
from flows.ingest import Intake
from flows.processes import wait_until_answers
from flows.requests import IngestRequest
from flows.temporary_server import free_port

SAMPLES = Path(str(files("flows") / "samples"))


class Said(NamedTuple):
    """What a command left: its exit status and what it printed."""

    status: int
    out: str
    err: str


Type = Callable[..., Said]


@pytest.fixture(scope="session")
def prefect_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """One Prefect server of its own for the whole session, started as a run starts one.

    Prefect's own harness gives up where a first answer takes five seconds, as on a busy
    machine it may, and every test that wants a server would fail.
    """
    home = tmp_path_factory.mktemp("prefect")
    port = free_port()
    env = {**os.environ, **BASE_SETTINGS, **ALONE_SETTINGS, "PREFECT_HOME": str(home)}
    log = home / "server.log"
    command = [sys.executable, "-m", "flows.serve_prefect", str(port), str(os.getpid())]
    with log.open("wb") as out:
        process = subprocess.Popen([*command, str(home / "lock")], env=env, stdout=out, stderr=out)
    url = f"http://127.0.0.1:{port}/api"
    try:
        wait_until_answers(f"{url}/health", process, log)
        with temporary_settings({PREFECT_API_URL: url, PREFECT_HOME: str(home)}):
            yield
    finally:
        process.kill()
        process.wait()


@pytest.fixture
def home(tmp_path: Path, sqlite_template: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty, migrated record that the settings name."""
    folder = tmp_path / "home"
    folder.mkdir()
    shutil.copy(sqlite_template, folder / "record.sqlite")
    monkeypatch.setenv("ONRECORD_HOME", str(folder))
    monkeypatch.setenv("ONRECORD_BY", "Ana")
    for name in ("ONRECORD_DATABASE_URL", "PREFECT_API_URL"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture(scope="session")
def deployed_server(prefect_server: None) -> str:
    """The address of the server, with our deployments on it."""

    async def deploy() -> None:
        await ensure_pool()
        await ensure_deployments()

    asyncio.run(deploy())
    return str(PREFECT_API_URL.value())


@pytest.fixture
def server(deployed_server: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a server with our deployments, named as a user would."""
    monkeypatch.setenv("PREFECT_API_URL", deployed_server)
    return deployed_server


@pytest.fixture(scope="session")
def samples_home(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> Path:
    """A record with the sample dispatches on it, to copy."""
    folder = tmp_path_factory.mktemp("samples") / "home"
    folder.mkdir()
    shutil.copy(sqlite_template, folder / "record.sqlite")
    settings = Settings(home=folder)
    with (
        open_store(settings=settings) as store,
        open_pool(2, settings.extraction_timeout_seconds) as pool,
    ):
        intake = Intake(settings, store, pool)
        intake.work_through(list(intake.read(IngestRequest(inputs=[str(SAMPLES)]))))
    return folder


@pytest.fixture
def ingested(home: Path, samples_home: Path) -> Path:
    """The home of a record with the sample dispatches on it."""
    shutil.rmtree(home)
    shutil.copytree(samples_home, home)
    return home


@pytest.fixture
def settings(home: Path) -> Settings:
    return load_settings()


@pytest.fixture
def held(settings: Settings) -> Iterator[Store]:
    """The record that the settings name, opened."""
    with open_store(settings=settings) as store:
        yield store


@pytest.fixture
def onrecord(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Type:
    """Runs a command in this process: ``onrecord("board", "--json")``."""
    monkeypatch.setattr(warnings, "showwarning", warnings.showwarning)

    def run(*words: object) -> Said:
        monkeypatch.setattr(sys, "argv", ["onrecord", *map(str, words)])
        capsys.readouterr()
        status = 0
        try:
            cli.main()
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else int(bool(end.code))
        return Said(status, *capsys.readouterr())

    return run

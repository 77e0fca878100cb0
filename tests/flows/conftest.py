"""A record of its own, empty or with the sample dispatches, and one Prefect server."""

from __future__ import annotations

import asyncio
import shutil
import sys
import warnings
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import pytest
from prefect.settings import PREFECT_API_URL
from prefect.testing.utilities import prefect_test_harness

from claims.settings import Settings, load_settings
from claims.store import Store, open_store
from flows import cli
from flows.deploy import ensure_deployments, ensure_pool
from flows.extraction_pool import open_pool
from flows.ingest import Intake
from flows.requests import IngestRequest

SAMPLES = Path(str(files("flows") / "samples"))


class Said(NamedTuple):
    """What a command left: its exit status and what it printed."""

    status: int
    out: str
    err: str


Type = Callable[..., Said]


@pytest.fixture(scope="session")
def prefect_server() -> Iterator[None]:
    """One Prefect server of its own for the whole session."""
    with prefect_test_harness(server_startup_timeout=120):
        yield


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


@pytest.fixture
def server(prefect_server: None, home: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a server with our deployments, named as a user would."""

    async def deploy() -> None:
        await ensure_pool()
        await ensure_deployments()

    url = str(PREFECT_API_URL.value())
    asyncio.run(deploy())
    monkeypatch.setenv("PREFECT_API_URL", url)
    return url


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

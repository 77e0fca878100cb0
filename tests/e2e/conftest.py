"""The real command line, as a process of its own with a record of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from flows.temporary_server import free_port

SECONDS = 900
UP_SECONDS = 900


class Onrecord:
    """``onrecord`` on one record: SQLite in ``home``, or what ``database`` names."""

    def __init__(self, home: Path, database: str | None = None) -> None:
        self.home = home
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("ONRECORD_", "PREFECT_"))
        }
        self.env = {**kept, "ONRECORD_HOME": str(home), "COLUMNS": "80"}
        if database is not None:
            self.env["ONRECORD_DATABASE_URL"] = database

    def start(self, *words: object) -> subprocess.Popen[str]:
        """A command, started and not waited for."""
        return subprocess.Popen(
            [sys.executable, "-m", "flows.start", *map(str, words)],
            env=self.env,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def try_to(self, *words: object) -> tuple[int, str, str]:
        """Exit status, output and errors of a command; one that does not end is killed."""
        process = self.start(*words)
        try:
            out, err = process.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            out, err = process.communicate()
            pytest.fail(f"onrecord {words} did not end in {SECONDS} s; it said: {out}{err}")
        return process.returncode, out, err

    def run(self, *words: object) -> str:
        """The output of a command that must succeed."""
        status, out, err = self.try_to(*words)
        assert status == 0, err
        return out

    def read(self, *words: object) -> Any:
        """What a command that must succeed gives as JSON."""
        return json.loads(self.run(*words, "--json"))

    def board(self) -> list[Any]:
        """The board's claims, the oldest first, without the moments of recording."""
        items = self.read("board", "--limit", 500)["items"]
        for item in items:
            del item["last_change"], item["opened_at"], item["status_since"]
        return sorted(items, key=lambda item: int(item["claim_id"]))

    def processes(self) -> list[int]:
        """Processes that live on this record."""
        mark = f"ONRECORD_HOME={self.home}\0".encode()
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                if mark in (folder / "environ").read_bytes():
                    found.append(int(folder.name))
            except OSError:  # it ended as we looked, or is not ours to look at
                continue
        return found

    def require_quiet(self, seconds: float = 30) -> None:
        """Fail where processes of this record stay behind."""
        end = time.monotonic() + seconds
        while left := self.processes():
            assert time.monotonic() < end, f"still there: {left}"
            time.sleep(0.2)


@pytest.fixture
def onrecord(tmp_path: Path) -> Onrecord:
    """A record on SQLite."""
    return Onrecord(tmp_path / "home")


@pytest.fixture
def onrecord_up(onrecord: Onrecord) -> Iterator[Onrecord]:
    """A record with ``onrecord up`` running on it; ended, with all its parts, afterwards.

    A test may kill it; that it ends otherwise fails the test.
    """
    onrecord.env["ONRECORD_LISTEN_PORT"] = str(free_port())
    up = onrecord.start("up", "--prefect-port", free_port())
    end = time.monotonic() + UP_SECONDS
    while not (onrecord.home / "up.json").exists():
        assert up.poll() is None, up.communicate()
        assert time.monotonic() < end, "onrecord up did not come up"
        time.sleep(0.2)
    yield onrecord
    ended = up.poll()
    up.terminate()
    said = up.communicate(timeout=60)
    assert ended in (None, -signal.SIGKILL), f"onrecord up ended by itself: {said}"
    onrecord.require_quiet()

"""Parts start with a log of their own, stop when told, and end with a killed parent."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from flows.processes import Parts, StartError, require_free_port, wait_until_answers
from flows.temporary_server import free_port


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    made = Parts(tmp_path / "logs")
    yield made
    made.stop()


def test_a_part_answers_runs_and_stops(parts: Parts, tmp_path: Path) -> None:
    port = free_port()
    web = parts.start("web", "http.server", str(port), "--bind", "127.0.0.1", env={})

    wait_until_answers(f"http://127.0.0.1:{port}/", web, parts.log("web"))
    assert parts.dead() is None

    parts.stop()
    assert web.poll() is not None
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"http://127.0.0.1:{port}/")
    assert "GET /" in parts.log("web").read_text()


def test_a_part_that_ends_at_start_is_told_with_its_log(parts: Parts) -> None:
    broken = parts.start("broken", "no_such_module", env={})

    with pytest.raises(StartError, match=r"ended at start; its log is .*broken\.log"):
        wait_until_answers(f"http://127.0.0.1:{free_port()}/", broken, parts.log("broken"))
    assert parts.dead() == "broken"
    assert "no_such_module" in parts.log("broken").read_text()


def test_a_taken_port_is_refused_with_what_to_do() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(StartError, match=f"port {port} .*: choose another"):
            require_free_port("127.0.0.1", port, "choose another")
    require_free_port("127.0.0.1", port, "choose another")


HOLD = """
import sys, time
from pathlib import Path
from flows.processes import Parts
print(Parts(Path(sys.argv[1])).start("web", "http.server", sys.argv[2], env={}).pid, flush=True)
time.sleep(600)
"""


def test_a_part_ends_with_a_killed_parent(tmp_path: Path) -> None:
    port = free_port()
    parent = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path), str(port)], stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout is not None
    assert parent.stdout.readline()
    wait_for(lambda: answers(port))

    os.kill(parent.pid, signal.SIGKILL)
    parent.wait()
    parent.stdout.close()

    wait_for(lambda: not answers(port))


def answers(port: int) -> bool:
    try:
        return httpx.get(f"http://127.0.0.1:{port}/", timeout=2).is_success
    except httpx.HTTPError:
        return False


def wait_for(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.1)

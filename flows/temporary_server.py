"""A Prefect server for one run, where none is running.

Prefect starts one of its own for this, but leaves it behind when its client is
killed, and each further run would then start another. This one (``flows.serve_prefect``)
ends with its client, whatever way that ends.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from claims.settings import Settings
from flows.environment import prepare
from flows.password import forget_server, guard_server, make_password, name_server
from flows.processes import wait_until_answers

START_LOCK = "prefect-start.lock"
STOP_SECONDS = 10
_RUNNING: set[str] = set()
"""Addresses of the servers that this process started for a run."""


def is_temporary(url: str) -> bool:
    """Whether the server there is ours, for one run: it starts no other flow."""
    return url in _RUNNING


def free_port() -> int:
    """A TCP port of the loopback that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def temporary_server(
    settings: Settings, meanwhile: Callable[[], object] = lambda: None
) -> Iterator[str]:
    """Start a server, name it to Prefect's client, stop it at the end.

    Call it before Prefect is imported, which ``meanwhile`` may do: it runs as the server loads.
    Raises StartError with the log's name.
    """
    prepare(settings, alone=True)
    log = settings.home / "logs" / "temporary-prefect.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    port = free_port()
    url = f"http://127.0.0.1:{port}/api"
    password = make_password()  # for this run: nobody else has anything to ask this server
    process = _start(port, settings.home / START_LOCK, log, guard_server(password, port))
    name_server(url, password)
    _RUNNING.add(url)
    try:
        meanwhile()
        wait_until_answers(f"{url}/health", process, log)
        with _events_unheard():
            yield url
    finally:
        forget_server()
        _RUNNING.discard(url)
        _stop(process)


@contextmanager
def _events_unheard() -> Iterator[None]:
    """Prefect's events go nowhere: nothing on a server for one run listens to them.

    Else those that were still on their way as it ends hold the command up for seconds each, and
    are told of as errors.
    """
    from prefect.events.clients import NullEventsClient
    from prefect.events.worker import EventsWorker

    EventsWorker.set_client_override(NullEventsClient)
    try:
        yield
    finally:
        EventsWorker.set_client_override(None)


def _start(port: int, lock: Path, log: Path, env: Mapping[str, str]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "flows.serve_prefect"]
    with log.open("ab") as out:
        return subprocess.Popen(
            [*command, str(port), str(os.getpid()), str(lock)],
            env={**os.environ, **env},
            stdout=out,
            stderr=out,
        )


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()

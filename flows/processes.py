"""Processes that ``onrecord`` starts and watches, each with its own log."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import httpx
from tenacity import Retrying, retry_if_exception_type, stop_after_delay, wait_fixed

START_SECONDS = 300
"""Prefect takes five on an idle machine, and has taken a hundred on a very busy one."""
STOP_SECONDS = 10


class StartError(RuntimeError):
    """A part of ``onrecord up`` that did not come up; names its log."""


def require_free_port(host: str, port: int, how: str) -> None:
    """StartError where something listens on ``port`` already; ``how`` says what to do."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise StartError(
                f"port {port} of {host} cannot be used ({error.strerror}): {how}"
            ) from error


def wait_until_answers(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Block until ``url`` answers 200. StartError when the process ends or time runs out."""
    patiently = Retrying(
        wait=wait_fixed(0.1),
        stop=stop_after_delay(START_SECONDS),
        retry=retry_if_exception_type(httpx.HTTPError),
        reraise=True,
    )

    def ask(client: httpx.Client) -> None:
        if process.poll() is not None:
            raise StartError(f"{url}: the process ended at start; its log is {log}")
        client.get(url).raise_for_status()

    try:
        with httpx.Client(timeout=5) as client:
            patiently(ask, client)
    except httpx.HTTPError as error:
        raise StartError(f"{url} did not answer in {START_SECONDS} s; the log is {log}") from error


class Parts:
    """The processes of a running ``onrecord up``, started in order, stopped in reverse."""

    def __init__(self, logs: Path) -> None:
        self.logs = logs
        self.running: dict[str, subprocess.Popen[bytes]] = {}
        logs.mkdir(parents=True, exist_ok=True)

    def start(
        self, name: str, *command: str, env: Mapping[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        """Start ``python -m command`` with its output in ``logs/name.log``.

        ``env`` is for this part alone, beside what this process has.
        """
        with (self.logs / f"{name}.log").open("ab") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "flows.part", str(os.getpid()), *command],
                env={**os.environ, **(env or {})},
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self.running[name] = process
        return process

    def log(self, name: str) -> Path:
        """Where a part's output goes."""
        return self.logs / f"{name}.log"

    def dead(self) -> str | None:
        """The name of a part that ended, None while all run."""
        return next((name for name, p in self.running.items() if p.poll() is not None), None)

    def stop(self) -> None:
        """SIGTERM to every part's process group, SIGKILL after ten seconds."""
        for process in reversed(self.running.values()):
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGTERM)
        end = time.monotonic() + STOP_SECONDS
        for process in self.running.values():
            try:
                process.wait(max(0.1, end - time.monotonic()))
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()

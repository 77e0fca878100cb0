"""A Prefect server for one run, where none is running.

Prefect starts one of its own for this, but leaves it behind when its client is
killed, and each further run would then start another. This one ends with its
client, whatever way that ends. ``python -m flows.temporary_server PORT PARENT``
is the server's process.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock

from claims.settings import Settings
from flows.environment import prepare
from flows.processes import wait_until_answers


def free_port() -> int:
    """A TCP port of the loopback that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def temporary_server(settings: Settings) -> Iterator[str]:
    """Start a server, name it in PREFECT_API_URL, stop it at the end.

    Call it before Prefect is imported. Raises StartError with the log's name.
    """
    prepare(settings, alone=True)
    log = settings.home / "logs" / "temporary-prefect.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    port = free_port()
    url = f"http://127.0.0.1:{port}/api"
    # Prefect's first start migrates its database; two at once collide.
    lock = FileLock(settings.home / "prefect-start.lock")
    with lock:
        process = _start(port, log)
        wait_until_answers(f"{url}/health", process, log)
    os.environ["PREFECT_API_URL"] = url
    try:
        yield url
    finally:
        del os.environ["PREFECT_API_URL"]
        process.terminate()
        process.wait()


def _start(port: int, log: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "flows.temporary_server", str(port), str(os.getpid())]
    with log.open("wb") as out:
        return subprocess.Popen(command, stdout=out, stderr=out)


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(0)


def _serve(port: int, parent: int) -> None:
    import uvicorn
    from prefect.server.api.server import create_app

    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    uvicorn.run(create_app(ephemeral=True), host="127.0.0.1", port=port, log_level="error")


if __name__ == "__main__":
    _serve(int(sys.argv[1]), int(sys.argv[2]))

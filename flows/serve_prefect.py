"""The process of a temporary Prefect server: ``python -m flows.serve_prefect PORT PARENT LOCK``.

It ends when its parent has ended, whatever way that ended.
"""

from __future__ import annotations

import os
import socket
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import uvicorn
from filelock import FileLock

from flows.memory import collect_seldom

LOOK_SECONDS = 0.5


class OneAtATime(uvicorn.Server):
    """A server that starts while no other one starts on the same home.

    Prefect's first start migrates its database, and two at once collide. The lock is held
    here, not by the client: a killed client would let go of it amid the migration.
    """

    def __init__(self, config: uvicorn.Config, lock: Path) -> None:
        super().__init__(config)
        self.lock = FileLock(lock)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start under the lock."""
        with self.lock:
            await super().startup(sockets)


def end_with(parent: int, is_started: Callable[[], bool]) -> None:
    """End this process once ``parent`` has ended, but not amid the start: it may be migrating."""
    while os.getppid() == parent or not is_started():
        time.sleep(LOOK_SECONDS)
    os._exit(0)


def main(port: int, parent: int, lock: Path) -> None:
    """Serve until terminated, or until the parent is gone."""
    collect_seldom()
    from prefect.server.api.server import create_app

    app = create_app(ephemeral=True)
    config = uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error")
    server = OneAtATime(config, lock)
    watch = (parent, lambda: server.started)
    threading.Thread(target=end_with, args=watch, daemon=True).start()
    server.run()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))

"""The pages over a test's record, served for a real browser."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from claims.settings import Settings
from claims.store import Store
from claims.web.app import create_app


@contextmanager
def serve(store: Store) -> Iterator[str]:
    """The pages over this record at an address of their own.

    The socket listens before the server runs: who comes early waits, and is not refused.
    """
    config = uvicorn.Config(create_app(store, Settings()), log_level="error", lifespan="off")
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = server.force_exit = True
            thread.join()

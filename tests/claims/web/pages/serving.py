"""The pages over a test's record, served for a real browser."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from claims.settings import Settings
from claims.store import Store
from claims.web.app import create_app
from flows.temporary_server import free_port


@contextmanager
def serve(store: Store) -> Iterator[str]:
    """The pages over this record at an address of their own."""
    port = free_port()
    config = uvicorn.Config(
        create_app(store, Settings()), port=port, log_level="error", lifespan="off"
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    yield f"http://127.0.0.1:{port}"
    server.should_exit = server.force_exit = True
    thread.join()

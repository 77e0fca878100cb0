"""The read API's process: ``python -m flows.serve_api``."""

from __future__ import annotations

import uvicorn

from claims.settings import load_settings
from claims.store import open_store
from claims.web.app import create_app
from flows.desk_runner import DeskRunner


def main() -> None:
    """Serve the API where the settings say, until stopped."""
    settings = load_settings()
    app = create_app(open_store(settings=settings), settings, DeskRunner(settings))
    uvicorn.run(app, host=settings.listen_host, port=settings.listen_port, log_level="warning")


if __name__ == "__main__":
    main()

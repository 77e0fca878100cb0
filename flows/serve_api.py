"""The process of the pages and the API: ``python -m flows.serve_api``."""

from __future__ import annotations

import sys

import uvicorn

from claims.parties import load_catalogue
from claims.settings import load_settings
from claims.store import open_store
from claims.views import remember_parties
from claims.web.app import create_app
from claims.web.pages.assets import load_assets
from claims.web.pages.templating import load_every_template
from flows.desk_runner import DeskRunner
from flows.memory import settle_memory

SWITCH_SECONDS = 0.0005
"""How long one answer computes before another may go on. A page waits its turn after each
question to the database: with thirty of them, beside one endless computation, the slowest
of 25 pages took 170 to 230 ms at Python's 5 ms, 110 ms so."""


def main() -> None:
    """Serve pages and API where the settings say, until stopped."""
    settings = load_settings()
    store = open_store(settings=settings)
    app = create_app(store, settings, DeskRunner(settings))
    # Whoever asks first would wait for these, and with them everybody who asks meanwhile.
    load_catalogue()
    load_assets()
    load_every_template()
    remember_parties(store)
    settle_memory()
    sys.setswitchinterval(SWITCH_SECONDS)
    uvicorn.run(app, host=settings.listen_host, port=settings.listen_port, log_level="warning")


if __name__ == "__main__":
    main()

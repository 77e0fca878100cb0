"""Prefect's settings for onrecord, made before Prefect is imported.

Prefect reads its settings when it is imported, so every entry point (command
line, worker, server) calls ``prepare`` first. What the user has set wins.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from pydantic import BaseModel

from claims.settings import Settings

DEPLOYMENT = "onrecord"
"""Every flow is deployed once, as ``<flow>/onrecord``."""

UP_FILE = "up.json"
"""Written by ``onrecord up`` while it runs: where its servers listen."""

BASE_SETTINGS = {
    # Offline and silent: nothing is sent anywhere.
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
    # Server CPU after a task falls from 30-39 ms to 6-14 ms with batched services.
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_READ_BATCH_SIZE": "100",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_BATCH_SIZE": "100",
    "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_READ_BATCH_SIZE": "100",
    "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_BATCH_SIZE": "500",
    "PREFECT_SERVER_SERVICES_TRIGGERS_READ_BATCH_SIZE": "100",
    "PREFECT_RUNNER_POLL_FREQUENCY": "1",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
    "PREFECT_LOGGING_LEVEL": "WARNING",
    "PREFECT_LOGGING_TO_API_WHEN_MISSING_FLOW": "ignore",
}

ALONE_SETTINGS = {
    # A run by itself starts a server for a few seconds: without what it cannot use.
    "PREFECT_SERVER_UI_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_SCHEDULER_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_LATE_RUNS_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_REPOSSESSOR_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_TRIGGERS_ENABLED": "false",
    "PREFECT_SERVER_EVENTS_STREAM_OUT_ENABLED": "false",
    "PREFECT_SERVER_REGISTER_BLOCKS_ON_START": "false",
    # The command reports how its run ended; the record keeps what failed.
    "PREFECT_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_LOGGING_TO_API_ENABLED": "false",
}


class Up(BaseModel):
    """Where a running ``onrecord up`` listens."""

    pid: int
    prefect_api: str
    prefect_ui: str
    api: str


def prepare(settings: Settings, *, alone: bool = False) -> None:
    """Set Prefect's environment for this process; what is set already stays."""
    wanted = {
        **BASE_SETTINGS,
        "PREFECT_HOME": str(settings.home / "prefect"),
        # So that the automation of flows/deploy.py sees a run that died.
        "PREFECT_FLOWS_HEARTBEAT_FREQUENCY": str(settings.heartbeat_seconds),
        "PREFECT_WORKER_QUERY_SECONDS": str(settings.poll_seconds),
    }
    if alone:
        wanted |= ALONE_SETTINGS
    for name, value in wanted.items():
        os.environ.setdefault(name, value)


def read_up(home: Path) -> Up | None:
    """What ``onrecord up`` wrote, or None where none runs (a dead one's file is ignored)."""
    try:
        up = Up.model_validate(json.loads((home / UP_FILE).read_text("utf-8")))
        os.kill(up.pid, 0)
    except (FileNotFoundError, ProcessLookupError, ValueError):
        return None
    except PermissionError:
        pass  # it runs, as another user
    return up

"""Run a flow to its end: through a server where one is running, by itself otherwise.

Through ``onrecord up`` a warm worker takes the run within a second; by itself
the flow starts a Prefect server for as long as it runs. Either way the answer
is the flow's report.
"""

from __future__ import annotations

import asyncio
import re
import time
import traceback
from collections.abc import Callable
from functools import partial
from typing import Any

from pydantic import BaseModel

from claims.settings import Settings
from flows.trigger import POLL_SECONDS, RunError, point_at_server, start_run

PICK_UP_SECONDS = 60
"""After this long without a worker, say so."""

_PREAMBLE = re.compile(r"Flow run encountered an exception: (?:\w*(?:Error|NotOnRecord): )?")
"""What Prefect puts before the sentence of a refusal."""

Watch = Callable[[int, int, str], None]


def run_flow(name: str, request: BaseModel, settings: Settings, watch: Watch) -> dict[str, Any]:
    """Run flow ``name`` to its end and return its report as JSON values.

    Raises:
        RunError: the run failed, crashed or was cancelled.
    """
    if point_at_server(settings):
        return _run_on_server(name, request, watch)
    return _run_alone(name, request, settings, watch)


def _run_alone(name: str, request: BaseModel, settings: Settings, watch: Watch) -> dict[str, Any]:
    from flows.temporary_server import temporary_server

    watch(0, 0, "starting Prefect for this run (onrecord up keeps it warm)")
    with temporary_server(settings, meanwhile=partial(_load_flows, name)):
        from flows.deployed import FLOWS
        from flows.progress import LISTENER

        LISTENER.set(watch)
        outcome: Any = FLOWS[name](request, return_state=True)
        state = asyncio.run(outcome)
        return _read_report(name, state, _keep_traceback(name, state, settings))


def _load_flows(wanted: str) -> None:
    if wanted == "ingest":
        from flows.extraction_pool import load_ahead

        load_ahead()
    import flows.deployed  # noqa: F401


def _run_on_server(name: str, request: BaseModel, watch: Watch) -> dict[str, Any]:
    from prefect.client.orchestration import get_client

    with get_client(sync_client=True) as client:
        run = start_run(client, name, request)
        started = time.monotonic()
        warned = False
        while run.state is None or not run.state.is_final():
            time.sleep(POLL_SECONDS)
            run = client.read_flow_run(run.id)
            waiting = run.state is not None and run.state.is_scheduled()
            if waiting and not warned and time.monotonic() - started > PICK_UP_SECONDS:
                watch(0, 0, f"no worker has taken the run for {PICK_UP_SECONDS} s: is one running?")
                warned = True
            elif not waiting:
                _watch_progress(client, run.id, watch)
        return _read_report(name, run.state, f"flow run {run.name}, {run.id}")


def _watch_progress(client: Any, run_id: Any, watch: Watch) -> None:
    found = find_progress(client, run_id)
    if found is not None:
        steps = (found.description or "").splitlines()
        watch(round(float(found.data)), 100, steps[-1].partition(" ")[2] if steps else "")


def find_progress(client: Any, run_id: Any) -> Any | None:
    """The progress artifact of a run, None before it wrote one.

    Its ``data`` is the share done (0 to 100), its ``description`` the steps, one a line.
    """
    from prefect.client.schemas.filters import (
        ArtifactFilter,
        ArtifactFilterFlowRunId,
        ArtifactFilterType,
    )

    found = client.read_artifacts(
        artifact_filter=ArtifactFilter(
            flow_run_id=ArtifactFilterFlowRunId(any_=[run_id]),
            type=ArtifactFilterType(any_=["progress"]),
        )
    )
    return found[0] if found else None


def _keep_traceback(name: str, state: Any, settings: Settings) -> str:
    """Write down where a run that failed did so; says where that is written."""
    if not isinstance(state.data, BaseException):
        return ""
    log = settings.home / "logs" / f"{name}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    log.write_text("".join(traceback.format_exception(state.data)), "utf-8")
    return f"details in {log}"


def _read_report(name: str, state: Any, where: str) -> dict[str, Any]:
    if not state.is_completed():
        why = _PREAMBLE.sub("", state.message or "no message")
        raise RunError(f"{name} ended as {state.name}: {why}{where and f' ({where})'}")
    report: Any = asyncio.run(state.aresult())
    return dict(report.model_dump(mode="json") if isinstance(report, BaseModel) else report)

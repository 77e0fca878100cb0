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
import warnings
from collections.abc import Callable
from functools import partial
from typing import Any

from pydantic import BaseModel

from claims.model import utcnow
from claims.settings import Settings
from flows.trigger import POLL_SECONDS, RunError, point_at_server, start_run

NOT_TAKEN_SECONDS = 5.0
"""After this long without a worker, say so: the warm one takes a run within a second."""
MORE_RARELY = 6
"""So many times as long passes until it is said again: after 30 s, 3 minutes, 18 ..."""
NOT_TAKEN_LOG = "not-taken.log"

_PREAMBLE = re.compile(r"Flow run encountered an exception: (?:\w*(?:Error|NotOnRecord): )?")
"""What Prefect puts before the sentence of a refusal."""

Watch = Callable[[int, int, str], None]


def run_flow(name: str, request: BaseModel, settings: Settings, watch: Watch) -> dict[str, Any]:
    """Run flow ``name`` to its end and return its report as JSON values.

    Raises:
        RunError: the run failed, crashed or was cancelled.
    """
    if point_at_server(settings):
        return _run_on_server(name, request, settings, watch)
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


def _run_on_server(
    name: str, request: BaseModel, settings: Settings, watch: Watch
) -> dict[str, Any]:
    from prefect.client.orchestration import get_client

    with get_client(sync_client=True) as client:
        run = start_run(client, name, request)
        started = time.monotonic()
        tell_after = NOT_TAKEN_SECONDS
        while run.state is None or not run.state.is_final():
            time.sleep(POLL_SECONDS)
            run = client.read_flow_run(run.id)
            waited = time.monotonic() - started
            if run.state is None or not run.state.is_scheduled():
                _watch_progress(client, run.id, watch)
            elif waited >= tell_after:
                watch(0, 0, "waiting for a worker")
                _tell_not_taken(f"{name}, flow run {run.name}", waited, settings)
                tell_after *= MORE_RARELY
        return _read_report(name, run.state, f"flow run {run.name}, {run.id}")


def _tell_not_taken(run: str, waited: float, settings: Settings) -> None:
    """Warn, and write down, that nobody takes a run: who reads logs sees no progress line."""
    told = (
        f"no worker has taken the run for {waited:.0f} s ({run}). Start one: onrecord up, or for a"
        " Prefect server of your own: prefect worker start --pool onrecord. The run waits there,"
        " and Ctrl-C here does not cancel it."
    )
    warnings.warn(told, stacklevel=2)
    log = settings.home / "logs" / NOT_TAKEN_LOG
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("a", encoding="utf-8") as out:
        out.write(f"{utcnow():%Y-%m-%dT%H:%M:%SZ} {told}\n")


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

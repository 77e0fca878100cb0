"""The desk's pages start flows and watch them: the ``Runner`` over Prefect.

Every call is one or two requests to Prefect's API. What a run found is in our
record; Prefect is asked only how far it is.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from uuid import UUID

import httpx
from pydantic import BaseModel

from claims.settings import Settings
from claims.web.runs import (
    MaterialRefusedError,
    NoSuchRunError,
    Run,
    RunnerAwayError,
    RunState,
    Submitted,
)
from flows.intake import archive_bytes
from flows.requests import IngestRequest
from flows.running import find_progress
from flows.trigger import RunError, point_at_server, start_run
from sources.catalog import UnknownOutletError, load_outlets
from sources.model import Given

if TYPE_CHECKING:
    from prefect.client.schemas.objects import FlowRun

AWAY = "no Prefect server answers: start one with onrecord up, or use onrecord ingest"


class DeskRunner:
    """Runs flows on the server that runs beside the pages."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def ingest(self, material: Submitted, person: str) -> str:
        """Archive the material first: from then on nothing of it can be lost."""
        try:
            outlet = load_outlets().require(material.outlet).id if material.outlet else None
        except UnknownOutletError as error:
            raise MaterialRefusedError(str(error)) from error
        capture = archive_bytes(material.data, material.name, self._settings)
        request = IngestRequest(
            inputs=[capture],
            names={capture: material.name},
            outlet=outlet,
            given=Given(title=material.title, url=material.url, published_at=material.published_at),
            actor=person,
        )
        return self._start("ingest", request)

    def retry(self, person: str) -> str:
        """A run that takes again what failed before."""
        return self._start("ingest", IngestRequest(retry=True, actor=person))

    def read(self, run_id: str) -> Run:
        """The run's state, its steps, and its report once it is over."""
        from prefect.exceptions import ObjectNotFound

        with self._client() as client:
            try:
                found = client.read_flow_run(UUID(run_id))
            except (ValueError, ObjectNotFound):
                raise NoSuchRunError(f"no run {run_id[:40]!r} is known to Prefect") from None
            progress = find_progress(client, found.id)
            steps = tuple((progress.description or "").splitlines()) if progress else ()
            run = _describe(found, _flow_name(client, found.flow_id), steps)
            if run.state is RunState.COMPLETED:
                run = run.model_copy(update={"report": _read_report(found.state)})
            return run

    def recent(self, limit: int) -> list[Run]:
        """The last runs of every flow."""
        from prefect.client.schemas.sorting import FlowRunSort

        with self._client() as client:
            found = client.read_flow_runs(limit=limit, sort=FlowRunSort.EXPECTED_START_TIME_DESC)
            return [_describe(run, _flow_name(client, run.flow_id), ()) for run in found]

    def _start(self, name: str, request: BaseModel) -> str:
        with self._client() as client:
            return str(start_run(client, name, request).id)

    @contextmanager
    def _client(self) -> Iterator[Any]:
        """Prefect's client. RunnerAwayError wherever its server does not answer as it should."""
        from prefect.client.orchestration import get_client

        try:
            if not point_at_server(self._settings):
                raise RunnerAwayError(AWAY)
            with get_client(sync_client=True) as client:
                yield client
        except RunError as error:
            raise RunnerAwayError(str(error)) from error
        except httpx.HTTPStatusError as error:
            answer = error.response.status_code
            raise RunnerAwayError(f"Prefect's server answers with {answer}: see its log") from error
        except httpx.TransportError as error:
            raise RunnerAwayError(AWAY) from error


def _describe(run: FlowRun, flow: str, steps: tuple[str, ...]) -> Run:
    state = run.state
    kind = RunState.WAITING
    if state is not None and state.is_completed():
        kind = RunState.COMPLETED
    elif state is not None and state.is_final():
        kind = RunState.FAILED
    elif state is not None and state.is_running():
        kind = RunState.RUNNING
    return Run(
        id=str(run.id),
        flow=flow,
        state=kind,
        steps=steps,
        message=(state.message or "") if state is not None and kind is RunState.FAILED else "",
        asked_at=run.expected_start_time,
        ended_at=run.end_time,
    )


def _read_report(state: Any) -> dict[str, Any]:
    """What the flow returned, where it is still kept."""
    try:
        report = asyncio.run(state.aresult())
    except Exception:  # noqa: BLE001 - Prefect keeps results in files that a person may clear
        return {}
    return dict(report.model_dump(mode="json") if isinstance(report, BaseModel) else report)


_NAMES: dict[UUID, str] = {}


def _flow_name(client: Any, flow_id: UUID) -> str:
    if flow_id not in _NAMES:
        _NAMES[flow_id] = str(client.read_flow(flow_id).name)
    return _NAMES[flow_id]

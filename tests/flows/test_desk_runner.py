"""The pages' runner over a real Prefect server: starts flows, tells steps, states and reports."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from prefect import flow
from prefect.context import get_run_context

from claims.settings import Settings
from claims.web.runs import (
    MaterialRefusedError,
    NoSuchRunError,
    RunnerAwayError,
    RunState,
    Submitted,
    submit_text,
)
from flows.desk_runner import DeskRunner
from flows.progress import Progress
from flows.requests import IngestReport, ReviewRequest
from flows.review import review
from sources.archive import CaptureArchive

SEEN: list[str] = []
"""Ids of the runs below, in their order: Prefect copies what a flow is given."""


@flow(name="a told one", persist_result=True, result_serializer="json")
async def told() -> IngestReport:
    progress = Progress("told-progress")
    tell = progress.from_thread()
    SEEN.append(str(get_run_context().flow_run.id))  # type: ignore[union-attr]
    await progress.step(0, 0, "reading", at_once=True)
    await asyncio.to_thread(tell, "looking for claims")
    await progress.step(1, 1, "done")
    return IngestReport(documents=1, claim_ids=[7])


@flow(name="a failing one")
def failing() -> None:
    SEEN.append(str(get_run_context().flow_run.id))  # type: ignore[union-attr]
    raise ValueError("the disk is full")


def test_without_a_server_it_says_what_to_do(settings: Settings) -> None:
    with pytest.raises(RunnerAwayError, match="onrecord up"):
        DeskRunner(settings).recent(5)


def test_a_server_that_went_away_is_said_to_be(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:9/api")
    runner = DeskRunner(settings)
    for ask in (lambda: runner.recent(5), lambda: runner.read("x"), lambda: runner.retry("ana")):
        with pytest.raises(RunnerAwayError, match="no Prefect server answers"):
            ask()


def test_an_outlet_that_nobody_lists_is_refused_before_anything_is_kept(
    settings: Settings,
) -> None:
    material = submit_text("Northland denied it.", outlet="reuterz")

    with pytest.raises(MaterialRefusedError, match="did you mean reuters"):
        DeskRunner(settings).ingest(material, "Ana")

    assert not settings.archive_path.exists()


@pytest.mark.usefixtures("server")
def test_a_run_is_told_step_by_step_and_with_its_report(settings: Settings) -> None:
    asyncio.run(told())

    run = DeskRunner(settings).read(SEEN[-1])

    assert (run.flow, run.state, run.is_over) == ("a told one", RunState.COMPLETED, True)
    assert [step.split(" ", 1)[1] for step in run.steps] == [
        "reading",
        "looking for claims",
        "done",
    ]
    assert (run.report["documents"], run.report["claim_ids"]) == (1, [7])


@pytest.mark.usefixtures("server")
def test_what_a_run_without_steps_did_is_told_too(settings: Settings, ingested: Path) -> None:
    state = asyncio.run(review(ReviewRequest(), return_state=True))
    run = DeskRunner(settings).read(str(state.state_details.flow_run_id))
    assert run.steps == ()
    assert run.report["triaged"] == run.report["claims"] > 0


@pytest.mark.usefixtures("server")
def test_a_run_that_failed_says_why(settings: Settings) -> None:
    with pytest.raises(ValueError, match="disk"):
        failing()

    run = DeskRunner(settings).read(SEEN[-1])

    assert run.state is RunState.FAILED
    assert "the disk is full" in run.message


@pytest.mark.usefixtures("server")
def test_material_is_archived_before_its_run_waits(settings: Settings) -> None:
    runner = DeskRunner(settings)
    material = submit_text("Northland denied it.", "A denial")

    run = runner.read(runner.ingest(material, "Ana"))

    assert (run.flow, run.state) == ("ingest", RunState.WAITING)
    assert run.id in [each.id for each in runner.recent(5)]
    (kept,) = [path for path in settings.archive_path.rglob("*") if path.is_file()]
    assert CaptureArchive(settings.archive_path).load(kept.stem[:64]) == material.data


def test_an_outlet_goes_by_id_or_name_and_an_unknown_one_is_refused(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []
    monkeypatch.setattr(DeskRunner, "_start", lambda _, name, request: asked.append(request))
    for outlet in ("reuters", "Reuters"):
        given = Submitted(name="a.txt", data=b"No.", outlet=outlet, title="A denial")
        DeskRunner(settings).ingest(given, "Ana")
    assert [(each.outlet, each.given.title) for each in asked] == [("reuters", "A denial")] * 2
    with pytest.raises(MaterialRefusedError, match="reutres"):
        DeskRunner(settings).ingest(submit_text("No.", outlet="reutres"), "Ana")


@pytest.mark.usefixtures("server")
@pytest.mark.parametrize("run_id", ["no-uuid", "00000000-0000-4000-8000-000000000000"])
def test_a_run_that_nobody_knows_is_said_to_be_none(settings: Settings, run_id: str) -> None:
    with pytest.raises(NoSuchRunError):
        DeskRunner(settings).read(run_id)

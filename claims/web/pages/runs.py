"""``/runs``: hand in a text or a file, watch the flow work through it, land on what it found.

Not for the public: the steps of a run name what somebody just handed in, and why it
failed may name paths of this machine.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException

from claims import views
from claims.model import lies_ahead
from claims.store import Store
from claims.web.access import Person, Scope, checked_form, may, member, needs
from claims.web.api.answering import TheStore
from claims.web.pages.templating import render
from claims.web.runs import (
    MaterialRefusedError,
    NoSuchRunError,
    Run,
    Runner,
    RunnerAwayError,
    Submitted,
    submit_text,
)

RECENT = 20
CLAIMS_SHOWN = 50
TEXT_CHARS = 2_000_000
TYPED = ("text", "title", "url", "outlet", "published")
NO_RUNNER = "no flow can be started from here: start onrecord up, or use onrecord ingest"

router = APIRouter(include_in_schema=False)


class InputMissingError(ValueError):
    """The form held nothing to take in, too much, or no day where one belongs: says what to do."""


@router.get("/runs", dependencies=[Depends(member)])
def show_runs(request: Request) -> HTMLResponse:
    """The form, and the last runs."""
    return _show_form(request, {}, "")


@router.post("/runs")
async def start_run(
    request: Request,
    person: Annotated[Person, Depends(needs(Scope.CONTRIBUTE))],
    form: Annotated[FormData, Depends(checked_form)],
) -> Response:
    """Hand the material to the flow, and lead to its run."""
    typed = {name: str(form.get(name, "")) for name in TYPED}
    try:
        material = await _read_material(form, typed)
        runner = _require_runner(request)
        run_id = await run_in_threadpool(runner.ingest, material, person.name)
    except (InputMissingError, MaterialRefusedError) as refused:
        return await run_in_threadpool(_show_form, request, typed, str(refused), 422)
    except RunnerAwayError as away:
        return await run_in_threadpool(_show_form, request, typed, str(away), 503)
    return RedirectResponse(f"/runs/{run_id}", status_code=303)


@router.get("/runs/{run_id}", dependencies=[Depends(member)])
def show_run(request: Request, store: TheStore, run_id: str) -> HTMLResponse:
    """One run, followed until it is over."""
    return _show_run(request, store, run_id, "run.html")


@router.get("/runs/{run_id}/progress", dependencies=[Depends(member)])
def show_progress(request: Request, store: TheStore, run_id: str) -> HTMLResponse:
    """The part of that page that changes; it asks for itself again until the run is over."""
    return _show_run(request, store, run_id, "parts/run_progress.html")


async def _read_material(form: FormData, typed: dict[str, str]) -> Submitted:
    """The text or the file, with what was typed of it. InputMissingError for none, or both."""
    title, url, outlet = (typed[name].strip() for name in ("title", "url", "outlet"))
    published_at = _read_day(typed["published"].strip())
    dropped = form.get("file")
    if isinstance(dropped, UploadFile) and dropped.filename:
        if typed["text"].strip():
            raise InputMissingError(
                "a text and a file were given, and one of them is taken in at a time: empty the"
                f" text and choose {dropped.filename} again, or send the text alone"
            )
        data = await dropped.read()
        if not data:
            raise InputMissingError(f"{dropped.filename} is empty: choose another file")
        return Submitted(
            name=dropped.filename,
            data=data,
            outlet=outlet or None,
            title=title,
            url=url or None,
            published_at=published_at,
        )
    if not typed["text"].strip():
        raise InputMissingError("paste a text or choose a file: there is nothing to take in yet")
    if len(typed["text"]) > TEXT_CHARS:
        raise InputMissingError(
            f"the text has {len(typed['text']):,} characters, at most {TEXT_CHARS:,} are taken"
            " from a form: hand it in as a file"
        )
    return submit_text(typed["text"], title, url, outlet, published_at)


def _read_day(text: str) -> datetime | None:
    """The day of publication, at its beginning (UTC); None where none was given."""
    try:
        day = date.fromisoformat(text) if text else None
    except ValueError:
        raise InputMissingError(
            f"published on: {text[:40]!r} is no day; a day is written 2026-03-01"
        ) from None
    if day is not None and lies_ahead(day):
        raise InputMissingError(f"published on: {day} lies ahead; give the day that it was")
    return None if day is None else datetime(day.year, day.month, day.day, tzinfo=UTC)


def _require_runner(request: Request) -> Runner:
    runner: Runner | None = request.app.state.runner
    if runner is None:
        raise RunnerAwayError(NO_RUNNER)
    return runner


def _show_form(
    request: Request, typed: dict[str, str], trouble: str, status: int = 200
) -> HTMLResponse:
    recent: list[Run] = []
    away = ""
    try:
        recent = _require_runner(request).recent(RECENT)
    except RunnerAwayError as error:
        away = str(error)
    context = {
        "typed": {name: typed.get(name, "") for name in TYPED},
        "trouble": trouble,
        "away": away,
        "recent": recent,
        "may_send": may(request, Scope.CONTRIBUTE),
    }
    return render(request, "runs.html", context, page="runs", status=status)


def _show_run(request: Request, store: Store, run_id: str, template: str) -> HTMLResponse:
    try:
        run = _require_runner(request).read(run_id)
    except NoSuchRunError as error:
        raise HTTPException(404, str(error)) from None
    except RunnerAwayError as error:
        raise HTTPException(503, str(error)) from None
    return render(request, template, {"run": run, **_read_found(store, run)}, page="runs")


def _read_found(store: Store, run: Run) -> dict[str, Any]:
    """What a run that is over left on the record."""
    claim_ids = run.report.get("claim_ids", [])
    documents = run.report.get("document_ids", [])
    return {
        "claims": views.board_rows(store, claim_ids[:CLAIMS_SHOWN]),
        "claims_in_all": len(claim_ids),
        "documents": documents,
        "undated": views.undated(store, documents),
    }

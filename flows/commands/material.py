"""Commands that bring material in: ingest, retry, failures, give-up, extract."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

from claims.settings import ExtractorChoice
from claims.status import Role
from flows.commands.context import (
    AsJson,
    AskedBy,
    By,
    err,
    hint,
    make_actor,
    numbered,
    open_record,
    out,
    print_json,
    read_day,
    read_one_of,
    show_progress,
)

if TYPE_CHECKING:
    from flows.requests import IngestReport

MATERIAL = "Material"

Inputs = Annotated[
    list[str],
    typer.Argument(
        help="Files, folders, globs ('news/*.html') or - for standard input."
        " Read: text, HTML, RSS/Atom, JSON Lines, fact-checks (API JSON, JSON-LD).",
        metavar="PATH...",
    ),
]
Outlet = Annotated[
    str | None,
    typer.Option(help="Id or name in the catalogue (reuters), where the material names none."),
]
Title = Annotated[str, typer.Option(help="Its title, where the material has none.")]
Url = Annotated[
    str | None, typer.Option(help="The address it came from, where the material names none.")
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="The day of publication, where the material names none: its positions are"
        " dated by it. Without one, by a dateline in the text that has a year"
        " ('SEOUL, Feb 20, 2024'), else by today.",
    ),
]
ReadBy = Annotated[
    ExtractorChoice | None,
    typer.Option(
        "--extractor",
        parser=read_one_of(get_args(ExtractorChoice)),
        metavar="EXTRACTOR",
        help="Who reads: auto (rules and trained reader), rules, model (the reader alone),"
        " llm (the endpoint of ONRECORD_LLM_BASE_URL). Default: ONRECORD_EXTRACTOR.",
    ),
]


def register(app: typer.Typer) -> None:
    """Add these commands to ``app``."""
    app.command(rich_help_panel=MATERIAL)(ingest)
    app.command(rich_help_panel=MATERIAL)(retry)
    app.command(rich_help_panel=MATERIAL)(failures)
    app.command(rich_help_panel=MATERIAL)(give_up)
    app.command(rich_help_panel=MATERIAL)(extract)


def run_and_watch(name: str, request: Any) -> dict[str, Any]:
    """Run a flow with a progress line; its report."""
    from claims.settings import load_settings
    from flows.running import run_flow

    settings = load_settings()
    settings.home.mkdir(parents=True, exist_ok=True)
    with show_progress() as watch:
        return run_flow(name, request, settings, watch)


def ingest(
    paths: Inputs,
    outlet: Outlet = None,
    title: Title = "",
    url: Url = None,
    published: Published = None,
    extractor: ReadBy = None,
    by: AskedBy = None,
    as_json: AsJson = False,
) -> None:
    """Take in material: find its claims and each party's stance on each.

    Runs the ingest flow: through onrecord up where that runs, by itself otherwise.
    The same bytes twice change nothing, a feed read again brings its new items only; with
    an extractor that has not read them yet, its reading replaces the earlier one. What
    fails is kept, see onrecord failures; the exit status is 1 then.
    """
    from flows.requests import IngestRequest
    from sources.model import Given

    day = read_day(published)
    given = Given(
        title=title.strip(),
        url=url,
        published_at=day and datetime.combine(day, time(), UTC),
    )
    request = IngestRequest(
        inputs=[_name_input(path) for path in paths],
        outlet=outlet,
        given=given,
        actor=by or "",
        extractor=extractor,
    )
    _tell_ingested(run_and_watch("ingest", request), as_json)


def _name_input(path: str) -> str:
    """An input as the flow can find it. InputError for what is not there."""
    if Path(path).is_file():
        return str(Path(path).absolute())
    from claims.settings import load_settings
    from flows.intake import archive_stdin
    from sources.archive import CaptureArchive
    from sources.readers import find_inputs

    if path == "-":
        return archive_stdin(CaptureArchive(load_settings().archive_path))
    find_inputs([path])
    return str(Path(path).absolute())


def retry(extractor: ReadBy = None, by: AskedBy = None, as_json: AsJson = False) -> None:
    """Take again what failed before: see onrecord failures for what that is.

    It takes the bytes as they came in; of a file that was mended since, ingest it anew
    and close the failure with onrecord give-up. A finding that was refused takes another
    extractor (--extractor): the same one reads a document once. The exit status is 1
    where some fail again.
    """
    from claims import views
    from flows.requests import IngestReport, IngestRequest

    _, store = open_record()
    if not views.open_failures(store):
        report = IngestReport().model_dump(mode="json")
        print_json(report) if as_json else out.print("Nothing failed: nothing to retry.")
        return
    request = IngestRequest(retry=True, actor=by or "", extractor=extractor)
    _tell_ingested(run_and_watch("ingest", request), as_json)


def _tell_ingested(report: dict[str, Any], as_json: bool) -> None:
    from flows.requests import IngestReport

    done = IngestReport.model_validate(report)
    if as_json:
        print_json(report)
    else:
        _tell_report(done)
    if done.failures:
        raise typer.Exit(1)


def _tell_report(done: IngestReport) -> None:
    from flows.requests import NEWS_KEPT

    out.print(done.describe())
    for line in done.news:
        out.print(line, soft_wrap=True)
    if len(done.news) == NEWS_KEPT:
        hint(f"the first {NEWS_KEPT} are told; the last changed come first: onrecord board")
    for line in done.failure_reasons:
        err.print(line, soft_wrap=True)
    if done.failures > len(done.failure_reasons):
        err.print(f"and {done.failures - len(done.failure_reasons)} more: onrecord failures")
    for line in done.not_read_reasons:
        err.print(f"not read: {line}", soft_wrap=True)
    if done.not_extracted:
        hint("kept, found by search, and not read for claims: onrecord documents --not-read")
    if done.undated:
        _tell_undated(done.undated)
    hint("next: onrecord failures" if done.failures else "next: onrecord board")


def _tell_undated(undated: int) -> None:
    """Which day their positions bear, and how to say the right one."""
    from flows.requests import count

    names = "names" if undated == 1 else "name"
    err.print(
        f"{count(undated, 'document')} {names} no day of publication: positions are dated today,"
        " unless the text gives their day. --published DATE says it as material comes in;"
        " onrecord correct STANCE --day DATE --reason ... puts one right.",
        soft_wrap=True,
    )


def give_up(
    failure: Annotated[int, numbered("FAILURE", "Number from onrecord failures.")],
    by: By = None,
) -> None:
    """Close a failure: it will not be worked through, and is not tried again."""
    from claims import desk

    _, store = open_record()
    desk.answer_failure(store, make_actor(by, Role.REVIEWER), failure)
    out.print(f"Failure {failure} is closed, and not tried again.")


def failures(
    everything: Annotated[bool, typer.Option("--all", help="Answered ones too.")] = False,
    as_json: AsJson = False,
) -> None:
    """What could not be read or worked through, and why. Retry: onrecord retry."""
    from rich.table import Table

    from claims import views

    _, store = open_record()
    rows = views.failures(store, answered=everything)
    if as_json:
        print_json([row.model_dump(mode="json") for row in rows])
        return
    if not rows:
        out.print("No failures.")
        return
    table = Table("id", "input", "step", "reason", show_lines=True)
    for row in rows:
        answer = f" ({row.outcome} by {row.answered_by})" if row.outcome else ""
        table.add_row(str(row.id), row.called, row.step, row.reason + answer)
    out.print(table)
    hint("next: onrecord retry, or onrecord give-up ID")


def extract(
    files: Annotated[
        list[str], typer.Argument(help="Files, folders, globs or -.", metavar="FILE...")
    ],
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One JSON line a file.")] = False,
    extractor: ReadBy = None,
) -> None:
    """Show what the machine finds in files, without touching any record.

    With --jsonl: one line a file with doc, claims and stances (start, end, party,
    speaker, aliases, stance), offsets in characters of the text as read.
    """
    from claims.extraction import as_gold_line
    from flows.extract_files import extract_files
    from flows.show.extraction import findings_table

    failed = 0
    for name, outcome in extract_files(files, extractor):
        if isinstance(outcome, str):
            err.print(f"{name}: {outcome}", highlight=False)
            failed += 1
            continue
        if outcome.fell_back:
            err.print(f"{name}: read by {outcome.extractor}: {outcome.fell_back}", highlight=False)
        if jsonl:
            sys.stdout.write(json.dumps(as_gold_line(Path(name).stem, outcome), ensure_ascii=False))
            sys.stdout.write("\n")
        else:
            out.print(findings_table(name, outcome))
    if failed:
        raise typer.Exit(1)

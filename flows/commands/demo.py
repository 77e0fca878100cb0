"""``onrecord demo``: the main job on a few dispatches that come with the package."""

from __future__ import annotations

import os
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer

from flows.commands.context import open_record, out
from flows.commands.material import run_and_watch

DEMO_HOME = Path(".onrecord")


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command(rich_help_panel="Running")(demo)


def demo(
    home: Annotated[
        Path, typer.Option(help="Folder of the demo's record, apart from yours.")
    ] = DEMO_HOME,
) -> None:
    """Ingest five sample dispatches and show the board. Touches no record of yours."""
    from claims import views
    from flows.requests import IngestReport, IngestRequest
    from flows.show.board import board_page
    from flows.show.claim import claim_report

    os.environ["ONRECORD_HOME"] = str(home.absolute())
    os.environ.pop("ONRECORD_DATABASE_URL", None)
    with as_file(files("flows") / "samples") as samples:
        inputs = sorted(str(path) for path in Path(samples).iterdir())
        out.print(f"Ingesting {len(inputs)} dispatches through the Prefect flow ...")
        report = run_and_watch("ingest", IngestRequest(inputs=inputs))
    out.print(IngestReport.model_validate(report).describe())
    _, store = open_record()
    page = views.board(store, limit=30)
    out.print(board_page(page, out.width))
    if page.items:
        busiest = max(page.items, key=lambda row: (len(row.positions), row.stances))
        out.print(claim_report(views.claim(store, busiest.claim_id)))
        _say_next(home, busiest.claim_id)


def _say_next(home: Path, claim_id: int) -> None:
    command = "onrecord" if os.environ.get("VIRTUAL_ENV") else ".venv/bin/onrecord"
    out.print(
        f"""
What to type next (this demo's record lies in {home}):

  export ONRECORD_HOME={home.absolute()}
  {command} claim {claim_id:<8} who says what, with quotes
  {command} party Kremlin  one party's positions
  {command} ingest FILE    your own article
  {command} up             Prefect, the desk and its API, kept warm:
      Prefect's dashboard on http://127.0.0.1:4200, and its password
      the desk on http://127.0.0.1:8420, its API on /docs
  {command} --help""",
        soft_wrap=True,
    )

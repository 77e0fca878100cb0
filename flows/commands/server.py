"""Commands that run things: up, and run FLOW."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from pydantic import BaseModel

from flows.commands.context import AsJson, AskedBy, numbered, open_record, out, print_json, signed
from flows.commands.material import ingest, run_and_watch
from flows.requests import ClaimsRequest, GatherRequest, RecheckRequest, ReviewRequest, WorkReport

RUNNING = "Running"

Claims = Annotated[
    list[int] | None, numbered("CLAIM", "Claims by number; none means all that are open.")
]

run_app = typer.Typer(
    help="Run a flow: through onrecord up where that runs, by itself otherwise.",
    no_args_is_help=True,
)


def register(app: typer.Typer) -> None:
    """Add these commands to ``app``."""
    app.command(rich_help_panel=RUNNING)(up)
    app.add_typer(run_app, name="run", rich_help_panel=RUNNING)
    run_app.command("ingest")(ingest)


def up(
    prefect_port: Annotated[int, typer.Option(help="Where Prefect's server and UI listen.")] = 4200,
) -> None:
    """Start Prefect, the deployments, a warm worker, the desk and its API; Ctrl-C stops all.

    While it runs, every command that runs a flow goes through it and is at work
    within a second. Prefect's UI asks for the password in keys/prefect of the record's
    folder. Desk and API listen where ONRECORD_LISTEN_HOST and ONRECORD_LISTEN_PORT say
    (127.0.0.1, 8420).
    """
    from claims.settings import load_settings
    from flows.serve import serve

    raise typer.Exit(
        serve(load_settings(), prefect_port, lambda line: out.print(line, soft_wrap=True))
    )


def _run_on_claims(name: str, request: ClaimsRequest, as_json: bool) -> None:
    """Run a flow over claims. One that is not on record is told before any server is started."""
    from claims import views

    if request.claims:
        _, store = open_record()
        views.require_claims(store, request.claims)
    _run(name, request, as_json)


def _run(name: str, request: BaseModel, as_json: bool) -> None:
    report = run_and_watch(name, request)
    if as_json:
        print_json(report)
        _end(report)
        return
    out.print(f"{name}: {WorkReport.model_validate(report).describe()}", soft_wrap=True)
    for line in [*report["notes"], *report["files"]]:
        out.print(line, soft_wrap=True)
    _end(report)


def _end(report: dict[str, Any]) -> None:
    """Exit status 1 where some claim was refused: the notes say which and why."""
    if report["refused"]:
        raise typer.Exit(1)


@run_app.command("gather_evidence")
def gather_evidence(
    claims: Claims = None,
    per_claim: Annotated[int, typer.Option(min=1, max=50, help="Most proposals a claim.")] = 5,
    by: AskedBy = None,
    as_json: AsJson = False,
) -> None:
    """Search the record's documents for passages that bear on claims; propose them."""
    request = GatherRequest(claims=claims or [], per_claim=per_claim, actor=by or "")
    _run_on_claims("gather_evidence", request, as_json)


@run_app.command("assess")
def assess(claims: Claims = None, by: AskedBy = None, as_json: AsJson = False) -> None:
    """Run the policy over claims: suggestions with reasons. People decide."""
    _run_on_claims("assess", ClaimsRequest(claims=claims or [], actor=by or ""), as_json)


@run_app.command("review")
def review(by: AskedBy = None, as_json: AsJson = False) -> None:
    """Lay the queue before people: new claims triaged, what waits for whom shown."""
    _run("review", ReviewRequest(actor=by or ""), as_json)


@run_app.command("publish")
def publish(
    claims: Annotated[
        list[int] | None,
        numbered("CLAIM", "Claims by number; none means all that are approved."),
    ] = None,
    by: Annotated[str | None, signed("Who publishes, on record; the machine if left out.")] = None,
    as_json: AsJson = False,
) -> None:
    """Publish approved claims: a ClaimReview of each; and mark those called into question since.

    Files go to published/ of the record's folder: reviews of published claims to claims/, and
    beside it the whole board, every stance and the evidence as JSON and CSV, and the Atom feed
    of status changes. Those hold claims that nobody reviewed, too, with the machine's suggestion.
    Reviews and feed name who stands behind them: ONRECORD_ORGANISATION_NAME,
    ONRECORD_ORGANISATION_URL and ONRECORD_PUBLIC_URL.
    """
    _run_on_claims("publish", ClaimsRequest(claims=claims or [], actor=by or ""), as_json)


@run_app.command("recheck")
def recheck(
    older_than_days: Annotated[
        int | None, typer.Option(min=0, help="Days since publication; default: the setting.")
    ] = None,
    by: AskedBy = None,
    as_json: AsJson = False,
) -> None:
    """Look again at published claims: new evidence, new stances, another answer?"""
    _run("recheck", RecheckRequest(older_than_days=older_than_days, actor=by or ""), as_json)

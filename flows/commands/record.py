"""Commands that look after the record itself: ledger, rebuild, database, export."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.commands.context import hint, open_record, out
from flows.requests import count

if TYPE_CHECKING:
    from claims.store import Checkpoint, Store

RECORD = "The record"

ledger_app = typer.Typer(help="The hash-chained journal of the record.", no_args_is_help=True)
db_app = typer.Typer(help="The record's database.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add these commands to ``app``."""
    app.add_typer(ledger_app, name="ledger", rich_help_panel=RECORD)
    app.add_typer(db_app, name="db", rich_help_panel=RECORD)
    app.command(rich_help_panel=RECORD)(rebuild)


@ledger_app.command("verify")
def verify(
    checkpoints: Annotated[
        Path | None,
        typer.Option(help="A checkpoint file kept elsewhere: shows what was cut off the end."),
    ] = None,
    public_key: Annotated[
        Path | None, typer.Option(help="The key to check it with; default: this record's own.")
    ] = None,
) -> None:
    """Recompute every hash and everything that dashboards read; name what does not fit."""
    from claims.store import read_checkpoints, verify_ledger

    settings, store = open_record()
    signed = None if checkpoints is None else read_checkpoints(checkpoints)
    report = verify_ledger(store)
    if not report.ok:
        out.print(f"Tampered with at ledger entry {report.first_bad}: {report.what}", style="red")
        raise typer.Exit(1)
    out.print(f"The ledger holds: {report.entries} entries over {count(report.rows, 'row')}.")
    if signed is not None:
        key = public_key or settings.checkpoint_key_path.with_suffix(".pub")
        _compare_checkpoints(store, signed, key)
    _compare_projections(store)


def _compare_checkpoints(store: Store, signed: Sequence[Checkpoint], public_key: Path) -> None:
    from claims.store import load_public_key, verify_checkpoints

    compared = verify_checkpoints(store, signed, load_public_key(public_key))
    if not compared.ok:
        out.print(f"The ledger contradicts its checkpoints: {compared.what}", style="red")
        raise typer.Exit(1)
    out.print(f"It bears out {count(compared.checked, 'checkpoint')}.")


def _compare_projections(store: Store) -> None:
    from claims.store import verify_projections

    compared = verify_projections(store)
    if compared.ok:
        out.print(f"Dashboards read what the facts give: {count(compared.claims, 'claim')}.")
        return
    out.print(
        f"Dashboards read what the facts do not give, in {count(compared.differing, 'line')}:",
        style="red",
    )
    for what in compared.what:
        out.print(f"  {what}")
    if compared.differing > len(compared.what):
        out.print(f"  and {compared.differing - len(compared.what)} more")
    hint("to write them anew from the facts: onrecord rebuild")
    raise typer.Exit(1)


@ledger_app.command("checkpoint")
def checkpoint(
    to: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="File to append to; keep it away from this machine."),
    ],
) -> None:
    """Sign the ledger's present head (Ed25519), to prove later that nothing was cut off."""
    from claims.store import write_checkpoint

    settings, store = open_record()
    signed = write_checkpoint(store, to, settings.checkpoint_key_path)
    out.print(f"Entry {signed.seq} signed into {to}. Keep it where nobody here can change it.")
    hint(f"to compare later: onrecord ledger verify --checkpoints {to}")


@db_app.command("upgrade")
def upgrade() -> None:
    """Bring the database to this version's schema."""
    from claims.settings import load_settings
    from claims.store.engine import choose_url, open_engine
    from claims.store.schema import upgrade_schema

    settings = load_settings()
    url = choose_url(settings.database_url, settings.home)
    wait = settings.database_wait_seconds
    revision = upgrade_schema(open_engine(url, wait), wait_seconds=wait)
    out.print(f"The database is at revision {revision}.")


def rebuild() -> None:
    """Rebuild the board and every other projection from the facts.

    The facts stay as they were recorded: an origin or a grade, too, where a rule or an outlet
    changed since.
    """
    from claims.store import rebuild as rebuild_store

    _, store = open_record()
    rebuild_store(store)
    out.print("Board, matrix, counts and search rebuilt from the facts.")

"""Commands that look after the record itself: ledger, rebuild, database, export."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from flows.commands.context import By, open_record, out

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
    checkpoint: Annotated[
        Path | None, typer.Option(help="A checkpoint kept elsewhere: proves that no tail was cut.")
    ] = None,
) -> None:
    """Recompute every hash from the rows; name the first entry that was tampered with."""
    from claims.store import read_checkpoint, verify_ledger

    settings, store = open_record()
    known = read_checkpoint(checkpoint, settings) if checkpoint else None
    report = verify_ledger(store, checkpoint=known)
    if report.ok:
        out.print(f"The ledger holds: {report.entries} entries, every hash recomputed.")
        return
    out.print(
        f"[bold red]The ledger was tampered with[/] at entry {report.first_bad}: {report.what}"
    )
    raise typer.Exit(1)


@ledger_app.command("checkpoint")
def checkpoint(
    to: Annotated[Path, typer.Argument(help="File to write; keep it away from this machine.")],
    by: By = None,
) -> None:
    """Sign the ledger's present head (Ed25519), to prove later that nothing was cut off."""
    from claims.store import write_checkpoint

    settings, store = open_record()
    signed = write_checkpoint(store, settings, to)
    out.print(f"Entry {signed.seq} signed into {to}. Keep it where nobody here can change it.")


@db_app.command("upgrade")
def upgrade() -> None:
    """Bring the database to this version's schema."""
    from claims.settings import load_settings
    from claims.store import upgrade as upgrade_store

    revision = upgrade_store(load_settings())
    out.print(f"The database is at revision {revision}.")


def rebuild() -> None:
    """Rebuild the board and every other projection from the facts."""
    from claims.store import rebuild as rebuild_store

    _, store = open_record()
    rebuild_store(store)
    out.print("Board, matrix, counts and search rebuilt from the facts.")

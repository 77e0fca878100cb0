"""``onrecord``: the command line."""

from __future__ import annotations

import sys

import typer

from flows.commands import demo, deskwork, material, reading, record, server
from flows.commands.context import err

app = typer.Typer(
    name="onrecord",
    help="""The record of contested claims: who says what, who denies it, who will
    neither confirm nor deny it, and how each claim stands.

    Start with:  onrecord ingest ARTICLE.txt   then   onrecord board   then   onrecord claim 1
    """,
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

for part in (material, reading, deskwork, record, server, demo):
    part.register(app)


def main() -> None:
    """Run a command; a refusal is one sentence on standard error and exit status 1."""
    from claims.desk import DeskError
    from claims.settings import SettingsError
    from claims.store import StoreError
    from claims.views import ViewError
    from flows.processes import StartError
    from flows.trigger import RunError
    from sources.readers import InputError

    try:
        app()
    except (
        DeskError, SettingsError, StoreError, ViewError, StartError, RunError, InputError,
    ) as refusal:  # fmt: skip
        err.print(f"[bold red]onrecord:[/] {refusal}", highlight=False)
        sys.exit(1)
    except BrokenPipeError:
        sys.exit(0)


if __name__ == "__main__":
    main()

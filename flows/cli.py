"""``onrecord``: the command line."""

from __future__ import annotations

import os
import sys
import warnings
from typing import Any

import typer
from rich.text import Text

from flows.commands import (
    access,
    corrections,
    demo,
    deskwork,
    findings,
    material,
    reading,
    record,
    server,
)
from flows.commands.context import RefusedError, err
from flows.memory import collect_seldom

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

for part in (material, reading, deskwork, findings, corrections, record, server, access, demo):
    part.register(app)


def main() -> None:
    """Run a command; a refusal is one sentence on standard error and exit status 1."""
    warnings.showwarning = _show_warning
    collect_seldom()
    try:
        app()
    except BrokenPipeError:
        # Who read our output has gone; Python would complain once more at its exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception as error:
        reason = explain(error)
        if reason is None:
            raise
        err.print(Text.assemble(("onrecord: ", "bold red"), reason), soft_wrap=True)
        sys.exit(1)


def explain(error: Exception) -> str | None:
    """The sentence of a refusal; None for an error that is ours to mend."""
    from pydantic import ValidationError
    from sqlalchemy.exc import DBAPIError

    if isinstance(error, _refusals()):
        return str(error)
    if isinstance(error, ValidationError):
        return "; ".join(_describe(problem) for problem in error.errors(include_url=False))
    if isinstance(error, DBAPIError):
        why = str(error.orig).strip().splitlines()[0]
        return f"the record's database cannot be used: {why} (ONRECORD_DATABASE_URL names it)"
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename}: {error.strerror}"
    return None


def _refusals() -> tuple[type[Exception], ...]:
    from claims.desk import DeskError
    from claims.settings import SettingsError
    from claims.store import StoreError
    from claims.views import ViewError
    from flows.processes import StartError
    from flows.trigger import RunError
    from sources.readers import InputError

    return (
        RefusedError, DeskError, SettingsError, StoreError, ViewError, StartError, RunError,
        InputError,
    )  # fmt: skip


def _describe(problem: Any) -> str:
    where = ".".join(str(part) for part in problem["loc"])
    message = str(problem["msg"]).removeprefix("Value error, ")
    return f"{where}: {message}" if where else message


def _show_warning(message: Warning | str, *_where: Any, **_more: Any) -> None:
    err.print(Text.assemble(("onrecord: ", "yellow"), str(message)), soft_wrap=True)


if __name__ == "__main__":
    main()

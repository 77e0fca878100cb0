"""``onrecord``: the command line."""

from __future__ import annotations

import errno
import inspect
import os
import sys
import warnings
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Any

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
from flows.commands.refusals import tell_unknown
from flows.memory import collect_seldom
from flows.start import INTERRUPTED

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


FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""What the system says where no more can be written."""


def _flow_helps(group: typer.Typer) -> None:
    """Let the paragraphs of every help flow: else the source's own line breaks are kept."""
    for command in group.registered_commands:
        paragraphs = inspect.cleandoc(getattr(command.callback, "__doc__", "") or "").split("\n\n")
        command.help = "\n\n".join(" ".join(each.split()) for each in paragraphs)
    for each in group.registered_groups:
        if each.typer_instance is not None:
            _flow_helps(each.typer_instance)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"onrecord {version('onrecord')}")
        raise typer.Exit


@app.callback()
def onrecord(
    _: Annotated[
        bool,
        typer.Option("--version", help="Show the version.", callback=_show_version, is_eager=True),
    ] = False,
) -> None:
    """Options before any command; the text on the whole is the application's."""


for part in (material, reading, deskwork, findings, corrections, record, server, access, demo):
    part.register(app)
_flow_helps(app)


def main() -> None:
    """Run a command; a refusal is one sentence on standard error and exit status 1."""
    warnings.showwarning = _show_warning
    collect_seldom()
    try:
        app()
    except SystemExit as left:
        if left.code == INTERRUPTED:
            err.print("onrecord: stopped. What was recorded stays; the same command carries on.")
        raise
    except BrokenPipeError:
        _drop_output()  # who read it has gone
    except Exception as error:
        reason = explain(error)
        if reason is None:
            raise
        if isinstance(error, OSError) and error.errno in FULL:
            _drop_output()
        err.print(Text.assemble(("onrecord: ", "bold red"), reason), soft_wrap=True)
        sys.exit(1)


def explain(error: Exception) -> str | None:
    """The sentence of a refusal; None for an error that is ours to mend."""
    from pydantic import ValidationError
    from sqlalchemy.exc import DBAPIError

    from claims.desk import NotOnRecordError
    from claims.views import NotOnRecord

    if isinstance(error, NotOnRecord):
        return tell_unknown(error.kind, error.asked, str(error))
    if isinstance(error, NotOnRecordError):
        return tell_unknown(error.what, error.row_id, "")
    if isinstance(error, _refusals()):
        return str(error)
    if isinstance(error, ValidationError):
        return "; ".join(_describe(problem) for problem in error.errors(include_url=False))
    if isinstance(error, DBAPIError):
        why = str(error.orig).strip().splitlines()[0]
        return f"the record's database cannot be used: {why}: {_name_record()}"
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename}: {error.strerror}{_tell_home(os.fsdecode(error.filename))}"
    if isinstance(error, OSError) and error.errno in FULL:
        return f"the output cannot be written: {error.strerror}"
    return None


def _tell_home(path: str) -> str:
    """Of a path of the record's own folder, which setting leads there."""
    from claims.settings import SettingsError, load_settings

    try:
        home = load_settings().home
    except SettingsError:
        return ""
    here = Path(path).absolute()
    ours = here.is_relative_to(home) or home.is_relative_to(here)
    return f" (ONRECORD_HOME names the record's folder, {home})" if ours else ""


def _name_record() -> str:
    from claims.settings import load_settings
    from claims.store import describe_database

    return describe_database(load_settings())


def _drop_output() -> None:
    """Let what is left of our output go nowhere; Python would complain once more at its exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _refusals() -> tuple[type[Exception], ...]:
    from claims.desk import DeskError
    from claims.settings import SettingsError
    from claims.store import StoreError
    from claims.views import ViewError
    from flows.password import PasswordError
    from flows.processes import StartError
    from flows.trigger import RunError
    from sources.readers import InputError

    return (
        RefusedError, DeskError, SettingsError, StoreError, ViewError, StartError, RunError,
        InputError, PasswordError,
    )  # fmt: skip


def _describe(problem: Any) -> str:
    where = ".".join(str(part) for part in problem["loc"])
    message = str(problem["msg"]).removeprefix("Value error, ")
    return f"{where}: {message}" if where else message


def _show_warning(message: Warning | str, *_where: Any, **_more: Any) -> None:
    err.print(Text.assemble(("onrecord: ", "yellow"), str(message)), soft_wrap=True)

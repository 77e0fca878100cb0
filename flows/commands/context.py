"""What every command needs: settings, the record, who acts, where output goes."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer
from dateutil import parser as dates
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

from claims.model import BIGGEST_ID
from claims.settings import Settings, load_settings
from claims.status import MIN_RATIONALE, MIN_REASON, Actor, Role

if TYPE_CHECKING:
    from claims.store import Store

Word = TypeVar("Word", bound=str)

# Text of strangers reaches the terminal here: brackets and colons in it mean nothing to rich.
out = Console(markup=False, highlight=False, emoji=False)
err = Console(markup=False, highlight=False, emoji=False, stderr=True)


class RefusedError(Exception):
    """What a command will not do: one sentence for a person. Nothing was written."""


def _tell_least(characters: int) -> str:
    """The help of words that the desk asks for."""
    return f"Why, in at least {characters} characters; goes on record."


def read_number(text: str) -> int:
    """The number of a row. What cannot be one ends the command with what would be right."""
    digits = text.isascii() and text.isdigit() and len(text) <= len(str(BIGGEST_ID))
    if not digits or not 1 <= int(text) <= BIGGEST_ID:
        raise typer.BadParameter(f"{text[:40]!r} is no number that the record gives: 1, 2, 3 ...")
    return int(text)


def numbered(what: str, said: str) -> Any:
    """An argument that is the number of a row, or several."""
    return typer.Argument(parser=read_number, metavar=what, help=said)


ClaimId = Annotated[int, numbered("CLAIM", "Number of the claim, as on the board.")]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="The record as it was held on that day (UTC)."),
]
After = Annotated[str | None, typer.Option(help="The next page: the mark the last one gave.")]
AsJson = Annotated[bool, typer.Option("--json", help="JSON on standard output, for programs.")]
Reason = Annotated[str, typer.Option("--reason", "-r", help="Why; goes on record.")]
NeededReason = Annotated[str, typer.Option("--reason", "-r", help=_tell_least(MIN_REASON))]
ArguedReason = Annotated[str, typer.Option("--reason", "-r", help=_tell_least(MIN_RATIONALE))]
Rationale = Annotated[str, typer.Option("--rationale", help=_tell_least(MIN_RATIONALE))]


def signed(said: str) -> Any:
    """The option by which somebody says who they are."""
    return typer.Option("--by", metavar="NAME", help=said, envvar="ONRECORD_BY")


By = Annotated[str | None, signed("Who acts; your login name if left out.")]
AskedBy = Annotated[
    str | None,
    signed("Who asks for the run, kept with it by Prefect; what it does is the machine's."),
]


def read_one_of(words: Sequence[Word]) -> Callable[[str], Word]:
    """Reads one of the words, in letters of any case. Another one ends the command."""

    def read(text: str) -> Word:
        for word in words:
            if word.casefold() == text.strip().casefold():
                return word
        raise typer.BadParameter(f"{text[:40]!r} is not one of {', '.join(words)}")

    return read


def pick_from(words: type[StrEnum], said: str, *names: str) -> Any:
    """An option that takes one of the words: they stand in its help, where lines break between
    them, and not as the name of its value, which is cut anywhere."""
    return typer.Option(
        *names,
        parser=read_one_of(tuple(words)),
        metavar=words.__name__.upper(),
        help=f"{said} One of: {', '.join(words)}.",
        autocompletion=lambda: list(words),
    )


def open_record(*, create: bool = False) -> tuple[Settings, Store]:
    """The settings and the record they name. NoRecordError where there is none, unless it is
    to be created."""
    from claims.store import open_store  # loads SQL: a command that only asks a server needs none

    settings = load_settings()
    return settings, open_store(settings=settings, create=create)


def make_actor(name: str | None, role: Role) -> Actor:
    """The person at the keyboard, in the role that the command needs."""
    return Actor(name=name or getpass.getuser(), role=role)


def read_day(text: str | None) -> date | None:
    """The day that an option names. A wrong one ends the command with what would be right."""
    if text is None:
        return None
    try:
        day = dates.parse(text).date()
    except (ValueError, OverflowError):
        raise typer.BadParameter(f"{text!r} is no date: write it as 2024-02-20") from None
    if day > datetime.now(UTC).date():
        raise typer.BadParameter(f"{day} lies ahead: the record holds today and the past")
    return day


def hint(text: str) -> None:
    """What to type next, or what happens by itself; for people, so not among a program's JSON."""
    out.print(text, style="dim", soft_wrap=True)


def print_json(value: Any) -> None:
    """JSON on standard output, unwrapped."""
    import json

    json.dump(value, sys.stdout, ensure_ascii=False, indent=2, default=str)
    sys.stdout.write("\n")


@contextmanager
def show_progress() -> Iterator[Callable[[int, int, str], None]]:
    """A progress line on standard error, where that is a terminal, while the block runs."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    quiet = not err.is_terminal
    with Progress(*columns, console=err, transient=True, disable=quiet) as bar:
        task = bar.add_task("starting", total=None)

        def watch(done: int, total: int, note: str) -> None:
            bar.update(task, completed=done, total=total or None, description=note)

        yield watch

"""Who says what on which day: parties by days, and each party's changes of position. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Protocol, TypeVar

from pydantic import AwareDatetime

from claims.model import (
    Commitment,
    Mode,
    Span,
    Stance,
    Value,
)
from claims.policy import SILENT, order_words, position_of, rank
from claims.policy.latest import Rank
from claims.views.values import PartyRef

IN_WORDS: dict[Stance, str] = {
    Stance.ALLEGES: "alleges",
    Stance.CONFIRMS: "confirms",
    Stance.DENIES: "denies",
    Stance.DOUBTS: "doubts",
    Stance.NEITHER: "neither confirms nor denies",
    Stance.DECLINES: "declines to comment",
    Stance.NO_RESPONSE: "does not respond",
    Stance.RETRACTS: "retracts",
}
"""A stance as the verb of a sentence."""


class Cell(Value):
    """One stance with everything that proves it."""

    stance_id: int
    claim_id: int
    """The claim it was recorded under, which may since have been merged into this one."""
    party: PartyRef
    speaker: PartyRef | None
    told_as: str
    """The party as the document names it."""
    value: Stance
    """The position on this claim."""
    said: Stance
    """The position on the sentence it was recorded under: differs after an opposite merge."""
    mode: Mode
    commitment: Commitment
    anonymous: bool
    day: date
    span: Span
    document_id: int
    title: str
    outlet_id: str | None
    outlet: str | None
    url: str | None
    published_at: AwareDatetime | None
    origin_id: int
    origin: str
    confidence: float
    reasons: tuple[str, ...]
    recorded_by: str
    recorded_at: AwareDatetime
    supersedes: int | None
    """The stance that this one corrects."""


class MatrixDay(Value):
    """A party's stances of one day, oldest first; ``value`` is the last of them."""

    day: date
    value: Stance
    cells: tuple[Cell, ...]


class MatrixRow(Value):
    """One party's line of the matrix; days without a stance are absent."""

    party: PartyRef
    latest: Stance
    commitment: Commitment
    days: tuple[MatrixDay, ...]
    path: tuple[Stance, ...]
    """The positions in the order taken; one entry where it never changed."""

    @property
    def path_in_words(self) -> str:
        """``denies → neither confirms nor denies → confirms``."""
        return " → ".join(IN_WORDS[value] for value in self.path)


class PositionChange(Value):
    """A party's new position, with the two stances that show it."""

    party: PartyRef
    day: date
    source: Stance
    target: Stance
    before_stance_id: int
    stance_id: int
    document_id: int


class Matrix(Value):
    """Parties by days. ``days`` lists every day that has a stance, oldest first."""

    days: tuple[date, ...]
    rows: tuple[MatrixRow, ...]
    changes: tuple[PositionChange, ...]


def build_matrix(cells: Iterable[Cell]) -> Matrix:
    """Arrange cells into a matrix; parties with the most stances come first."""
    by_party: dict[int, list[Cell]] = {}
    for cell in sorted(cells, key=order_cells):
        by_party.setdefault(cell.party.id, []).append(cell)
    lines = sorted(by_party.values(), key=lambda line: (-len(line), line[0].party.name))
    changes = [change for line in lines for change in find_changes(line)]
    return Matrix(
        days=tuple(sorted({cell.day for line in lines for cell in line})),
        rows=tuple(_build_row(line) for line in lines),
        changes=tuple(sorted(changes, key=lambda change: (change.day, change.stance_id))),
    )


def order_cells(cell: Cell) -> tuple[Rank, int]:
    """The order in which positions were taken; of one rank, the last recorded is the last."""
    return order_words(cell.day, cell.value, cell.stance_id)


def find_changes(line: Sequence[Cell]) -> list[PositionChange]:
    """Where one party's position turns; ``line`` is in the order of ``order_cells``.

    *Alleges* and *confirms* are one position, and silence is none (``SILENT``).
    """
    spoken = [cell for cell in line if cell.value not in SILENT]
    ranks = [rank(cell.day, cell.value) for cell in spoken]
    changes: list[PositionChange] = []
    for cell in find_turns(line)[1:]:
        before = spoken[bisect_left(ranks, rank(cell.day, cell.value)) - 1]
        changes.append(
            PositionChange(
                party=cell.party,
                day=cell.day,
                source=before.value,
                target=cell.value,
                before_stance_id=before.stance_id,
                stance_id=cell.stance_id,
                document_id=cell.document_id,
            )
        )
    return changes


class Said(Protocol):
    """A stance on a day."""

    @property
    def day(self) -> date:
        """The day of it."""

    @property
    def value(self) -> Stance:
        """The position."""


Word = TypeVar("Word", bound=Said)


def find_turns(line: Iterable[Word]) -> list[Word]:
    """The first word of a party, and each that took a new position; in the order of
    ``order_words``. Silence takes none, and of words that hold together none turns from another.
    """
    turns: list[Word] = []
    at: Rank | None = None
    before: set[str] = set()
    now: set[str] = set()
    for word in line:
        if word.value in SILENT:
            continue
        if rank(word.day, word.value) != at:
            at, before, now = rank(word.day, word.value), now, set()
        position = position_of(word.value)
        if not turns or (before and position not in before | now):
            turns.append(word)
        now.add(position)
    return turns


def trace_path(line: Sequence[Said]) -> tuple[Stance, ...]:
    """The positions in the order taken, each named once while it lasts.

    Silence shows only where a party never said anything else.
    """
    values = [word.value for word in find_turns(line)] or [word.value for word in line]
    return tuple(next(run) for _, run in groupby(values, key=position_of))


def _build_row(line: Sequence[Cell]) -> MatrixRow:
    days = []
    for day, run in groupby(line, key=lambda cell: cell.day):
        held = tuple(run)
        days.append(MatrixDay(day=day, value=held[-1].value, cells=held))
    last = line[-1]
    return MatrixRow(
        party=last.party,
        latest=last.value,
        commitment=last.commitment,
        days=tuple(days),
        path=trace_path(line),
    )

"""Parties by days, and where a party turns."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Stance
from claims.views.matrix import (
    IN_WORDS,
    SILENT,
    Cell,
    build_matrix,
    find_changes,
    find_turns,
    order_cells,
    trace_path,
)

MakeCell = Callable[..., Cell]
A, C, D, DB = Stance.ALLEGES, Stance.CONFIRMS, Stance.DENIES, Stance.DOUBTS
N, DC, NR, R = Stance.NEITHER, Stance.DECLINES, Stance.NO_RESPONSE, Stance.RETRACTS


@pytest.mark.parametrize(
    ("values", "path", "why"),
    [
        ([D, N, C], (D, N, C), "each new position is told"),
        ([A, C, A], (A,), "alleging and confirming are one position"),
        ([D, D, D], (D,), "repeating is no change"),
        ([D, DC, D], (D,), "declining in between takes nothing back"),
        ([DC, NR], (DC, NR), "whoever only keeps silent is told as silent"),
        ([DC, D], (D,), "speaking replaces silence"),
        ([A, R], (A, R), "retracting is a change"),
        ([D, DB], (D, DB), "doubting is weaker than denying, so it is a change"),
        ([A, D, A], (A, D, A), "turning back is told too"),
        ([], (), "no stance, no path"),
    ],
)
def test_path(values: list[Stance], path: tuple[Stance, ...], why: str) -> None:
    assert trace_path(say(values)) == path, why


class Word(NamedTuple):
    """A stance on a day."""

    day: date
    value: Stance


def say(values: list[Stance], *days: int) -> list[Word]:
    """Words on those days of November, by default one a day."""
    on = days or range(1, len(values) + 1)
    return [Word(date(2026, 11, day), value) for day, value in zip(on, values, strict=True)]


@pytest.mark.parametrize(
    ("words", "turns", "why"),
    [
        (say([D, C], 1, 1), [D], "neither word of a day turns from the other"),
        (say([D, C, D], 1, 1, 2), [D], "and a later one of the two is none that is new"),
        (say([D, C, N], 1, 1, 2), [D, N], "a third one is"),
        (say([D, D, C], 1, 2, 2), [D, C], "one of two is new beside the day before"),
        (say([A, R], 1, 1), [A, R], "a retraction comes after what was said that day"),
        (say([D, DC, C], 1, 2, 3), [D, C], "silence takes no position"),
    ],
)
def test_turns(words: list[Word], turns: list[Stance], why: str) -> None:
    assert [word.value for word in find_turns(words)] == turns, why


def test_path_in_words(make_cell: MakeCell) -> None:
    cells = [make_cell(1, "Northland", D, 1), make_cell(2, "Northland", N, 2)]
    cells.append(make_cell(3, "Northland", C, 3))
    (row,) = build_matrix(cells).rows
    assert row.path_in_words == "denies → neither confirms nor denies → confirms"


def test_every_stance_has_words() -> None:
    assert set(IN_WORDS) == set(Stance)


def test_rows_are_parties_and_days_are_sorted(make_cell: MakeCell) -> None:
    matrix = build_matrix(
        [
            make_cell(3, "Southland", D, 9),
            make_cell(1, "Northland", A, 7),
            make_cell(2, "Northland", A, 5),
        ]
    )
    assert [row.party.name for row in matrix.rows] == ["Northland", "Southland"]
    assert matrix.days == (date(2026, 11, 5), date(2026, 11, 7), date(2026, 11, 9))
    assert [day.day.day for day in matrix.rows[0].days] == [5, 7]


def test_last_word_of_the_day_is_the_days_value(make_cell: MakeCell) -> None:
    matrix = build_matrix([make_cell(2, "Northland", D, 5), make_cell(1, "Northland", A, 5)])
    (row,) = matrix.rows
    (day,) = row.days
    assert day.value is D
    assert [cell.stance_id for cell in day.cells] == [1, 2]
    assert row.latest is D


def test_change_names_both_stances(make_cell: MakeCell) -> None:
    matrix = build_matrix(
        [
            make_cell(1, "Northland", D, 1),
            make_cell(2, "Northland", DC, 2),
            make_cell(3, "Northland", C, 3),
        ]
    )
    (change,) = matrix.changes
    assert (change.source, change.target) == (D, C)
    assert (change.before_stance_id, change.stance_id) == (1, 3)
    assert change.day == date(2026, 11, 3)


def test_changes_of_all_parties_stand_in_the_order_of_days(make_cell: MakeCell) -> None:
    matrix = build_matrix(
        [
            make_cell(1, "Northland", D, 1),
            make_cell(2, "Northland", C, 9),
            make_cell(3, "Southland", A, 2),
            make_cell(4, "Southland", R, 4),
        ]
    )
    assert [change.party.name for change in matrix.changes] == ["Southland", "Northland"]


@given(values=st.lists(st.sampled_from(Stance), max_size=12))
def test_path_and_changes_tell_the_same(values: list[Stance]) -> None:
    path = trace_path(say(values))
    assert all(value in values for value in path)
    spoken = [value for value in values if value not in SILENT]
    if spoken:
        assert not SILENT & set(path)
        assert path[0] is spoken[0]
    assert len(path) <= len(values)


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (2, 0, 3, 1)])
def test_order_of_reading_does_not_matter(order: tuple[int, ...], make_cell: MakeCell) -> None:
    cells = [
        make_cell(1, "Northland", D, 1),
        make_cell(2, "Northland", N, 2),
        make_cell(3, "Southland", A, 2),
        make_cell(4, "Northland", C, 2),
    ]
    assert build_matrix(cells[index] for index in order) == build_matrix(cells)


def test_changes_of_a_line_match_its_path(make_cell: MakeCell) -> None:
    line = [make_cell(day, "Northland", value, day) for day, value in enumerate([D, N, DC, C], 1)]
    line.sort(key=order_cells)
    changes = find_changes(line)
    assert [changes[0].source, *(change.target for change in changes)] == [D, N, C]

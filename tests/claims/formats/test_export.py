"""CSV and JSON out: every text survives, and no cell runs as a formula."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.formats import (
    BOARD_COLUMNS,
    EVIDENCE_COLUMNS,
    STANCE_COLUMNS,
    neutralise,
    stream_csv,
    stream_json,
)
from claims.model import Stance

COLUMNS = ("name", "value")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("=HYPERLINK(1)", "an equals sign starts a formula"),
        ("+1", "so does a plus"),
        ("-1", "and a minus"),
        ("@SUM(A1)", "and an at sign"),
        ("\t=1", "a tab in front is dropped by the spreadsheet"),
        ("\r=1", "and a carriage return"),
        ("  =1", "and blanks"),
        ("＝1", "full-width signs are folded to the plain ones"),
    ],
)
def test_formula_is_neutralised(text: str, why: str) -> None:
    assert neutralise(text) == "'" + text, why


@pytest.mark.parametrize("text", ["", "a=b", "Northland", "'tis", "“–", "1-2"])
def test_plain_text_stays(text: str) -> None:
    assert neutralise(text) == text


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        (True, "true"),
        (-3, "-3"),
        (0.25, "0.25"),
        (Stance.DENIES, "denies"),
        (date(2026, 11, 2), "2026-11-02"),
        (datetime(2026, 11, 2, 3, tzinfo=UTC), "2026-11-02T03:00:00+00:00"),
        (["denied", "single_origin"], "denied; single_origin"),
        (("=1", "b"), "'=1; b"),
        ('two\nlines, "quoted"', 'two\nlines, "quoted"'),
    ],
)
def test_cell(value: object, written: str) -> None:
    text = "".join(stream_csv(COLUMNS, [{"name": "x", "value": value}]))
    assert list(csv.reader(io.StringIO(text, newline=""))) == [list(COLUMNS), ["x", written]]


def test_unknown_sort_of_value_is_refused() -> None:
    with pytest.raises(TypeError, match="set"):
        list(stream_csv(COLUMNS, [{"name": "x", "value": {1}}]))


@pytest.mark.parametrize("write", [stream_csv, stream_json])
def test_row_with_other_columns_is_refused(write: object) -> None:
    with pytest.raises(ValueError, match="invented"):
        list(write(COLUMNS, [{"name": "x", "value": 1, "invented": 2}]))  # type: ignore[operator]


@pytest.mark.parametrize("write", [stream_csv, stream_json])
def test_rows_are_drawn_one_by_one(write: object) -> None:
    drawn: list[int] = []

    def rows() -> Iterator[dict[str, object]]:
        for number in range(3):
            drawn.append(number)
            yield {"name": "x", "value": number}

    stream = write(COLUMNS, rows())  # type: ignore[operator]
    next(stream)
    next(stream)
    assert drawn == [0]


def test_json_without_rows_is_an_empty_list() -> None:
    assert json.loads("".join(stream_json(COLUMNS, []))) == []


@pytest.mark.parametrize("columns", [BOARD_COLUMNS, STANCE_COLUMNS, EVIDENCE_COLUMNS])
def test_column_names_are_unique(columns: tuple[str, ...]) -> None:
    assert len(set(columns)) == len(columns)


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"])), max_size=5))
def test_both_formats_give_back_what_went_in(texts: list[str]) -> None:
    rows = [{"name": text, "value": len(text)} for text in texts]
    assert json.loads("".join(stream_json(COLUMNS, rows))) == rows
    lines = "".join(stream_csv(COLUMNS, rows))
    back = list(csv.reader(io.StringIO(lines, newline="")))[1:]
    assert back == [[neutralise(text), str(len(text))] for text in texts]
    for cell, _ in back:
        assert not cell.startswith(("=", "+", "-", "@"))

"""Tables out as CSV and JSON, streamed row by row, in UTF-8.

A quote may begin with ``=``, ``+``, ``-`` or ``@``, and a spreadsheet would run
it as a formula: such a cell gets an apostrophe in front, as OWASP advises for
CSV injection. JSON keeps every text as it stands.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from typing import Any

BOARD_COLUMNS: tuple[str, ...] = (
    "claim_id",
    "claim",
    "status",
    "status_basis",
    "suggestion",
    "stage",
    "flags",
    "commitment",
    "assignee",
    "positions",
    "stances",
    "documents",
    "origins",
    "supports",
    "undermines",
    "context",
    "open_proposals",
    "first_day",
    "last_day",
    "opened_at",
    "status_since",
    "last_change",
    "published",
)

STANCE_COLUMNS: tuple[str, ...] = (
    "claim_id",
    "claim",
    "stance_id",
    "day",
    "party_key",
    "party",
    "speaker",
    "told_as",
    "stance",
    "mode",
    "commitment",
    "anonymous",
    "quote",
    "start",
    "end",
    "document_id",
    "title",
    "outlet",
    "url",
    "origin",
    "confidence",
    "reasons",
    "recorded_by",
)

EVIDENCE_COLUMNS: tuple[str, ...] = (
    "claim_id",
    "claim",
    "evidence_id",
    "relation",
    "kind",
    "reliability",
    "credibility",
    "origin",
    "copy_of",
    "title",
    "quote",
    "note",
    "document_id",
    "url",
    "recorded_by",
    "recorded_at",
)

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def neutralise(text: str) -> str:
    """``text``, with an apostrophe in front where a spreadsheet would run it."""
    # Spreadsheets trim blanks first, so " =1+1" runs as well.
    if text.startswith(_FORMULA_STARTS) or text.lstrip().startswith(_FORMULA_STARTS):
        return "'" + text
    return text


def stream_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """CSV lines (RFC 4180, CRLF), the header first. ValueError for a row with other columns.

    Several values in one cell are joined with ``"; "``. Empty cells are None.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(columns)
    yield _drain(buffer)
    for row in rows:
        _check_columns(columns, row)
        writer.writerow([_write_cell(row[column]) for column in columns])
        yield _drain(buffer)


def stream_json(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """A JSON array of objects, one a line. ValueError for a row with other columns."""
    yield "["
    separator = "\n"
    for row in rows:
        _check_columns(columns, row)
        plain = {column: _write_plain(row[column]) for column in columns}
        yield separator + json.dumps(plain, ensure_ascii=False)
        separator = ",\n"
    yield "\n]\n"


def _check_columns(columns: Sequence[str], row: Mapping[str, Any]) -> None:
    if set(row) != set(columns):
        odd = sorted(set(row) ^ set(columns))
        raise ValueError(f"a row to export differs from the columns in {', '.join(odd)}")


def _drain(buffer: io.StringIO) -> str:
    line = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return line


def _write_cell(value: Any) -> str:
    plain = _write_plain(value)
    if plain is None:
        return ""
    if isinstance(plain, bool):
        return "true" if plain else "false"
    if isinstance(plain, int | float):
        return str(plain)
    if isinstance(plain, list):
        return neutralise("; ".join(str(item) for item in plain))
    return neutralise(plain)


def _write_plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, list | tuple):
        return [_write_plain(item) for item in value]
    raise TypeError(f"cannot export a {type(value).__name__}: {value!r}")

"""The ledger's own table, the outbox, and how a row becomes bytes to hash.

One ledger entry stands for one transaction. Its ``content`` says how many rows
each table got and the SHA-256 over them; ``entry_sha256`` covers the entry and
the one before it. A row's bytes are the canonical JSON of its table's columns
as stored (times as integers, truth as 0 and 1, days as ISO text), NULLs left
out, so that both databases give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any

from sqlalchemy import Column, Float, Index, Table, Text
from sqlmodel import Field

from claims.store.columns import (
    BIG,
    CanonicalJson,
    Row,
    canonical_json,
    moment,
    to_micros,
)

GENESIS = "0" * 64
"""What stands for the entry before the first."""


class LedgerEntry(Row, table=True):
    """One transaction: who did what when, what was written, and the entry before it."""

    seq: int = Field(primary_key=True, sa_type=BIG, sa_column_kwargs={"autoincrement": False})
    at: datetime = moment(index=True)
    actor: str = Field(sa_type=Text)
    action: str = Field(sa_type=Text)
    note: str = Field(default="", sa_type=Text)
    content: dict[str, dict[str, Any]] = Field(sa_type=CanonicalJson)
    """``{table: {"rows": count, "sha256": digest}}``."""
    previous_sha256: str = Field(max_length=64)
    entry_sha256: str = Field(max_length=64)


class Outbox(Row, table=True):
    """An event to be sent after the commit that wrote it."""

    id: int | None = Field(
        default=None, primary_key=True, sa_type=BIG, sa_column_kwargs={"autoincrement": False}
    )
    topic: str = Field(sa_type=Text)
    key: str = Field(sa_type=Text)
    payload: dict[str, Any] = Field(sa_type=CanonicalJson)
    at: datetime = moment()
    delivered_at: datetime | None = moment(nullable=True)

    __table_args__ = (Index(None, "delivered_at", "id"),)


class RowHash:
    """A running SHA-256 over the rows of one table in one transaction."""

    __slots__ = ("_digest", "rows")

    def __init__(self) -> None:
        self.rows = 0
        self._digest = hashlib.sha256()

    def add(self, stored: Mapping[str, Any]) -> None:
        """Add one row, ``{column: stored value}`` with the columns in alphabetical order."""
        self._digest.update(encode_row(stored))
        self.rows += 1

    def summary(self) -> dict[str, Any]:
        """The table's part of an entry's ``content``."""
        return {"rows": self.rows, "sha256": self._digest.hexdigest()}


def encode_row(stored: Mapping[str, Any]) -> bytes:
    """The bytes of one row: one line of JSON, keys as they come, NULLs left out."""
    line = _encode({name: value for name, value in stored.items() if value is not None})
    return line.encode("utf-8", "surrogatepass") + b"\n"


def hash_entry(stored: Mapping[str, Any]) -> str:
    """SHA-256 of an entry's stored columns, its own hash left out."""
    covered = {name: stored[name] for name in sorted(stored) if name != "entry_sha256"}
    return hashlib.sha256(encode_row(covered)).hexdigest()


def sorted_columns(table: Table) -> list[Column[Any]]:
    """A table's columns in the order in which they are hashed."""
    return sorted(table.columns, key=lambda column: column.name)


def stored_row(table: Table, values: Mapping[str, Any]) -> dict[str, Any]:
    """A row's values as the database will hold them. ValueError names what cannot be held."""
    stored = {}
    for column in sorted_columns(table):
        try:
            stored[column.name] = _store(column, values[column.name])
        except (TypeError, ValueError) as error:
            raise ValueError(f"{table.name}.{column.name}: {error}") from error
    return stored


def _store(column: Column[Any], value: Any) -> Any:
    if value is None:
        return None
    if isinstance(column.type, CanonicalJson):
        return _check_text(canonical_json(value))
    if isinstance(column.type, Float):
        return fold_float(float(value))
    for kind, convert in _STORED_AS.items():
        if isinstance(value, kind):
            return convert(value)
    raise TypeError(f"a value of type {type(value).__name__} has no place in a fact")


def _check_text(value: str) -> str:
    """PostgreSQL holds no NUL, and neither database lone surrogates."""
    if "\x00" in value:
        raise ValueError("holds a NUL character: clean the text before recording it")
    value.encode("utf-8")
    return value


def fold_float(value: float) -> float:
    """The float as both databases keep it: SQLite keeps no minus zero. ValueError for NaN."""
    if not math.isfinite(value):
        raise ValueError(f"{value} is no finite number")
    return value + 0.0


_STORED_AS: dict[type, Callable[[Any], Any]] = {
    bool: int,
    Enum: lambda value: value.value,
    datetime: to_micros,
    date: date.isoformat,
    int: int,
    str: _check_text,
}
"""First match wins: a bool is an int, a StrEnum a str, a datetime a date."""


def _encode_other(value: Any) -> Any:
    """What JSON does not know: PostgreSQL's days, and bytes in a tampered column."""
    if isinstance(value, date):
        return value.isoformat()
    return {"type": type(value).__name__, "value": repr(value)}


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_encode_other).encode

"""Several questions asked in one statement, each answered by a JSON array of its rows.

A page asks a dozen small things of the record. To have one of them answered takes less time
than to send it there and back, so those that do not wait for each other go together.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from pydantic_core import from_json
from sqlalchemy import Dialect, Float, Select, Subquery, Text, cast, func, select
from sqlalchemy.orm import Session
from sqlalchemy.types import Date, TypeEngine

Read = Callable[[Any], Any]


class _Reader(NamedTuple):
    """How rows of one question are read again: what they are, and which values are converted."""

    row: Callable[..., Any]
    converts: tuple[tuple[int, Read], ...]


def ask_together(
    session: Session, questions: tuple[Select[Any], ...], parameters: Mapping[str, Any]
) -> list[list[Any]]:
    """The rows of each question, in its order, with its columns by name.

    ``questions`` are kept statements (see ``claims.store.reading``), put together once; they
    share ``parameters``.
    """
    connection = session.connection()
    statement = _put_together(questions, connection.dialect.name)
    answers = connection.execute(statement, parameters).one()
    readers = _read_with(questions, connection.dialect)
    return [
        [] if answer is None else _read(answer, reader)
        for answer, reader in zip(answers, readers, strict=True)
    ]


def _read(answer: str, reader: _Reader) -> list[Any]:
    rows: Sequence[list[Any]] = from_json(answer)
    for row in rows:
        for at, convert in reader.converts:
            row[at] = convert(row[at])
    return [reader.row(*row) for row in rows]


@cache
def _put_together(questions: tuple[Select[Any], ...], dialect: str) -> Select[Any]:
    return select(*(_gather(question.subquery(), dialect) for question in questions))


def _gather(rows: Subquery, dialect: str) -> Any:
    if dialect == "sqlite":
        gathered: Any = func.json_group_array(func.json_array(*rows.c))
    else:
        gathered = cast(func.json_agg(func.json_build_array(*rows.c)), Text)
    return select(gathered).select_from(rows).scalar_subquery()


_READERS: dict[tuple[tuple[Select[Any], ...], str], list[_Reader]] = {}


def _read_with(questions: tuple[Select[Any], ...], dialect: Dialect) -> list[_Reader]:
    """Kept by the dialect's name: every store that is opened has a dialect of its own."""
    key = (questions, dialect.name)
    if key not in _READERS:
        _READERS[key] = [_make_reader(question, dialect) for question in questions]
    return _READERS[key]


def _make_reader(question: Select[Any], dialect: Dialect) -> _Reader:
    columns = question.subquery().c
    converts = (_conversion(column.type, dialect) for column in columns)
    return _Reader(
        namedtuple("Answer", columns.keys()),
        tuple((at, convert) for at, convert in enumerate(converts) if convert is not None),
    )


def _conversion(kind: TypeEngine[Any], dialect: Dialect) -> Read | None:
    """What makes of a value as JSON tells it the one that the column's type stands for."""
    if isinstance(kind, Date):
        return _read_date
    if isinstance(kind, Float):
        return None
    return kind.dialect_impl(dialect).result_processor(dialect, None)


def _read_date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)

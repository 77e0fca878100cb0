"""The board's filters as a page's address carries them, and addresses made from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import urlencode

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError

from claims.web.api.asking import BoardQuery
from claims.web.pages import words

LISTS = ("status", "stage", "flag")
SINGLE = ("words", "party", "outlet", "since", "until", "as_of")
LABELS = {
    "words": "words",
    "party": "party",
    "outlet": "outlet",
    "since": "changed since",
    "until": "changed until",
    "as_of": "as of",
}


class Active(NamedTuple):
    """One filter that is set, with the address of the board without it."""

    label: str
    value: str
    without: str


async def read_filters(request: Request) -> BoardQuery:
    """What the address asks for; a form's empty fields ask for nothing.

    RequestValidationError (422) for a field that is out of bounds or unknown.
    """
    given: dict[str, str | list[str]] = {}
    for name, value in request.query_params.multi_items():
        if not value.strip():
            continue
        if name in LISTS:
            held = given.setdefault(name, [])
            assert isinstance(held, list)
            held.append(value)
        else:
            given[name] = value
    try:
        return BoardQuery.model_validate(given)
    except ValidationError as error:
        known = (*LISTS, *SINGLE)
        faults = [
            {**fault, "loc": ("query", *fault["loc"]), "known": known} for fault in error.errors()
        ]
        raise RequestValidationError(faults) from error


def write_query(asked: BoardQuery, changes: Mapping[str, object] | None = None) -> str:
    """The query string of these filters, with some changed; None takes one off."""
    fields = asked.model_dump(mode="json", exclude_defaults=True, exclude={"limit", "cursor"})
    fields.update(changes or {})
    pairs = [
        (name, value) for name in (*LISTS, *SINGLE, "cursor") for value in _each(fields.get(name))
    ]
    return urlencode(pairs)


def board_url(
    asked: BoardQuery, changes: Mapping[str, object] | None = None, path: str = "/"
) -> str:
    """The address of the board, or of a part of it, with these filters and some changed."""
    query = write_query(asked, changes)
    return f"{path}?{query}" if query else path


def toggle_url(asked: BoardQuery, name: str, value: str) -> str:
    """The address of the board with one value of a list filter put on or taken off."""
    held = [str(each) for each in getattr(asked, name)]
    kept = [each for each in held if each != value] if value in held else [*held, value]
    return board_url(asked, {name: kept})


def list_active(asked: BoardQuery) -> list[Active]:
    """The filters that are set, in the order of the form."""
    return [*_list_lists(asked), *_list_single(asked)]


def _list_lists(asked: BoardQuery) -> Iterator[Active]:
    for status in asked.status:
        yield Active("status", words.STATUSES[status].word, toggle_url(asked, "status", status))
    for stage in asked.stage:
        yield Active("stage", words.STAGES[stage].word, toggle_url(asked, "stage", stage))
    for flag in asked.flag:
        yield Active("flag", words.FLAGS[flag], toggle_url(asked, "flag", flag))


def _list_single(asked: BoardQuery) -> Iterator[Active]:
    for name in SINGLE:
        value = getattr(asked, name)
        if value is not None:
            yield Active(LABELS[name], str(value), board_url(asked, {name: None}))


def _each(value: object) -> list[str]:
    if value is None:
        return []
    return [str(each) for each in value] if isinstance(value, list) else [str(value)]

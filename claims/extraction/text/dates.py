"""The day on which a position was taken: "on Monday", "Feb. 18", "yesterday".

Only words right at the cue count, since a date inside the content tells when
something happened. A weekday is the last such day up to the publication.
"""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date, timedelta

from claims.extraction.text.segment import Token

_WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
_MONTHS = {
    name.lower(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if number
} | {"sept": 9}
_NEARBY = 4
"""Tokens after the verb in which its day may stand."""
_AHEAD = timedelta(days=2)
"""A day and month this far after the publication still belong to its year."""


def words_about_time(
    tokens: Sequence[Token], source_end: int, cue_first: int, cue_last: int
) -> tuple[str, ...]:
    """The words at a cue that may tell its day, lower case; () where none do."""
    windows = [
        tokens[source_end:cue_first] if source_end <= cue_first else (),
        tokens[cue_last + 1 : cue_last + 1 + _NEARBY],
        tokens[:_NEARBY] if tokens and tokens[0].lower in ("on", "last", "yesterday") else (),
    ]
    for window in windows:
        words = tuple(token.lower for token in window)
        if any(word in _WEEKDAYS or word in _MONTHS or word in _RELATIVE for word in words):
            return words
    return ()


_RELATIVE = {"today": 0, "yesterday": 1, "tonight": 0}


def resolve_day(words: Sequence[str], published: date) -> date | None:
    """The day that ``words`` tell, seen from the day of publication; None where they tell none."""
    for at, word in enumerate(words):
        if word in _RELATIVE:
            return published - timedelta(days=_RELATIVE[word])
        if word in _WEEKDAYS:
            back = (published.weekday() - _WEEKDAYS[word]) % 7
            if at > 0 and words[at - 1] == "last" and back == 0:
                back = 7
            return published - timedelta(days=back)
        if word in _MONTHS:
            return _day_and_month(words, at, published)
    return None


def _day_and_month(words: Sequence[str], at: int, published: date) -> date | None:
    """``February 18``, ``Feb. 18, 2024``, ``18 February``."""
    after = [word for word in words[at + 1 : at + 5] if word not in (".", ",")]
    before = words[at - 1] if at > 0 else ""
    number = _number(after[0]) if after else None
    rest = after[1:]
    if number is None or number > 31:
        number, rest = _number(before), after
    if number is None:
        return None
    year = _number(rest[0]) if rest else None
    try:
        day = date(year if year and year > 1900 else published.year, _MONTHS[words[at]], number)
        if (year is None or year <= 1900) and day > published + _AHEAD:
            day = day.replace(year=published.year - 1)
    except ValueError:
        return None
    return day


def _number(word: str) -> int | None:
    bare = word.removesuffix("st").removesuffix("nd").removesuffix("rd").removesuffix("th")
    return int(bare) if bare.isascii() and bare.isdigit() and len(bare) <= 4 else None

"""Figures and dates of a claim sentence."""

from __future__ import annotations

from collections.abc import Sequence

from claims.words import Token, read_quantities

_MONTHS = (
    ("jan", "january"),
    ("feb", "february"),
    ("mar", "march"),
    ("apr", "april"),
    ("may",),
    ("jun", "june"),
    ("jul", "july"),
    ("aug", "august"),
    ("sep", "sept", "september"),
    ("oct", "october"),
    ("nov", "november"),
    ("dec", "december"),
)
_MONTH = {name: i for i, names in enumerate(_MONTHS, start=1) for name in names}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = {name: i for i, name in enumerate(_WEEKDAYS)}
_UNITS = {f"{unit}{s}": unit for unit in ("year", "month", "week", "decade") for s in ("", "s")}
_ORDINAL_ENDS = ("st", "nd", "rd", "th")


def read_dates(tokens: Sequence[Token]) -> tuple[frozenset[str], set[int]]:
    """Parts of dates (``year:2014``, ``month:2``, ``day:18``, ``weekday:0``) and their tokens.

    A month has a capital and, where it begins the sentence ("May"), a figure after it.
    "Last year", "two weeks ago" give ``ago:year``, ``ago:week``.
    """
    parts: set[str] = set()
    used: set[int] = set()
    for i, token in enumerate(tokens):
        if token.lower in _WEEKDAY and token.capital:
            parts.add(f"weekday:{_WEEKDAY[token.lower]}")
            used.add(i)
        elif token.lower in _MONTH and token.capital:
            day = next((j for j in (i + 1, i - 1) if _day(tokens, j)), None)
            if i == 0 and day is None and not _year(tokens, 1):
                continue
            parts.add(f"month:{_MONTH[token.lower]}")
            used.add(i)
            if day is not None:
                parts.add(f"day:{_day(tokens, day)}")
                used.add(day)
        elif token.lower in _UNITS and _is_past(tokens, i):
            parts.add(f"ago:{_UNITS[token.lower]}")
            used.add(i)
    for quantity in read_quantities(tokens):
        if quantity.is_year:
            parts.add(f"year:{quantity.value:.0f}")
            used.add(quantity.first)
    return frozenset(parts), used


def read_numbers(
    tokens: Sequence[Token], dated: set[int]
) -> tuple[dict[str, frozenset[float]], set[int]]:
    """Figures by what they count, without those in ``dated``, and their tokens."""
    values: dict[str, set[float]] = {}
    used: set[int] = set()
    for quantity in read_quantities(tokens):
        span = set(range(quantity.first, quantity.last + 1))
        if span & dated:
            continue
        values.setdefault(quantity.unit, set()).add(quantity.value)
        used |= span
    return {unit: frozenset(found) for unit, found in values.items()}, used


def _is_past(tokens: Sequence[Token], i: int) -> bool:
    before = tokens[i - 1].lower if i else ""
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    return before in {"last", "previous"} or after in {"ago", "earlier"}


def _day(tokens: Sequence[Token], i: int) -> int:
    """Day of the month at token ``i``, 0 when there is none."""
    if not 0 <= i < len(tokens):
        return 0
    digits = tokens[i].lower
    if digits.endswith(_ORDINAL_ENDS):
        digits = digits[:-2]
    return int(digits) if digits.isdecimal() and 1 <= int(digits) <= 31 else 0


def _year(tokens: Sequence[Token], i: int) -> bool:
    return i < len(tokens) and tokens[i].lower.isdecimal() and len(tokens[i].lower) == 4

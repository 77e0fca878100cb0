"""Figures with what they count."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claims.words.stems import FUNCTION_WORDS, stem
from claims.words.tokens import Token

_SMALL = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen twenty
"""
_TENS = "thirty forty fifty sixty seventy eighty ninety"
_WORDS = {
    **{word: float(value) for value, word in enumerate(_SMALL.split())},
    **{word: 10.0 * value for value, word in enumerate(_TENS.split(), start=3)},
    "dozen": 12.0,
}
_SCALES = {
    "dozen": 12.0,
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "mn": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
}
_CURRENCIES = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen"}
_BETWEEN = frozenset({"of", "the", "other", "more", "new", "people", "per"})
YEARS = range(1900, 2101)


class Quantity(NamedTuple):
    """A figure: 5 tanks is ``(5.0, "tank")``; the unit is "" where none follows."""

    value: float
    unit: str
    first: int
    """Index of its first token."""
    last: int
    """Index of its last token; the unit's, if any, comes after it."""

    @property
    def is_year(self) -> bool:
        """Whether it reads as a year rather than a count."""
        return self.unit == "" and self.value in YEARS


def read_quantities(tokens: Sequence[Token]) -> list[Quantity]:
    """Every figure among ``tokens``, in order. "one" alone is an article, not a figure."""
    found: list[Quantity] = []
    i = 0
    while i < len(tokens):
        value = _value(tokens[i])
        if value is None or (tokens[i].lower == "one" and not _scales(tokens, i + 1)):
            i += 1
            continue
        last = i
        while _scales(tokens, last + 1):
            last += 1
            value *= _SCALES[tokens[last].lower]
        found.append(Quantity(value, _unit(tokens, i, last), i, last))
        i = last + 1
    return found


def _scales(tokens: Sequence[Token], i: int) -> bool:
    return i < len(tokens) and tokens[i].lower in _SCALES


def _value(token: Token) -> float | None:
    if not token.numeric:
        return _WORDS.get(token.lower)
    digits = token.lower.strip("$€£¥%")
    parts = digits.split(",")
    thousands = len(parts) > 1 and all(len(part) == 3 for part in parts[1:])
    try:
        return float("".join(parts) if thousands else digits.replace(",", "."))
    except ValueError:
        return None


def _unit(tokens: Sequence[Token], first: int, last: int) -> str:
    text = tokens[first].text
    if text[0] in _CURRENCIES:
        return _CURRENCIES[text[0]]
    if text.endswith("%"):
        return "percent"
    if first == last and tokens[first].numeric and int(_value(tokens[first]) or 0) in YEARS:
        return ""
    for token in tokens[last + 1 : last + 4]:
        if token.lower in _BETWEEN:
            continue
        if token.lower in FUNCTION_WORDS or token.numeric:
            return ""
        return stem("percent" if token.lower == "per" else token.lower)
    return ""

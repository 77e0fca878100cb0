"""Patterns that are looked for only where a text may hold them.

A pattern of many words tries each of them at every place of a text. Whether the letters that its
matches cannot do without stand in it at all is told ten times as fast, and mostly they do not. (So
do code search and RE2's filters: Cox 2012, "Regular Expression Matching with a Trigram Index".)
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from functools import partial

# what Python's own compiler reads a pattern with; it has no public name
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

_MOST = 24
"""Alternatives that are looked for at most: more take longer than the pattern."""
_LEAST = 2
"""Letters that each of them has at least: one alone stands in every text."""
_SPELLINGS = 4
"""Ways of writing the same letters ("n't", "n’t") that are told apart at most."""


class Sought:
    """A compiled pattern, and the letters of which each of its matches holds some."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """``flags`` as for ``re.compile``."""
        self._pattern = re.compile(pattern, flags)
        self._fold = bool(self._pattern.flags & re.IGNORECASE)
        self.letters = needed_letters(pattern, flags)
        """In lower case where case is ignored; none where a match may hold any."""

    def may_stand_in(self, text: str) -> bool:
        """Whether the text holds what every match does."""
        held = text.lower() if self._fold else text
        for letters in self.letters:  # a generator would take longer than all of it
            if letters in held:
                return True
        return not self.letters

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match in ``text[start:end]``, as of ``re.search``; None without one."""
        inside = text[start:end] if start or end < len(text) else text
        return self._pattern.search(text, start, end) if self.may_stand_in(inside) else None

    def match(self, text: str) -> re.Match[str] | None:
        """The match that ``text`` opens with, as of ``re.match``; None without one."""
        return self._pattern.match(text) if self.may_stand_in(text) else None

    def findall(self, text: str) -> list[Any]:
        """All that matches, as of ``re.findall``."""
        return self._pattern.findall(text) if self.may_stand_in(text) else []

    def sub(self, by: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with each match told ``by`` something else, as of ``re.sub``."""
        return self._pattern.sub(by, text) if self.may_stand_in(text) else text


def needed_letters(pattern: str, flags: int = 0) -> tuple[str, ...]:
    """Letters of which each match of a pattern holds some, wherever it stands; () where it need
    hold none. Of several such choices the one that is seldom met."""
    whole = _parser.parse(pattern, flags)
    found = _needed(whole, str.lower if whole.state.flags & re.IGNORECASE else str)
    return tuple(sorted(found)) if found else ()


def _needed(parts: Iterable[tuple[Any, Any]], fold: Callable[[str], str]) -> frozenset[str] | None:
    """What one of must stand for a sequence of a parsed pattern; None where nothing must."""
    choices: list[frozenset[str]] = []
    runs = _NOTHING
    for kind, value in parts:
        letters = _letters(kind, value)
        if letters and len(letters) * len(runs) <= _SPELLINGS:
            runs = frozenset(run + fold(letter) for run in runs for letter in letters)
            continue
        if kind is _constants.AT:
            continue  # has no width
        choices.append(runs)
        runs = _NOTHING
        inner: frozenset[str] | None = None
        if kind is _constants.SUBPATTERN and not value[1] & re.IGNORECASE:
            inner = _needed(value[3], fold)
        elif kind is _constants.BRANCH:
            inner = _united(map(partial(_needed, fold=fold), value[1]))
        elif kind in (_constants.MAX_REPEAT, _constants.MIN_REPEAT) and value[0] > 0:
            inner = _needed(value[2], fold)
        if inner is not None:
            choices.append(inner)
    choices.append(runs)
    short = (frozenset(a for a in c if not any(b in a for b in c - {a})) for c in choices)
    fit = [c for c in short if len(c) <= _MOST and min(map(len, c)) >= _LEAST]
    return min(fit, key=_often, default=None)


_NOTHING = frozenset([""])


def _letters(kind: Any, value: Any) -> list[str]:
    """The letters of which one stands in a pattern's part; none where it is more than that."""
    if kind is _constants.LITERAL:
        return [chr(value)]
    if kind is _constants.IN and all(each is _constants.LITERAL for each, _ in value):
        return [chr(letter) for _, letter in value]
    return []


def _united(branches: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    found: frozenset[str] = frozenset()
    for each in branches:
        if each is None:
            return None
        found |= each
    return found


def _often(letters: frozenset[str]) -> float:
    """How often some of the letters stand in a text, more or less."""
    return sum(4.0 ** -len(each) for each in letters)

"""Sentences of a text at exact offsets."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?…؟]+[\"'”’»)\]]*(?=\s)|\n+")
_LAST_WORD = re.compile(r"([^\s(\[\"“‘]+)$")
_ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr prof gen col sgt lt capt maj rev hon st sen rep gov pres jr sr inc corp co ltd no
    vs etc jan feb mar apr jun jul aug sep sept oct nov dec approx dept
    """.split()  # noqa: SIM905 - a page of words reads better than a list of them
)


def split_sentences(text: str) -> list[tuple[int, int]]:
    """``(start, end)`` of each sentence, without blanks around it, in order.

    A line break ends a sentence; an abbreviation ("Gen.", "U.N.", an initial) does not.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for found in _END.finditer(text):
        if not found.group().startswith("\n") and _is_abbreviation(text, start, found):
            continue
        _add(spans, text, start, found.end())
        start = found.end()
    _add(spans, text, start, len(text))
    return spans


def _is_abbreviation(text: str, start: int, end: re.Match[str]) -> bool:
    if end.group() != ".":
        return False
    word = _LAST_WORD.search(text, start, end.start())
    if word is None:
        return False
    bare = word.group(1).lower()
    if bare in _ABBREVIATIONS or (len(bare) == 1 and bare.isalpha()):
        return True
    after = text[end.end() :].lstrip()[:1]
    return "." in bare and not after.isupper()


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    first = start + len(piece) - len(piece.lstrip())
    last = start + len(piece.rstrip())
    if first < last:
        spans.append((first, last))

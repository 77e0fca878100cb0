"""Whom somebody who speaks addresses by first name, which tells nothing: "I sold it, John"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from claims.extraction.text.lexicon import given_names, word_set
from claims.extraction.text.quality import is_finite

_OPENING = re.compile(
    r"[\"“‘'](?P<told>(?P<hail>(?:yo|hey|hi|hello|well|oh|look|listen|yes|no|so|now|thanks),? )?"
    r"(?-i:(?P<name>[A-Z][a-z]+)), )"
    r"(?=(?:i|we|you|(?(hail)(?:it|they|there|this|that)|you))(?:['’]\w+)?\b(?! \w+,))",
    re.I,
)
"""No "Ada, she sold it", who is told of."""
_INSIDE = re.compile(
    r"(?P<before>[a-z][\w'’-]*)(?P<told>, (?P<name>[A-Z][a-z]+))"
    r"(?:(?P<comma>,)(?= (?P<after>[a-z]+))|(?=[.!?,]?[\"”]))"
)
_NAME_BEHIND = re.compile(r", [A-Z][a-z]")
_SPOKEN = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Yy]our|[Mm]y|[Oo]ur)\b")
_REACH = 150
"""Characters before a name within which whoever speaks says "I" or "you"."""


def find_addressed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of ``text[start:end]`` that only address somebody, with their commas.

    What may be told of somebody ("my son, John, left", "Ada, John and Mary") is none.
    """
    opening = _OPENING.search(text, max(0, start - 1), end)
    if opening is not None and _is_first(opening["name"]):
        yield opening.span("told")
    if _NAME_BEHIND.search(text, start, end) is None:
        return  # told in no time; the pattern below begins at every letter
    for match in _INSIDE.finditer(text, start, end):
        if _is_first(match["name"]) and not _is_told_of(match, text):
            yield match.start("told"), match.end("comma" if match["comma"] else "told")


def _is_first(name: str) -> bool:
    return name.lower() in given_names()


_CLOSE = frozenset(["friend", "friends", "colleague", "partner", "mate", "dog", "cat", "fiance"])


def _is_told_of(match: re.Match[str], text: str) -> bool:
    """Whether the name may say who somebody is, be one of several or do something."""
    before, after = match["before"].lower(), match["after"] or ""
    people = word_set("kin") | word_set("person_roles") | word_set("anonymous_heads")
    does = is_finite(after) or after.endswith("ed") or after in ("and", "or", "who", "whose", "a")
    spoken = _SPOKEN.search(text, max(0, match.start() - _REACH), match.start("told"))
    return before in people | _CLOSE or does or spoken is None


def without_addressed(told: str, beside: str) -> str:
    """The writer's sentence without whom the text ``beside`` it addresses."""
    for addressing in _addressing(beside):
        told = addressing.sub("", told)
    return told


@lru_cache(maxsize=16)
def _addressing(beside: str) -> tuple[re.Pattern[str], ...]:
    """For each whom a text addresses, how a sentence does so."""
    spans = find_addressed(beside, 0, len(beside))
    names = (re.findall(r"\w+", beside[start:end])[-1] for start, end in spans)
    return tuple(re.compile(rf"^{name}, |, {name}\b,?(?= [a-z]|$)") for name in names)

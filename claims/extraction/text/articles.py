""" "A" or "an" before a noun that is counted: "a strike", but "evidence" and "ships"."""

from __future__ import annotations

import re
from functools import cache

from claims.extraction.text.inflect import irregular_past_forms
from claims.extraction.text.lexicon import word_set

_PHRASE = re.compile(r"[\w'’-]+(?: [\w'’-]+){0,5}")
_MANY = re.compile(r"(?<![su])s$|ence$|ness$")
_ONE = frozenset(
    ["conference", "audience", "sentence", "reference", "difference", "preference", "fence",
     "residence", "sequence", "consequence", "inference", "occurrence"]
)  # fmt: skip
"""Nouns on -ence of which there may be one."""
_NEXT = frozenset(["the", "a", "an", "his", "her", "its", "their", "that", "this", "who", "which"])
_NOUNS = frozenset(["cut", "hit", "bet", "shot", "cast", "set", "hurt", "felt", "bit", "found"])
"""Pasts that are nouns, or stand before one, as well."""
_DONE = re.compile(r"(?:ed|ing)$")


def put_article(phrase: str) -> str:
    """The phrase with "a" or "an" before it where the noun that it opens with takes one."""
    match = _PHRASE.match(phrase)
    if match is None or not _is_counted(match[0].lower().split(" ")):
        return phrase
    return f"{'an' if phrase[0].lower() in 'aeiou' else 'a'} {phrase}"


@cache
def _ends() -> frozenset[str]:
    """Words before which the name of a thing ends."""
    pasts = irregular_past_forms() - _NOUNS
    return word_set("noun_phrase_ends") | word_set("cues_auxiliaries") | _NEXT | pasts


def _is_counted(words: list[str]) -> bool:
    """Whether one of a thing is told of; what stands behind the thing opens with a small word, or
    tells what was done to it."""
    ends = _ends()
    end = next((at for at, word in enumerate(words) if at and word in ends), len(words))
    while end > 1 and _DONE.search(words[end - 1]):
        end -= 1
    noun = words[end - 1]
    counted = noun in _ONE or _MANY.search(noun) is None
    return counted and noun not in word_set("nouns_uncounted")

"""Phrases that tell a position of a report: "scoffed at suggestions that", "owned up to"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from claims.extraction.inflect import forms_of
from claims.extraction.lexicon import load_lexicon, word_set
from claims.extraction.segment import Token
from claims.model import Stance

_NEAR = 6
"""Tokens behind the phrase among which the report is named."""


class Idiom(NamedTuple):
    """What a phrase tells, the forms of its verb and the words behind that."""

    stance: Stance
    verb: frozenset[str]
    rest: tuple[str, ...]


def idiom_at(tokens: tuple[Token, ...], at: int) -> tuple[Stance, int] | None:
    """The stance of a phrase that ends with token ``at``, and where its verb stands.

    What is denied or doubted so must be named as a report: aeroplanes are shot down as well.
    """
    for stance, verb, rest in _idioms().get(tokens[at].lower, ()):
        head = at - len(rest)
        if head < 0 or tokens[head].lower not in verb:
            continue
        if tuple(token.lower for token in tokens[head + 1 : at + 1]) != rest:
            continue
        if stance is Stance.CONFIRMS or _names_report(tokens, at + 1):
            return stance, head
    return None


def _names_report(tokens: tuple[Token, ...], after: int) -> bool:
    nouns = word_set("report_nouns")
    return any(token.lower in nouns for token in tokens[after : after + _NEAR])


@cache
def _idioms() -> dict[str, list[Idiom]]:
    """The phrases of ``lexicon.yaml`` by their last word."""
    found: dict[str, list[Idiom]] = {}
    for stance, phrases in load_lexicon().idioms.items():
        for phrase in phrases:
            verb, *rest = phrase.split()
            idiom = Idiom(Stance(stance), forms_of(verb), tuple(rest))
            found.setdefault(phrase.split()[-1], []).append(idiom)
    return found

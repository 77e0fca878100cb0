"""Phrases that tell a position of a report: "scoffed at suggestions that", "owned up to"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from claims.extraction.inflect import forms_of
from claims.extraction.lexicon import load_lexicon, word_set
from claims.extraction.segment import Token
from claims.model import Stance

_PLAIN = frozenset(["mum", "tight-lipped"])
"""Words that tell enough: who keeps mum knows."""
_NEAR = 6
"""Tokens behind the phrase among which the report is named."""


class Idiom(NamedTuple):
    """What a phrase tells, the forms of its verb and the words behind that."""

    stance: Stance
    verb: frozenset[str]
    rest: tuple[str, ...]


def idiom_at(tokens: tuple[Token, ...], at: int) -> tuple[Stance, int] | None:
    """The stance of a phrase that ends with token ``at``, and where its verb stands.

    What is denied, doubted or left open so must be named as a report: aeroplanes are shot down as
    well, and a king is silent about a war.
    """
    for stance, verb, rest in _idioms().get(tokens[at].lower, ()):
        head = at - len(rest)
        if head < 0 or tokens[head].lower not in verb:
            continue
        if tuple(token.lower for token in tokens[head + 1 : at + 1]) != rest:
            continue
        told = stance is Stance.CONFIRMS or not _PLAIN.isdisjoint(rest)
        if told or _names_report(tokens, at + 1):
            return stance, head
    return None


def told_false(tokens: tuple[Token, ...], at: int) -> tuple[int, int] | None:
    """Where what a verb at ``at`` says to be false ends, and where it says so: "called the report
    (a hoax)".

    None where no report is called so: a person may be called a liar, and a painting a fake.
    """
    if tokens[at].lower not in _namers():
        return None
    for here in range(at + 2, min(len(tokens), at + _FAR)):
        if tokens[here].text in ".;:" or tokens[here].lower in ("but", "while", "who"):
            return None
        if tokens[here].lower in word_set("hoax_words"):
            if tokens[here].lower in word_set("report_nouns") and not _names_report(
                tokens[:here], at
            ):
                continue  # "called the rumour a hoax"
            ends = here
            while ends > at + 1 and tokens[ends - 1].lower in word_set("idioms_before_false"):
                ends -= 1
            pointed = tokens[at + 1].lower in POINTERS and ends == at + 2
            told = pointed or _names_report(tokens[:ends], at + 1)
            return (ends, here + 1) if told else None
    return None


_FAR = 24
"""Tokens behind the verb that may hold what is said and that it is false."""
POINTERS = frozenset(["it", "this", "that", "them", "these", "those"])
"""Words that stand for something told before."""


@cache
def _namers() -> frozenset[str]:
    """Forms of the verbs that say what something is."""
    return frozenset(form for verb in word_set("idioms_namers") for form in forms_of(verb))


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
            for last in rest[-1:] or idiom.verb:
                found.setdefault(last, []).append(idiom)
    return found

"""A report that is named behind what it tells, and what is made of it there: ", a charge that Orr
called absurd", ", an account disputed by his family and by two witnesses"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from claims.extraction.attribution.rejoinder import MARKS, Rejoinder
from claims.extraction.cues.called import called_ends
from claims.extraction.cues.cue import Cue, Shape
from claims.extraction.cues.idioms import namers, past_quoted
from claims.extraction.sources.span import SourceSpan
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.segment import Token
from claims.extraction.text.verb_groups import AUXILIARIES
from claims.model import Stance

_NOUN = 3
"""Tokens behind "a" among which the report is named: "a widely shared claim"."""
_SUBJECT = 7
"""Tokens that whoever judges it may take."""
_REFUSED = {
    "denied": Stance.DENIES, "disputed": Stance.DENIES, "rejected": Stance.DENIES,
    "dismissed": Stance.DENIES, "contradicted": Stance.DENIES, "refuted": Stance.DENIES,
    "challenged": Stance.DENIES, "questioned": Stance.DOUBTS, "doubted": Stance.DOUBTS,
    "confirmed": Stance.CONFIRMS,
}  # fmt: skip
"""What is done to a report by whoever is named behind "by"."""


def find_judged_nouns(tokens: Sequence[Token], quoted: Sequence[bool]) -> Iterator[Rejoinder]:
    """Each report that is named and judged behind a mark, once for everyone who judges it."""
    for mark in range(len(tokens) - _NOUN):
        opens = tokens[mark].text in MARKS and tokens[mark + 1].lower in ("a", "an")
        noun = _report(tokens, mark + 2) if opens and not quoted[mark] else None
        if noun is None:
            continue
        after = noun + 1 + (tokens[noun + 1].lower in ("that", "which"))
        if after + 1 < len(tokens):
            yield from _refused(tokens, mark, after)
            yield from _called(tokens, mark, after)


def _report(tokens: Sequence[Token], first: int) -> int | None:
    near = range(first, min(first + _NOUN, len(tokens) - 2))
    return next((at for at in near if tokens[at].lower in word_set("report_nouns") | _TOLD), None)


_TOLD = frozenset(["explanation", "version", "figure", "estimate", "conclusion", "finding"])
"""What else is told that others judge."""


def _refused(tokens: Sequence[Token], mark: int, at: int) -> Iterator[Rejoinder]:
    at += tokens[at].lower.endswith("ly")
    stance = _REFUSED.get(tokens[at].lower)
    if stance is None or tokens[at + 1 : at + 2] == () or tokens[at + 1].lower != "by":
        return
    word = tokens[at].text
    cue = Cue(
        stance, word.lower(), stance.value, at, at, at, Shape.PASSIVE, False, False, f"cue '{word}'"
    )
    behind = range(at + 2, len(tokens))
    end = next(
        (n for n in behind if not tokens[n].is_word and tokens[n].lower != "'s"), len(tokens)
    )
    first = at + 2
    for stop in range(first, end + 1):
        joins = stop < end and [t.lower for t in tokens[stop : stop + 2]] == ["and", "by"]
        if first < stop and (stop == end or joins):
            yield Rejoinder(mark, end, cue, SourceSpan(first, stop, None, "subject"))
            first = stop + 2


def _called(tokens: Sequence[Token], mark: int, first: int) -> Iterator[Rejoinder]:
    near = range(first + 1, min(first + 1 + _SUBJECT, len(tokens) - 1))
    verb = next((at for at in near if tokens[at].lower in _judging()), None)
    if verb is None or not all(t.is_word or t.lower == "'s" for t in tokens[first:verb]):
        return
    judged = _judged(tokens, verb)
    if judged is None:
        return
    stance, last = judged
    stop = verb
    while stop - 1 > first and _is_between(tokens[stop - 1].lower):
        stop -= 1
    word = tokens[verb].text
    cue = Cue(
        stance, "call", "deny", verb, verb, last - 1, Shape.FINITE, False, False,
        f"cue '{word}'",
    )  # fmt: skip
    yield Rejoinder(mark, last, cue, SourceSpan(first, stop, None, "subject"))


def _judged(tokens: Sequence[Token], verb: int) -> tuple[Stance, int] | None:
    """What the verb tells of the report, and where that ends: "laughed off", "brushed aside as
    'cheap politics'", "called absurd"."""
    if tokens[verb + 1].lower not in _WAVES_OFF.get(tokens[verb].lower, ()):
        return called_ends(tokens, verb + 1)
    after = verb + 2
    if after >= len(tokens) or not tokens[after].is_word:
        return Stance.DENIES, after
    if tokens[after].lower != "as":
        return None
    return Stance.DENIES, past_quoted(tuple(tokens), after + 1) or after + 1


def _is_between(lower: str) -> bool:
    """Whether a word may stand between who judges and the verb: "has since quietly"."""
    return lower.endswith("ly") or lower in AUXILIARIES or lower in ("since", "later", "also")


@cache
def _judging() -> frozenset[str]:
    return namers() | {"dismissed"} | _WAVES_OFF.keys()


_WAVES_OFF = {
    "laughed": ("off",), "brushed": ("off", "aside"), "waved": ("away", "off", "aside"),
    "shrugged": ("off",), "batted": ("away",), "scoffed": ("at",), "shot": ("down",),
}  # fmt: skip
"""Verbs of who takes a report for nothing, with the word behind."""

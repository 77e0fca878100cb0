"""What somebody says of what was just told: "the mine polluted it, which the firm denies"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.attribution.judged_nouns import find_judged_nouns
from claims.extraction.attribution.rejoinder import MARKS, Rejoinder
from claims.extraction.cues.cue import Cue, Shape
from claims.extraction.position import CONTESTED
from claims.extraction.sources.nobody import PERSONAL
from claims.extraction.sources.span import SourceSpan
from claims.extraction.text.asides import TIME_WORDS
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.quality import is_finite
from claims.extraction.text.segment import Token
from claims.extraction.text.verb_groups import AUXILIARIES
from claims.model import Stance

_WHAT = frozenset(["which", "something"])
_NAMED = 5
"""Tokens that what was told is called by, "a version of events"."""
_MOST = 7
"""Tokens that whoever judges it may take."""
_OF_THINGS = frozenset(["reject", "dismiss", "question", "decline"])
"""What is done to a deal or a goal as well, of which "which" may tell."""
_AFTER = frozenset(["at", "on", "in", "as", "and", "but", "to", "for", "when", "through"])
"""What may follow a verb whose object was told before: "a claim Lima denied on Monday"."""


def find_rejoinders(
    tokens: Sequence[Token], cues: Sequence[Cue], quoted: Sequence[bool]
) -> list[Rejoinder]:
    """The verdicts on what stands before them in the sentence."""
    found = []
    for cue in cues:
        if cue.stance not in CONTESTED or cue.stance is Stance.NO_RESPONSE:
            continue
        if cue.shape is not Shape.FINITE or cue.until is not None or not _has_gap(tokens, cue):
            continue
        behind_subject = _behind_subject(tokens, cue.first)
        opened = _opened(tokens, behind_subject)
        if opened is not None and not quoted[opened[0]]:
            mark, subject = opened
            of_claims = tokens[mark + 1].lower != "which" or cue.lemma not in _OF_THINGS
            behind = range(cue.last + 1, len(tokens))
            last = next((at for at in behind if not tokens[at].is_word), len(tokens))
            goes_on = last < len(tokens) and tokens[last].text == ","  # "the deal, which ..., was"
            if of_claims and not goes_on:
                source = SourceSpan(subject, behind_subject, None, "subject")
                found.append(Rejoinder(mark, last, cue, source))
    known = {each.first for each in found}
    judged = (each for each in find_judged_nouns(tokens, quoted) if each.first not in known)
    return sorted([*found, *judged], key=lambda each: each.first)


def _behind_subject(tokens: Sequence[Token], verb: int) -> int:
    """Where the subject of a verb ends: before an aside, "the journal(, as ever,) declined", and
    before who says so, "the trust (said it was) unable to verify"."""
    at = verb
    while at > 0 and tokens[at - 1].lower in AUXILIARIES:
        at -= 1
    if at > 1 and tokens[at - 1].lower in PERSONAL and tokens[at - 2].lower in _SAID:
        return at - 2
    if tokens[verb - 1].text == ",":
        asides = range(verb - 2, max(0, verb - _MOST - 2), -1)
        return next((n for n in asides if tokens[n].text == ","), verb)
    return verb


_SAID = frozenset(["said", "says", "say", "insists", "insisted", "claims", "claimed", "admits"])


def _has_gap(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether the verb has no object behind it."""
    if cue.last + 1 >= len(tokens):
        return True
    after = tokens[cue.last + 1]
    told = not after.is_word and after.text not in "“\"'‘(:"
    return told or after.lower in _AFTER | TIME_WORDS or after.lower.endswith("ly")


def _opened(tokens: Sequence[Token], end: int) -> tuple[int, int] | None:
    """The mark before the verdict whose subject ends at ``end``, and where that starts."""
    for mark in range(end - 2, max(0, end - _NAMED - _MOST), -1):
        if tokens[mark].text not in MARKS:
            if not _is_of_name(tokens[mark]):
                return None
            continue
        first = mark + 1
        if tokens[first].lower in _WHAT:
            subject: int | None = first + 1
        elif tokens[first].lower in ("a", "an"):
            subject = _subject(tokens, first + 1, end)
        elif _names_claims(tokens, first):
            subject = _subject(tokens, first, end)
        else:
            return None
        if subject is None or not 0 < end - subject <= _MOST:
            return None
        inside = tokens[subject:end]
        free = all(_is_of_name(t) and not is_finite(t.lower) for t in inside)
        did_else = inside[-1].lower in ("and", "but")  # "a man smiled and (said he could not)"
        return (mark, subject) if free and not did_else else None
    return None


def _names_claims(tokens: Sequence[Token], at: int) -> bool:
    """Whether what was told is called several there: "allegations", "false claims"."""
    near = [token.lower for token in tokens[at : at + 2]]
    return any(word.endswith("s") and word in word_set("report_nouns") for word in near)


_NEVER = frozenset(["of", "by", "in", "from", "about", "to", "on", "made", "against", "for"])
"""What opens no subject behind what was told."""
_FIGURES = frozenset(["figure", "number", "total", "toll", "estimate", "version", "date", "amount"])
"""What a claim is called that others dispute: "400 patients, a figure two doctors dispute"."""
_PAIR = frozenset(["both", "neither", "all", "each"])


def _is_of_name(token: Token) -> bool:
    return token.is_word or token.lower == "'s"


def _subject(tokens: Sequence[Token], noun: int, end: int) -> int | None:
    """Where the subject starts behind what the claim is called: "a claim (that) Lima denies"."""
    for at in range(noun + 1, min(end, noun + _NAMED)):
        lower = tokens[at].lower
        if lower in ("that", "which"):
            return at + 1
        if tokens[at - 1].lower == "of":
            continue
        opens = lower in word_set("sources_determiners") or lower in PERSONAL or lower in _PAIR
        # "a claim foreign diplomats dispute"
        called = tokens[at - 1].lower in word_set("report_nouns") | _FIGURES
        opens = opens or (called and lower not in _NEVER)
        if opens or tokens[at].is_capital:
            return at
    return None

"""Who takes back what they told: "apologised for falsely reporting that P", "corrected its report
that P", "ran a correction to its story that P"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from claims.extraction.text.inflect import forms_of
from claims.extraction.text.lexicon import load_lexicon, word_set
from claims.extraction.text.segment import Token
from claims.extraction.voice import POSSESSIVES

TAKEN_BACK = "taken_back"
"""The feature of a position by who takes back what they told."""
_APOLOGISE = forms_of("apologise") | forms_of("apologize")
_APOLOGY = frozenset(["apology", "apologies", "sorry"])
_CORRECTIONS = frozenset(["correction", "corrections", "retraction", "clarification"])
_CORRECTS = frozenset(["corrected", "corrects", "correcting"])
_GIVING = frozenset(
    form
    for verb in ("issue", "publish", "print", "run", "make", "offer", "broadcast", "say")
    for form in forms_of(verb)
) | {"said"}
ENDS = _CORRECTS | {"for", "of", "to"}
"""Words that may end what tells of a taking back, beside a telling verb."""
_FAR, _NEAR = 10, 6
"""Tokens from "apologised" to what for, and from a verb to its object."""
_GIVEN = 4
"""Tokens from "issued" to "an unreserved apology"."""
_STOPS = frozenset(".;:,")
_CLAUSE = frozenset(["that", "which", "claiming", "saying", "suggesting", "alleging", "he", "she"])


class TakingBack(NamedTuple):
    """Where the verb stands that takes something back, and whether that was one's own."""

    head: int
    own: bool
    accuses: str = ""
    """The verb by which somebody had been accused, of "apologised for accusing"."""


def taken_back_at(tokens: Sequence[Token], at: int) -> TakingBack | None:
    """What is taken back by the words that end with token ``at``; None where nothing is."""
    lower = tokens[at].lower
    if lower in _CORRECTS and _names_told(tokens, at + 1):
        return TakingBack(at, _is_own(tokens, at + 1))
    if lower == "for" and _names_told(tokens, at + 1):
        head = _apology_before(tokens, at)
        return None if head is None else TakingBack(head, True)
    if lower in ("of", "to") and at > 0 and tokens[at - 1].lower in _CORRECTIONS:
        head = _giving(tokens, at - 1) if _names_told(tokens, at + 1) else None
        return None if head is None else TakingBack(head, _is_own(tokens, at + 1))
    return _sorry_for(tokens, at)


def _sorry_for(tokens: Sequence[Token], at: int) -> TakingBack | None:
    """ "Apologised for (having) falsely reported", up to the telling verb."""
    told = load_lexicon().verbs["affirm"].get(tokens[at].lower)
    if told is None or told.sort not in ("gerund", "past"):
        return None
    start = at
    while start > 0 and tokens[start - 1].lower.endswith("ly"):
        start -= 1
    false = start < at
    having = start > 0 and tokens[start - 1].lower == "having"
    start -= having
    if (told.sort == "past") is not having:
        return None
    for_at = start - 1
    if for_at < 1 or tokens[for_at].lower != "for":
        return None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    accuses = told.lemma if told.lemma in ("accuse", "blame") else ""
    clause = after is not None and (after.lower in ("that", "there") or false or bool(accuses))
    head = _apology_before(tokens, for_at) if clause else None
    return None if head is None else TakingBack(head, True, accuses)


def _apology_before(tokens: Sequence[Token], end: int) -> int | None:
    """Where the verb of an apology stands, a few tokens before ``end``."""
    for at in range(end - 1, max(-1, end - 1 - _FAR), -1):
        lower = tokens[at].lower
        if lower in _APOLOGISE:
            return at
        if lower in _APOLOGY:
            return _giving(tokens, at)
        if tokens[at].text in _STOPS:
            return None
    return None


def _giving(tokens: Sequence[Token], noun: int) -> int | None:
    for at in range(noun - 1, max(-1, noun - 1 - _GIVEN), -1):
        if tokens[at].lower in _GIVING:
            return at
        if not tokens[at].is_word:
            return None
    return None


def _names_told(tokens: Sequence[Token], first: int) -> bool:
    """Whether a report follows with what it told: "its story that P"."""
    nouns = word_set("report_nouns") | word_set("source_documents")
    for at in range(first, min(len(tokens) - 1, first + _NEAR)):
        if tokens[at].text in _STOPS:
            return False
        if tokens[at].lower in nouns and tokens[at - 1].lower != "to":
            return tokens[at + 1].lower in _CLAUSE
    return False


def _is_own(tokens: Sequence[Token], first: int) -> bool:
    """Whether a report that follows is one's own: "its story", "an earlier report"."""
    near = {token.lower for token in tokens[first : first + 3]}
    return not near.isdisjoint({*POSSESSIVES, "earlier", "previous", "original", "own"})


def stands_by(words: str) -> bool:
    """Whether somebody stands by what they told: "stood by its story"."""
    return _STANDS_BY.search(words) is not None


_STANDS_BY = re.compile(
    r"\b(?:st(?:ands?|ood|anding)) (?:\w+ly )?by (?:the|its|his|her|their) (?:[\w-]+ )?"
    r"(?:story|stories|reports?|reporting|statements?|claims?|account|accusations?|allegations?|"
    r"article|journalism|version)\b",
    re.I,
)

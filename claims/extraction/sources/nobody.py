"""Phrases of those who told nothing: "Neither firm confirmed it", "the jury heard", "each side
accused the other"."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from claims.extraction.text.lexicon import PREPOSITIONS, word_set
from claims.extraction.text.segment import Token
from claims.extraction.voice import Voice, is_one_of_two

PERSONAL = frozenset(["he", "she", "they", "it", "we", "i", "you"])
_NOBODY = frozenset(["neither", "none", "nobody", "no"])


def is_nobody(tokens: Sequence[Token], first: int) -> bool:
    """Whether a phrase that starts there tells of those who did not: "Neither firm confirmed".

    "No 10" is somebody; of "each accused the other" nobody knows who told what.
    """
    if tokens[first].lower == "each":
        behind = [token.lower for token in tokens[first + 1 : first + _TO_OTHER]]
        return ("the", "other") in itertools.pairwise(behind)
    numbered = any(t.text.isdigit() for t in tokens[first + 1 : first + 3])
    return tokens[first].lower in _NOBODY and not numbered


_TO_OTHER = 9
"""Tokens in which "the other" stands whom each accuses."""


def past_nobody(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where those are named of whom a phrase tells that they did not; ``last`` where nowhere.

    "Neither" stays before a noun: "neither firm" is two.
    """
    words = [token.lower for token in tokens[first:last]]
    if words[0] == "each":
        return last
    if words[0] == "neither":
        return first + ("nor" in words)
    alone = 2 if words[:2] == ["no", "one"] else 1
    if (words[0] == "no" and alone == 1) or len(words) < alone + 2:
        return last
    return first + alone + 1 if words[alone] in PREPOSITIONS else last


def is_hearer(tokens: Sequence[Token], last: int) -> bool:
    """Whether a phrase that ends there tells of those to whom it was told: "the jury heard that",
    "a court was told", "court told"."""
    last -= last > 0 and tokens[last - 1].lower in _BE  # the reader may see "a jury was"
    while 0 < last < len(tokens) and tokens[last - 1].is_capital and tokens[last].is_capital:
        if tokens[last].lower in _HEAR or tokens[last].lower == "told":
            break  # a headline all in capitals
        last += 1  # the reader may see "in New" of "a court in New York"
    head = _before_town(tokens, last)
    if head < 1 or tokens[head - 1].lower not in word_set("hearers"):
        return False
    at, be = _past_helpers(tokens, last)
    verb = tokens[at].lower if at < len(tokens) else ""
    ends = not any(token.is_word for token in tokens[at + 1 :])
    return verb in _HEAR or (verb == "told" and (be or ends))


def _before_town(tokens: Sequence[Token], last: int) -> int:
    """Where a phrase ends before the town that it ends in: "a jury (in Gent)"."""
    at = last
    while at > 0 and tokens[at - 1].is_capital:
        at -= 1
    return at - 1 if 1 < at < last and tokens[at - 1].lower in ("in", "at") else last


def was_told(tokens: Sequence[Token], last: int) -> bool:
    """Whether a phrase that ends there tells of who only was told something: "the Post was told
    that"."""
    at, be = _past_helpers(tokens, last)
    words = [token.lower for token in tokens[at : at + 2]]
    return be and words[:1] == ["told"] and words[1:] in (["that"], ["there"], ["how"])


_HEAR = frozenset(["hear", "hears", "heard"])
_BE = frozenset(["is", "are", "was", "were", "been", "being"])
_HELPERS = _BE | {"has", "have", "had", "also", "later", "earlier"}


def is_accused(tokens: Sequence[Token], last: int) -> bool:
    """Whether a phrase that ends there tells of who is accused: "the firm was accused of"."""
    at, _ = _past_helpers(tokens, last)
    return [token.lower for token in tokens[at : at + 2]] == ["accused", "of"]


def _past_helpers(tokens: Sequence[Token], at: int) -> tuple[int, bool]:
    """The verb behind "has been" and the like, and whether a form of "be" is among these."""
    first = at
    while at < len(tokens) and tokens[at].lower in _HELPERS:
        at += 1
    return at, any(token.lower in _BE for token in tokens[first:at])


_OPENS = frozenset(["a", "an", "another", "one", "the", "his", "her", "their", "every", "each"])
_SHORT, _SHORT_PLURAL = 8, 9
"""Words of a phrase that may be a source."""


def names_outing(voice: Voice) -> bool:
    """Whether "he" is taken for no more than a time told of: "a night out in Lima"."""
    words = voice.party.lower().split()
    told = voice.pronoun in ("he", "she") and voice.entity is None and len(words) > 1
    return told and words[1] in _TIMES


_TIMES = frozenset(["night", "day", "week", "weekend", "evening", "trip", "month", "year"])


def may_speak(voice: Voice) -> bool:
    """Whether a phrase of no known sort may be a source: a short plural, "the villagers"."""
    own = voice.party if is_one_of_two(voice) else voice.mention
    words = own.split(" who ", 1)[0].split()
    if not words or (len(words) > 1 and words[0].lower() in PERSONAL):
        return False  # a stray mark stands there, or a clause: "they pass"
    if voice.plural:
        return len(words) <= _SHORT_PLURAL
    return len(words) <= _SHORT and words[0].lower() in _OPENS

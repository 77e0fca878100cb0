"""What a hedge tells only of a noun: "released audio allegedly recorded in Lima", "a photo that
purportedly shows the mayor", "a tape in which he can supposedly be heard".

That is all that is hedged: what the sentence tells besides is told as a fact.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from claims.extraction.cues.hedges import Hedge
from claims.extraction.text.asides import TIME_WORDS
from claims.extraction.text.inflect import forms_of, may_be_past
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.quality import is_finite
from claims.extraction.text.segment import Token
from claims.extraction.text.verb_groups import is_telling
from claims.extraction.wording.stating import was_or_were

_OPENERS = frozenset(
    ["that", "who", "which", "whom", "and", "but", "or", "when", "while", "because", "after", "as",
     "if", "where", "before", "since", "until", "though", "although", "whose", "how", "why", "what"]
)  # fmt: skip
"""What opens another clause."""
_PREPOSITIONS = frozenset(
    ["of", "in", "on", "at", "to", "for", "from", "by", "with", "about", "into", "over", "under",
     "near", "against", "through", "during", "outside", "inside", "between", "among", "towards"]
)  # fmt: skip
_BEHIND = (_PREPOSITIONS - {"to"}) | {
    "last",
    "this",
    "yesterday",
    "earlier",
    "there",
    "while",
    "as",
    "",
    ".",
}
"""What follows a participle that has no object: "allegedly killed last month"."""
_LONGEST = 6
"""Tokens of the noun with what stands before it."""
_RELATIVE = 16
"""Tokens from "in which" to a hedge of what is told there."""


class Modifier(NamedTuple):
    """The noun at tokens ``first:noun``, and what is told of it from the hedge on, to ``last``.

    ``done`` tells that a participle follows: "audio allegedly recorded". ``whole`` that a clause
    of its own does, behind a preposition and "which": "a tape in which he can supposedly be heard".
    """

    first: int
    noun: int
    last: int
    done: bool = False
    whole: bool = False


def find_modifier(tokens: Sequence[Token], hedge: Hedge) -> Modifier | None:
    """What the hedge tells of a noun, if that is all that it does."""
    if hedge.kind != "adverb" or not 0 < hedge.first < hedge.last < len(tokens):
        return None
    return _behind_that(tokens, hedge) or _participle(tokens, hedge) or _in_which(tokens, hedge)


def state_modified(noun: str, told: str, modifier: Modifier) -> str:
    """What is told of the noun as a sentence without its full stop."""
    if modifier.whole:
        where, _, said = told.partition(" ")
        return f"{where} {noun[0].lower()}{noun[1:]}, {said}"
    noun = _ONLY.sub(r"\1 ", noun)
    return f"{noun} {was_or_were(noun)} {told}" if modifier.done else f"{noun} {told}"


_ONLY = re.compile(r"^(The) (?:only|first|last|same) ", re.I)
"""What tells how many there are, and is no part of what is told of one."""


def _behind_that(tokens: Sequence[Token], hedge: Hedge) -> Modifier | None:
    """ "The photo that allegedly shows the mayor (was taken in May)"."""
    that, verb = hedge.first - 1, tokens[hedge.last].lower
    if not that or tokens[that].lower != "that" or verb in word_set("sources_determiners"):
        return None
    if not (is_finite(verb) or may_be_past(verb) or verb.endswith("s")):
        return None
    first = _noun_start(tokens, that)
    noun = tokens[that - 1].lower
    if first is None or is_telling(noun) or noun in word_set("report_nouns"):
        return None
    if noun.endswith("ing") or any(token.lower in TIME_WORDS for token in tokens[first:that]):
        return None  # "surfaced on Monday night that allegedly shows it"
    return Modifier(first, that, _end(tokens, hedge.last + 1))


def _participle(tokens: Sequence[Token], hedge: Hedge) -> Modifier | None:
    """ "Released audio allegedly recorded in Lima", "the boy allegedly killed last month (was)"."""
    verb, noun = tokens[hedge.last].lower, tokens[hedge.first - 1]
    following = tokens[hedge.last + 1].lower if hedge.last + 1 < len(tokens) else ""
    done = verb.endswith("ed") or verb in word_set("hedges_participles")
    if not (done and noun.is_word and noun.text.islower()):
        return None
    if noun.lower.endswith("ly") or is_finite(noun.lower) or noun.lower in _NO_NOUN | _OPENERS:
        return None
    first = _noun_start(tokens, hedge.first)
    if first is None or not (following in _BEHIND or is_finite(following)):
        return None
    last = _end(tokens, hedge.last + 1)
    main_behind = last < len(tokens) and is_finite(tokens[last].lower)
    if not (_has_verb(tokens, first) or (first <= 1 and main_behind)):
        return None
    return Modifier(first, hedge.first, last, done=True)


_NO_NOUN = frozenset(
    ["he", "she", "it", "they", "we", "i", "you", "not", "also", "then", "later", "there", "been",
     "being", "be"]
)  # fmt: skip


def _in_which(tokens: Sequence[Token], hedge: Hedge) -> Modifier | None:
    """ "A recording in which gunshots can supposedly be heard"."""
    for at in range(hedge.first - 1, max(1, hedge.first - _RELATIVE), -1):
        if tokens[at].text in (",", ";", ":", "—", "–"):
            return None
        if tokens[at].lower == "which" and tokens[at - 1].lower in _PREPOSITIONS:
            if hedge.first - at < 2:
                return None
            first = _noun_start(tokens, at - 1)
            if first is None:
                return None
            return Modifier(first, at - 1, _end(tokens, hedge.last + 2), whole=True)
    return None


def _noun_start(tokens: Sequence[Token], end: int) -> int | None:
    """Where a noun phrase starts that ends before ``end``; None where none does."""
    nearest = range(end - 1, max(-1, end - 1 - _LONGEST), -1)
    ends = _PREPOSITIONS | _OPENERS | _NO_NOUN
    first, bare = end, True
    for at in nearest:
        lower = tokens[at].lower
        if not tokens[at].is_word or lower in ends or is_finite(lower):
            break
        if lower in word_set("sources_determiners"):
            return at
        bare = bare and not (tokens[at].text.islower() and may_be_past(lower))
        first = at if bare else first
    return first if first < end else None


def _has_verb(tokens: Sequence[Token], first: int) -> bool:
    """Whether the clause has its verb before the noun that starts at ``first``, and does not tell
    there what somebody says."""
    for at in range(first - 1, -1, -1):
        lower = tokens[at].lower
        if not tokens[at].is_word or lower in _OPENERS:
            return False
        past = tokens[at].text.islower() and may_be_past(lower)
        if at and (is_finite(lower) or (past and tokens[at + 1].lower not in _PREPOSITIONS)):
            return lower not in _SAYS
    return False


_SAYING = (
    "say", "claim", "believe", "think", "report", "allege", "insist", "fear", "suspect", "hear",
    "feel", "hope", "understand", "know", "tell", "add", "write", "warn",
)  # fmt: skip
_SAYS = frozenset(form for verb in _SAYING for form in forms_of(verb)) | {
    "said", "thought", "heard", "felt", "understood", "knew", "told", "wrote",
}  # fmt: skip
"""Verbs behind which a clause may follow without "that"."""


def _end(tokens: Sequence[Token], start: int) -> int:
    """Where what is told of a noun ends: before a comma, or the verb with which the sentence goes
    on: "the boy allegedly killed in May (was ten)"."""
    for at in range(start, len(tokens)):
        if tokens[at].text in (",", ";", "—", "–"):
            return at
        before = tokens[at - 1].lower
        goes_on = is_finite(tokens[at].lower) and before not in _OPENERS | _NO_NOUN | {"to"}
        if goes_on and not _is_inside(tokens, start, at):
            return at
    return len(tokens)


def _is_inside(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Whether a verb belongs to a clause that opens there: "the man allegedly shot as he (was)"."""
    return any(token.lower in _OPENERS for token in tokens[start:at])


__all__ = ["Modifier", "find_modifier", "state_modified"]

"""Who objects to what was told, in words that leave it out: "the firm disagrees", "analysts find
that hard to swallow", "the paper isn't so sure about the date"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claims.extraction.text.asides import TIME_WORDS
from claims.extraction.text.inflect import forms_of
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.segment import Token
from claims.extraction.text.verb_groups import walk_group
from claims.model import Stance

OBJECTS = "verdict"
"""The group of such cues, and the feature of the positions that they tell."""


class Objection(NamedTuple):
    """The stance, and the tokens ``head`` and ``last`` of the verb and of the last word."""

    stance: Stance
    head: int
    last: int


_IT = frozenset(["it", "that", "this"])
_HARD = frozenset(["hard", "difficult", "impossible", "tough", "harder"])
_TAKEN = frozenset(["swallow", "believe", "credit", "accept", "stomach"])
"""What is hard to do with a report."""
_FIND = forms_of("find") | forms_of("think") | forms_of("consider") | forms_of("deem") | {"called"}
_UNLIKELY = frozenset(["unlikely", "improbable", "implausible", "inconceivable", "far-fetched"])
_VERY = frozenset(["very", "highly", "most", "rather", "so", "pretty", "quite", "extremely", "too"])
_SURE = frozenset(["sure", "certain", "convinced"])
_IS = frozenset(["is", "are", "was", "were", "am", "remain", "remains", "remained"])
_IS_NOT = frozenset(["isn't", "aren't", "wasn't", "weren't"])
_DISBELIEF = frozenset(["scepticism", "skepticism", "disbelief", "incredulity", "doubt"])
_MET = frozenset(["met", "greeted", "received", "treated"])
_DIFFER = forms_of("disagree") - {"disagreeing"}
_AGREE = frozenset(["agree"])
_DISPUTES = forms_of("contest") | forms_of("challenge")
_FIGURES = frozenset(
    ["figure", "figures", "version", "versions", "verdict", "number", "numbers", "explanation",
     "finding", "findings", "conclusion", "conclusions", "estimate"]
)  # fmt: skip
"""What else is contested that somebody told; a seat or an election is contested as well."""
_CHARGES = frozenset(["charge", "charges", "accusation", "accusations"])
"""What who is charged contests: not what was told last, but what they are charged with."""
_NOUN = 4
"""Tokens behind the verb among which what is contested is named."""
_ABOUT = 5
"""Tokens that "about the date" may take."""


def objection_at(tokens: Sequence[Token], at: int) -> Objection | None:
    """The objection that ends at token ``at``, or is all that is said up to there."""
    lower = tokens[at].lower
    if lower in _TAKEN:
        return _hard_to_take(tokens, at)
    if lower in _UNLIKELY:
        return _unlikely(tokens, at)
    if lower in _SURE:
        return _not_so_sure(tokens, at)
    if lower in _DISBELIEF:
        return _met_with(tokens, at)
    if lower in _DIFFER or lower in _AGREE or lower == "differ":
        return _disagrees(tokens, at)
    return _contests(tokens, at) if lower in _DISPUTES else None


OBJECTING = _DISBELIEF | _TAKEN | _UNLIKELY | _SURE | _DIFFER | _AGREE | _DISPUTES | {"differ"}
"""Every word at which an objection may be found."""


def leaves_out(tokens: Sequence[Token], group: str, after: int) -> bool:
    """Whether a cue of that group objects to what it leaves out: "finds it hard to believe", but
    not "finds it hard to believe (that it sank)"."""
    behind = tokens[after : after + 1]
    return group == OBJECTS and not (behind and behind[0].is_word)


def _hard_to_take(tokens: Sequence[Token], at: int) -> Objection | None:
    """ "finds it hard to believe": of oneself, and of no "offer" behind it."""
    if at < 4 or tokens[at - 1].lower != "to" or tokens[at - 2].lower not in _HARD:
        return None
    before = at - 3
    before -= tokens[before].lower in _VERY
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    thing = after is not None and after.lower in word_set("sources_determiners")
    if tokens[before].lower in _IT and tokens[before - 1].lower in _FIND and not thing:
        return Objection(Stance.DOUBTS, before - 1, at)
    return None


def _unlikely(tokens: Sequence[Token], at: int) -> Objection | None:
    """ "thought that unlikely", with nothing behind it that it is unlikely to do."""
    before = at - 1
    before -= tokens[before].lower in _VERY
    if before < 2 or tokens[before].lower not in _IT or tokens[before - 1].lower not in _FIND:
        return None
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    free = not after or not tokens[at + 1].is_word or after == "that"
    return Objection(Stance.DOUBTS, before - 1, at) if free else None


def _not_so_sure(tokens: Sequence[Token], at: int) -> Objection | None:
    """ "isn't so sure", of what was told or of something in it: "not so sure about the date"."""
    if at < 3 or tokens[at - 1].lower not in ("so", "entirely", "wholly"):
        return None
    head = at - 2
    if tokens[head].lower == "not":
        head -= 1
        negated = tokens[head].lower in _IS
    else:
        negated = tokens[head].lower in _IS_NOT
    if not negated:
        return None
    last = at
    if at + 1 < len(tokens) and tokens[at + 1].lower in ("about", "of"):
        near = range(at + 2, min(len(tokens), at + 2 + _ABOUT))
        last = next((n - 1 for n in near if not tokens[n].is_word), at)
    elif at + 1 < len(tokens) and tokens[at + 1].lower in ("whether", "if", "how", "what", "why"):
        return None  # left open, and no doubt
    return Objection(Stance.DOUBTS, head, last)


def _met_with(tokens: Sequence[Token], at: int) -> Objection | None:
    """ "The announcement was met with scepticism from physicists"."""
    before = at - 1
    before -= tokens[before].lower in _HOW_MUCH
    met = before > 1 and tokens[before].lower == "with" and tokens[before - 1].lower in _MET
    if not met or not walk_group(tuple(tokens), before - 1, idiom=True).has_be:
        return None
    return Objection(Stance.DOUBTS, before - 1, at)


_HOW_MUCH = frozenset(["some", "much", "great", "considerable", "widespread", "general", "open"])


def _disagrees(tokens: Sequence[Token], at: int) -> Objection | None:
    """ "The ministry disagrees", "does not agree", "begs to differ", with whom left out."""
    behind = [token.lower for token in tokens[at + 1 : at + 3]]
    if not _closes(tokens, at + 1) or (behind[:1] == [","] and behind[-1].endswith("ing")):
        return None  # "disagreed, saying that it had not": that, and perhaps no denial
    lower = tokens[at].lower
    if lower == "differ":
        begs = at > 1 and [t.lower for t in tokens[at - 2 : at]] in _BEGS
        return Objection(Stance.DENIES, at - 2, at) if begs else None
    negated = walk_group(tuple(tokens), at, idiom=True).negated
    wanted = lower in _AGREE
    return Objection(Stance.DENIES, at, at) if negated is wanted else None


_BEGS = [["beg", "to"], ["begs", "to"], ["begged", "to"]]


def _contests(tokens: Sequence[Token], at: int) -> Objection | None:
    """ "contests that", "contested the figure", and no seat, election or will."""
    behind = tokens[at + 1 : at + 1 + _NOUN]
    words = [token.lower for token in behind]
    told = word_set("report_nouns") | _FIGURES
    group = walk_group(tuple(tokens), at, idiom=True)
    if "by" in words and group.has_be:  # "that version was challenged within hours by"
        about = tokens[group.first - 1].lower if group.first else ""
        return Objection(Stance.DENIES, at, at) if about in told else None
    pointed = bool(words) and words[0] in _IT and _closes(tokens, at + 2)
    end = next((n for n, token in enumerate(behind) if not token.is_word), len(behind))
    named = not (told - _CHARGES).isdisjoint(words[:end])
    return Objection(Stance.DENIES, at, at) if pointed or named else None


def _closes(tokens: Sequence[Token], at: int) -> bool:
    """Whether nothing more is told of it there: a mark, the end, or when it was."""
    if at >= len(tokens) or not tokens[at].is_word:
        return True
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return tokens[at].lower in TIME_WORDS or (tokens[at].lower == "on" and after in TIME_WORDS)

"""Verb groups: the auxiliaries, adverbs and negations that belong to a telling verb."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from claims.extraction.text.asides import TIME_WORDS
from claims.extraction.text.inflect import forms_of
from claims.extraction.text.lexicon import load_lexicon, word_set
from claims.extraction.text.segment import Token

AUXILIARIES = word_set("cues_auxiliaries")
BE = word_set("cues_be")
ADVERBS = word_set("cues_adverbs")
QUESTIONED = frozenset(["asked", "pressed", "quizzed", "questioned", "pushed", "queried"])
"""What was done to who answers: "pressed on whether it sank"."""
NEGATORS = frozenset(["not", "never", "neither", "nor", "cannot", "unable", "without", "no"])
_PREFIXED = re.compile(r"(?:he|she|they|we|i|it|that)'(?:ve|d|re|m|ll|s)$")
_MODALS = frozenset(
    ["would", "wouldn't", "could", "couldn't", "can't", "cannot", "can", "won't", "will"]
)
_NOUNS = frozenset(["family", "assembly", "supply", "reply", "monopoly", "italy"])
"""What ends like an adverb and may stand before a verb as its subject."""
_SHORTENING = frozenset(["it", "he", "she", "that", "there", "who", "what", "this"])
_REACH = 14
"""Tokens left of a verb that may belong to its group."""
_ASIDE = 6
"""Tokens that an aside between an auxiliary and its verb may take."""
_BEFORE_TIME = frozenset(["on", "in", "at", "of", "the", "recent"])
_BETWEEN = frozenset(
    ["however", "meanwhile", "though", "nonetheless", "nevertheless", "days", "weeks", "months",
     "years"]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb group as walked leftwards from its main verb."""

    first: int
    negated: bool
    has_be: bool
    has_aux: bool
    infinitive: bool
    governor: str
    partner: int | None
    modal: bool


def walk_group(tokens: tuple[Token, ...], main: int, *, idiom: bool = False) -> VerbGroup:
    """Walk left from the main verb over auxiliaries, adverbs and coordinated verbs.

    ``idiom`` tells that the verb tells something with the words behind it, if not alone.
    """
    tells = idiom or is_telling(tokens[main].lower)
    first, negated, has_be, has_aux, infinitive, modal = main, False, False, False, False, False
    governor, partner = "", None
    at = main - 1
    while at >= 0 and main - at < _REACH:
        lower = tokens[at].lower
        if lower == "past" and at > 2 and tokens[at - 2].lower == "in":
            at -= 3  # "has in the past denied"
            continue
        if lower == "first" and at > 0 and tokens[at - 1].lower == "at":
            first = at - 1
            at -= 2
            continue
        if lower == "longer" and at > 0 and tokens[at - 1].lower == "no":
            negated, first = True, at - 1
            at -= 2
            continue
        beyond = _past_aside(tokens, at)
        if beyond < at:
            at = beyond
            continue
        if lower == "and" and tokens[at + 1].lower.endswith("ly") and at > 0:
            if tokens[at - 1].lower.endswith("ly"):
                at -= 1
                continue  # "has repeatedly and firmly denied"
            break
        if lower == "and" and at > 0 and _starts_anew(tokens, at, main):
            break  # "has not been charged and denies it"
        if lower in ("nor", "or", "and") and at > 0 and _may_tell(tokens, at - 1):
            partner = at - 1
            negated = negated or lower == "nor"
            first = at - 1
            at -= 2
            continue
        if lower == "to" and has_aux and tokens[at + 1].lower in ("have", "be"):
            first, at = _hedging_verb(tokens, at)
            break
        if lower == "to" and not has_aux and not infinitive and tells:
            infinitive, first = True, at
            governor, at, negated = _governor(tokens, at, negated)
            break
        if tokens[at].text == "May" and at > 0:
            break  # "who in May denied it"
        if lower in AUXILIARIES or _is_short_be(tokens, at) or (_PREFIXED.match(lower) is not None):
            has_aux = True
            has_be = has_be or lower in BE or lower == "'s" or lower.endswith(("'re", "'m"))
            modal = modal or lower in _MODALS
            negated = negated or lower.endswith("n't") or lower == "cannot"
        elif lower in NEGATORS and lower not in ("no", "without"):
            negated = True
        elif lower == "without":
            return VerbGroup(first, True, has_be, has_aux, infinitive, "without", partner, modal)
        elif not (lower in ADVERBS or _is_manner(tokens, at, main)) or (
            lower == "both" and (at == 0 or not tokens[at - 1].is_word)
        ):
            break  # "Both denied it" tells who did
        first = at
        at -= 1
    return VerbGroup(first, negated, has_be, has_aux, infinitive, governor, partner, modal)


def _starts_anew(tokens: tuple[Token, ...], at: int, main: int) -> bool:
    """Whether the verb behind an "and" is in the third person, as the one before it is not: what
    helps or negates that does not reach it."""
    return _is_third(tokens[main].lower) and not _is_third(tokens[at - 1].lower)


def _is_third(lower: str) -> bool:
    forms = (group.get(lower) for group in load_lexicon().verbs.values())
    return any(form is not None and form.sort == "third" for form in forms)


def _is_manner(tokens: tuple[Token, ...], at: int, main: int) -> bool:
    """Whether it is an adverb by its end, and no part of a name: "quickly", not "Us Weekly"."""
    lower = tokens[at].lower
    named = at > 0 and tokens[at].is_capital and not tokens[main].is_capital
    return lower.endswith("ly") and len(lower) > 4 and lower not in _NOUNS and not named


def _past_aside(tokens: tuple[Token, ...], at: int) -> int:
    """The auxiliary before what tells when, or "however": "was on Monday accused", "did, however,
    confirm". ``at`` itself where nothing of the kind ends there."""
    mark = tokens[at].text == ","
    end = here = at - mark
    while here > 0 and at - here < _ASIDE and _is_aside(tokens[here].lower, last=here == end):
        here -= 1
    if here == end or (mark and tokens[here].text != ","):
        return at
    here -= mark
    before = tokens[here].lower if here >= 0 else ""
    return here if before in AUXILIARIES or before in ("not", "never") else at


def _is_aside(lower: str, *, last: bool) -> bool:
    """Whether a word is of "on Monday", "late last week" or "however", or is the ``last`` one."""
    if lower in TIME_WORDS or lower in _BETWEEN:
        return True
    return not last and (lower in _BEFORE_TIME or lower.isdigit())


def _hedging_verb(tokens: tuple[Token, ...], to: int) -> tuple[int, int]:
    """Take "is said" before "to have denied" into the group."""
    at = to - 1
    if at >= 0 and tokens[at].lower in ("said", "believed", "reported", "understood", "thought"):
        while at > 0 and tokens[at - 1].lower in AUXILIARIES:
            at -= 1
        return at, at - 1
    return to, to - 1


def _is_short_be(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether "'s" is a verb here: it follows a pronoun and no name."""
    return at > 0 and tokens[at].lower == "'s" and tokens[at - 1].lower in _SHORTENING


def _governor(tokens: tuple[Token, ...], to: int, negated: bool) -> tuple[str, int, bool]:
    """The word that governs "to" + verb, and whether it is negated: "was not able to"."""
    at = to - 1
    while at >= 0 and tokens[at].lower.endswith("ly"):
        at -= 1
    governor = tokens[at].lower if at >= 0 else ""
    left = at - 1
    while left >= 0 and left > to - 7:
        lower = tokens[left].lower
        if not (lower in AUXILIARIES | ADVERBS or lower.endswith("ly")):
            break  # "was not immediately able to verify"
        negated = negated or lower in ("not", "never") or lower.endswith("n't")
        left -= 1
    return governor, at, negated


def _may_tell(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a telling verb may stand there: after an article it is a noun, as "the rules"."""
    article = at > 0 and tokens[at - 1].lower in ("the", "a", "an")
    return is_telling(tokens[at].lower) and not article


def is_telling(lower: str) -> bool:
    """Whether a lower-case word is a form of a verb of any stance."""
    return lower in _telling()


@cache
def _telling() -> frozenset[str]:
    return frozenset[str]().union(*load_lexicon().verbs.values())


def group_start(tokens: tuple[Token, ...], group: VerbGroup) -> int:
    """Take the governor and its auxiliaries into an infinitive's group."""
    first = group.first
    if not group.infinitive:
        return first
    at = first - 1
    while at >= 0 and first - at < 8:
        lower = tokens[at].lower
        known = lower in AUXILIARIES or lower in ADVERBS or lower in NEGATORS
        if not (known or lower == group.governor or lower.endswith("ly")):
            break
        at -= 1
    governed_by = {"on": _GOING, "not": CHOOSING}.get(group.governor, frozenset())
    while at >= 0 and (tokens[at].lower in governed_by or tokens[at].lower in AUXILIARIES):
        at -= 1
    return at + 1


_GOING = frozenset(["went", "goes", "go"])
CHOOSING = frozenset(
    form for verb in ("choose", "decide", "opt", "prefer", "elect") for form in forms_of(verb)
)
"""Who chose "not to" do something did not do it."""


def is_verbal(token: Token) -> bool:
    """Whether a token may be a finite verb: an auxiliary, a common verb, a past in "-ed"."""
    lower = token.lower
    if lower in AUXILIARIES or (
        "'" in lower and lower.split("'")[-1] in ("re", "ve", "ll", "d", "m", "t")
    ):
        return True
    return lower in _COMMON_VERBS or (lower.endswith("ed") and len(lower) > 4)


_COMMON_VERBS = word_set("content_common_verbs")


HAVING_DONE = (
    r"(?!(?:believ|report|alleg|claim|rumou?r|suspect|presum|expect|call|nam|fear|hop|consider|want)"
    r"e?d\b)\w{2,}ed "
    r"(?:the|his|her|its|their|two|three|four|five|six|several|many|every|him|them|\d)\b"
)
"""A pattern of what "he's" is "he has" before: "missed the train"."""

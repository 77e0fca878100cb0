"""What somebody says besides what they said first: "confirmed the sale, but said that it was
lawful", "rejected the claim, saying that the depot was empty", "said the vote was a farce and
accused the board of fraud".

A second verb may be told of whom the first clause is about: "said Orr had left and said nothing",
"said that Lima had shut the port, claiming that". It is theirs who spoke first where a comma parts
it from that clause, or where nobody who could say anything is told of there.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.attribution.attributed import Attribution, SentenceReading
from claims.extraction.cues.cue import Shape
from claims.extraction.text.inflect import may_be_past
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.quality import is_finite
from claims.extraction.text.segment import Token
from claims.model import Stance

_JOINS = frozenset(["and", "but", "yet"])
_BESIDE = frozenset(["also", "then", "instead", "later", "nonetheless", "nevertheless"])
_PERFECT = frozenset(["had", "has", "have", "having"])
_OWN = frozenset(["it", "he", "she", "they", "there", "this", "that", "its", "his", "her", "their"])
"""What opens a clause on whoever speaks, or on nobody."""
_SUBJECT = 8
"""Tokens that the subject of a clause may take."""
_SAYS = frozenset(
    ["say", "insist", "claim", "allege", "argue", "maintain", "warn", "assert", "contend",
     "suggest", "note", "explain", "report", "reveal", "declare", "announce", "believe", "vow",
     "state", "stress", "predict", "estimate", "complain", "charge", "write", "boast",
     "recall", "reply"]
)  # fmt: skip
"""Verbs of saying: what somebody finds or shows may be what the text tells."""
_DEEDS = frozenset(["accuse"])
"""Verbs behind which no clause follows, and yet something is told."""


def says_too(reading: SentenceReading, attribution: Attribution) -> bool:
    """Whether who spoke before in the sentence tells this, too, by a verb of its own."""
    cue, content = attribution.cue, attribution.content
    if not attribution.inherited or content is None or content.side != "right":
        return False
    if cue.stance is not Stance.ALLEGES or attribution.nested_in is not None or cue.first < 2:
        return False
    tokens = reading.sentence.tokens
    clause = content.introduced or _is_clause(tokens, content.first, content.last)
    if cue.lemma not in _DEEDS and not (clause and cue.lemma in _SAYS):
        return False
    first = _before(reading, attribution)
    if first is None:
        return False
    if cue.shape is Shape.GERUND:
        return tokens[cue.first - 1].text == "," and not _has_other(tokens, first, cue.first)
    at = cue.first - 1 - (tokens[cue.first - 1].lower in _BESIDE)
    verb = tokens[cue.main].lower
    told = may_be_past(verb) or verb.endswith("s")  # "would like to leave, and claim that"
    if cue.shape is not Shape.FINITE or not told or tokens[at].lower not in _JOINS:
        return False
    if tokens[at - 1].text == ",":
        return True
    between = (token.lower for token in tokens[first.cue.last + 1 : at])
    return _PERFECT.isdisjoint(between) and not _has_other(tokens, first, at)


def _is_clause(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a clause follows that no "that" introduces: "(said) the files were safe"."""
    near = tokens[first + 1 : min(last, first + _SUBJECT)]
    return any(is_finite(token.lower) and token.text.islower() for token in near)


def _before(reading: SentenceReading, attribution: Attribution) -> Attribution | None:
    """The last verb of whoever speaks, which has its own source."""
    found = None
    for each in reading.attributions:
        mine = each.voices == attribution.voices and each.cue.shape is not Shape.ACCORDING
        if mine and each.cue.first < attribution.cue.first and each.source is not None:
            found = each
    return found


def _has_other(tokens: Sequence[Token], first: Attribution, end: int) -> bool:
    """Whether what was told first is about somebody who could say something, too."""
    content = first.content
    if content is None or content.side != "right":
        return False
    at = content.first
    if first.cue.group == "deny" and not content.introduced:
        return False  # "rejected Lima's claim that Quito had"
    if tokens[at].lower in _OWN and (at + 1 >= end or tokens[at].lower not in ("its", "his")):
        return False
    for token in tokens[at : min(end, at + _SUBJECT)]:
        if is_finite(token.lower) and token.text.islower():
            return False
        if token.is_capital or token.lower in _speakers():
            return True
    return end - at > _SUBJECT  # "admitted interest but said"


def _speakers() -> frozenset[str]:
    return word_set("person_roles") | word_set("plural_people") | word_set("org_roles")

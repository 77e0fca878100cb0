"""Which cue of a sentence tells a position better than another, that stands around it."""

from __future__ import annotations

from claims.extraction.attribution.attributed import Attribution, SentenceReading
from claims.extraction.cues.cue import Shape
from claims.extraction.position import CONTESTED
from claims.extraction.text.quality import is_finite
from claims.extraction.voice import Voice
from claims.model import Stance


def is_outdone(reading: SentenceReading, outer: Attribution) -> bool:
    """Whether another cue of the sentence tells this position better.

    "said it had not confirmed ..." is a refusal and no allegation; in "said that X
    denied it" the position is X's; "denied having confirmed" confirms nothing.
    """
    at = reading.attributions.index(outer)
    alleges = outer.cue.stance is Stance.ALLEGES
    for inner in reading.attributions:
        if inner.nested_in != at:
            continue
        own = inner.inherited or _same(inner.voices, outer.voices)
        if own and inner.cue.shape is not Shape.GERUND and inner.cue.stance in CONTESTED:
            return alleges
        tells = not own and inner.voices and not _is_evidence(inner)
        if tells and _opens_content(reading, inner, outer):
            return alleges
    if outer.nested_in is not None and _is_evidence(outer):
        return bool(reading.attributions[outer.nested_in].voices)
    if outer.nested_in is not None and alleges:
        parent = reading.attributions[outer.nested_in]
        if parent.cue.stance is Stance.DENIES and _same(outer.voices, parent.voices):
            return True  # "denied that he lied when he told the court that P"
    if outer.nested_in is not None and (outer.inherited or outer.cue.shape is Shape.GERUND):
        parent = reading.attributions[outer.nested_in]
        return parent.cue.stance in CONTESTED or alleges
    return False


def _is_evidence(inner: Attribution) -> bool:
    """Whether a thing shows what another tells of it: "said the incident showed that"."""
    return inner.cue.lemma in _SHOWING and all(voice.guessed for voice in inner.voices)


_SHOWING = frozenset(["show", "suggest", "indicate", "prove", "demonstrate"])


def _opens_content(reading: SentenceReading, inner: Attribution, outer: Attribution) -> bool:
    """Whether the inner source stands where the outer content starts, "said that X denied", or
    what it says is all that the outer one passes on: "On Monday, X said that P, according to Y",
    "P, X said, according to Y"."""
    if outer.content is None or inner.source is None:
        return False
    if inner.source.first <= outer.content.first + 2:
        return not _did_else(reading, inner)
    told, passed = inner.content, outer.content
    if told is None or passed.side != "left" or inner.cue.shape is not Shape.FINITE:
        return False
    if told.side == "left":
        return told.first <= passed.first and inner.cue.last >= passed.last - _AFTER
    before = reading.sentence.tokens[passed.first : inner.source.first]
    started = any(is_finite(token.lower) or token.lower.endswith("ed") for token in before)
    return told.last >= passed.last - 1 and not started


def _did_else(reading: SentenceReading, inner: Attribution) -> bool:
    """Whether something else is told of the inner source before what it leaves open: "the patrol
    had seen two jets but was unable to establish whose they were"."""
    if inner.source is None or inner.cue.stance is not Stance.NEITHER:
        return False
    between = reading.sentence.tokens[inner.source.last : inner.cue.first]
    return any(token.lower in ("and", "but") for token in between)


_AFTER = 5
"""Tokens that may stand between "he said" and who passes it on: ", laughing, "."""


def _same(a: list[Voice], b: list[Voice]) -> bool:
    return bool(a and b) and a[0].party == b[0].party

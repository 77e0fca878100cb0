"""Who denies and admits one thing in one sentence: "first denied it, but has now admitted it"."""

from __future__ import annotations

from claims.extraction.attribution.attributed import Attribution, SentenceReading
from claims.model import Stance

_OPPOSED = frozenset({Stance.DENIES, Stance.CONFIRMS})

_NEAR = 4
"""Attributions before and behind one among which the opposite is sought."""


def changes_mind(reading: SentenceReading, attribution: Attribution) -> bool:
    """Whether whoever denies there confirms as well, or the other way round."""
    if attribution.cue.stance not in _OPPOSED:
        return False
    at = next(n for n, each in enumerate(reading.attributions) if each is attribution)
    return any(
        _opposes(attribution, b) for b in reading.attributions[max(0, at - _NEAR) : at + _NEAR]
    )


def _opposes(a: Attribution, b: Attribution) -> bool:
    if {a.cue.stance, b.cue.stance} != _OPPOSED or not (a.voices and b.voices):
        return False
    apart = a.nested_in is None and b.nested_in is None
    return apart and a.voices[0].party == b.voices[0].party

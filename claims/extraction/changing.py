"""Who denies and admits one thing in one sentence: "first denied it, but has now admitted it"."""

from __future__ import annotations

from claims.extraction.attribution import Attribution, SentenceReading
from claims.model import Stance

_OPPOSED = frozenset({Stance.DENIES, Stance.CONFIRMS})


def changes_mind(reading: SentenceReading, attribution: Attribution) -> bool:
    """Whether whoever denies there confirms as well, or the other way round."""
    return any(_opposes(attribution, other) for other in reading.attributions)


def _opposes(a: Attribution, b: Attribution) -> bool:
    if {a.cue.stance, b.cue.stance} != _OPPOSED or not (a.voices and b.voices):
        return False
    apart = a.nested_in is None and b.nested_in is None
    return apart and a.voices[0].party == b.voices[0].party

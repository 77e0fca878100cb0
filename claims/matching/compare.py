"""Two sketches: the same claim, perhaps, or different?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claims.matching.sketch import ClaimSketch


class Verdict(StrEnum):
    """What to do with a pair: join it, put it before a person, or leave it apart."""

    SAME = "same"
    PROPOSE = "propose"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Match:
    """How near two claims are. ``opposite``: the same claim, stated the other way round."""

    score: float
    """0..1."""
    verdict: Verdict
    opposite: bool
    reasons: tuple[str, ...]


def compare(a: ClaimSketch, b: ClaimSketch) -> Match:
    """Compare two claims; symmetric. A doubt yields ``propose``, never ``same``."""
    score = len(a.stems & b.stems) / max(1, len(a.stems | b.stems))
    verdict = Verdict.SAME if score > 0.8 else Verdict.DIFFERENT
    return Match(score=score, verdict=verdict, opposite=False, reasons=())

"""Same claim? Sketches of claim sentences, index terms, and a careful comparison. Pure."""

from claims.matching.cluster import join_within
from claims.matching.compare import ACROSS, WITHIN, Match, Side, Thresholds, Verdict, compare
from claims.matching.sketch import ClaimSketch, Mentions, sketch, terms

__all__ = [
    "ACROSS",
    "WITHIN",
    "ClaimSketch",
    "Match",
    "Mentions",
    "Side",
    "Thresholds",
    "Verdict",
    "compare",
    "join_within",
    "sketch",
    "terms",
]

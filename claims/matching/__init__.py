"""Same claim? Sketches of claim sentences, index terms, and a careful comparison. Pure."""

from claims.matching.cluster import join_within
from claims.matching.compare import Match, Verdict, compare
from claims.matching.sketch import ClaimSketch, MentionFinder, sketch, terms

__all__ = [
    "ClaimSketch",
    "Match",
    "MentionFinder",
    "Verdict",
    "compare",
    "join_within",
    "sketch",
    "terms",
]

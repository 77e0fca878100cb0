"""Stances and evidence in, a suggested status out. Pure (DESIGN section 1).

``suggest`` never returns a status that only people may set, counts origins and
never articles, and says which rule fired, on which rows, and what would change it.
"""

from claims.policy.discredit import discredited, discredits
from claims.policy.latest import SILENT, order_words, position_of, rank
from claims.policy.sides import Sides, read_sides
from claims.policy.suggestion import flips, suggest
from claims.policy.values import ClaimInput, EvidenceInput, StanceInput, Suggestion, WhatIf

__all__ = [
    "SILENT",
    "ClaimInput",
    "EvidenceInput",
    "Sides",
    "StanceInput",
    "Suggestion",
    "WhatIf",
    "discredited",
    "discredits",
    "flips",
    "order_words",
    "position_of",
    "rank",
    "read_sides",
    "suggest",
]

"""Of two clauses the first, where the second is told by another position of the same words."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.model.linking.linked import Linked
from claims.extraction.wording.joining import claim_key
from claims.extraction.wording.second_that import without_second_that


def without_told(text: str, member: int, linked: Sequence[Linked]) -> str:
    """The first of two clauses, where the second is told by another position of the same words."""
    one = without_second_that(text)
    if one == text:
        return text
    here, rest = linked[member].position, claim_key(text) - claim_key(one)
    others = linked[max(0, member - _BESIDE) : member + _BESIDE + 1]
    told = any(
        each.position.start < here.end and here.start < each.position.end
        and each.position.claim != here.claim
        and without_second_that(each.position.claim) == each.position.claim  # or both lose it
        and bool(rest) and 2 * len(rest & claim_key(each.position.claim)) > len(rest)
        for each in others
    )  # fmt: skip
    return one if told else text


_BESIDE = 3
"""Positions before and behind one that may be of the same words."""

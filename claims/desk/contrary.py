"""Does what came in after a decision speak against it? Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.model import OPPOSING, Status
from claims.policy import StanceInput

AFFIRMATIVE = frozenset({Status.SUPPORTED, Status.ACKNOWLEDGED})
"""Decided statuses that a later denial speaks against."""


def find_contrary(
    decided: Status,
    suggested_then: Status | None,
    suggested_now: Status,
    stances: Sequence[StanceInput],
    new_ids: Iterable[int],
) -> str | None:
    """Why new material calls a decision into question, None where it does not.

    It does when the policy, which said one thing at the decision
    (``suggested_then``), now says another that is neither the decided status
    nor ``unverified``; and when a named party that had not denied the claim
    before denies it after it was decided to be so. ``new_ids`` are the stances
    recorded after the decision.
    """
    before = suggested_then or Status.UNVERIFIED
    if suggested_now not in (before, decided, Status.UNVERIFIED):
        return (
            f"Decided {decided.value} when the evidence suggested {before.value};"
            f" with what came in since, it suggests {suggested_now.value}."
        )
    if decided in AFFIRMATIVE:
        return _find_new_denial(decided, stances, frozenset(new_ids))
    return None


def _find_new_denial(
    decided: Status, stances: Sequence[StanceInput], new_ids: frozenset[int]
) -> str | None:
    denials = [s for s in stances if s.named and s.stance in OPPOSING]
    before = {stance.party for stance in denials if stance.id not in new_ids}
    for stance in denials:
        if stance.id in new_ids and stance.party not in before:
            return f"Decided {decided.value}; since then {stance.name} {stance.stance.value} it."
    return None

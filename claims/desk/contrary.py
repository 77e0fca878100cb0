"""Does what came in after a decision speak against it? Pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from claims.model import OPPOSING, Status
from claims.policy import StanceInput

AFFIRMATIVE = frozenset({Status.SUPPORTED, Status.ACKNOWLEDGED})
"""Decided statuses that a later denial speaks against."""


def find_contrary(
    decided: Status,
    suggested_then: Status | None,
    suggested_now: Status,
    stances: Sequence[StanceInput],
    denied_then: Collection[str],
) -> str | None:
    """Why new material calls a decision into question, None where it does not.

    It does when the policy, which said one thing at the decision
    (``suggested_then``), now says another that is neither the decided status
    nor ``unverified``; and when a named party that did not deny the claim when
    it was decided to be so denies it now, whenever that was said or recorded.
    ``denied_then``: keys of the named parties whose denial counted at the decision.
    """
    before = suggested_then or Status.UNVERIFIED
    if suggested_now not in (before, decided, Status.UNVERIFIED):
        return (
            f"Decided {decided.value} when the evidence suggested {before.value};"
            f" with what came in since, it suggests {suggested_now.value}."
        )
    if decided in AFFIRMATIVE:
        return _find_new_denial(decided, stances, denied_then)
    return None


def _find_new_denial(
    decided: Status, stances: Sequence[StanceInput], denied_then: Collection[str]
) -> str | None:
    for stance in stances:
        if stance.named and stance.stance in OPPOSING and stance.party not in denied_then:
            return f"Decided {decided.value}; since then {stance.name} {stance.stance.value} it."
    return None

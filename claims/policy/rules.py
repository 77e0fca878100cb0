"""The six rules, first match wins."""

from __future__ import annotations

from collections.abc import Iterator

from claims.model import Status
from claims.policy.values import ClaimInput, Suggestion


def suggest(claim: ClaimInput) -> Suggestion:
    """Derive the suggested status of ``claim`` with reasons and what would change it."""
    return Suggestion(
        status=Status.UNVERIFIED,
        flags=(),
        rule=6,
        reasons=(f"nothing decides {claim.text!r}",),
        rests_on=(),
        would_change=(),
        commitment=None,
    )


def flips(claim: ClaimInput) -> Iterator[tuple[str, ClaimInput]]:
    """Every one-input change worth telling: (the change in words, the changed input)."""
    yield from ()

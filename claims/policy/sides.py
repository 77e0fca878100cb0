"""Whom a claim implicates and whom it harms, read from its sentence."""

from __future__ import annotations

from datetime import date

from claims.model import Value
from claims.parties import Catalogue
from claims.policy.discredit import discredited


class Sides(Value):
    """Ready for ``ClaimInput``: ids of the parties at the top (North Korea, not Kim Jong Un)."""

    implicated: frozenset[str] = frozenset()
    harmed: frozenset[str] = frozenset()
    names: dict[str, str]
    """Display name of each id in ``implicated``."""


def read_sides(claim_text: str, catalogue: Catalogue, on: date | None = None) -> Sides:
    """Read the implicated parties through ``part_of``, ``speaks_for`` and organs.

    ``on`` is the day for which offices are read. Parties that nobody owns are
    read as themselves.
    """
    implicated: set[str] = set()
    for party_id in catalogue.implicated(claim_text, on):
        implicated |= _tops(party_id, catalogue, on)
    mentions = [
        (top, mention.start, mention.end)
        for mention in catalogue.find_mentions(claim_text)
        if len(mention.candidates) == 1
        for top in _tops(mention.candidates[0], catalogue, on)
    ]
    return Sides(
        implicated=frozenset(implicated),
        harmed=discredited(claim_text, mentions) & implicated,
        names={side: _name(side, catalogue) for side in sorted(implicated)},
    )


def _tops(party_id: str, catalogue: Catalogue, on: date | None) -> frozenset[str]:
    """The owners that count as nobody else's: North Korea for Kim Jong Un."""
    owners = catalogue.owners(party_id, on)
    tops = frozenset(owner for owner in owners if catalogue.owners(owner, on) == (owner,))
    return tops or frozenset({party_id})


def _name(party_id: str, catalogue: Catalogue) -> str:
    party = catalogue.get(party_id)
    return party.name if party else party_id

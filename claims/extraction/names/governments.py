"""Whose government "the government spokesman" speaks for: that of the one state a page is about."""

from __future__ import annotations

from collections import Counter

from claims.extraction.names.entities import Register
from claims.extraction.names.mentions import ADJECTIVE, PLACE, possess
from claims.model import PartyKind
from claims.parties import load_catalogue

_MOST = 400
"""Names of a page that are looked at."""
_FAR_MORE = 4
"""How many times more often than any other the one state must be named."""


def government_of_page(register: Register) -> str | None:
    """``Peru's government``, ``Peruvian government``; None where the page is about no one state."""
    catalogue = load_catalogue()
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    for entity in register.entities[:_MOST]:
        if entity.sort not in (PLACE, ADJECTIVE):
            continue
        known = catalogue.resolve(entity.name).party_id
        party = catalogue.get(known) if known is not None else None
        if known is None or party is None or party.kind is not PartyKind.STATE:
            continue
        counts[known] += entity.count
        of_state = entity.name if entity.sort == ADJECTIVE else possess(entity.name)
        names.setdefault(known, f"{of_state} government")
    if not counts:
        return None
    (first, most), *others = counts.most_common(2)
    return names[first] if all(most >= _FAR_MORE * count for _, count in others) else None

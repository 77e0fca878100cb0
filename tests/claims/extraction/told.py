"""What the rules read in a text, in words that a table of cases can hold."""

from __future__ import annotations

from claims.extraction.rules import extract_by_rules
from claims.model import Document


def read_told(text: str, outlet: str | None = None) -> list[tuple[str, str, str]]:
    """(stance, party, claim) of each finding of the rules."""
    found = extract_by_rules(Document(text=text, outlet_name=outlet))
    claims = {claim.id: claim.text for claim in found.claims}
    return [(each.stance.value, each.party, claims[each.claim]) for each in found.findings]

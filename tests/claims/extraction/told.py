"""What is found in a text, in words that a table of cases can hold."""

from __future__ import annotations

from claims.extraction import By, extract
from claims.extraction.rules import extract_by_rules
from claims.model import Document, Extraction


def tell(text: str, by: By = "auto") -> list[tuple[str, str, str]]:
    """(party, stance, claim) of each finding."""
    return _findings(extract(Document(text=text), by))


def read_told(text: str, outlet: str | None = None) -> list[tuple[str, str, str]]:
    """(stance, party, claim) of each finding of the rules."""
    found = _findings(extract_by_rules(Document(text=text, outlet_name=outlet)))
    return [(stance, party, claim) for party, stance, claim in found]


def _findings(found: Extraction) -> list[tuple[str, str, str]]:
    claims = {claim.id: claim.text for claim in found.claims}
    return [(each.party, each.stance.value, claims[each.claim]) for each in found.findings]

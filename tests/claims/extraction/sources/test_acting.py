"""Who is said to have done what somebody denies having done."""

from __future__ import annotations

import pytest

from claims.extraction import extract
from claims.model import Document, Stance


@pytest.mark.parametrize(
    ("denial", "claim"),
    [
        (
            "Kellmark's spokesman, Tom Reyk, denied any involvement in the theft.",
            "Kellmark was involved in the theft.",
        ),
        (
            "A spokesman for Kellmark denied having stolen the money.",
            "Kellmark has stolen the money.",
        ),
        ("Ada Lund, Kellmark's lawyer, denied stealing the money.", "Kellmark stole the money."),
        ("Lund's lawyer, Tom Reyk, denied any wrongdoing.", "Lund was involved in wrongdoing."),
        ("The police chief, Ada Lund, denied taking bribes.", "Ada Lund took bribes."),
        ("Lund said her brother had nothing to do with it all.", "Her brother was involved in it"),
    ],
)
def test_who_speaks_for_a_party_did_nothing_themselves(denial: str, claim: str) -> None:
    lead = "LISSA - The Lissa firm Kellmark has lost a safe.\n\n"
    found = extract(Document(text=lead + denial), "rules")
    told = {claim.id: claim.text for claim in found.claims}
    (denied,) = [told[f.claim] for f in found.findings if f.stance is Stance.DENIES]
    assert denied.startswith(claim)

"""Which claim of a document each of the rules' positions is put on."""

from __future__ import annotations

import pytest

from claims.extraction import extract
from claims.model import Document

ACCUSED = "Marsh said Lund fired the gun."


@pytest.mark.parametrize(
    "accusation", [ACCUSED, "Marsh told the court it was Lund who fired the gun."]
)
@pytest.mark.parametrize("by", ["rules", "auto"])
def test_who_accuses_the_accuser_tells_another_claim(accusation: str, by: str) -> None:
    found = extract(Document(text=f"{accusation} Lund said Marsh fired the gun."), by)
    texts = {claim.id: claim.text for claim in found.claims}
    first, second = found.findings
    assert (first.party, second.party) == ("Marsh", "Lund")
    assert "Lund" in texts[first.claim]
    assert texts[second.claim] == "Marsh fired the gun."


@pytest.mark.parametrize("by", ["rules", "auto"])
def test_who_says_the_same_tells_the_same_claim(by: str) -> None:
    found = extract(Document(text=f"{ACCUSED} Brandt, too, said Lund fired the gun."), by)
    assert [claim.text for claim in found.claims] == ["Lund fired the gun."]

"""Who may yet confirm or deny something does neither: a sentence a row, read whole."""

from __future__ import annotations

import pytest

from claims.extraction import extract
from claims.extraction.rules import extract_by_rules
from claims.model import Document, Stance

TAKEN = {Stance.CONFIRMS, Stance.DENIES}
SUPPOSED = [
    "If Kellmark confirms the sale, shares will fall.",
    "Shares will fall if Kellmark confirms that it has sold the mill.",
    "The sale will go ahead once it is confirmed by Kellmark.",
    "Wait until the report of a sale is confirmed by Kellmark.",
    "Unless the owner denies that the mill was sold, we must believe it.",
    "It is unclear whether Kellmark will deny that the mill was sold.",
]


@pytest.mark.parametrize("text", SUPPOSED)
def test_takes_no_stance(text: str) -> None:
    for found in (extract(Document(text=text)), extract_by_rules(Document(text=text))):
        assert {f.stance for f in found.findings}.isdisjoint(TAKEN)


@pytest.mark.parametrize(
    "text",
    [
        "Asked if the mill was sold, Kellmark denied it.",
        "Even if Kellmark denies that the mill was sold, its gates are shut.",
        "The mill, if it was ever sold, stands: Kellmark denied that the mill was sold.",
    ],
)
def test_takes_one(text: str) -> None:
    found = extract(Document(text=text)).findings
    assert ("Kellmark", Stance.DENIES) in {(f.party, f.stance) for f in found}

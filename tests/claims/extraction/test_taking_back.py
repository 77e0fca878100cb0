"""Who denies by taking back what they said retracts it."""

from __future__ import annotations

import pytest

from claims.extraction.rules import extract_by_rules
from claims.model import Document, Stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The harbour board retracted its claim that the ferry had sunk.", Stance.RETRACTS),
        ("The harbour board withdrew its report that the ferry had sunk.", Stance.RETRACTS),
        ("The harbour board took back its claim that the ferry had sunk.", Stance.RETRACTS),
        (
            "The harbour board no longer stands by its claim that the ferry had sunk.",
            Stance.RETRACTS,
        ),
        ("The harbour board rejected the claim that the ferry had sunk.", Stance.DENIES),
    ],
)
def test_taking_back(text: str, stance: Stance) -> None:
    found = extract_by_rules(Document(text=text))
    assert [each.stance for each in found.findings] == [stance]
    assert [claim.text for claim in found.claims] == ["The ferry had sunk."]

"""Who denies by taking back what they said retracts it."""

from __future__ import annotations

import pytest

from claims.extraction import extract
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


SUNK = "The ferry had sunk."
APOLOGISED = [
    "KZNA has apologised for falsely reporting that the ferry had sunk.",
    "KZNA apologized on Tuesday for wrongly claiming the ferry had sunk.",
    "KZNA apologised for having reported that the ferry had sunk.",
    "KZNA was forced to apologise for saying that the ferry had sunk.",
    "KZNA issued an apology for reporting that the ferry had sunk.",
    "KZNA said it was sorry for wrongly reporting that the ferry had sunk.",
    "KZNA apologised for its report that the ferry had sunk.",
    "KZNA apologised for a story claiming that the ferry had sunk.",
    "KZNA corrected its report that the ferry had sunk.",
    "KZNA corrected an earlier report which said the ferry had sunk.",
    "KZNA ran a correction to its story that the ferry had sunk.",
]


@pytest.mark.parametrize("text", APOLOGISED)
@pytest.mark.parametrize("by", ["auto", "rules"])
def test_an_apology_for_a_report(text: str, by: str) -> None:
    found = extract(Document(text=text), by)
    assert ("KZNA", Stance.RETRACTS) in {(f.party, f.stance) for f in found.findings}
    assert Stance.ALLEGES not in {f.stance for f in found.findings if f.party == "KZNA"}
    assert [claim.text for claim in found.claims] == [SUNK]


def test_an_apology_for_an_accusation() -> None:
    text = "The mayor apologised for falsely accusing Otto Brandt of stealing the boat."
    for found in (extract(Document(text=text)), extract_by_rules(Document(text=text))):
        assert [f.stance for f in found.findings] == [Stance.RETRACTS]
        assert [claim.text for claim in found.claims] == ["Otto Brandt stole the boat."]


def test_a_correction_of_others_is_a_denial() -> None:
    text = "The clerk corrected the report that the ferry had sunk."
    assert [f.stance for f in extract(Document(text=text)).findings] == [Stance.DENIES]


@pytest.mark.parametrize(
    "text",
    [
        "The airline apologised for losing the bags.",
        "The minister apologised for the delay in the report.",
        "KZNA apologised for failing to report that the ferry had sunk.",
        "KZNA apologised for not reporting that the ferry had sunk.",
        "KZNA refused to apologise for reporting that the ferry had sunk.",
        "The teacher corrected the reports of two pupils.",
        "KZNA will not apologise for reporting that the ferry had sunk.",
    ],
)
def test_nothing_taken_back(text: str) -> None:
    for found in (extract(Document(text=text)), extract_by_rules(Document(text=text))):
        assert {f.stance for f in found.findings}.isdisjoint({Stance.RETRACTS, Stance.DENIES})

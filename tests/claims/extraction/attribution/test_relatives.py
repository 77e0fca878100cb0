"""What is told of a noun in a relative clause is told as a sentence: a sentence a row."""

from __future__ import annotations

import pytest

from claims.extraction import extract
from claims.model import Document
from tests.claims.extraction.told import read_told

TOLD = [
    ("The army seeks the ship, which it says is sinking.", "The army", "The ship is sinking."),
    ("Telmark is after a ship which it says is sinking.", "Telmark", "A ship is sinking."),
    ("The plane, which Lima says was full, crashed.", "Lima", "The plane was full."),
    (
        "A tunnel that the army says was used by smugglers has been closed.",
        "the army",
        "A tunnel was used by smugglers.",
    ),
    ("Orr, who police say fled the country, was seen.", "police", "Orr fled the country."),
    (
        "The president spoke of a plot that he said was hatched abroad.",
        "The president",
        "A plot was hatched abroad.",
    ),
    (
        "The president spoke of a plot he said was hatched abroad.",
        "The president",
        "A plot was hatched abroad.",
    ),
    ("The mayor shut the mill, which she said was unsafe.", "The mayor", "The mill was unsafe."),
    (
        "A man who prosecutors say led the gang has been held.",
        "prosecutors",
        "A man led the gang.",
    ),
]


@pytest.mark.parametrize(("text", "party", "claim"), TOLD)
def test_told_of_a_noun(text: str, party: str, claim: str) -> None:
    assert read_told(text) == [("alleges", party, claim)]
    found = extract(Document(text=text))
    assert [(f.stance.value, f.party) for f in found.findings] == [("alleges", party)]
    assert [each.text for each in found.claims] == [claim]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("A man who lives there said the mill was full.", "The mill was full."),
        ("Ada Orr, who owns it, said the mill was full.", "The mill was full."),
        ("Ada Orr said the mill which Lima owns was full.", "The mill which Lima owns was full."),
    ],
)
def test_a_content_with_a_subject(text: str, claim: str) -> None:
    assert [each[2] for each in read_told(text)] == [claim]

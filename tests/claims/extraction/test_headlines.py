"""Who says it in a headline, who is only its subject, and who is accused of it, a line a row."""

from __future__ import annotations

import pytest

from claims.extraction import extract
from claims.model import Document
from tests.claims.extraction.told import read_told


@pytest.mark.parametrize(
    ("text", "party", "claim"),
    [
        ("Police: man shot clerk in Leith", "Police", "Man shot clerk in Leith."),
        ("Leith army: bridge was mined", "Leith army", "Bridge was mined."),
        ("Witness: captain was drunk on ferry", "Witness", "Captain was drunk on ferry."),
        ("Bank hid losses for years - sources", "sources", "Bank hid losses for years."),
        ("Bridge was mined: army", "army", "Bridge was mined."),
        (
            "Orr: Telmark bribed mayor\n\nA former aide, Jane Orr, was in court on Monday.",
            "Jane Orr",
            "Telmark bribed mayor.",
        ),
        ("Clerk accused of hiding spill in harbour", "unattributed", "Clerk hid spill in harbour."),
    ],
)
def test_told_by_a_headline(text: str, party: str, claim: str) -> None:
    assert read_told(text) == [("alleges", party, claim)]


@pytest.mark.parametrize(
    "text",
    [
        "Syria: clinic hit by shells",
        "Ukraine war: Russia shelled hospital",
        "Jane Orr: Telmark founder wins appeal",
        "Exclusive: bank hid losses for years",
        "Police: how they won the ferry back",
        "Two dead in Leith crash - Telmark News",
        "Notes. The plan was old. Police: man shot clerk",
    ],
)
def test_what_no_headline_tells(text: str) -> None:
    assert read_told(text) == []


def test_who_is_accused_is_not_who_says_so() -> None:
    found = extract(Document(text="Telmark accused of hiding oil spill"))
    assert {each.party for each in found.findings} <= {"unattributed"}


@pytest.mark.parametrize(
    "text",
    [
        "The jury heard that Orr had sold the mill.",
        "Orr had sold the mill, jurors heard.",
        "Orr had sold the mill, Leith Crown Court heard on Monday.",
    ],
)
def test_who_hears_it_does_not_say_it(text: str) -> None:
    assert read_told(text) == [("alleges", "unattributed", "Orr had sold the mill.")]

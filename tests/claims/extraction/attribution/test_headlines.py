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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Galatasaray deny interest in Orr", ("denies", "Galatasaray", "is interested in Orr.")),
        ("Kellmark deny plan to close mill", ("denies", "Kellmark", "plans to close mill.")),
        ("Apple deny slowing down phones", ("denies", "Apple", "slowed down phones.")),
        ("Mayor denies affair with aide", ("denies", "Mayor", "had an affair with aide.")),
        ("Minister denies taking bribes", ("denies", "Minister", "took bribes.")),
        ("Kellmark fined for spill, denies it dumped oil", ("denies", "Kellmark", "dumped oil.")),
    ],
)
@pytest.mark.parametrize("by", ["auto", "rules"])
def test_who_denies_in_a_headline(text: str, told: tuple[str, str, str], by: str) -> None:
    stance, party, deed = told
    found = extract(Document(text=text), by)
    assert [(f.stance.value, f.party) for f in found.findings] == [(stance, party)]
    assert [claim.text for claim in found.claims] == [f"{party} {deed}"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Otto Brandt jailed over fire, insists he did nothing wrong",
            ("alleges", "Otto Brandt", "Otto Brandt did nothing wrong."),
        ),
        (
            "Orr arrested over fraud, insists bank lied to him",
            ("alleges", "Orr", "Bank lied to him."),
        ),
        ("Chelsea say that Orr is hurt", ("alleges", "Chelsea", "Orr is hurt.")),
        ("Leeds insist Orr was paid", ("alleges", "Leeds", "Orr was paid.")),
        ("Police deny man died in custody", ("denies", "Police", "Man died in custody.")),
    ],
)
def test_who_says_it_in_a_headline(text: str, told: tuple[str, str, str]) -> None:
    assert read_told(text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "The judge let Kellmark deny the claim.",
        "Did Kellmark deny that the mill had closed?",
        "The law made Kellmark admit nothing.",
    ],
)
def test_no_verb_of_a_body(text: str) -> None:
    assert read_told(text) == []

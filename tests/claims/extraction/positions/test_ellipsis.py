"""Who says of what was just told that it is so or not, in a clause that leaves it out."""

from __future__ import annotations

import pytest

from claims.extraction import extract
from claims.model import Document
from tests.claims.extraction.told import read_told

CLOSED = "The mill had closed."
LEFT_OUT = [
    ("Kellmark says it hasn't.", "Kellmark", "denies"),
    ("Kellmark says the mill has not.", "Kellmark", "denies"),
    ("The army insists that it did not.", "The army", "denies"),
    ("But police say otherwise.", "police", "denies"),
    ("The army says that is not so.", "The army", "denies"),
    ("The army said this was not the case.", "The army", "denies"),
    ("The army says that it never did.", "The army", "denies"),
    ("The army denies that it did.", "The army", "denies"),
    ("Kellmark maintains it did no such thing.", "Kellmark", "denies"),
    ("The army said that is incorrect.", "The army", "denies"),
    ("The army said that was simply untrue.", "The army", "denies"),
    ("The army said she was lying.", "The army", "denies"),
    ("The army says it has.", "The army", "confirms"),
    ("The army said that was true.", "The army", "confirms"),
    ("The army has admitted it did.", "The army", "confirms"),
]


@pytest.mark.parametrize(("text", "party", "stance"), LEFT_OUT)
def test_on_the_claim_before(text: str, party: str, stance: str) -> None:
    whole = f"Ada Orr said the mill had closed. {text}"
    assert read_told(whole) == [("alleges", "Ada Orr", CLOSED), (stance, party, CLOSED)]
    found = extract(Document(text=whole))
    assert [claim.text for claim in found.claims] == [CLOSED]
    assert [(f.stance.value, f.party) for f in found.findings] == [
        ("alleges", "Ada Orr"),
        (stance, party),
    ]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Otto Brandt said Kellmark does not pay rent. Kellmark says it does.", "denies"),
        ("Otto Brandt said Kellmark does not pay rent. Kellmark says it does not.", "confirms"),
    ],
)
def test_of_what_was_told_not_to_be(text: str, stance: str) -> None:
    claim = "Kellmark does not pay rent."
    assert read_told(text) == [("alleges", "Otto Brandt", claim), (stance, "Kellmark", claim)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Ada Orr says the bridge was mined; the army says it was not.",
            ("denies", "the army", "The bridge was mined."),
        ),
        (
            "When asked whether he had taken bribes, Otto Brandt said he had not.",
            ("denies", "Otto Brandt", "Otto Brandt had taken bribes."),
        ),
        (
            "Asked if the mill was for sale, Ada Orr said it was.",
            ("alleges", "Ada Orr", "The mill was for sale."),
        ),
    ],
)
def test_in_one_sentence(text: str, told: tuple[str, str, str]) -> None:
    assert told in read_told(text)


def test_it_stands_for_what_it_can_stand_for() -> None:
    text = "Ada Orr said the mill was old. She said the army had fled. The army said it was not."
    assert read_told(text)[-1] == ("denies", "The army", "The mill was old.")


@pytest.mark.parametrize(
    ("told", "answer", "party", "claim"),
    [
        ("Russia said Kiev had shelled the plant.", "Kiev said Russia had.", "Kiev",
         "Russia had shelled the plant."),
        ("Moscow says Kiev shelled the plant.", "Kiev says Moscow did.", "Kiev",
         "Moscow shelled the plant."),
        ("Marsh said Lund fired the gun.", "Lund said it was Marsh.", "Lund",
         "Marsh fired the gun."),
        ("Marsh told the court it was Lund who fired the gun.", "Lund says Marsh did.", "Lund",
         "Marsh fired the gun."),
        ("Police said Reed was drunk.", "Lund said Bell was.", "Lund", "Bell was drunk."),
        ("The rebels said the army fired on the crowd.", "The army said the rebels had.",
         "The army", "The rebels fired on the crowd."),
        ("The rebels said the army fired on the crowd.", "The army said it was the rebels.",
         "The army", "The rebels fired on the crowd."),
    ],
)  # fmt: skip
def test_that_somebody_else_did_it_is_another_claim(
    told: str, answer: str, party: str, claim: str
) -> None:
    text = f"{told} {answer}"
    assert read_told(text)[-1] == ("alleges", party, claim)
    for by in ("rules", "auto"):
        found = extract(Document(text=text), by)
        assert [finding.stance.value for finding in found.findings] == ["alleges", "alleges"]
        assert found.findings[-1].party == party
        first, second = (finding.claim for finding in found.findings)
        assert first != second
        assert {c.id: c.text for c in found.claims}[second] == claim


def test_nobody_does_what_only_befell_a_thing() -> None:
    text = "Lund said the money had gone. Orr said Brandt had."
    assert read_told(text) == [("alleges", "Lund", "The money had gone.")]


def test_where_nothing_was_told_before() -> None:
    assert read_told("Kellmark says it has not.") == []

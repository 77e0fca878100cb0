"""Who accuses whom of what: the deed is the claim, told of whom it is laid to."""

import pytest

from claims.extraction import extract
from claims.extraction.wording.stating import state_blame, state_charge
from claims.model import Document
from tests.claims.extraction.told import read_told


def told(text: str) -> list[tuple[str, str, str]]:
    """(party, stance, claim) of each finding of the rules."""
    return [(party, stance, claim) for stance, party, claim in read_told(text)]


@pytest.mark.parametrize(
    ("text", "accuser", "claim"),
    [
        ("Kellmark was accused by auditors of hiding losses.", "auditors", "Kellmark hid losses."),
        (
            "The dyer has this week been accused by two neighbours of fouling the brook.",
            "two neighbours",
            "The dyer fouled the brook.",
        ),
        (
            "The guild was on Monday accused by Kellmark of selling rotten timber.",
            "Kellmark",
            "The guild sold rotten timber.",
        ),
        (
            "The mill was accused of burning waste by the harbour board.",
            "harbour board",
            "The mill burned waste.",
        ),
        ("Telland was blamed by Norland for the flood.", "Norland",
         "Telland was responsible for the flood."),
        (
            "Clara Dorn accused the guild, in a letter sent in May, of hiding a fire and of lying.",
            "Clara Dorn",
            "The guild hid a fire and lied.",
        ),
        (
            "Clara Dorn accused the guild of hiding a fire and called on it to pay.",
            "Clara Dorn",
            "The guild hid a fire.",
        ),
        (
            "Clara Dorn, who in May accused the guild of hiding a fire, left the hall.",
            "Clara Dorn",
            "The guild hid a fire.",
        ),
        ("Clara Dorn accused the guild of theft.", "Clara Dorn", "The guild was guilty of theft."),
        ("Kellmark blamed the fire on a lamp.", "Kellmark", "A lamp was responsible for the fire."),
        ("Kellmark blamed the dyer for ruining it all.", "Kellmark", "The dyer ruined it all."),
    ],
)  # fmt: skip
def test_who_accuses_whom(text: str, accuser: str, claim: str) -> None:
    assert told(text) == [(accuser, "alleges", claim)]


def test_two_who_accuse_each_other_tell_two_things() -> None:
    text = "Norland and Telland accused each other of moving the border stones."
    assert told(text) == [
        ("Norland", "alleges", "Telland moved the border stones."),
        ("Telland", "alleges", "Norland moved the border stones."),
    ]
    both = extract(Document(text=text))
    assert {claim.text for claim in both.claims} == {claim for _, _, claim in told(text)}


@pytest.mark.parametrize(
    "text", ["The two guilds accused each other of theft.", "Kellmark blamed a storm."]
)
def test_who_accuses_nobody_in_particular_claims_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Telland was accused by Norland of mining the strait, a charge it denies.",
         "Telland mined the strait."),
        ("Norland accused Telland of mining the strait, an allegation it rejects.",
         "Telland mined the strait."),
    ],
)  # fmt: skip
def test_who_is_accused_answers(text: str, claim: str) -> None:
    assert told(text) == [("Norland", "alleges", claim), ("Telland", "denies", claim)]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Kellmark stands accused of hiding losses.", "Kellmark hid losses."),
        ("Kellmark is accused of secretly hiding losses.", "Kellmark secretly hid losses."),
        ("Kellmark is suspected of hiding losses.", "Kellmark hid losses."),
        ("Kellmark is accused of hiding losses, which it denies.", "Kellmark hid losses."),
        # a maker is no accuser
        ("Kellmark is accused of hiding losses made by traders.",
         "Kellmark hid losses made by traders."),
    ],
)  # fmt: skip
def test_what_nobody_named_lays_to_somebody(text: str, claim: str) -> None:
    assert [each for each in told(text) if each[1] == "alleges"] == [
        ("unattributed", "alleges", claim)
    ]


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        ("The head of the guild of theft.", "The head of the guild was guilty of theft."),
        ("Peru of hiding the ship, forging its papers and bribing the clerks.",
         "Peru hid the ship, forged its papers and bribed the clerks."),
        ("Peru of hiding ships and of openly lying.", "Peru hid ships and openly lied."),
        ("Peru on live television of hiding ships.", "Peru hid ships."),
        ("Peru was accused by Chad of hiding ships.", "Peru hid ships."),
    ],
)  # fmt: skip
def test_a_charge(words: str, claim: str) -> None:
    assert state_charge(words) == claim


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        ("Peru and Chad for the fire.", "Peru and Chad were responsible for the fire."),
        ("Peru for the fire and urges its king to pay.", "Peru was responsible for the fire."),
        ("It on Peru.", ""),
        ("Peru.", ""),
    ],
)
def test_a_blame(words: str, claim: str) -> None:
    assert state_blame(words) == claim

"""Sentences that look like one stance and are another, a sentence a row, read by both."""

from __future__ import annotations

import pytest

from claims.extraction import extract
from claims.model import Document, Stance

NEITHER, DENIES, CONFIRMS = Stance.NEITHER, Stance.DENIES, Stance.CONFIRMS


def read(text: str) -> list[tuple[str, Stance, str]]:
    found = extract(Document(text=text))
    claims = {claim.id: claim.text for claim in found.claims}
    return [(f.party, f.stance, claims[f.claim]) for f in found.findings]


@pytest.mark.parametrize(
    ("text", "party", "stance", "claim"),
    [
        (
            "The ministry admitted it did not know whether the hostages were alive.",
            "The ministry",
            NEITHER,
            "The hostages were alive.",
        ),
        (
            "Pharmex admitted it could not rule out that the pill had caused strokes.",
            "Pharmex",
            NEITHER,
            "The pill had caused strokes.",
        ),
        ("Cole denied being drunk.", "Cole", DENIES, "Cole was drunk."),
        (
            "Mayor Dan Cole said he had no knowledge of any bribery.",
            "Dan Cole",
            NEITHER,
            "There was a bribery.",
        ),
        (
            "The ministry said it was untrue that no tests had been done.",
            "The ministry",
            DENIES,
            "No tests had been done.",
        ),
        (
            '"Pure invention," Abe Cole said of claims that the fight was fixed.',
            "Abe Cole",
            DENIES,
            "The fight was fixed.",
        ),
        (
            '"Reports that I was arrested are false," Dean Hale said.',
            "Dean Hale",
            DENIES,
            "Dean Hale was arrested.",
        ),
        (
            "Iran called the report that its embassy had been evacuated “psychological warfare”.",
            "Iran",
            DENIES,
            "Iran's embassy had been evacuated.",
        ),
        (
            'The minister said claims that taxes would go up were "scaremongering".',
            "The minister",
            DENIES,
            "Taxes would go up.",
        ),
    ],
)
def test_what_is_meant(text: str, party: str, stance: Stance, claim: str) -> None:
    found = read(text)
    assert (party, stance, claim) in found
    assert {each[1] for each in found if each[0] == party} == {stance}


@pytest.mark.parametrize(
    "text",
    [
        "Russia must confirm that it shot down the airliner, Dutch minister Piet Bos said.",
        "Minister Jo Adair should admit that she lied, the Herald wrote.",
    ],
)
def test_what_somebody_is_told_to_say_they_did_not(text: str) -> None:
    assert all(stance is not CONFIRMS for _, stance, _ in read(text))


def test_what_is_said_of_reports_is_not_what_they_tell() -> None:
    text = '"Ask the lawyers," Abe Cole said of claims that he fixed the fight.'
    assert all(party != "Abe Cole" for party, _, _ in read(text))


def test_whose_statement_is_called_false_denies_nothing() -> None:
    text = "Minister Eva Roos's statement that she paid the bill was false, an inquiry found."
    assert [party for party, _, _ in read(text)] == ["an inquiry"]


def test_an_admission_is_told_by_its_own_words() -> None:
    text = "Priest Liam Doyle admitted that he had been a fool but denied stealing the money."
    assert read(text) == [
        ("Liam Doyle", CONFIRMS, "Liam Doyle had been a fool."),
        ("Liam Doyle", DENIES, "Liam Doyle stole the money."),
    ]


def test_a_negation_does_not_reach_over_an_and() -> None:
    text = "Zane Ford has not been charged and denies any wrongdoing."
    assert [stance for _, stance, _ in read(text)] == [DENIES]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Miles Orr is accused of raping a student. He has admitted drink-driving.",
            "Miles Orr was guilty of drink-driving.",
        ),
        (
            "The Herald said Rita Falco took bribes. Falco admitted a meeting with a builder.",
            "There was a meeting with a builder.",
        ),
    ],
)
def test_who_owns_up_to_less_does_not_own_up_to_the_charge(text: str, claim: str) -> None:
    assert [each[2] for each in read(text) if each[1] is CONFIRMS] == [claim]
    rules = extract(Document(text=text), "rules")
    own = {f.claim for f in rules.findings if f.stance is CONFIRMS}
    assert own.isdisjoint(f.claim for f in rules.findings if f.stance is not CONFIRMS)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Police confirmed the arrest but refused to say whether the man was a soldier.",
            ["There was an arrest.", "The man was a soldier."],
        ),
        (
            "Hale died in prison, her lawyer said. She had been tortured, he said. The ministry"
            " confirmed her death but denied she was tortured.",
            ["Hale died in prison.", "She had been tortured."],
        ),
    ],
)
def test_what_is_borne_out_is_not_what_is_contested_beside_it(text: str, claims: list[str]) -> None:
    found = [claim for _, stance, claim in read(text) if stance is not Stance.ALLEGES]
    assert found == claims


def test_who_claims_what_is_denied_told_that() -> None:
    text = "Police said Hale died in a fall and was not pushed, as her family claims."
    assert ("her family", Stance.ALLEGES, "Hale was pushed.") in read(text)


def test_what_somebody_was_asked_they_did_not_tell() -> None:
    text = "Asked if Hale had been fired, the company said she had resigned."
    assert all(claim != "Hale had been fired." for _, _, claim in read(text))


def test_no_verb_behind_is() -> None:
    text = "Analysts said Kane would resign. Kane said she would not resign."
    assert {claim for _, _, claim in read(text)} == {"Kane would resign."}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Todd Hale denied that he was lying when he told the court that he paid the loan back.",
            [
                (
                    "Todd Hale",
                    DENIES,
                    "Todd Hale was lying when he told the court that he paid the loan back.",
                )
            ],
        ),
        (
            "Hale denied having accused Minister Jo Adair of deleting the emails.",
            [("Hale", DENIES, "Hale has accused Minister Jo Adair of deleting the emails.")],
        ),
        (
            "Russian officials said Ukraine had denied attacking the dam.",
            [("Ukraine", DENIES, "Ukraine attacked the dam.")],
        ),
    ],
)
def test_what_was_said_is_not_what_it_tells(text: str, told: list[tuple[str, Stance, str]]) -> None:
    assert read(text) == told

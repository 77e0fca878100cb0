"""Turns of phrase that agencies use for who holds what: a passage, and all that is found in it."""

from __future__ import annotations

import pytest

from claims.extraction import By
from tests.claims.extraction.told import tell


@pytest.mark.parametrize("by", ["auto", "rules"])
@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Fos refused to rule out that the money came from Orsk.",
            [("Fos", "neither_confirms_nor_denies", "The money came from Orsk.")],
            id="who refuses to rule it out does not deny it",
        ),
        pytest.param(
            "Iran's foreign minister rejected as baseless claims by Israel that Tehran had supplied"
            " the drones used in the attack.",
            [("Iran's foreign ministry", "denies",
              "Tehran had supplied the drones used in the attack."),
             ("Israel", "alleges", "Tehran had supplied the drones used in the attack.")],
            id="what a claim is rejected as may come before it",
        ),
        pytest.param(
            "Valia denied claims from Orsk that its army had crossed the border.",
            [("Valia", "denies", "Valia's army had crossed the border."),
             ("Orsk", "alleges", "Valia's army had crossed the border.")],
            id="what is theirs is the denier's, whoever claims it",
        ),
        pytest.param(
            "Kelso Corp dismissed reports on social media that its phones explode.",
            [("Kelso Corp", "denies", "Kelso Corp's phones explode.")],
            id="where a report stands is no part of the claim",
        ),
        pytest.param(
            "Lena Fos, whom prosecutors accuse of taking 200,000 euros, says she was in Lima.",
            [("prosecutors", "alleges", "Lena Fos took 200,000 euros."),
             ("Lena Fos", "alleges", "Lena Fos was in Lima.")],
            id="whom somebody accuses beside what they say themselves",
        ),
        pytest.param(
            "Police initially said that the man was armed, but later said that he was not.",
            [("Police", "alleges", "The man was armed."),
             ("Police", "denies", "The man was armed.")],
            id="who changes their mind denies what they said",
        ),
        pytest.param(
            "The airline first said the plane had landed safely, then said it had not.",
            [("The airline", "alleges", "The plane had landed safely."),
             ("The airline", "denies", "The plane had landed safely.")],
            id="and in two words",
        ),
        pytest.param(
            "A lawyer for the mayor denied that he had taken bribes.",
            [("the mayor", "denies", "The mayor had taken bribes.")],
            id="a lawyer speaks for a client without a name",
        ),
        pytest.param(
            "The singer's publicist denied that she had left the band.",
            [("The singer", "denies", "The singer had left the band.")],
            id="and a publicist",
        ),
        pytest.param(
            "The suspect's lawyer said his client was in Lima.",
            [("The suspect", "alleges", "The suspect was in Lima.")],
            id="of whom the client is told",
        ),
        pytest.param(
            "Prosecutors say Karl Orr took bribes from a builder. His lawyer, Nils Ott, said the"
            " charges were invented.",
            [("Prosecutors", "alleges", "Karl Orr took bribes from a builder."),
             ("Karl Orr", "denies", "Karl Orr took bribes from a builder.")],
            id="charges said to be invented are denied",
        ),
    ],
)  # fmt: skip
def test_who_holds_what(text: str, found: list[tuple[str, str, str]], by: By) -> None:
    assert tell(text, by) == found


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The jet fell into a field near Temin. The air force said it had crashed because of a"
         " fault.", "The jet had crashed because of a fault."),
        ("The video was posted on Monday. The ministry said it showed an old battle.",
         "The video showed an old battle."),
        ("The video was posted on Monday. The ministry said it was fake.", "The video was fake."),
        # of whom another just told
        ("Russia said the pilot had been shot, but Ukraine said he had been freed.",
         "The pilot had been freed."),
        ("State media reported the president was in good health, while opposition sources said he"
         " was in a coma.", "The president was in a coma."),
        ("The rebels said the hostages were alive; the army said they had been shot in May.",
         "The hostages had been shot in May."),
        # who speaks is meant all the same
        ("The jet fell into a field. The air force said it had sent a team.",
         "The air force had sent a team."),
        ("The jet fell into a field. The air force said it had been told of a fire.",
         "The air force had been told of a fire."),
    ],
)  # fmt: skip
def test_what_or_whom_it_means(text: str, claim: str) -> None:
    assert claim in [told for _, _, told in tell(text, "auto")]


def test_the_accused_tells_something_else() -> None:
    found = tell(
        "The minister, whom the opposition accuses of hiding the true number of deaths, said on"
        " Monday that 41 people had died.", "auto",
    )  # fmt: skip
    assert found == [
        ("the opposition", "alleges", "The minister hid the true number of deaths."),
        ("The minister", "alleges", "41 people had died."),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "The company said it was not aware of any leak and that its systems were safe.",
            [("The company", "neither_confirms_nor_denies", "There was a leak.")],
            id="no position is on what is said besides",
        ),
        pytest.param(
            "Witnesses described seeing soldiers beat protesters on the bridge.",
            [("Witnesses", "alleges", "Witnesses saw soldiers beat protesters on the bridge.")],
            id="what witnesses describe seeing they saw",
        ),
        pytest.param(
            "Orr said that Lund had told him that the bridge was mined.",
            [("Orr", "alleges", "Lund had told him that the bridge was mined."),
             ("Lund", "alleges", "Lund had told him that the bridge was mined.")],
            id="what somebody told another is told whole",
        ),
        pytest.param(
            "The bank's shares fell 8% after the Halden Post reported that it had lost 2 billion"
            " euros. The bank called the report inaccurate.",
            [("Halden Post", "alleges", "It had lost 2 billion euros."),
             ("The bank", "denies", "It had lost 2 billion euros.")],
            id="a paper did not lose what it reports lost",
        ),
        pytest.param(
            "The ministry said in a statement that the pilot, whom it named as Captain Ivo Tal, had"
            " ejected safely.",
            [("The ministry", "alleges", "The pilot had ejected safely.")],
            id="a verb takes no name that stands beside",
        ),
        pytest.param(
            'Orsk claimed the town had fallen, a claim Valia called "pure fantasy".',
            [("Orsk", "alleges", "The town had fallen."),
             ("Valia", "denies", "The town had fallen.")],
            id="what others call a claim is no part of it",
        ),
        pytest.param(
            "The firm said it had tested the drug on 400 patients, a figure two researchers"
            " dispute.",
            [("The firm", "alleges", "The firm had tested the drug on 400 patients."),
             ("two researchers", "denies", "The firm had tested the drug on 400 patients.")],
            id="who disputes a figure",
        ),
        pytest.param(
            "The police said the fire was an accident, contradicting the mayor, who said on Monday"
            " that it was arson.",
            [("The police", "alleges", "The fire was an accident.")],
            id="who is contradicted says no such thing",
        ),
        pytest.param(
            "The study found that the drug was safe, contradicting earlier reports that it caused"
            " strokes.",
            [("The study", "alleges", "The drug was safe."),
             ("The study", "denies", "It caused strokes.")],
            id="and reports are denied that are contradicted",
        ),
        pytest.param(
            "Ben Dunn died on Monday. His family say he was beaten.",
            [("Ben Dunn's family", "alleges", "Ben Dunn was beaten.")],
            id="of whom a family tells",
        ),
    ],
)  # fmt: skip
def test_what_is_told(text: str, found: list[tuple[str, str, str]]) -> None:
    assert tell(text, "auto") == found

"""Those who speak jointly are parties each, and what they tell of both is told of both."""

from __future__ import annotations

import pytest

from claims.extraction import By
from tests.claims.extraction.told import tell


@pytest.mark.parametrize("by", ["auto", "rules"])
@pytest.mark.parametrize(
    ("text", "parties", "stance", "claim"),
    [
        pytest.param(
            "Lima and Quito denied that they had bought the missiles.",
            ("Lima", "Quito"), "denies", "Lima and Quito had bought the missiles.",
            id="neither denies what the other did alone",
        ),
        pytest.param(
            "Kelso Corp and Marsh Ltd said they had paid the fine.",
            ("Kelso Corp", "Marsh Ltd"), "alleges", "Kelso Corp and Marsh Ltd had paid the fine.",
            id="nor tells of it",
        ),
        pytest.param(
            "Karl Orr and Ada Lund said their house had burned down in May.",
            ("Karl Orr", "Ada Lund"), "alleges",
            "Karl Orr and Ada Lund's house had burned down in May.",
            id="what is theirs is of both",
        ),
        pytest.param(
            "The Canadian and Israeli governments denied that they had bought the missiles.",
            ("Canadian government", "Israeli government"), "denies",
            "The Canadian and Israeli governments had bought the missiles.",
            id="two states have two governments",
        ),
        pytest.param(
            "Both Kellmark and Novafon denied that they were in talks.",
            ("Kellmark", "Novafon"), "denies", "Kellmark and Novafon were in talks.",
            id="both are in it",
        ),
        pytest.param(
            "Representatives for Volta and Orbex declined to comment on a report that they would"
            " merge.",
            ("Volta", "Orbex"), "declines_to_comment", "Volta and Orbex would merge.",
            id="whom somebody speaks for, and not who speaks",
        ),
        pytest.param(
            "Marks and Spencer denied that it would close its Leeds store.",
            ("Marks and Spencer",), "denies", "Marks and Spencer would close its Leeds store.",
            id="one firm of two names",
        ),
    ],
)  # fmt: skip
def test_each_is_a_party_and_both_are_told_of(
    text: str, parties: tuple[str, ...], stance: str, claim: str, by: By
) -> None:
    assert tell(text, by) == [(party, stance, claim) for party in parties]


@pytest.mark.parametrize("by", ["auto", "rules"])
@pytest.mark.parametrize(
    "who", ["British and French officials", "Iraqi and Kurdish forces", "U.S. and Cuban experts"]
)
def test_who_are_several_anyway_stay_one_party(who: str, by: By) -> None:
    found = tell(f"{who} said the ship had been boarded on Friday.", by)
    assert found == [(who, "alleges", "The ship had been boarded on Friday.")]


@pytest.mark.parametrize("by", ["auto", "rules"])
def test_a_government_is_told_of_with_its_article(by: By) -> None:
    found = tell("The Canadian government denied that it had bought the missiles.", by)
    assert found == [
        ("Canadian government", "denies", "The Canadian government had bought the missiles.")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Two boys fell into the lake. Karl Orr and Ada Lund said they had drowned.",
        "Karl Orr and Ada Lund told the girls that they were safe in the hut.",
        "Karl Orr and Ada Lund said they were arrested in May.",
    ],
)
def test_they_may_be_others(text: str) -> None:
    assert not [claim for *_, claim in tell(text, "rules") if claim.startswith("Karl Orr and")]

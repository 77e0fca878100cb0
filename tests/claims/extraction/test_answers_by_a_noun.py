"""Answers by a noun of the deed or of the report: "no such meeting", "the army's version"."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import tell


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "The union said the mayor had told clerks to burn the files. The mayor said "
            "there was no such order.",
            [("The union", "alleges", "The mayor had told clerks to burn the files."),
             ("The mayor", "denies", "The mayor had told clerks to burn the files.")],
            id="no such order",
        ),
        pytest.param(
            "The Globe reported that the minister had met the banker in Lima. The minister "
            "said no such meeting took place.",
            [("Globe", "alleges", "The minister had met the banker in Lima."),
             ("The minister", "denies", "The minister had met the banker in Lima.")],
            id="no such meeting",
        ),
        pytest.param(
            "Cuba said it had sent a letter to Haiti. Haiti said it had received no such "
            "letter.",
            [("Cuba", "alleges", "Cuba had sent a letter to Haiti."),
             ("Haiti", "denies", "Cuba had sent a letter to Haiti.")],
            id="no such letter",
        ),
        pytest.param(
            "The mayor said no such rule existed, and went home.",
            [],
            id="no such rule, of which nobody told",
        ),
        pytest.param(
            "Two brokers said Ridgeway had offered 9 million dollars for the mill. Ridgeway "
            "denied it had made any bid.",
            [("Two brokers", "alleges", "Ridgeway had offered 9 million dollars for the mill."),
             ("Ridgeway", "denies", "Ridgeway had offered 9 million dollars for the mill.")],
            id="any bid",
        ),
        pytest.param(
            "The envoy is to travel to Quito on Sunday, Radio Andes reported. A spokesman "
            "for the UN said he could not confirm that a trip had been agreed.",
            [("Radio Andes", "alleges", "The envoy is to travel to Quito on Sunday."),
             ("UN", "neither_confirms_nor_denies", "The envoy is to travel to Quito on Sunday.")],
            id="a trip that is agreed",
        ),
        pytest.param(
            "The alliance accused the board of altering result sheets. In one, it said, a "
            "four had been turned into a nine. Norway declined to comment on the alliance's "
            "accusations.",
            [("The alliance", "alleges", "The board altered result sheets."),
             ("The alliance", "alleges", "A four had been turned into a nine."),
             ("Norway", "declines_to_comment", "The board altered result sheets.")],
            id="the alliance's accusations",
        ),
        pytest.param(
            "Activists said army planes had bombed the market. The army denied it. Its "
            "spokesman said munitions which rebels had hidden there had exploded. A "
            "diplomat was sceptical about the army's version.",
            [("Activists", "alleges", "Army planes had bombed the market."),
             ("The army", "denies", "Army planes had bombed the market."),
             ("The army", "alleges", "Munitions which rebels had hidden there had exploded."),
             ("A diplomat", "doubts", "Munitions which rebels had hidden there had exploded.")],
            id="the army's version, told after its denial",
        ),
        pytest.param(
            "Lima said the vaccine had killed nine people. It said the plant had been "
            "closed. Experts dismissed the vaccine claim.",
            [("Lima", "alleges", "The vaccine had killed nine people."),
             ("Lima", "alleges", "The plant had been closed."),
             ("Experts", "denies", "The vaccine had killed nine people.")],
            id="what a claim is of",
        ),
        pytest.param(
            "A former aide claimed No 10 was warned in writing last March. A No 10 source "
            "hit back: “There was no such warning.”",
            [("A former aide", "alleges", "No 10 was warned in writing last March."),
             ("No 10 source", "denies", "No 10 was warned in writing last March.")],
            id="a place by its number",
        ),
        pytest.param(
            "The guards denied having a weapon.",
            [("The guards", "denies", "The guards have a weapon.")],
            id="guards have",
        ),
        pytest.param(
            "Ash Motors denied having received the letter.",
            [("Ash Motors", "denies", "Ash Motors has received the letter.")],
            id="a firm has",
        ),
        pytest.param(
            "LIMA - Peru said on Monday that its mines were safe. The opposition said nine "
            "miners had died. Government spokesman Ali Vega denied the reports.",
            [("Peru", "alleges", "Peru's mines were safe."),
             ("The opposition", "alleges", "Nine miners had died."),
             ("Peru's government", "denies", "Nine miners had died.")],
            id="what the reports are",
        ),
        pytest.param(
            "Cuba said on Monday that its mines were safe. Government spokesman Ali Vega "
            "denied the reports.",
            [("Cuba", "alleges", "Cuba's mines were safe.")],
            id="reports of which nothing is told",
        ),
    ],
)  # fmt: skip
def test_what_the_noun_names_is_answered(text: str, found: list[tuple[str, str, str]]) -> None:
    assert tell(text) == found

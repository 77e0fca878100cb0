"""What is told with no clause: who names something, counts it, or puts a figure on it; and what
looks like that. A passage, and all that is found in it."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import tell


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "The coroner named the victim as Otto Brandt.",
            [("The coroner", "alleges", "The victim is Otto Brandt.")],
            id="named as",
        ),
        pytest.param(
            "Navy divers said a blast had sunk the tug. They identified the device as a limpet"
            " mine.",
            [("Navy divers", "alleges", "A blast had sunk the tug."),
             ("Navy divers", "alleges", "The device is a limpet mine.")],
            id="identified as",
        ),
        pytest.param(
            "Court papers name the buyer as Kellmark, a bank in Gentham.",
            [("Court papers", "alleges", "The buyer is Kellmark, a bank in Gentham.")],
            id="papers name",
        ),
        pytest.param(
            "The filing lists the cause of death as drowning.",
            [("The filing", "alleges", "The cause of death is drowning.")],
            id="listed as",
        ),
        pytest.param(
            "The ministry gave the number of dead as 12.",
            [("The ministry", "alleges", "The number of dead is 12.")],
            id="gave as",
        ),
        pytest.param(
            "Police later raised the death toll to 40.",
            [("Police", "alleges", "The death toll is 40.")],
            id="a toll raised",
        ),
        pytest.param(
            "Farmers near Gentham, reached by radio, spoke of at least six explosions.",
            [("Farmers near Gentham", "alleges", "There were at least six explosions.")],
            id="spoke of so many",
        ),
        pytest.param(
            "The rebels boasted of having shot down two jets, a claim Lima denied.",
            [("The rebels", "alleges", "The rebels have shot down two jets."),
             ("Lima", "denies", "The rebels have shot down two jets.")],
            id="boasted of having done it",
        ),
        pytest.param(
            "Lima boasted of shooting down four drones.",
            [("Lima", "alleges", "Lima shot down four drones.")],
            id="boasted of doing it",
        ),
        pytest.param(
            "The council put the share at below 30 percent.",
            [("The council", "alleges", "The share was below 30 percent.")],
            id="a figure below another",
        ),
        pytest.param(
            "The cost of repairs is put at 3 million pesos.",
            [("unattributed", "alleges", "The cost of repairs is 3 million pesos.")],
            id="put at so much by nobody",
        ),
        pytest.param(
            "The crowd was estimated at about 2,000.",
            [("unattributed", "alleges", "The crowd was about 2,000.")],
            id="estimated at so many by nobody",
        ),
        pytest.param(
            "Karl Orr, an alleged member of the gang, was freed on Monday.",
            [("unattributed", "alleges", "Karl Orr is a member of the gang.")],
            id="what somebody is alleged to be",
        ),
        pytest.param(
            "Kellmark, the supposed buyer of the ship, has no office.",
            [("unattributed", "alleges", "Kellmark is the buyer of the ship.")],
            id="what a firm is supposed to be",
        ),
        pytest.param(
            "Abou Hafs, the leader of the gang, was killed.", [], id="what somebody is",
        ),
        pytest.param(
            "Orr, the supposed heir, said that the will was forged.",
            [("Orr", "alleges", "The will was forged.")],
            id="what who speaks is supposed to be",
        ),
        pytest.param("The board named Ada Lund as its new chief.", [], id="an appointment"),
        pytest.param("The report identified housing as a priority.", [], id="a value"),
        pytest.param("He identified himself as a police officer.", [], id="himself"),
        pytest.param("The clinic has not named the patient as Orr.", [], id="not named"),
        pytest.param("The bank gave the guard the cash as a ruse.", [], id="gave a thing"),
        pytest.param("The firm raised its offer to 19 million.", [], id="an offer raised"),
        pytest.param("The minister spoke of peace.", [], id="spoke of no event"),
        pytest.param("The fire was put out at 3 a.m.", [], id="put out at an hour"),
        pytest.param("The lamp was put at 30 degrees.", [], id="where a thing was put"),
    ],
)  # fmt: skip
def test_what_is_told_with_no_clause_is_a_claim(
    text: str, found: list[tuple[str, str, str]]
) -> None:
    assert tell(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "The patrol had strayed across the river, Lima maintained, and had walked into a"
            " minefield.",
            [("Lima", "alleges", "The patrol had strayed across the river."),
             ("Lima", "alleges", "The patrol had walked into a minefield.")],
            id="of the same",
        ),
        pytest.param(
            "The gates were shut, police said, and nobody had been hurt.",
            [("police", "alleges", "The gates were shut."),
             ("police", "alleges", "Nobody had been hurt.")],
            id="of somebody else",
        ),
        pytest.param(
            "The mill had closed, Orr said, but would open again in May.",
            [("Orr", "alleges", "The mill had closed."),
             ("Orr", "alleges", "The mill would open again in May.")],
            id="what would be",
        ),
        pytest.param(
            "Two barns burned down, the fire service said on Monday, and a third had been damaged"
            " by smoke.",
            [("fire service", "alleges", "Two barns burned down."),
             ("fire service", "alleges", "A third had been damaged by smoke.")],
            id="behind a day",
        ),
        pytest.param(
            "The mill burned down, police said, and the road was closed.",
            [("police", "alleges", "The mill burned down.")],
            id="it may be the text's own",
        ),
        pytest.param(
            "\"The mill is safe,\" Orr said, and had left by noon.",
            [("Orr", "alleges", "The mill is safe.")],
            id="behind a quotation",
        ),
        pytest.param(
            "The mill was sold, the Herald reported, and the bank, which owned it, had lost"
            " millions.",
            [("Herald", "alleges", "The mill was sold.")],
            id="with an aside",
        ),
        pytest.param(
            "The mayor was ill, an aide said, and did not come.",
            [("an aide", "alleges", "The mayor was ill.")],
            id="what was done",
        ),
    ],
)  # fmt: skip
def test_what_a_source_goes_on_to_tell_behind_its_said(
    text: str, found: list[tuple[str, str, str]]
) -> None:
    assert tell(text) == found

"""No word of who says it is left in a claim, and no more is hedged than what is.

Each passage is told with everything that is found in it.
"""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import tell

NOBODY = "unattributed"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Legal experts assess the woman could spend 18 months in jail.",
            [("Legal experts", "alleges", "The woman could spend 18 months in jail.")],
            id="who assesses",
        ),
        pytest.param(
            "Police described the thief as being tall and wearing a green coat.",
            [("Police", "alleges", "The thief was tall and wearing a green coat.")],
            id="described as being",
        ),
        pytest.param(
            "The Post describes Bo Lund as Peruvian born and in his late 50s.",
            [("Post", "alleges", "Bo Lund is Peruvian born and in his late 50s.")],
            id="described as such",
        ),
        pytest.param(
            "Historians had feared the letters could have been ruined had the chest been badly"
            " sealed.",
            [("Historians", "alleges",
              "The letters could have been ruined had the chest been badly sealed.")],
            id="had feared",
        ),
        pytest.param(
            "Chad promised Orr it would hold the three pilots on an island for two years.",
            [("Chad", "alleges", "Chad would hold the three pilots on an island for two years.")],
            id="promised somebody",
        ),
        pytest.param(
            "Now a report claims to have pricing details of the other models.",
            [("a report", "alleges", "A report has pricing details of the other models.")],
            id="claims to have",
        ),
        pytest.param(
            "Executives at Kelso mentioned the huge bill during a call on Tuesday.",
            [],
            id="who mentions a thing claims nothing",
        ),
        pytest.param(
            "Vice President Ivo Tal condemned the massacre at the Kelso base.",
            [],
            id="nor does who condemns it",
        ),
        pytest.param("Moore calls this the Tarn-Kelso Effect.", [], id="nor who names it"),
        pytest.param(
            "Salt has been blamed for Bo Lund's stroke.",
            [(NOBODY, "alleges", "Salt was responsible for Bo Lund's stroke.")],
            id="blamed by nobody",
        ),
        pytest.param(
            '"I would have thought the ship had sunk by then," harbour master Ada Orr told the'
            " Herald.",
            [("Ada Orr", "alleges", "The ship had sunk by then.")],
            id="would have thought",
        ),
        pytest.param(
            '"We\'re pretty sure it\'s the oldest loaf in the county," Mr Dean Roe said.',
            [("Dean Roe", "alleges", "It is the oldest loaf in the county.")],
            id="are pretty sure",
        ),
        pytest.param(
            '"I would not say the mill was sold," said Ada Orr.',
            [("Ada Orr", "neither_confirms_nor_denies", "The mill was sold.")],
            id="who would not say so does not",
        ),
        pytest.param(
            "The gunman has been identified by police as Bo Lund, 34.",
            [("police", "alleges", "The gunman is Bo Lund.")],
            id="identified by",
        ),
        pytest.param(
            "The mill was described by witnesses as a ruin.",
            [("witnesses", "alleges", "The mill is a ruin.")],
            id="described by",
        ),
        pytest.param(
            "The rock that fell on Lund has been estimated by experts to be two million years old.",
            [("experts", "alleges", "The rock that fell on Lund is two million years old.")],
            id="estimated by others",
        ),
    ],
)  # fmt: skip
def test_no_word_of_who_says_it_is_left(text: str, found: list[tuple[str, str, str]]) -> None:
    assert tell(text) == found


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        pytest.param(
            "Davies told reporters on Monday it is vital that Kelso moves toward disarmament.",
            "It is vital that Kelso moves toward disarmament.",
            id="a wish",
        ),
        pytest.param(
            "In the event that the rebels seize the port, the navy would sail to Kelso, the Herald"
            " reported.",
            "In the event that the rebels seize the port, the navy would sail to Kelso.",
            id="in the event",
        ),
        pytest.param(
            "When the dam breaks, the town will be flooded within hours, the Herald reported.",
            "When the dam breaks, the town will be flooded within hours.",
            id="when",
        ),
        pytest.param(
            '"Without the leader in front, the government remains a club of old men," said analyst'
            " Ada Orr.",
            "Without the leader in front, the government remains a club of old men.",
            id="without",
        ),
        pytest.param(
            "According to a report from the Kelso blog, this will be the year that a lighter tent"
            " design will arrive.",
            "This will be the year that a lighter tent design will arrive.",
            id="the year that",
        ),
        pytest.param(
            "The only way a phone may have bent is if someone sat on it for a very long time, said"
            " Bo Roe.",
            "The only way a phone may have bent is if someone sat on it for a very long time.",
            id="the only way",
        ),
        pytest.param(
            "Cook said that Kelso is trying to ensure that there is no waste of water on the"
            " supply chain, and that they work fair hours.",
            "Kelso is trying to ensure that there is no waste of water on the supply chain.",
            id="what is to be ensured is not so",
        ),
        pytest.param(
            "It is reported that the boy told his teacher he had deleted the clip, but instead he"
            " shared it with friends.",
            "The boy told his teacher he had deleted the clip.",
            id="who said so did not say what they did instead",
        ),
        pytest.param(
            "At the same time, the mill was sold to a bank in Lima, the owner said.",
            "The mill was sold to a bank in Lima.",
            id="but no more than that",
        ),
        pytest.param(
            "One of five fighters released by the Orr administration in a controversial exchange"
            ' for American soldier Bo Lund has "attempted to reestablish contacts" with the rebels'
            " in Kelso, officials told the Herald.",
            "One of five fighters released by the Orr administration in a controversial exchange"
            ' for American soldier Bo Lund has "attempted to reestablish contacts" with the rebels'
            " in Kelso.",
            id="by whom, and not by another",
        ),
    ],
)
def test_what_binds_a_claim_stays_in_it(text: str, claim: str) -> None:
    assert {told for _, _, told in tell(text)} == {claim}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        pytest.param(
            "The only photo that allegedly shows the mayor was taken in 1987.",
            "The photo shows the mayor.",
            id="that",
        ),
        pytest.param(
            "On Monday's show, host Don Lund released audio allegedly recorded in the Tarn"
            " apartment complex at the time of Bo Roe's death.",
            "Audio was recorded in the Tarn apartment complex at the time of Bo Roe's death.",
            id="a participle of an object",
        ),
        pytest.param(
            "The clerk allegedly robbed last month was named as Roe.",
            "The clerk was robbed last month.",
            id="of a subject",
        ),
        pytest.param(
            "CNN broadcast an audio recording in which the shouts that woke the village can"
            " purportedly be heard in the background.",
            "In an audio recording, the shouts that woke the village can be heard in the"
            " background.",
            id="in which",
        ),
        pytest.param(
            "Seth Lund would be acting alongside Ivo Bale, who is reported to have won the part"
            " of Roe.",
            "Ivo Bale has won the part of Roe.",
            id="of who is named last",
        ),
        pytest.param(
            "The boy allegedly killed his brother last month.",
            "The boy killed his brother last month.",
            id="a verb with an object is the sentence's own",
        ),
        pytest.param(
            "The men in the car allegedly escaped in May.",
            "The men in the car escaped in May.",
            id="so is one of its subject",
        ),
        pytest.param(
            "The ship seized by rebels allegedly sailed to Lima.",
            "The ship seized by rebels sailed to Lima.",
            id="and of what was done to it",
        ),
        pytest.param(
            "The suspect allegedly entered through a window that was open.",
            "The suspect entered through a window that was open.",
            id="and of what is told of another",
        ),
        pytest.param(
            "It has been reported that the king is believed to be interested in a shop in Tarn,"
            " with a friend.",
            "The king is interested in a shop in Tarn.",
            id="hedged twice",
        ),
        pytest.param(
            "Rumours of the king's abdication spread on Friday.",
            "The king has abdicated.",
            id="what a noun tells",
        ),
        pytest.param(
            "Ada Lund was reported missing in the last week of May.",
            "Ada Lund was missing in the last week of May.",
            id="reported missing",
        ),
    ],
)
def test_no_more_is_hedged_than_what_is(text: str, claim: str) -> None:
    assert tell(text) == [(NOBODY, "alleges", claim)]

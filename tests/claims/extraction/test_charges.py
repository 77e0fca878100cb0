"""What somebody is charged with and answers, told anew: a passage, and all that is found in it."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import tell


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "A gardener was arrested on suspicion of arson, which she denies.",
            [("unattributed", "alleges", "A gardener was guilty of arson."),
             ("A gardener", "denies", "A gardener was guilty of arson.")],
            id="an arrest, and what is denied",
        ),
        pytest.param(
            "Ned Farr, 44, has been charged with poisoning a well, which he denies.",
            [("Ned Farr", "denies", "Ned Farr poisoned a well.")],
            id="a charge with an age beside the name",
        ),
        pytest.param(
            "Lena Voss pleaded not guilty to three counts of perjury.",
            [("Lena Voss", "denies", "Lena Voss was guilty of three counts of perjury.")],
            id="a plea of not guilty",
        ),
        pytest.param(
            "The driver pleaded not guilty to bribery charges.",
            [("The driver", "denies", "The driver was guilty of bribery.")],
            id="a plea to charges of some kind",
        ),
        pytest.param(
            "Milo Hartz was charged with arson. He pleaded not guilty.",
            [("Milo Hartz", "denies", "Milo Hartz was guilty of arson.")],
            id="a plea that names nothing",
        ),
        pytest.param(
            "Milo Hartz, 31, denies two counts of robbery.",
            [("Milo Hartz", "denies", "Milo Hartz was guilty of two counts of robbery.")],
            id="counts of a crime",
        ),
        pytest.param(
            "Sprinter Ada Quist denied doping.",
            [("Ada Quist", "denies", "Ada Quist was guilty of doping.")],
            id="a crime on -ing by itself",
        ),
        pytest.param(
            "Ned Farr denied one count of causing a crash while drunk.",
            [("Ned Farr", "denies", "Ned Farr caused a crash while drunk.")],
            id="a count of doing something",
        ),
        pytest.param(
            "The lender denied insider trading.",
            [("The lender", "denies", "The lender was guilty of insider trading.")],
            id="a crime of some kind",
        ),
        pytest.param(
            "Prosecutors said on Tuesday they had charged a 52-year-old clerk with forging wills."
            " A neighbour said the house was empty. She denies the charges.",
            [("Prosecutors", "alleges", "A 52-year-old clerk forged wills."),
             ("A neighbour", "alleges", "The house was empty."),
             ("a 52-year-old clerk", "denies", "A 52-year-old clerk forged wills.")],
            id="charges of a sentence further back",
        ),
        pytest.param(
            "Police detained a plumber suspected of planting a bomb. He denies the accusation.",
            [("unattributed", "alleges", "A plumber planted a bomb."),
             ("a plumber", "denies", "A plumber planted a bomb.")],
            id="somebody suspected who is told of besides",
        ),
        pytest.param(
            "Chile imposed sanctions on a shipyard it accused of building drones. The shipyard"
            " rejected the allegation.",
            [("Chile", "alleges", "A shipyard built drones."),
             ("The shipyard", "denies", "A shipyard built drones.")],
            id="whom somebody accuses as they punish them",
        ),
        pytest.param(
            "Spain expelled five Chilean envoys, accusing them of bribing judges. Chile said the"
            " accusations were absurd.",
            [("Spain", "alleges", "Five Chilean envoys bribed judges."),
             ("Chile", "denies", "Five Chilean envoys bribed judges.")],
            id="accusing them of it",
        ),
        pytest.param(
            "Norway expelled four Chilean envoys, saying they had tapped phones. Chile denied"
            " that.",
            [("Norway", "alleges", "Four Chilean envoys had tapped phones."),
             ("Chile", "denies", "Four Chilean envoys had tapped phones.")],
            id="saying they had done it",
        ),
        pytest.param(
            "Coe was charged with theft and has pleaded not guilty.",
            [("Coe", "denies", "Coe was guilty of theft.")],
            id="charged and pleading in one sentence",
        ),
        pytest.param(
            "Lestria expelled two diplomats it accused of spying. Kordavia denied that they "
            "were spies.",
            [("unattributed", "alleges", "Two diplomats were spying."),
             ("Kordavia", "denies", "Two diplomats were spying.")],
            id="whom a body unknown by name accuses",
        ),
        pytest.param(
            "The video, which purportedly shows a tank burning, was staged, the ministry "
            "said.",
            [("unattributed", "alleges", "The video shows a tank burning."),
             ("the ministry", "denies", "The video shows a tank burning.")],
            id="what a video purports to show",
        ),
    ],
)  # fmt: skip
def test_what_is_found(text: str, found: list[tuple[str, str, str]]) -> None:
    assert tell(text) == found

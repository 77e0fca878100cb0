"""What stands beside something told is no claim: the position points back at what was told."""

from dataclasses import replace

import pytest

from claims.extraction.model.network.decode import Reading
from claims.extraction.model.telling.mere_phrases import point_back
from claims.extraction.model.weighing.candidate import Candidate
from claims.extraction.position import Position
from claims.extraction.voice import Voice
from claims.model import Commitment, Mode, Stance

HERALD = Voice("Herald", None, ("the Herald",))
SEEN = Reading(
    value="alleges", kind="source", sentence=0, unit=0, probability=0.8, more=0.0, anonymous=0.0,
    central=0.5, quote=(0, 40), source=(0, 9), party=(0, 9), party_probability=0.9, speaker=None,
)  # fmt: skip


def candidate(text: str, claim: str, told: str = "") -> Candidate:
    position = Position(
        0, 0, len(text), HERALD, Stance.ALLEGES, claim, False, Mode.INDIRECT, Commitment.CERTAIN,
    )  # fmt: skip
    return Candidate(position, replace(SEEN, told=told), False)


@pytest.mark.parametrize(
    ("text", "claim", "points"),
    [
        ("Both reported the arrest, without citing a source.", "Without citing a source.", True),
        ("It was also reported by the Herald.", "By the Herald.", True),
        ("In a press release, the council says.", "In a press release.", True),
        ("a rumour that circulated on Friday", "Circulated on Friday.", True),
        ("a rumour that the mayor fell on Friday", "The mayor fell on Friday.", False),
        ("At the time he did not know, she said.", "At the time he did not know.", False),
        ("On Friday the ferry sank, it said.", "On Friday the ferry sank.", False),
        ("The ferry sank, it said.", "The ferry sank.", False),
    ],
)
def test_a_phrase_without_a_clause_points_back(text: str, claim: str, points: bool) -> None:
    assert point_back(text, candidate(text, claim)).position.points is points


def test_what_the_writer_tells_of_the_quote_is_told() -> None:
    text = "In a press release, the council says the bridge is shut."
    found = point_back(text, candidate(text, "In a press release.", "the bridge is shut"))
    assert (found.position.claim, found.position.points) == ("The bridge is shut.", False)


def test_what_the_writer_tells_of_something_else_is_not() -> None:
    text = "Both reported the arrest, without citing a source."
    found = point_back(text, candidate(text, "Without citing a source.", "the bridge is shut"))
    assert found.position.points

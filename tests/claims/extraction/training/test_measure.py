"""Counting full matches and confidence as the card tells them."""

import pytest

from claims.extraction.model.weighing.candidate import Candidate
from claims.extraction.position import Position
from claims.extraction.training.measure import Tally, write_table
from claims.extraction.training.records import Label, Record
from claims.extraction.voice import Voice
from claims.model import Commitment, Mode, Stance

TEXT = "The ferry company denied on Monday that the Alba had sunk. It had no more to say."


def offer(value: Stance, chance: float, party: str = "ferry company") -> Candidate:
    position = Position(
        sentence=0, start=0, end=57, voice=Voice(party, None, ()), stance=value,
        claim="The Alba sank.", points=False, mode=Mode.INDIRECT,
        commitment=Commitment.CERTAIN, confidence=0.5,
    )  # fmt: skip
    return Candidate(position, None, True, probability=chance)


RECORD = Record(
    "ferry", TEXT, {"c1": "The Alba sank."},
    (Label("c1", "ferry company", (), None, "denies", 0, 57),),
)  # fmt: skip


def tally(*candidates: Candidate) -> Tally:
    found = Tally()
    found.add(list(candidates), RECORD)
    return found


@pytest.mark.parametrize(
    ("candidate", "full"),
    [
        (offer(Stance.DENIES, 0.9), 1.0),
        (offer(Stance.CONFIRMS, 0.9), 0.0),
        (offer(Stance.DENIES, 0.9, "harbour board"), 0.0),
    ],
)
def test_a_full_match_needs_value_and_party(candidate: Candidate, full: float) -> None:
    assert tally(candidate).f1() == full


def test_no_answer_is_not_counted() -> None:
    assert tally(offer(Stance.DENIES, 0.9), offer(Stance.NO_RESPONSE, 0.9)).f1() == 1.0


def test_calibration_error_is_the_gap_between_chance_and_share() -> None:
    found = tally(offer(Stance.DENIES, 0.9), offer(Stance.ALLEGES, 0.3))
    assert found.calibration_error() == pytest.approx((0.1 + 0.3) / 2)
    assert found.sure() == (1, 1.0)


def test_the_table_has_a_column_an_extractor() -> None:
    table = write_table({"rules": tally(), "both": tally(offer(Stance.DENIES, 0.9))})
    assert table.splitlines()[0] == "|  | rules | both |"
    assert "| full F1 | 0.000 | 1.000 |" in table

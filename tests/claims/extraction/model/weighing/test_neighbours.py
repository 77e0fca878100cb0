"""What candidates around one say for and against it."""

import pytest

from claims.extraction.model.weighing.candidate import Candidate
from claims.extraction.model.weighing.neighbours import weigh_neighbours
from claims.model import Stance
from tests.claims.extraction.model.weighing.given import position, reading


def neighbours(*candidates: Candidate) -> tuple[Candidate, ...]:
    weigh_neighbours(candidates)
    return candidates


def test_another_value_in_one_breath_is_a_rival() -> None:
    ours, theirs = neighbours(
        Candidate(position(), reading(0.6), False),
        Candidate(position(Stance.DENIES, 0.5), None, True),
    )
    assert ours.rival == pytest.approx(0.4)
    assert ours.rival_rule
    assert theirs.rival == pytest.approx(0.6)
    assert not theirs.rival_rule


def test_the_weaker_of_two_alike_repeats_the_stronger() -> None:
    weak, strong = neighbours(
        Candidate(position(), reading(0.3), False), Candidate(position(), reading(0.9), False)
    )
    assert weak.repeat == pytest.approx(0.9)
    assert strong.repeat == 0.0


def test_what_stands_apart_is_no_neighbour() -> None:
    near, far = neighbours(
        Candidate(position(), reading(0.3), False),
        Candidate(position(Stance.DENIES, start=80), reading(0.9), False),
    )
    assert near.rival == far.rival == 0.0

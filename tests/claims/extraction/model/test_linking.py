"""Positions on one claim come together; the work stays in line with their number."""

import time
from collections import Counter

import pytest

from claims.extraction.model.linking import LINK_FEATURES, choose_wording, group, prepare
from claims.extraction.position import Position
from claims.extraction.sides import Sides
from claims.extraction.voice import Voice
from claims.model import Commitment, Mode, Stance

WEIGHTS = [0.0] * len(LINK_FEATURES)
WEIGHTS[LINK_FEATURES.index("always")] = -1.0
WEIGHTS[LINK_FEATURES.index("wording")] = 3.0


def position(claim: str, stance: Stance = Stance.ALLEGES, points: bool = False) -> Position:
    return Position(
        0, 0, 1, Voice("board", None, ()), stance, claim, points, Mode.INDIRECT, Commitment.CERTAIN
    )


@pytest.mark.parametrize(
    ("claims", "groups"),
    [
        (["The ferry Alba sank.", "Ferry Alba has sunk off Leith.", "A mill burned."], [0, 0, 1]),
        (["The ferry Alba sank.", "A mill burned in March."], [0, 1]),
        ([], []),
    ],
)
def test_groups(claims: list[str], groups: list[int]) -> None:
    linked = prepare("x", [position(claim) for claim in claims], Sides("x"))
    assert group(linked, Counter(), WEIGHTS, 0.0) == groups


def test_a_denial_that_points_joins_what_was_alleged() -> None:
    positions = [position("It.", Stance.DENIES, points=True), position("The ferry Alba sank.")]
    assert group(prepare("x", positions, Sides("x")), Counter(), WEIGHTS, 0.0) == [0, 0]


def test_the_wording_is_the_one_that_the_others_share() -> None:
    claims = [
        "The ferry sank, friends of the cook said.",
        "The ferry sank.",
        "The ferry sank off Leith.",
    ]
    linked = prepare("x", [position(claim) for claim in claims], Sides("x"))
    assert choose_wording(linked, [0, 1, 2]) == "The ferry sank."


def test_many_positions_cost_in_line() -> None:
    def seconds(count: int) -> float:
        linked = prepare(
            "x", [position(f"The ferry {n} sank off Leith.") for n in range(count)], Sides("x")
        )
        began = time.process_time()
        group(linked, Counter(), WEIGHTS, 9.0)
        return time.process_time() - began

    seconds(50)
    assert seconds(1600) < 8 * max(seconds(400), 0.05)

"""Positions for tests of what links them."""

from claims.extraction.position import Position
from claims.extraction.voice import Voice
from claims.model import Commitment, Mode, Stance


def position(claim: str, *, points: bool = False, key: str = "") -> Position:
    return Position(
        0, 0, 9, Voice("board", None, ()), Stance.ALLEGES, claim, points, Mode.INDIRECT,
        Commitment.CERTAIN, key=key,
    )  # fmt: skip

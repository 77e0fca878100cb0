"""Positions and readings to weigh: the harbour board on its ferry."""

from claims.extraction.model.network.decode import Reading
from claims.extraction.position import Position
from claims.extraction.voice import Voice
from claims.model import Commitment, Mode, Stance

BOARD = Voice("harbour board", "Ada Brook", ("the board",))


def position(stance: Stance = Stance.ALLEGES, confidence: float = 0.5, start: int = 0) -> Position:
    return Position(
        0, start, start + 40, BOARD, stance, "The ferry sank.", False, Mode.INDIRECT,
        Commitment.CERTAIN, confidence,
    )  # fmt: skip


def reading(probability: float = 0.8) -> Reading:
    return Reading(
        value="alleges", kind="source", sentence=0, unit=0, probability=probability, more=0.0,
        anonymous=0.0, central=0.5, quote=(0, 40), source=(0, 9), party=(0, 9),
        party_probability=0.9, speaker=None,
    )  # fmt: skip

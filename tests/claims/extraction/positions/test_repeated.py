"""What one party tells twice with the same words is told once, by the surest."""

from dataclasses import replace

from claims.extraction.positions.repeated import without_repeated
from claims.extraction.wording.joining import DraftClaim
from claims.model import Stance
from tests.claims.extraction.model.weighing.given import BOARD, position

SANK = DraftClaim(0, "The ferry sank.", [], False, 0)
BURNED = DraftClaim(1, "The ferry burned.", [], False, 0)
SURE, UNSURE = position(confidence=0.9), position(confidence=0.4, start=15)


def test_the_surest_of_two_whose_quotes_share_half_of_the_shorter() -> None:
    assert without_repeated([
        (UNSURE, SANK, Stance.ALLEGES), (SURE, SANK, Stance.ALLEGES),
    ]) == [(SURE, SANK, Stance.ALLEGES)]  # fmt: skip


def test_what_is_told_elsewhere_otherwise_or_by_another_stays() -> None:
    aide = replace(UNSURE, voice=replace(BOARD, speaker="Otto Brandt"))
    placed = [
        (SURE, SANK, Stance.ALLEGES),
        (position(confidence=0.4, start=25), SANK, Stance.ALLEGES),
        (UNSURE, BURNED, Stance.ALLEGES),
        (UNSURE, SANK, Stance.DENIES),
        (aide, SANK, Stance.ALLEGES),
    ]
    assert without_repeated(placed) == placed


def test_who_speaks_may_be_named_once_alone() -> None:
    unnamed = replace(UNSURE, voice=replace(BOARD, speaker=None))
    assert len(without_repeated([(SURE, SANK, Stance.DENIES), (unnamed, SANK, Stance.DENIES)])) == 1

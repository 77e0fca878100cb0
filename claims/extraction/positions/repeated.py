"""Who takes one stance on a claim with the same words is told to take it once.

Rules and reader may cut one quote in two ways, and a sentence within a sentence is found twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from claims.extraction.position import Position
from claims.extraction.text.nearby import Nearby, overlaps
from claims.extraction.wording.joining import DraftClaim
from claims.model import Stance

Placed = tuple[Position, DraftClaim, Stance]


def without_repeated(placed: Sequence[Placed]) -> list[Placed]:
    """The positions in their order, of those that tell the same the surest alone.

    That is one party's, or one speaker's for it, of one stance on one claim, with quotes that share
    half of the shorter. Linear in the text's length.
    """
    kept: dict[tuple[int, str, Stance], Nearby] = defaultdict(Nearby)
    chosen: list[int] = []
    for at in sorted(range(len(placed)), key=lambda n: -placed[n][0].confidence):
        position, claim, stance = placed[at]
        span = (position.start, position.end)
        beside = kept[claim.index, position.voice.party, stance]
        if not any(_are_one(position, placed[other][0]) for other in beside.near(span)):
            beside.add(at, span)
            chosen.append(at)
    return [placed[at] for at in sorted(chosen)]


def _are_one(one: Position, other: Position) -> bool:
    speakers = {one.voice.speaker, other.voice.speaker} - {None}
    return len(speakers) < 2 and overlaps((one.start, one.end), (other.start, other.end))

"""Put every position on a claim of the document: what is alleged first, then what is contested.

A denial may stand before the allegation it denies (headlines do that), so the
allegations of the whole document are gathered before anything is put on them.
"""

from __future__ import annotations

from claims.extraction.joining import ClaimPool, DraftClaim, claim_key, is_negative
from claims.extraction.readings import Position
from claims.model import Stance

REFER_AT = 0.15
"""Overlap from which a contested stance is on an alleged claim (lower than for
two allegations: whoever denies speaks of something already told)."""
NEGATIVE_AT = 0.4
"""Overlap from which "not P" denies an alleged P."""
_PUTS_FORWARD = frozenset({Stance.ALLEGES, Stance.CONFIRMS})


def place_positions(
    pool: ClaimPool, positions: list[Position]
) -> list[tuple[Position, DraftClaim, Stance]]:
    """Each position with its claim and its stance on it, in text order; those on nothing fall out."""
    placed: dict[int, tuple[DraftClaim, Stance]] = {}
    negatives: list[int] = []
    for number, position in enumerate(positions):
        if (
            position.points
            or position.stance not in _PUTS_FORWARD
            or not position.claim.strip(" .")
        ):
            continue
        if is_negative(position.claim):
            negatives.append(number)
            continue
        if position.key:
            start = pool.start(position.claim, claim_key(position.key), False, position.sentence)
            placed[number] = (start, position.stance)
            continue
        placed[number] = (pool.add(position.claim, position.sentence), position.stance)
    for number in negatives:
        placed[number] = _place_negative(pool, positions[number])
    for number, position in enumerate(positions):
        if number in placed:
            continue
        claim = _refer(pool, position)
        if claim is not None:
            placed[number] = (claim, position.stance)
    return [(positions[number], *placed[number]) for number in sorted(placed)]


def _place_negative(pool: ClaimPool, position: Position) -> tuple[DraftClaim, Stance]:
    """ "Not P": denies P where somebody put P forward, else a claim of its own."""
    key = claim_key(position.claim)
    best, score = pool.nearest(key)
    wanted = pool.join_at if position.stance is Stance.ALLEGES else REFER_AT
    if best is not None and score >= min(NEGATIVE_AT, wanted):
        best.weight += 1
        return best, position.stance if best.negative else Stance.DENIES
    return pool.start(position.claim, key, True, position.sentence), position.stance


def _refer(pool: ClaimPool, position: Position) -> DraftClaim | None:
    """The claim that a contested stance is on: told in its own words, or pointed at."""
    words = position.claim
    if not position.points and words.strip(" ."):
        key = claim_key(words)
        best, score = pool.nearest(key)
        if best is not None and score >= REFER_AT:
            best.weight += 1
            return best
        if len(key) >= 3 or best is None:
            return pool.start(words, key, is_negative(words), position.sentence)
    found = pool.pointed_at(words, position.sentence)
    if found is not None:
        found.weight += 1
    return found


__all__ = ["REFER_AT", "place_positions"]

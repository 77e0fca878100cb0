"""Put every position on a claim of the document: what is alleged first, then what is contested.

A denial may stand before the allegation it denies (headlines do that), so the
allegations of the whole document are gathered before anything is put on them.
Most articles about a contested claim turn on one: seven in ten of the denials,
doubts and refusals of the training articles are on the claim with the most
positions. Where a contested stance names nothing else, it is taken to be on that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import partial

from claims.extraction.position import (
    ADMITTED,
    CHANGED,
    OWNED_UP,
    Position,
    same_voice,
    tells_of_what,
)
from claims.extraction.positions.sides import Sides
from claims.extraction.text.quality import has_subject, split_subject
from claims.extraction.voice import Voice
from claims.extraction.wording.joining import (
    OTHER_SUBJECT,
    ClaimPool,
    DraftClaim,
    claim_key,
    is_negative,
    subject_of,
    tells_beside,
)
from claims.model import AFFIRMING, Stance

REFER_AT = 0.35
"""Overlap from which a contested stance is on an alleged claim (lower than for
two allegations: whoever denies speaks of something already told)."""
NEGATIVE_AT = 0.4
"""Overlap from which "not P" denies an alleged P."""
MAIN_NEGATIVE_AT = 0.35
"""The same for the document's main claim."""
MAIN_AT = 0.45
"""Overlap from which a claim is the document's main claim told again."""
MAIN_REFER_AT = 0.2
"""The same for what is contested."""
SAME_AT = 0.35
"""Overlap from which an official affirms what others told, rather than tells more of it."""
ADMITTED_AT = 0.7
"""Overlap from which what somebody owns up to by a noun of its own is an alleged claim: more than
a name that both hold."""
CONCEDED_AT = 0.4
"""Overlap from which who admits "not P" denies an alleged P."""
_LOOKED_AT = 80
"""Claims among which the main one is sought."""


def place_positions(
    pool: ClaimPool, positions: list[Position]
) -> list[tuple[Position, DraftClaim, Stance]]:
    """Each position with its claim and stance on it, in text order; those on nothing fall out."""
    placed: dict[int, tuple[DraftClaim, Stance]] = {}
    negatives: list[int] = []
    told: dict[int, list[Position]] = {}  # on each claim
    for number, position in enumerate(positions):
        if position.points or position.stance not in AFFIRMING or not position.claim.strip(" ."):
            continue
        if ADMITTED in position.features:
            continue  # as what is contested, where all that is alleged is known
        if position.key:
            key = claim_key(position.key)
            placed[number] = (
                pool.start(position.claim, key, False, position.sentence),
                position.stance,
            )
        elif is_negative(position.claim):
            negatives.append(number)
        else:
            claim = pool.add(
                position.claim,
                position.sentence,
                partial(_is_turned_round, position, told),
            )
            told.setdefault(claim.index, []).append(position)
            placed[number] = (claim, position.stance)
    main = find_main(pool, positions)
    for number, (claim, stance) in placed.items():
        position = positions[number]
        if main is None or position.key or not _is_main(pool, claim, main):
            continue
        if not _is_turned_round(position, told, main):
            placed[number] = (main, stance)
    for number in negatives:
        placed[number] = _place_negative(pool, positions[number], main)
    on: dict[int, list[Position]] = defaultdict(list)  # all that are on each claim so far
    for number, (claim, _) in placed.items():
        on[claim.index].append(positions[number])
    for number, position in enumerate(positions):
        if number in placed:
            continue
        found = _refer(pool, position, main)
        if found is not None and _is_told_besides(position, on[found.index]):
            own = _of_its_own(pool, position)
            found = own if own is not None or position.stance is not Stance.DENIES else found
        if found is not None:
            placed[number] = (found, position.stance)
            on[found.index].append(position)
    return [(positions[number], *placed[number]) for number in sorted(placed)]


def _is_told_besides(position: Position, told: Sequence[Position]) -> bool:
    """Whether all that is told of a claim is what who takes a position on another tells besides:
    "was not aware of any leak and that its systems were safe"; "said it was safe, contradicting
    the mayor, who had called it a ruin"."""
    besides = position.stance in (Stance.NEITHER, Stance.DECLINES, Stance.DENIES)
    besides = besides and position.points and CHANGED not in position.features
    if not (besides or _CONTRADICTS in position.features):
        return False
    return bool(told) and all(
        each.sentence == position.sentence and same_voice(each.voice, position.voice)
        for each in told
    )


_CONTRADICTS = "lemma=contradict"


def _of_its_own(pool: ClaimPool, position: Position) -> DraftClaim | None:
    """A claim of what somebody knows nothing of, "There is a leak.", or contradicts; None where
    nothing is told."""
    told = position.claim.startswith(("There is a ", "There is an "))
    if not (told or has_subject(position.claim) or not position.points):
        return None
    return pool.start(position.claim, claim_key(position.claim), False, position.sentence)


def _is_turned_round(
    position: Position, told: Mapping[int, Sequence[Position]], claim: DraftClaim
) -> bool:
    """Whether somebody says of who accused them what these had said of them: "Orr said Lind fired.
    Lind said Orr fired". ``told`` has the positions on each claim so far."""
    subject = claim_key(split_subject(position.claim)[0])
    for other in told.get(claim.index, ())[:_ACCUSERS]:
        theirs = claim_key(split_subject(other.claim)[0])
        if subject & theirs or not (subject and theirs):
            return False
        if _is_one_of(other.voice, subject) and _is_one_of(position.voice, theirs):
            return True
    return False


def _is_one_of(voice: Voice, subject: frozenset[str]) -> bool:
    return any(subject <= claim_key(name) or claim_key(name) <= subject for name in voice.names)


_ACCUSERS = 4
"""Positions on a claim among which is who is accused in turn."""


_OWN_SIDE = "affirms what others had put forward about its own side"


def affirm_implicated(
    pool: ClaimPool, sides: Sides, placed: list[tuple[Position, DraftClaim, Stance]]
) -> list[tuple[Position, DraftClaim, Stance]]:
    """Whoever speaks for a side that is implicated in what others put forward, and says so too,
    confirms it.

    Of states and bodies as such it is too seldom so: they tell of what they plan, too.
    """
    told: dict[int, dict[str, Voice]] = {}  # of each claim, by party
    found = []
    for position, claim, value in placed:
        stance = value
        before = told.setdefault(claim.index, {})
        if stance is Stance.ALLEGES:
            again = pool.similarity(claim_key(position.claim), claim.keys[0]) >= SAME_AT
            own = position.voice.person and sides.is_implicated(position.voice, claim.text)
            others = (v for v in before.values() if not sides.are_one_side(v, position.voice))
            if again and own and any(others):
                if _OWN_SIDE not in position.reasons:  # rules and linking both ask
                    position.reasons.append(_OWN_SIDE)
                stance = Stance.CONFIRMS
            before.setdefault(position.voice.party, position.voice)
        found.append((position, claim, stance))
    return found


def find_main(pool: ClaimPool, positions: list[Position]) -> DraftClaim | None:
    """The claim that the document turns on: told often, early, and near what is contested.

    May be one that is only contested, which then enters the pool.
    """
    claims = pool.claims[:_LOOKED_AT]
    contested = [
        (position, claim_key(position.claim))
        for position in positions
        if position.stance not in AFFIRMING and position.claim and not position.points
    ][:_LOOKED_AT]
    keys = [claim.keys[0] for claim in claims] + [key for _, key in contested]
    best, score = -1, float("-inf")
    for rank, key in enumerate(keys):
        if not key:
            continue
        weight = claims[rank].weight if rank < len(claims) else 1
        others = sum(pool.similarity(key, other) for other in keys) / len(keys)
        doubted = sum(pool.similarity(key, other) for _, other in contested) / (1 + len(contested))
        found = EARLY / (1 + rank) + WEIGHT * weight + OTHERS * others + DOUBTED * doubted
        if len(key) < _TELLING:
            found -= 10.0  # too little to go by, unless there is nothing else
        if found > score:
            best, score = rank, found
    if best < 0:
        return None
    if best < len(claims):
        return claims[best]
    position, key = contested[best - len(claims)]
    nearest, near = pool.nearest(key)
    if nearest is not None and near >= REFER_AT:
        return nearest
    return pool.start(position.claim, key, is_negative(position.claim), position.sentence)


_TELLING = 3
"""Content words that a main claim must have at least."""
EARLY, WEIGHT, OTHERS, DOUBTED = 1.0, 0.3, 3.0, 3.0
"""Weights of what makes a claim the main one (tuned on the training articles)."""


def _is_main(pool: ClaimPool, claim: DraftClaim, main: DraftClaim) -> bool:
    if claim is main:
        return True
    if tells_beside(claim.text, claim.sentence, main):
        return False
    return max(pool.similarity(key, known) for key in claim.keys for known in main.keys) >= MAIN_AT


def _place_negative(
    pool: ClaimPool, position: Position, main: DraftClaim | None
) -> tuple[DraftClaim, Stance]:
    """ "Not P": denies P where somebody put P forward, else a claim of its own."""
    key = claim_key(position.claim)
    best, score = pool.nearest(key)
    # who "conceded that the file held no licence" denies nothing but that it did
    least = CONCEDED_AT if OWNED_UP in position.features else 0.0
    if main is not None and not main.negative:
        near = max(pool.similarity(key, known) for known in main.keys)
        if near >= max(least, MAIN_NEGATIVE_AT):
            main.weight += 1
            return main, Stance.DENIES
    wanted = pool.join_at if position.stance is Stance.ALLEGES else REFER_AT
    if best is not None and score >= max(least, min(NEGATIVE_AT, wanted)):
        best.weight += 1
        return best, position.stance if best.negative else Stance.DENIES
    return pool.start(position.claim, key, True, position.sentence), position.stance


def _is_on_itself(position: Position, main: DraftClaim) -> bool:
    """Whether a party speaks of its own doing ("its use of ..."), and the main claim does not."""
    subject = subject_of(position.claim)
    own = position.voice.opens(position.claim)
    return own and not any(subject in key for key in main.keys)


def _is_event(words: str) -> bool:
    """Whether the words only name an event ("There is arms shipment to Russia")."""
    return words.startswith("There ")


def _refer(pool: ClaimPool, position: Position, main: DraftClaim | None) -> DraftClaim | None:
    """The claim that a contested stance is on: told in its own words, or pointed at."""
    words = position.claim
    key = claim_key(words)
    best, score = pool.nearest(key, "" if _is_event(words) else subject_of(words))
    # who "admitted two thefts" says nothing of the killing that they are accused of
    own = ADMITTED in position.features
    if best is not None and score >= (ADMITTED_AT if own else REFER_AT):
        best.weight += 1
        return best
    if main is not None and not own:
        near = max(pool.similarity(key, known) for known in main.keys) if key else 0.0
        loose = position.points or len(key) < _TELLING or _is_event(words)
        least = REFER_AT / OTHER_SUBJECT if _is_on_itself(position, main) else MAIN_REFER_AT
        if loose or near >= least:
            main.weight += 1
            return main
    if (position.points and not tells_of_what(position)) or not key:
        return None
    return pool.start(words, key, is_negative(words), position.sentence)


__all__ = ["MAIN_AT", "REFER_AT", "find_main", "place_positions"]

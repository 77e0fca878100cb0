"""Rules and model weighed together: each candidate position gets the probability it is right.

A candidate is a position of the rules, a reading of the model, or both where they agree
(spans that overlap by half the shorter, the same value, the same party). A logistic
regression over what each side says of it (fitted on articles that the model was not
trained on) gives its probability; candidates below ``model.json``'s floors fall out.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.extraction.attribution import Attributed
from claims.extraction.checkable import is_checkable
from claims.extraction.model.decode import Reading
from claims.extraction.model.nearby import Nearby
from claims.extraction.model.voicing import voice_of_reading
from claims.extraction.model.wording import word_reading
from claims.extraction.position import CONTESTED, NOBODY, Position
from claims.extraction.voice import Voice
from claims.model import Mode, Stance

FEATURES = (
    "always", "model", "model_logit", "rule", "rule_confidence", "both", "unattributed",
    "elsewhere", "contested", "repeat", "rule_contested", "rule_unattributed", "party",
    "model_contested", "rival",
)  # fmt: skip
"""The order of the regression's weights in ``model.json``."""

_VALUES = {
    Stance.DECLINES: "neither_confirms_nor_denies", Stance.RETRACTS: "denies",
}  # fmt: skip


@dataclass
class Candidate:
    """A position that may be right, with what speaks for it."""

    position: Position
    reading: Reading | None
    from_rule: bool
    repeat: bool = False
    """A second position on a span that another candidate already answers for."""
    rival: bool = False
    """The other side sees another value for that party and span."""
    probability: float = 0.0


def gather(
    done: Attributed, rules: Sequence[Position], readings: Sequence[Reading]
) -> list[Candidate]:
    """Every candidate, rules' positions first matched with the readings they agree with."""
    voiced = _voiced(done, readings)
    places = Nearby()
    for number, (reading, _) in enumerate(voiced):
        places.add(number, reading.quote)
    taken: set[int] = set()
    found: list[Candidate] = []
    for position in rules:
        here = places.near((position.start, position.end))
        match = _agreeing(position, voiced, [number for number in here if number not in taken])
        if match is not None:
            taken.add(match)
            reading, voice = voiced[match]
            found.append(Candidate(_joined(position, reading, voice), reading, True))
        else:
            found.append(Candidate(position, None, True))
    for number, (reading, voice) in enumerate(voiced):
        if number not in taken:
            worded = word_reading(done, reading, voice)
            if worded is not None and _may_be_claim(worded):
                found.append(Candidate(worded, reading, False))
    _mark_rivals(found)
    return found


def describe(candidate: Candidate) -> list[float]:
    """The regression's features, in the order of ``FEATURES``."""
    reading, position = candidate.reading, candidate.position
    logit = 0.0
    if reading is not None:
        chance = min(max(reading.probability, 0.01), 0.99)
        logit = math.log(chance / (1.0 - chance))
    rule = float(candidate.from_rule)
    contested = float(position.stance in CONTESTED)
    nobody = float(position.voice.party == NOBODY.party)
    has = float(reading is not None)
    return [
        1.0, has, logit, rule, rule * position.confidence if reading is None else rule * 0.7,
        has * rule, nobody, float(reading is not None and reading.kind == "elsewhere"),
        contested, float(candidate.repeat), rule * contested, rule * nobody,
        reading.party_probability if reading is not None else 0.0, has * contested,
        float(candidate.rival),
    ]  # fmt: skip


def weigh(
    candidates: list[Candidate], weights: Sequence[float], floors: tuple[float, float]
) -> list[Candidate]:
    """Candidates that reach their floor, without the weaker of two that exclude each other.

    ``floors`` are for allegations and for stances on what others put forward: the second
    are rarer and matter more, so they may stay in at a lower probability.
    """
    for candidate in candidates:
        total = sum(w * x for w, x in zip(weights, describe(candidate), strict=True))
        candidate.probability = 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
    kept: list[Candidate] = []
    places = Nearby()
    for candidate in sorted(candidates, key=lambda c: -c.probability):
        position = candidate.position
        if candidate.probability < floors[position.stance in CONTESTED]:
            continue
        span = (position.start, position.end)
        if not any(_excludes(kept[number], candidate) for number in places.near(span)):
            places.add(len(kept), span)
            kept.append(candidate)
    return sorted(kept, key=lambda c: (c.position.sentence, c.position.start, c.position.end))


def settled(candidate: Candidate) -> Position:
    """The candidate's position with its calibrated confidence and who saw it."""
    position = candidate.position
    reasons = list(position.reasons)
    if candidate.reading is not None:
        reasons.append(
            f"the trained reader sees it too ({candidate.reading.probability:.2f})"
            if candidate.from_rule
            else f"seen by the trained reader ({candidate.reading.probability:.2f})"
        )
    return replace(position, confidence=round(candidate.probability, 3), reasons=reasons)


def gold_value(stance: Stance) -> str:
    """The annotation guide's value for a stance of ours."""
    return _VALUES.get(stance, stance.value)


def _voiced(done: Attributed, readings: Sequence[Reading]) -> list[tuple[Reading, Voice]]:
    """Readings with their voices; a slot that names nobody takes the speaker before it."""
    found: list[tuple[Reading, Voice]] = []
    seen: dict[tuple[int, str, str], int] = {}
    last: Voice | None = None
    for reading in sorted(readings, key=lambda r: (r.sentence, r.quote)):
        voice = voice_of_reading(done, reading) or last
        if voice is None:
            continue
        if voice.party != NOBODY.party and reading.probability >= 0.4:
            last = voice
        key = (reading.unit, reading.value, voice.party)
        if key in seen:
            if reading.probability > found[seen[key]][0].probability:
                found[seen[key]] = (reading, voice)
            continue
        seen[key] = len(found)
        found.append((reading, voice))
    return found


def _agreeing(
    position: Position, voiced: Sequence[tuple[Reading, Voice]], free: Sequence[int]
) -> int | None:
    """The surest of the ``free`` readings that agree with the position, by number."""
    best: tuple[float, int] | None = None
    for number in free:
        reading, voice = voiced[number]
        if reading.value != gold_value(position.stance):
            continue
        if not overlaps((position.start, position.end), reading.quote):
            continue
        if not same_voice(position.voice, voice):
            continue
        if best is None or reading.probability > best[0]:
            best = (reading.probability, number)
    return best[1] if best else None


def _may_be_claim(position: Position) -> bool:
    """Whether the rules' bar for claims lets through what only the reader sees."""
    if position.stance in CONTESTED:
        return True
    return is_checkable(position.claim, spoken=position.mode is Mode.DIRECT)


def _joined(position: Position, reading: Reading, voice: Voice) -> Position:
    """The rules' position with the model's names added where they name the same party."""
    mine = position.voice
    if mine.party == NOBODY.party:
        return position
    names = dict.fromkeys([*mine.aliases, voice.party, *voice.aliases])
    names.pop(mine.party, None)
    speaker = mine.speaker or voice.speaker
    return replace(position, voice=replace(mine, aliases=tuple(names), speaker=speaker))


def _mark_rivals(candidates: list[Candidate]) -> None:
    for i, one in enumerate(candidates):
        for other in candidates[max(0, i - 40) : i]:
            a, b = one.position, other.position
            if abs(a.sentence - b.sentence) > 1 or not overlaps((a.start, a.end), (b.start, b.end)):
                continue
            if same_voice(a.voice, b.voice):
                if gold_value(a.stance) == gold_value(b.stance):
                    one.repeat = True
                else:
                    one.rival = other.rival = True


def _excludes(kept: Candidate, other: Candidate) -> bool:
    a, b = kept.position, other.position
    if b.voice.party == NOBODY.party and not other.from_rule and kept.from_rule:
        # a source that the rules name answers for the hedge in its sentence
        return a.voice.party != NOBODY.party and overlaps((a.start, a.end), (b.start, b.end))
    if gold_value(a.stance) == gold_value(b.stance):
        return False
    return overlaps((a.start, a.end), (b.start, b.end)) and same_voice(a.voice, b.voice)


def overlaps(a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Whether two spans share at least half of the shorter."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared > 0 and 2 * shared >= min(a[1] - a[0], b[1] - b[0])


def same_voice(a: Voice, b: Voice) -> bool:
    """Whether two voices share a name (or are both nobody)."""
    if NOBODY.party in (a.party, b.party):
        return a.party == b.party
    left = [_key(n) for n in (a.party, a.speaker, *a.aliases) if n]
    right = [_key(n) for n in (b.party, b.speaker, *b.aliases) if n]
    return any(x and y and (x <= y or y <= x) for x in left for y in right)


def _key(name: str) -> frozenset[str]:
    words = name.lower().replace("’s", "").replace("'s", "").split()
    return frozenset(w.strip(".,") for w in words) - {"the", "a", "an", "mr", "mrs", "ms", "dr"}

"""Which of the reader's readings agrees with each position of the rules."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.model.network.decode import Reading
from claims.extraction.position import Position, same_voice
from claims.extraction.text.nearby import Nearby, overlaps
from claims.extraction.voice import Voice
from claims.model import Stance

_COUNTS_AS = {stance: stance.value for stance in Stance} | {
    Stance.DECLINES: "neither_confirms_nor_denies", Stance.RETRACTS: "denies",
}  # fmt: skip
ALONE_FROM = 0.4
"""Label probability that a reading must reach by itself: of 374 less likely ones that no rule
agreed with, on the annotated gold articles, two were kept."""


def gold_value(stance: Stance) -> str:
    """The annotation guide's value for a stance of ours."""
    return _COUNTS_AS[stance]


def worth_weighing(rules: Sequence[Position], readings: Sequence[Reading]) -> list[Reading]:
    """The readings that are likely by themselves, or see the stance that the rules see there."""
    places = Nearby()
    for at, position in enumerate(rules):
        places.add(at, (position.start, position.end))

    def is_seconded(reading: Reading) -> bool:
        here = (rules[at] for at in places.near(reading.quote))
        return any(
            gold_value(position.stance) == reading.value
            and overlaps((position.start, position.end), reading.quote)
            for position in here
        )

    return [each for each in readings if each.probability >= ALONE_FROM or is_seconded(each)]


def match_readings(
    rules: Sequence[Position], voiced: Sequence[tuple[Reading, Voice]]
) -> dict[int, int]:
    """The reading that agrees with each position, by numbers, one to one.

    First those whose spans overlap; then those whose quotes part, where the position's span
    holds the reading's source: one says what stands before "officials said", one what follows.
    """
    places = Nearby()
    for number, (reading, _) in enumerate(voiced):
        places.add(number, reading.quote)
    found: dict[int, int] = {}
    taken: set[int] = set()
    for by_source in (False, True):
        for at, position in enumerate(rules):
            if at in found:
                continue
            here = places.near((position.start, position.end))
            free = [number for number in here if number not in taken]
            match = _agreeing(position, voiced, free, by_source)
            if match is not None:
                found[at] = match
                taken.add(match)
    return found


def _agreeing(
    position: Position,
    voiced: Sequence[tuple[Reading, Voice]],
    free: Sequence[int],
    by_source: bool,
) -> int | None:
    """The surest of the ``free`` readings that agree with the position, by number."""
    best: tuple[float, int] | None = None
    for number in free:
        reading, voice = voiced[number]
        if reading.value != gold_value(position.stance):
            continue
        if not _meets(position, reading, by_source):
            continue
        if not (same_voice(position.voice, voice) or _has_source(position, reading, voice)):
            continue
        if best is None or reading.probability > best[0]:
            best = (reading.probability, number)
    return best[1] if best else None


def _has_source(position: Position, reading: Reading, voice: Voice) -> bool:
    """Whether the reader points at the very words that the rules resolved: "the company"."""
    mention, source = position.voice.mention.lower(), reading.source
    if not mention or mention != voice.mention.lower() or source is None:
        return False
    return position.start <= source[0] and source[1] <= position.end


def _meets(position: Position, reading: Reading, by_source: bool) -> bool:
    if not by_source:
        return overlaps((position.start, position.end), reading.quote)
    source = reading.source
    return source is not None and position.start <= source[0] and source[1] <= position.end

"""Positions whose words are on something else than what was told: said so before they are linked.

Who confirms an inquiry confirms that alone, "any such order" is what was told of one, and a part
that nobody laid to a party is a claim of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.model.linking import rejecting
from claims.extraction.position import Position, same_voice
from claims.extraction.wording.sentence import finish
from claims.extraction.wording.stating import are_many
from claims.model import AFFIRMING, Stance


def restate(text: str, positions: Sequence[Position]) -> list[Position]:
    """The positions of the page ``text``, each on what it is on; as many, in their order."""
    restated = [_of_such(_of_an_inquiry(position)) for position in positions]
    return [_of_its_part(text, restated, at) for at in range(len(restated))]


def _of_an_inquiry(position: Position) -> Position:
    """A position that confirms an inquiry, on that alone: it confirms nothing of what is looked
    into."""
    confirms = position.stance is Stance.CONFIRMS and position.points
    if not confirms or _INQUIRY.match(position.claim) is None:
        return position
    return replace(position, key=position.claim, points=False)


_INQUIRY = re.compile(
    r"There (?:is|are) (?:(?:an?|its|the) )?(?:[a-z-]+ )?"
    r"(?:investigation|inquiry|enquiry|probe|review|audit)s?\b",
    re.I,
)


def _of_such(position: Position) -> Position:
    """A denial of "any such order", on what was told of one before."""
    if position.stance is not Stance.DENIES or rejecting.such_thing(position.claim) is None:
        return position
    return replace(position, points=True)


def _of_its_part(text: str, positions: Sequence[Position], at: int) -> Position:
    """A denial of a part in what nobody lays to its party, on that alone: who "denied any
    involvement" does not deny that there was a blast."""
    position = positions[at]
    voice = position.voice
    if not position.points or position.stance is not Stance.DENIES or voice.entity is None:
        return position
    if not rejecting.denies_part(text[position.start : position.end]):
        return position
    lasts = {name.split()[-1] for name in voice.names}
    for other in positions:
        told = f"{other.claim} {text[other.start : other.end]}"
        answers = other.stance in AFFIRMING and not same_voice(other.voice, voice)
        if answers and any(last in told for last in lasts):
            return position
    claim = finish(f"{voice.party} {'were' if are_many(voice.party) else 'was'} involved")
    return replace(position, claim=claim, key=claim, points=False)

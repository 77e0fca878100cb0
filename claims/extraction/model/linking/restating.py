"""Positions whose words are on something else than what was told: said so before they are linked.

Who confirms an inquiry confirms that alone, "any such order" is what was told of one, and a part
that nobody laid to a party is a claim of its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from claims.extraction.model.linking import rejecting
from claims.extraction.position import Position, same_voice
from claims.extraction.text.nouns import are_many
from claims.extraction.voice import Voice
from claims.extraction.wording.sentence import finish
from claims.model import AFFIRMING, Stance


def restate(text: str, positions: Sequence[Position]) -> list[Position]:
    """The positions of the page ``text``, each on what it is on; as many, in their order."""
    restated = [_of_such(_of_an_inquiry(position)) for position in positions]
    if not any(_denies_part(text, position) for position in restated):
        return restated
    tellers = _tellers(text, restated)
    return [_of_its_part(text, position, tellers) for position in restated]


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


def _of_its_part(text: str, position: Position, tellers: Mapping[str, Sequence[Voice]]) -> Position:
    """A denial of a part in what nobody lays to its party, on that alone: who "denied any
    involvement" does not deny that there was a blast."""
    voice = position.voice
    if not _denies_part(text, position):
        return position
    lasts = {word for name in voice.names for word in _WORD.findall(name)[-1:]}
    if any(not same_voice(other, voice) for last in lasts for other in tellers.get(last, ())):
        return position
    claim = finish(f"{voice.party} {'were' if are_many(voice.party) else 'was'} involved")
    return replace(position, claim=claim, key=claim, points=False)


def _denies_part(text: str, position: Position) -> bool:
    if not position.points or position.stance is not Stance.DENIES:
        return False
    named = position.voice.entity is not None
    return named and rejecting.denies_part(text[position.start : position.end])


def _tellers(text: str, positions: Sequence[Position]) -> Mapping[str, Sequence[Voice]]:
    """By word, ``MOST_TELLERS`` at most who put forward something with that word."""
    found: dict[str, list[Voice]] = defaultdict(list)
    for position in positions:
        if position.stance not in AFFIRMING:
            continue
        told = f"{position.claim} {text[position.start : position.end]}"
        for word in set(_WORD.findall(told)):
            known = found[word]
            if len(known) < MOST_TELLERS and not any(same_voice(v, position.voice) for v in known):
                known.append(position.voice)
    return found


MOST_TELLERS = 3
"""Who tells of a word, kept apart: one who is not its bearer is enough."""
_WORD = re.compile(r"\w+")

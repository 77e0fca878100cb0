"""Who changes their mind: "first denied it, but has now admitted it", "withdrew its statement"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.attribution.attributed import Attribution, SentenceReading
from claims.extraction.cues.idioms import POINTERS
from claims.extraction.position import Position, final_stance, same_voice
from claims.extraction.voice import POSSESSIVES
from claims.extraction.wording.joining import claim_key
from claims.model import AFFIRMING, Stance

_OPPOSED = frozenset({Stance.DENIES, Stance.CONFIRMS})

_NEAR = 4
"""Attributions before and behind one among which the opposite is sought."""
_LATELY = 40
"""Positions before one among which is what it takes back."""


def changes_mind(reading: SentenceReading, attribution: Attribution) -> bool:
    """Whether whoever denies there confirms as well, or the other way round."""
    if attribution.cue.stance not in _OPPOSED:
        return False
    at = next(n for n, each in enumerate(reading.attributions) if each is attribution)
    return any(
        _opposes(reading, attribution, b)
        for b in reading.attributions[max(0, at - _NEAR) : at + _NEAR]
    )


def _opposes(reading: SentenceReading, a: Attribution, b: Attribution) -> bool:
    if {a.cue.stance, b.cue.stance} != _OPPOSED or not (a.voices and b.voices):
        return False
    apart = a.nested_in is None and b.nested_in is None
    one = a.voices[0].party == b.voices[0].party
    return apart and one and not _tell_apart(reading, a, b)


def _tell_apart(reading: SentenceReading, a: Attribution, b: Attribution) -> bool:
    """Whether the two are on two things by their words: "admits theft but denies murder"."""
    keys = []
    for each in (a, b):
        content = each.content
        tokens = reading.sentence.tokens[content.first : content.last] if content else ()
        if tokens and tokens[0].lower in POINTERS:
            return False
        keys.append(claim_key(" ".join(token.text for token in tokens)))
    return all(keys) and keys[0].isdisjoint(keys[1])


def take_back_own(
    reading: SentenceReading,
    attribution: Attribution,
    answers: Sequence[Position],
    told: Sequence[Position],
) -> list[Position]:
    """The positions with what is taken back by who "withdrew its statement": what they told last.

    Where they told nothing nobody knows what was in it, and it is on no claim: what others told
    would be put on them.
    """
    content = attribution.content
    opens = content is not None and reading.sentence.tokens[content.first].lower in POSSESSIVES
    if not opens:
        return list(answers)
    found = []
    for answer in answers:
        if not answer.points or final_stance(answer, answer.stance) is not Stance.RETRACTS:
            found.append(answer)
            continue
        for before in reversed(told[-_LATELY:]):
            if before.stance in AFFIRMING and same_voice(before.voice, answer.voice):
                found.append(replace(answer, claim=before.claim, points=False))
                break
    return found

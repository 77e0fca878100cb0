"""What an answer is on that the same party told or denied, or whoever it names put forward.

"Denied that P, calling the claim false", "These allegations are false" behind a denial in so many
words, "rejected Kiev's claim".
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.model.linking import apart, rejecting
from claims.extraction.model.linking.linked import AROUND, Linked, looked_back
from claims.extraction.position import CHANGED, same_voice
from claims.model import Stance


def find_word_of(linked: Sequence[Linked], i: int) -> int | None:
    """What was put forward last by who is named as having done so: "rejected Kiev's claim"."""
    here = linked[i]
    if not (here.is_contested and here.position.points):
        return None
    whose = rejecting.whose_word(here.words)
    last = whose.rpartition(" ")[2]
    if not last:
        return None
    theirs = [
        j
        for j in looked_back(i, AROUND)
        if any(last in name.split() for name in linked[j].position.voice.names)
        and apart.answers(here, linked[j])
    ]
    return _made_again(linked, theirs) if theirs else None


def _made_again(linked: Sequence[Linked], theirs: Sequence[int]) -> int:
    """The last of what somebody put forward, or what they said more than once, where the last
    is no more than what they did to know it: "because I have asked the police"."""
    last = linked[theirs[0]].position
    if not last.voice.opens(last.claim):
        return theirs[0]
    for j in theirs[1:]:
        told = linked[j]
        if told.position.voice.opens(told.position.claim):
            continue
        others = (linked[k] for k in theirs if k != j)
        if any(2 * len(told.things & o.things) >= len(told.things) > 1 for o in others):
            return j
    return theirs[0]


def find_denied_beside(linked: Sequence[Linked], i: int, around: Sequence[int]) -> int | None:
    """What the same party contests in so many words in the sentence: "denied that P, calling
    the claim false"."""
    here = linked[i].position
    if here.stance is not Stance.DENIES:
        return None
    for j in around:
        other = linked[j]
        same = j < i and other.position.sentence == here.sentence and other.has_own_words
        denies = other.position.stance is Stance.DENIES
        if same and denies and same_voice(here.voice, other.position.voice):
            return j
    return None


def find_denied_before(linked: Sequence[Linked], i: int) -> int | None:
    """What the same party denied in the sentence before, where it calls "these allegations"
    false and nobody has put forward anything since."""
    here = linked[i]
    if not (here.rates and rejecting.opens_with_reports(here.words)):
        return None
    for j in looked_back(i, AROUND):
        other = linked[j]
        if here.position.sentence - other.position.sentence > 1:
            return None
        own = same_voice(here.position.voice, other.position.voice)
        if own and other.position.stance is Stance.DENIES and other.has_own_words:
            return j
        if other.position.sentence == here.position.sentence:
            return None
    return None


def find_changed(linked: Sequence[Linked], i: int, around: Sequence[int]) -> int | None:
    """What the same party tells of the claim in the sentence in which it takes the opposite
    stance, too: "first denied that the mill had closed, but now admits it"."""
    here = linked[i].position
    for j in around:
        other = linked[j].position
        same = j != i and other.sentence == here.sentence
        if same and not other.points and CHANGED in other.features:
            return j if same_voice(here.voice, other.voice) else None
    return None


def answers_denial(linked: Sequence[Linked], i: int) -> bool:
    """Whether another denied something in the sentence before: "Orr denied that P. Lund denied
    this"."""
    here = linked[i].position
    for j in looked_back(i, AROUND):
        told = linked[j]
        if here.sentence - told.position.sentence > 1:
            return False
        denied = told.position.stance is Stance.DENIES and told.has_own_words
        if denied and not same_voice(here.voice, told.position.voice):
            return True
    return False

"""Who answers what another told right before, or accused them of, and is not that other."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.cues.deeds import is_accusing
from claims.extraction.model.weighing.pointing import Pointed
from claims.extraction.names.words import is_outlet
from claims.extraction.sources.answers import answers_last
from claims.extraction.sources.owning import only_teller
from claims.extraction.text.lexicon import SPOKESMEN, body_words, word_set
from claims.extraction.voice import Voice

_ANSWERS = frozenset(["it", "they"])


def answers_party(done: Attributed, source: Pointed | None, party: Pointed) -> bool:
    """Whether the source answers, by another name or description, what the party told in the
    sentence before: "Orsk said it had not paid. The ministry denied this"."""
    if source is None or source.pronoun or source.sentence.index == party.sentence.index:
        return False
    if source.entity is not None and source.entity is party.entity:
        return False
    if not answers_last(source.sentence.tokens, source.last - 1):
        return False
    names = {party.text, *(party.entity.names if party.entity is not None else ())}
    return any(not names.isdisjoint(voice.names) for voice in _told_last(done, source))


def body_that_spoke(done: Attributed, source: Pointed, party: Pointed | None) -> Voice | None:
    """For whom "a spokeswoman" speaks behind what a body said of the party, a person, or of nobody
    who is pointed at: "the mayor's office would not say if Orr would go. A spokeswoman said"."""
    plain = source.head in SPOKESMEN and source.last - source.first <= _BARE
    if not plain or source.entity is not None:
        return None
    if party is None or (party.person is not None and not source.holds(party)):
        told = _told_last(done, source)
        one = len(told) == 1 and not (told[0].person or told[0].plural)
        own = one and told[0].party.rsplit(" ", 1)[-1].lower() in _OFFICES
        if own and not is_outlet(told[0].party):
            return replace(told[0], speaker=source.text)
    teller = only_teller(done.discourse, source.sentence, source.first)
    return replace(teller, speaker=source.text) if teller is not None else None


_BARE = 2
"""Words of "a spokeswoman"."""
_OFFICES = body_words() - word_set("coref_media_words") | {"office", "police"}


def _told_last(done: Attributed, source: Pointed) -> list[Voice]:
    """Who told something last in the sentence before."""
    index = source.sentence.index
    told = done.sentences[index - 1].attributions if index else []
    return told[-1].voices if told else []


def who_answers(done: Attributed, source: Pointed) -> list[Voice]:
    """Whom "they" means that deny what others just accused them of: "the army accused the rebels
    of shelling the town, but they denied it"; empty where nobody is accused there."""
    if source.pronoun not in _ANSWERS:
        return []
    told = done.sentences[source.sentence.index].attributions
    for before, each in pairwise(told):
        answers = each.cue.group == "deny" and each.cue.first >= source.last
        own = each.source is not None and each.source.first == source.first
        named = all(not voice.pronoun for voice in each.voices)
        if answers and own and named and is_accusing(before.cue.lemma):
            return each.voices
    return []

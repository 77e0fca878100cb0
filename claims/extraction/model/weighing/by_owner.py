"""Who has no name, by the name of whose they are: "her brother" is "Ada Orr's brother"."""

from __future__ import annotations

from dataclasses import replace

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.names.entity import Entity
from claims.extraction.names.mentions import PLACE, possess
from claims.extraction.position import Position
from claims.extraction.sources.described import head_of
from claims.extraction.sources.owning import is_sure, owner_of
from claims.extraction.text.lexicon import body_words, near_words, people_words
from claims.extraction.text.nouns import are_many
from claims.extraction.text.segment import Sentence
from claims.extraction.voice import GENDERS, POSSESSIVES, Voice

_BACK = 4
"""Sentences back in which "her brother" was told of who is "he" now."""


def by_owner(done: Attributed, position: Position) -> Position:
    """The position with whose its party is by name, where that is sure; else as it is."""
    voice = position.voice
    pronoun = POSSESSIVES.get(voice.party.split(" ", 1)[0].lower())
    if pronoun is None or voice.entity is not None or not _may_tell(head_of(voice.party)):
        return position
    owner = _owner(done, position.sentence, voice.party, pronoun)
    if owner is None:
        return position
    party = f"{possess(owner)} {voice.party.split(' ', 1)[1]}"
    claim = position.claim.replace(voice.party, party)
    return replace(position, voice=_renamed(voice, party), claim=claim)


def _may_tell(head: str) -> bool:
    """Whether somebody tells something who is told of by that noun, not "his home"."""
    known = people_words() | near_words() | body_words() | _OTHERS
    return head in known or head.removesuffix("s") in known


_OTHERS = frozenset(["team", "maker", "creator", "captor", "secretary", "treasurer", "label"])


def _renamed(voice: Voice, party: str) -> Voice:
    speaker = party if voice.speaker == voice.party else voice.speaker
    aliases = tuple(name for name in dict.fromkeys((*voice.aliases, voice.party)) if name != party)
    return replace(voice, party=party, speaker=speaker, aliases=aliases)


def _owner(done: Attributed, index: int, party: str, pronoun: str) -> str | None:
    """The name of whose somebody is who is told of by "her" last."""
    words = party.lower().split()
    for at in range(index, max(-1, index - _BACK), -1):
        sentence = done.page.sentences[at]
        first = _find(sentence, words)
        if first is None:
            continue
        head = sentence.tokens[first + len(words) - 1].lower
        owner = owner_of(done.discourse, pronoun, sentence, first, head)
        if owner is None or not is_sure(done.discourse, owner, pronoun, sentence, first):
            return None
        entity = done.register.entities[owner.entity] if owner.entity is not None else None
        if entity is None or (pronoun not in GENDERS and not _is_on(done, entity, at)):
            return None
        if pronoun == "it" and are_many(entity.name):
            return None  # "Doctors warn of the belt. (Its makers) say"
        return entity.name
    return None


def _is_on(done: Attributed, body: Entity, index: int) -> bool:
    """Whether the sentence before is on a body, or told by it: not only somewhere in it."""
    if body.is_person or body.sort == PLACE or index == 0:
        return False
    if any(spoken.voice.entity == body.index for spoken in done.discourse.told_in(index - 1)):
        return True
    places = done.register.places[index - 1]
    return any(place.entity == body.index and place.first <= _OPENING for place in places)


_OPENING = 1
"""Tokens before the name that a sentence opens with: "the"."""


def _find(sentence: Sentence, words: list[str]) -> int | None:
    """Where the words of a party stand in a sentence."""
    lowers = [token.lower for token in sentence.tokens]
    ends = len(lowers) - len(words) + 1
    return next((at for at in range(ends) if lowers[at : at + len(words)] == words), None)

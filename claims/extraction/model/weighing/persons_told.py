"""Which person speaks where the reader points at a party and a speaker: whom the text bears out by
their name, beside the source, or by the pronoun or the role that it tells them by."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.model.weighing.pointing import Pointed
from claims.extraction.model.weighing.ruled_out import GENDERS, may_be_person, nameable
from claims.extraction.model.weighing.speaking_for import is_body, speaks_for
from claims.extraction.names.entity import Entity
from claims.extraction.sources.voices import is_named_by
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.quality import may_be_finite
from claims.extraction.text.segment import Token
from claims.extraction.text.verb_groups import is_telling

_OF_ONE = frozenset([*GENDERS, "who", "i"])
_ARTICLES = frozenset(["the", "a", "an", "his", "her", "its", "their"])


def find_person(
    done: Attributed, source: Pointed | None, party: Pointed | None, speaker: Pointed | None
) -> Entity | None:
    """The person who speaks, where the text bears one out."""
    if source is not None and not source.pronoun:
        found = source.person or _beside(done, source) or _same_name(done, source, speaker)
        if found is not None or not source.describes_one:
            return found
    agent = speaker.person if speaker is not None else None
    if source is None and agent is not None and party is not None and party.person is not None:
        told = done.sentences[speaker.sentence.index].attributions if speaker is not None else []
        voices = [voice for each in told for voice in each.voices]
        own = any((v.party, v.speaker) == (party.person.name, agent.name) for v in voices)
        if party.person is not agent and own:
            return agent  # the lawyer of the party
    both = party is not None and speaker is not None and party.entity is speaker.entity
    for pointed in (party, speaker):
        entity = nameable(pointed)
        if entity is None or not (_may_mean(source, entity) or (both and source is None)):
            continue
        if party is None or party.entity is entity or is_body(party):
            return entity
        if pointed is party or speaks_for(entity, source, party):
            return entity
    return None


def _same_name(done: Attributed, source: Pointed, speaker: Pointed | None) -> Entity | None:
    """The person pointed at whom the source names, wholly or in part."""
    if speaker is None or speaker.entity is None or not may_be_person(speaker.entity):
        return None
    entity = speaker.entity
    tokens = source.sentence.tokens
    if entity is source.entity or any(
        place.entity == entity.index
        and is_named_by(tokens, source.first, place.first)
        and (place.last == source.last or tokens[place.last].lower != "'s")  # "Orr's campaign"
        for place in done.register.in_tokens(source.sentence.index, source.first, source.last)
    ):
        return entity
    if source.entity is not None and " " not in source.entity.name:
        return None  # the Orr whose wife Ana Orr is
    words = source.text.lower().replace("’", "'").removesuffix("'s").split()
    return entity if words and set(words) <= set(entity.name.lower().split()) else None


def _may_mean(source: Pointed | None, entity: Entity) -> bool:
    """Whether a source may mean a person: by the pronoun's gender, or by the role told."""
    if source is None:
        return entity.is_person
    if source.pronoun:
        wanted = GENDERS.get(source.pronoun)
        fits = wanted is None or entity.gender in (None, wanted)
        return source.pronoun in _OF_ONE and fits
    return entity.is_person and source.head in entity.roles


def _ends_told(tokens: Sequence[Token], first: int, source: Pointed) -> bool:
    """Whether a name that starts at ``first`` only ends what the source right behind it says:
    "police hold Karl Orr, the mayor says". Were he the mayor, another comma would stand behind."""
    behind = tokens[source.last : source.last + 1]
    says = bool(behind) and is_telling(behind[0].lower)
    return says and any(may_be_finite(token.lower) for token in tokens[:first])


def _beside(done: Attributed, source: Pointed) -> Entity | None:
    """The person of whom a source tells: "its spokesman, General Orr", "Orr, its head"."""
    tokens = source.sentence.tokens
    roles = word_set("person_roles")
    for place in done.register.places[source.sentence.index]:
        entity = done.register.entities[place.entity]
        if not entity.is_person:
            continue
        after = [token.lower for token in tokens[source.last : place.first]]
        before = [token.lower for token in tokens[place.last : source.first]]
        if after and not roles.isdisjoint(after) and set(after) <= _before_names():
            return entity  # "the Kremlin" of "the Kremlin spokesman Lev Orlov"
        told = _links(before, _ARTICLES) and not _ends_told(tokens, place.first, source)
        if source.head in roles and (_links(after, word_set("titles") | {"."}) or told):
            return entity
    return None


@cache
def _before_names() -> frozenset[str]:
    roles = word_set("person_roles") | word_set("titles")
    return roles | word_set("entities_of_roles") | {"."}


def _links(words: list[str], known: frozenset[str]) -> bool:
    """Whether words are a comma and a few known ones."""
    return bool(words) and words[0] == "," and all(word in known for word in words[1:])

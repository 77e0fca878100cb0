"""Whom a "he" cannot mean: one whom the sentence before passed over for another or for a spokesman
who goes on, one of whom he tells as "he", and several."""

from __future__ import annotations

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.model.network.decode import Reading
from claims.extraction.model.weighing.pointing import Pointed
from claims.extraction.names.entity import Entity
from claims.extraction.sources.named import is_near, quotes_pronoun
from claims.extraction.text.lexicon import SPOKESMEN, body_words, word_set
from claims.extraction.voice import Voice

_LEADS = 3
"""Tokens before a name that leads its sentence."""


def passes_over(done: Attributed, source: Pointed, party: Pointed, speaker: Pointed | None) -> bool:
    """Whether the sentence before a "he" that opens its own tells of another person alone, its
    subject, and not of who is pointed at: "Ada Orr left. Bo Lund opened the mill. He said"."""
    index = source.sentence.index - 1
    if source.pronoun not in ("he", "she") or index < 0 or party.entity is None:
        return False
    far = not is_near(done.register, party.entity.index, source.sentence)
    if far and done.discourse.introduced(source.pronoun, source.sentence, source.first):
        return True  # "A masked man stands beside him. He says"
    if _goes_on(done, source, party):
        return True
    if source.first > 1:
        return False
    register = done.register
    meant = done.discourse.pronoun(source.pronoun, source.sentence, source.first)
    if meant is None or meant.entity is None:
        return False
    speaks = speaker is not None and speaker.entity is register.entities[meant.entity]
    if speaks and not _is_another(party.entity, register.entities[meant.entity]):
        return False
    places = register.places[index]
    people = {place.entity for place in places if register.entities[place.entity].is_person}
    leads = any(place.entity == meant.entity and place.first <= _LEADS for place in places)
    return (
        leads
        and people <= {meant.entity}
        and not any(place.entity == party.entity.index for place in places)
    )


def _is_another(party: Entity, speaker: Entity) -> bool:
    """Whether the party is a person for whom the speaker does not speak, as a lawyer would."""
    return party.seems_person and speaker.roles.isdisjoint(word_set("client_roles"))


def _goes_on(done: Attributed, source: Pointed, party: Pointed) -> bool:
    """Whether "he" goes on speaking who spoke in the sentence before for somebody, and has no name:
    'a spokesman said, distancing it from Orr. "We sold it," he said'; and not who is only named."""
    told = [each.voice for each in done.discourse.told_in(source.sentence.index - 1)]
    if not told or party.entity is None or not party.entity.is_person:
        return False
    if any(voice.entity == party.entity.index for voice in told):
        return False
    last = told[-1]
    role = (last.speaker or last.party).lower().split(" for ")[0].rpartition(" ")[2]
    if role not in SPOKESMEN or not last.person:
        return False
    meant = done.discourse.pronoun(source.pronoun, source.sentence, source.first, speaks=True)
    return meant is not None and meant.name == last.name


def quotes_him(done: Attributed, source: Pointed) -> bool:
    """Whether what "he" says tells of a "he", who is another: "'He had a rifle,' he said"."""
    if source.pronoun not in ("he", "she"):
        return False
    told = done.page.quote_at(source.sentence.tokens[source.first].start) is None
    return told and quotes_pronoun(done.page, source.sentence, source.pronoun)


def who_quotes_him(done: Attributed, source: Pointed) -> Voice | None:
    """Who it is that tells so, by the rules."""
    return done.discourse.pronoun(source.pronoun, source.sentence, source.first, speaks=True)


def is_him(done: Attributed, source: Pointed, party: Pointed) -> bool:
    """Whether the party is whom the "he" would stand for that is in the quotation."""
    meant = done.discourse.pronoun(source.pronoun, source.sentence, source.first)
    return meant is not None and party.entity is not None and meant.entity == party.entity.index


def may_be_one(done: Attributed, reading: Reading, voice: Voice) -> bool:
    """Whether a voice may be the one for whom a reading's source stands: the police are no "he"."""
    if reading.source is None:
        return True
    pronoun = done.page.text[reading.source[0] : reading.source[1]].strip().lower()
    if pronoun not in ("he", "she"):
        return True
    several = voice.plural or voice.party.lower().split()[-1] in _SEVERAL
    return voice.person or not (several or voice.entity is not None)


_SEVERAL = word_set("plural_people") | body_words()

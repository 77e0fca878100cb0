"""For whom somebody with a name may speak: a body, or a client, that the model points at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.model.weighing import owners
from claims.extraction.model.weighing.pointing import Pointed
from claims.extraction.names.entity import Entity
from claims.extraction.names.owners import LAWYERS, NO_LONGER, was_once
from claims.extraction.position import Position
from claims.extraction.text.lexicon import body_words, word_set
from claims.extraction.text.quality import split_subject
from claims.extraction.text.segment import Token
from claims.extraction.text.verb_groups import is_telling

_BEFORE_NAME = 5
"""Tokens before a name in which stands whose head somebody is: "the clinic's director, Orr"."""
_FOR_THEMSELVES = frozenset(
    ["professor", "lecturer", "student", "researcher", "scientist", "historian", "economist",
     "analyst", "expert", "critic", "opponent", "rival", "dissident", "defector", "foe", "enemy",
     "skeptic", "sceptic", "veteran", "refugee", "prisoner", "detainee", "hostage", "resident"]
)  # fmt: skip
"""Who is told of by where they work, and does not speak for it."""


def speaks_for(person: Entity, source: Pointed | None, party: Pointed) -> bool:
    """Whether a person may speak for the party: a body, or a client of theirs."""
    if source is not None and party.holds(source) and party.entity is None:
        return False  # "its head" is what the person is, and nobody that they speak for
    if owners.is_role(party):
        return False  # so is "the Ohio attorney"
    if party.text[:1].isdigit() and person.roles.isdisjoint(LAWYERS):
        return False  # "12 people" have a lawyer, and no spokesman
    if party.person is not None:
        return not person.roles.isdisjoint(word_set("client_roles"))
    beside = source is not None and party.sentence.index == source.sentence.index
    if source is not None and beside and _is_spoken_of(source, party):
        return False
    tokens = party.sentence.tokens
    if was_once(tokens, party.last - 1) or _had_once(tokens, party.last):
        return False  # "former UK ambassador", "Kellmark's former director"
    if source is not None and not beside and _is_of_another_body(source, party):
        return False
    if owners.is_business(party) and not person.roles.isdisjoint(owners.OFFICES):
        return False
    if source is not None and speaks_for_itself(source):
        return False  # "Kremlin critic Ada Orr"
    spokes = not person.roles.isdisjoint(word_set("spokes_roles"))
    if spokes or not is_body(party):
        return spokes
    if not person.roles.isdisjoint(_FOR_THEMSELVES):
        return False
    return beside or (source is not None and source.entity is not person)


def _had_once(tokens: Sequence[Token], at: int) -> bool:
    """Whether whoever is named before ``at`` has that somebody no longer: "'s former director"."""
    behind = [token.lower for token in tokens[at : at + 2]]
    return len(behind) > 1 and behind[0] in ("'s", "'") and behind[1] in NO_LONGER


def speaks_for_itself(source: Pointed) -> bool:
    """Whether who speaks is told to be somebody who speaks for none: "Kremlin critic Ada Orr"."""
    words = {token.lower for token in source.sentence.tokens[source.first : source.last]}
    return not _FOR_THEMSELVES.isdisjoint(words)


def for_oneself(position: Position, claim: str) -> Position:
    """The position as the speaker's own, where the claim is about nobody else: the police chief who
    denies that he took cash speaks for himself."""
    voice = position.voice
    if voice.speaker is None or voice.speaker == voice.party or not voice.speaker[0].isupper():
        return position  # who speaks for nobody, or has no name: "a spokesman"
    if voice.speaker.split(" ", 1)[0].lower() in word_set("sources_determiners"):
        return position
    if split_subject(claim)[0] not in (voice.speaker, voice.speaker.rpartition(" ")[2]):
        return position
    aliases = tuple(dict.fromkeys(name for name in voice.names if name != voice.speaker))
    return replace(position, voice=replace(voice, party=voice.speaker, aliases=aliases))


def _is_of_another_body(source: Pointed, party: Pointed) -> bool:
    """Whether the source tells of whose head somebody is, and that is not the party: "the clinic's
    director" of a ministry told of elsewhere."""
    tokens = source.sentence.tokens
    near = range(max(1, source.first - _BEFORE_NAME), source.last)
    mark = next((at for at in near if tokens[at].lower == "'s"), 0)
    owner = tokens[mark - 1].lower if mark else ""
    theirs = any(tokens[at].lower in ("its", "their") for at in near if at < source.first)
    begins = tokens[0].lower in ("its", "their") and source.first <= _BEFORE_NAME
    if theirs or begins:
        return True  # "Its secretary, Orr": whose, the rules tell by what was told of last
    return owner in body_words() and owner not in party.text.lower().split()


def _is_spoken_of(source: Pointed, party: Pointed) -> bool:
    """Whether the party only comes up in what the source says: "Orr said that Kellmark ..."."""
    between = source.sentence.tokens[source.last : party.first]
    return any(is_telling(token.lower) for token in between)


def is_body(pointed: Pointed) -> bool:
    """Whether a body is pointed at, by its name or by what it is."""
    if pointed.entity is not None:
        return not pointed.entity.is_person
    return pointed.head in body_words()

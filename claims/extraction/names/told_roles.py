"""What a sentence tells of those whom it names: their roles, their gender, whom they speak for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.extraction.names.beside import (
    before_calling,
    closes,
    heads_phrase,
    is_possessed,
    is_the_one,
)
from claims.extraction.names.entity import Entity, Place
from claims.extraction.names.mentions import ADJECTIVE, ORGANISATION, PERSON, UNKNOWN
from claims.extraction.names.mentions import PLACE as NAMED_PLACE
from claims.extraction.names.owners import owner_around, owner_before, was_once
from claims.extraction.names.words import is_known_body
from claims.extraction.text.lexicon import load_lexicon, people_words, roles_of, word_set
from claims.extraction.text.segment import Sentence, Token
from claims.extraction.voice import GENDERS

_OF_EITHER = frozenset(["rival", "partner", "developer", "customer", "investor", "shareholder"])
"""What a firm may be as well as a person."""
_MANAGED = frozenset(["fund", "asset", "money", "wealth"])
_LINKS = frozenset(["for", "of", "at", "in", "from", "with", "on", "to"])
_OF_SEVERAL = frozenset(["have", "are", "were", "do", "say", "claim"])
_APPOSED = word_set("entities_apposed")


@dataclass(frozen=True, slots=True)
class _Named:
    """Those whom a document names so far, and where a sentence names them."""

    entities: Sequence[Entity]
    places: Sequence[Place]
    sentence: Sentence

    def owner_of_role(self, at: int) -> str | None:
        return owner_before(self.entities, self.places, self.sentence.tokens, at)

    def owner_of(self, at: int) -> str | None:
        """Of whom somebody is what the role word at ``at`` tells, as an apposition has it."""
        return owner_around(self.entities, self.places, self.sentence.tokens, at)


def learn_roles(entities: Sequence[Entity], places: Sequence[Place], sentence: Sentence) -> None:
    """Learn from a sentence what it tells of those whom it names: roles, gender, whom they speak
    for."""
    named = _Named(entities, places, sentence)
    for place in places:
        entity = entities[place.entity]
        if entity.sort in (ADJECTIVE, NAMED_PLACE):
            continue
        _learn_role_before(named, place, entity)
        _learn_role_after(named, place, entity)
        _learn_body_behind(named, place, entity)
        _learn_headed(named, place, entity)
        _learn_by_pronoun(named, place, entity)
        if entity.roles & roles_of("f") and entity.is_person:
            entity.gender = "f"
        elif entity.roles & roles_of("m") and entity.is_person:
            entity.gender = entity.gender or "m"


def _learn_by_pronoun(named: _Named, place: Place, entity: Entity) -> None:
    """``Marsh said she met Orr``: hardly of another, where no other woman was named."""
    words = [token.lower for token in named.sentence.tokens[place.last : place.last + 3]]
    told = words[:1] in (["said"], ["says"], ["claimed"], ["claims"])
    pronoun = words[1 + (words[1:2] == ["that"]) :][:1] if told else []
    gender = GENDERS.get(pronoun[0]) if pronoun else None
    sorts = (UNKNOWN, PERSON)
    if gender is None or entity.gender is not None or entity.sort not in sorts:
        return
    if all(other.gender != gender for other in named.entities):
        entity.gender, entity.sort = gender, PERSON


def _learn_role_before(named: _Named, place: Place, entity: Entity) -> None:
    """``the Kremlin's spokesman Dmitry Peskov``, ``actor Judd Nelson``."""
    tokens = named.sentence.tokens
    at = before_calling(tokens, place.first - 1)
    if at >= 0 and tokens[at].text == ".":
        at -= 1
    while at >= 0 and tokens[at].lower in word_set("titles") and at > 0:
        entity.roles.add(tokens[at].lower)
        if tokens[at].text in word_set("person_roles") and _may_be_person(entity):
            entity.sort = PERSON
        if tokens[at].lower in word_set("spokes_roles"):
            break
        at -= 1
    if at < 0:
        return
    if tokens[at].text == "," and closes(tokens, place.last):
        at -= 1  # "his sister, Kim Yo Jong,"
        headed = heads_phrase(tokens, at) if _looks_personal(entity) else None
        if headed is not None:
            at = headed  # "the chief of the port police, Jonah Vale,"
        elif not (is_possessed(tokens, at) or is_the_one(tokens, at)):
            return
    word = tokens[at].lower
    if word == "manager" and at and tokens[at - 1].lower in _MANAGED:
        return  # "the fund manager Corvus" is no person
    if word in word_set("org_roles") and entity.sort != PERSON:
        entity.roles.add(word)
        entity.sort = ORGANISATION
        return
    if word not in word_set("person_roles") or not _may_be_person(entity):
        return
    if place.last - place.first == 1 and (word == "official" or word in _OF_EITHER):
        return  # "the official Acme site", "its rival Kellmark"
    if word.endswith("s") and word not in ("actress", "princess"):
        return
    entity.roles.add(word)
    entity.sort = PERSON
    speaks = word in word_set("spokes_roles") and not was_once(tokens, at)
    if speaks and entity.institution is None:
        entity.institution = _served(named, word, named.owner_of_role(at))


def _served(named: _Named, role: str, owner: str | None) -> str | None:
    """For whom somebody speaks by a role: for a person as their lawyer or agent alone, not as "the
    president's adviser"."""
    people = (each for each in named.entities if each.is_person and each.name == owner)
    of_person = next(people, None) is not None
    return None if of_person and role not in word_set("client_roles") else owner


def _learn_role_after(named: _Named, place: Place, entity: Entity) -> None:
    """``Lim Soo-suk, a spokesman for the ministry``, ``Idris Nassan, an official in``."""
    tokens = named.sentence.tokens
    at = place.last
    if at + 1 >= len(tokens) or tokens[at].text != ",":
        return
    if tokens[at + 1].text.isdigit() and len(tokens[at + 1].text) == 2:
        if entity.sort == UNKNOWN:
            entity.sort = PERSON
        return
    stop = min(len(tokens), at + 9)
    opening = tokens[at + 1]
    verb = tokens[at + 2].lower if at + 2 < len(tokens) else ""
    if opening.lower == "who" and entity.sort == UNKNOWN and verb not in _OF_SEVERAL:
        if _is_home(tokens, place.first):
            return
        entity.sort = PERSON
    told = opening.text.islower() and verb in word_set("person_roles")  # "managing editor"
    roles = word_set("person_roles")
    if not (told or opening.lower in _APPOSED | roles or opening.is_capital):
        return
    for here in range(at + 1, stop):
        token = tokens[here]
        if token.text in ",.;:()" or (token.lower in ("who", "which", "said") and here > at + 1):
            return
        after = tokens[here + 1].lower if here + 1 < len(tokens) else ""
        if after in load_lexicon().verbs["affirm"] or after in word_set("cues_auxiliaries"):
            return  # "..., the agency said", "..., the player has": a clause, no apposition
        if token.lower in word_set("org_roles") and entity.sort in (ORGANISATION, UNKNOWN):
            entity.roles.add(token.lower)
            return
        if token.lower in word_set("person_roles") and _may_be_person(entity):
            if here + 1 < len(tokens) and tokens[here + 1].is_capital:
                return  # the role of who is named next: "In Reykholt, mayor Jon Karlsson"
            if opening.is_capital and not (closes(tokens, here + 1) or after in _LINKS):
                return  # no apposition: "..., Acme customer representatives say"
            entity.roles.add(token.lower)
            entity.sort = PERSON
            speaks = token.lower in word_set("spokes_roles") and not was_once(tokens, here)
            if speaks and entity.institution is None:
                entity.institution = named.owner_of(here) or _whose(named, place)
            return


def _whose(named: _Named, place: Place) -> str | None:
    """The body that has somebody, as it stands before the name: "(Kellmark)'s Ada Orr"."""
    tokens = named.sentence.tokens
    if place.first == 0 or tokens[place.first - 1].lower != "'s":
        return None
    body = next((each for each in named.places if each.last == place.first - 1), None)
    owner = named.entities[body.entity] if body is not None else None
    return owner.name if owner is not None and owner.sort in (ORGANISATION, UNKNOWN) else None


def _learn_headed(named: _Named, place: Place, entity: Entity) -> None:
    """``Ada Orr, who runs Rights Watch,``: who heads a body speaks for it."""
    tokens, at = named.sentence.tokens, place.last
    words = [token.lower for token in tokens[at : at + 3]]
    if len(words) < 3 or words[:2] != [",", "who"] or words[2] not in _HEADS:
        return
    if not entity.is_person or entity.institution is not None:
        return
    first = at + 3 + (tokens[at + 3 : at + 4] != () and tokens[at + 3].lower == "the")
    body = next((each for each in named.places if each.first == first), None)
    after = tokens[body.last : body.last + 1] if body is not None else ()
    if body is None or (after and (after[0].is_word or after[0].lower == "'s")):
        return  # "who heads the Orsk mill"
    if named.entities[body.entity].sort in (ORGANISATION, UNKNOWN):
        entity.institution = named.entities[body.entity].name


_HEADS = frozenset(["runs", "heads", "leads", "directs", "chairs"])


def _learn_body_behind(named: _Named, place: Place, entity: Entity) -> None:
    """``Sgt Ada Orr of Gentham Police``, ``Ada Orr of Rights Watch``: who is named with a body
    right behind it speaks for it; of a school or party, who is of it speaks for themselves."""
    tokens, at = named.sentence.tokens, place.last
    if not entity.is_person or entity.institution is not None or at + 1 >= len(tokens):
        return
    if tokens[at].lower not in ("of", "from"):
        return
    first = at + 1 + (tokens[at + 1].lower == "the")
    body = next((each for each in named.places if each.first == first), None)
    if body is None or named.entities[body.entity].sort != ORGANISATION:
        return
    name = named.entities[body.entity].name
    words = set(name.lower().split())
    forces = _FORCES if tokens[at].lower == "from" else word_set("org_words")
    if words.isdisjoint(forces | _FORCES) or not words.isdisjoint(_OF_MEMBERS):
        return
    entity.institution = name


_FORCES = frozenset(["police", "constabulary", "sheriff", "patrol", "coastguard", "pd"])
_OF_MEMBERS = frozenset(
    ["university", "college", "school", "academy", "institute", "party", "church", "museum",
     "parliament", "senate", "congress", "house", "hospital", "club", "team", "band", "league",
     "company", "co", "capital", "securities", "bank", "group", "investments", "fund"]
)  # fmt: skip
"""Bodies of which many are, without speaking for them, or whose analysts have views of theirs."""


def _is_home(tokens: tuple[Token, ...], first: int) -> bool:
    """Whether a name that starts there only tells where somebody is from: "a baker from Tarma,
    who"."""
    before = tokens[max(0, first - 2) : first]
    return len(before) > 1 and before[1].lower in _FROM and before[0].lower in people_words()


_FROM = frozenset(["from", "in", "near", "outside"])


def _may_be_person(entity: Entity) -> bool:
    """Whether a role told of an entity makes it a person: of no body that is known does it."""
    if entity.sort == PERSON:
        return True
    return entity.sort != ORGANISATION and not is_known_body(entity.name)


def _looks_personal(entity: Entity) -> bool:
    """Whether a name is built as people's are: two or three words, all of them capital."""
    words = entity.name.split()
    return len(words) in (2, 3) and all(word[0].isupper() for word in words)

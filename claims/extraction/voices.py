"""Who a source's noun phrase is: party, speaker, aliases, and how sure that is."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.extraction.coref import Discourse
from claims.extraction.entities import Entity, Place, Register
from claims.extraction.lexicon import word_set
from claims.extraction.names import ADJECTIVE, ORGANISATION, PERSON, PLACE, UNKNOWN
from claims.extraction.segment import Sentence, Token
from claims.extraction.sources import PRONOUNS, SourceSpan
from claims.extraction.voice import Voice

_DOCUMENT_LINKS = frozenset(["by", "from", "in", "of", "on", "at", "for"])
_VAGUE = word_set("voices_vague")
_GENERIC = word_set("voices_generic")
_LEADING = re.compile(r"^(?:the|a|an|both|even|only|also)\s+", re.I)
_PEOPLE_OF = re.compile(r"^(his|her|their|its)$")


def resolve_voices(
    register: Register, discourse: Discourse, sentence: Sentence, span: SourceSpan
) -> list[Voice]:
    """The parties of one source phrase: several where it joins them with "and"."""
    tokens = sentence.tokens
    parts = _conjuncts(register, sentence, span)
    voices = []
    for number, (first, last) in enumerate(parts):
        apposition = span.apposition if number == len(parts) - 1 else None
        voice = _resolve(register, discourse, sentence, first, last, apposition)
        if voice is not None:
            voices.append(voice)
    surface = _surface(register, tokens, span.first, span.last)
    return [replace(voice, mention=surface) for voice in voices]


def _conjuncts(register: Register, sentence: Sentence, span: SourceSpan) -> list[tuple[int, int]]:
    """Split "the Pentagon and the White House" at its "and"; not inside a name."""
    tokens = sentence.tokens
    for at in range(span.first + 1, span.last - 1):
        if tokens[at].lower != "and":
            continue
        if any(p.first <= at < p.last for p in register.places[sentence.index]):
            continue
        left = register.in_tokens(sentence.index, span.first, at)
        right = register.in_tokens(sentence.index, at + 1, span.last)
        named = [p for p in left if p.last == at] and right and right[0].first <= at + 3
        if named and register.entities[left[-1].entity].sort != ADJECTIVE:
            return [(span.first, at), (at + 1, span.last)]
    return [(span.first, span.last)]


def _resolve(
    register: Register,
    discourse: Discourse,
    sentence: Sentence,
    first: int,
    last: int,
    apposition: tuple[int, int] | None,
) -> Voice | None:
    tokens = sentence.tokens
    lower = tokens[first].lower
    if last - first == 1 and lower in PRONOUNS:
        return discourse.pronoun(lower, sentence, first)
    places = register.in_tokens(sentence.index, first, last)
    surface = _surface(register, tokens, first, last)
    owner = _name_before(register, sentence, first, last)
    if owner is not None:
        return _person_voice(register, discourse, sentence, owner, surface, (first, last))
    document = _document_voice(register, discourse, sentence, first, last, places)
    if document is not None:
        return document
    named = [p for p in places if register.entities[p.entity].sort != ADJECTIVE]
    person = _speaking_person(register, sentence, first, last, named)
    if person is not None:
        return _person_voice(register, discourse, sentence, person, surface, apposition)
    head = _head(tokens, first, last)
    appended = _appended_person(
        register, discourse, sentence, first, last, head, apposition, surface
    )
    if appended is not None:
        return appended
    if head in word_set("org_roles") and not (named and named[-1].last == last):
        body = _body_voice(register, discourse, sentence, first, last, head, named, surface)
        if body is not None:
            return body
    if named and _head_is_name(tokens, named, first, last):
        return _named_voice(register, discourse, sentence, named, surface, apposition, first)
    if (
        head in word_set("spokes_roles")
        or head in word_set("anonymous_heads")
        or head in word_set("person_roles")
    ):
        return _role_voice(register, discourse, sentence, first, last, head, named, surface)
    if lower in ("the", "this", "that", "these", "those") or head in word_set("org_roles"):
        found = discourse.description(head, sentence, first, tokens[first].lower)
        if found is not None and not named:
            return found
    if named:
        return _named_voice(register, discourse, sentence, named, surface, apposition, first)
    return _anonymous(surface, head, lower, apposition, sentence, register)


def _name_before(register: Register, sentence: Sentence, first: int, last: int) -> Place | None:
    """``Jess Smith, a student at Canterbury who claims``: the name stands before its apposition."""
    tokens = sentence.tokens
    if first < 2 or tokens[first - 1].text != "," or tokens[last - 1].lower in PRONOUNS:
        return None
    described = tokens[first].lower in ("a", "an", "the") or any(
        token.lower in word_set("person_roles") for token in tokens[first:last]
    )
    if not described or (
        tokens[first].is_capital and tokens[first].lower not in ("a", "an", "the")
    ):
        return None
    at = first - 1
    while at >= 2 and tokens[at - 1].text.isdigit() and tokens[at - 2].text == ",":
        at -= 2
    for place in register.places[sentence.index]:
        entity = register.entities[place.entity]
        named = entity.is_person or (entity.sort == UNKNOWN and place.last - place.first in (2, 3))
        if place.last == at and named and place.first <= 3:
            return place
    return None


def _appended_person(
    register: Register, discourse: Discourse, sentence: Sentence, first: int, last: int,
    head: str, apposition: tuple[int, int] | None, surface: str,
) -> Voice | None:  # fmt: skip
    """``Nelson's manager, Jean-Pierre Henraux,``: the name stands in the apposition."""
    if apposition is None or head not in word_set("person_roles"):
        return None
    for place in register.in_tokens(sentence.index, *apposition):
        entity = register.entities[place.entity]
        if place.first > apposition[0] + 1 or entity.sort in (ADJECTIVE, ORGANISATION):
            continue
        owner = None
        if head in word_set("spokes_roles"):
            owner = _role_voice(register, discourse, sentence, first, last, head, [], surface)
        voice = _entity_voice(entity, surface, register)
        if owner is not None and owner.party != surface and not voice.aliases[:0]:
            names = (*owner.aliases, *voice.aliases, entity.name)
            return replace(owner, speaker=entity.name, aliases=_others(names, owner.party),
                           person=True, gender=entity.gender, entity=entity.index)  # fmt: skip
        return replace(voice, speaker=voice.speaker or entity.name, person=True)
    return None


def _body_voice(
    register: Register, discourse: Discourse, sentence: Sentence, first: int, last: int,
    head: str, named: list[Place], surface: str,
) -> Voice | None:  # fmt: skip
    """``the ministry`` is one told of before; ``the Iraqi defence ministry`` names itself."""
    tokens = sentence.tokens
    words = [
        t.lower for t in tokens[first:last] if t.lower not in ("the", "a", "an", "this", "that")
    ]
    start = tokens[first].lower
    if start in _POSSESSIVES:
        return None
    if len(words) == 1 and start in ("the", "this", "that"):
        return discourse.description(head, sentence, first, start)
    if named and any(t.lower in _DOCUMENT_LINKS for t in tokens[first:last]):
        return None
    if start in ("a", "an", "another", "some", "several", "many"):
        return None
    if len(named) == 1 and register.entities[named[0].entity].sort not in (PLACE, PERSON):
        rest = {
            t.lower
            for at, t in enumerate(tokens[first:last], first)
            if not named[0].first <= at < named[0].last
        }
        if rest <= _GENERIC and tokens[named[0].last - 1].lower != head:
            return _entity_voice(register.entities[named[0].entity], surface)
    party = _LEADING.sub("", surface)
    names = [register.entities[p.entity].name for p in named]
    return Voice(
        party, None, _others((surface, *names), party), confidence=0.7, mention=surface,
        plural=head.endswith("s"),
    )  # fmt: skip


def _surface(register: Register, tokens: tuple[Token, ...], first: int, last: int) -> str:
    text = register.page.text[tokens[first].start : tokens[last - 1].end]
    return " ".join(text.split()).strip(" ,;:\"“”'")


def _head(tokens: tuple[Token, ...], first: int, last: int) -> str:
    """The noun that the phrase is about: its last word before a preposition."""
    for at in range(first, last):
        if tokens[at].lower in _DOCUMENT_LINKS | {
            "who",
            "with",
            "close",
            "to",
            "familiar",
            ",",
            "contacted",
        }:
            if at > first:
                return tokens[at - 1].lower
    return tokens[last - 1].lower


def _document_voice(
    register: Register, discourse: Discourse, sentence: Sentence, first: int, last: int,
    places: list[Place],
) -> Voice | None:  # fmt: skip
    """``a report by Haaretz``: the party is whose document it is."""
    tokens = sentence.tokens
    head = _head(tokens, first, last)
    if head not in word_set("source_documents"):
        return None
    surface = _surface(register, tokens, first, last)
    if head in ("reports", "posts", "stories", "tweets") and not places:
        return None
    owners = [p for p in places if register.entities[p.entity].sort != ADJECTIVE]
    if owners:
        entity = register.entities[
            owners[-1].entity if owners[-1].first > first + 1 else owners[0].entity
        ]
        voice = _entity_voice(entity, surface)
        return replace(voice, confidence=voice.confidence - 0.05)
    if tokens[first].lower in _POSSESSIVES:
        owner = discourse.pronoun(_POSSESSIVES[tokens[first].lower], sentence, first)
        if owner is not None:
            return owner
    owner_at = next((at for at in range(first + 1, last) if tokens[at].lower == "'s"), None)
    if owner_at is not None and tokens[first].lower == "the":
        found = discourse.by_role(tokens[owner_at - 1].lower, sentence)
        if found is not None:
            return replace(found, aliases=(*found.aliases, surface), confidence=0.5)
        return Voice(surface, None, (), confidence=0.5, mention=surface)
    if tokens[first].lower in ("the", "this", "that"):
        found = discourse.description(head, sentence, first, "the")
        if found is not None:
            return found
    return None


_POSSESSIVES = {"his": "he", "her": "she", "their": "they", "its": "it"}


def _speaking_person(
    register: Register, sentence: Sentence, first: int, last: int, named: list[Place]
) -> Place | None:
    """The person of the phrase, where the phrase ends in their name."""
    for place in reversed(named):
        entity = register.entities[place.entity]
        if entity.is_person and (place.last == last or _after_is_link(sentence.tokens, place.last)):
            before = sentence.tokens[place.last : last]
            if not before or before[0].lower != "'s":
                return place
    return None


def _after_is_link(tokens: tuple[Token, ...], at: int) -> bool:
    return at < len(tokens) and tokens[at].lower in (
        "of",
        "from",
        "with",
        "at",
        ",",
        "(",
        "for",
        "in",
    )


def _person_voice(
    register: Register, discourse: Discourse, sentence: Sentence, place: Place, surface: str,
    apposition: tuple[int, int] | None,
) -> Voice:  # fmt: skip
    entity = register.entities[place.entity]
    if entity.institution is not None and entity.institution.lower() in word_set("org_roles"):
        body = discourse.description(entity.institution.lower(), sentence, place.first, "the")
        if body is not None and body.entity != entity.index:
            entity.institution = body.party
    if entity.institution is None and apposition is not None:
        for at in range(apposition[0], apposition[1]):
            if sentence.tokens[at].lower in word_set("spokes_roles"):
                entity.institution = register.owner_after(sentence, at) or register.owner_of_role(
                    sentence, at
                )
                break
    return _entity_voice(entity, surface, register)


def _entity_voice(entity: Entity, surface: str, register: Register | None = None) -> Voice:
    names = tuple(dict.fromkeys([*entity.names, surface]))
    if entity.is_person and entity.institution:
        body = register.find(entity.institution) if register else None
        more = tuple(body.names) if body is not None else ()
        return Voice(
            entity.institution, entity.name, _others((*more, *names), entity.institution),
            person=True, gender=entity.gender, entity=entity.index, confidence=0.8, mention=surface,
        )  # fmt: skip
    speaker = entity.name if entity.is_person else None
    return Voice(
        entity.name, speaker, _others(names, entity.name), person=entity.is_person,
        gender=entity.gender, entity=entity.index, confidence=0.8, mention=surface,
    )  # fmt: skip


def _others(names: tuple[str, ...], party: str) -> tuple[str, ...]:
    return tuple(name for name in dict.fromkeys(names) if name != party and name)


def _head_is_name(tokens: tuple[Token, ...], named: list[Place], first: int, last: int) -> bool:
    """Whether the phrase's head is a name: it ends in one, or one stands before a preposition."""
    if any(place.last == last for place in named):
        inside = [t.lower for t in tokens[first : named[0].first]]
        return not any(word in _DOCUMENT_LINKS for word in inside)
    return any(
        place.last < last and tokens[place.last].lower in _DOCUMENT_LINKS for place in named[:1]
    )


def _named_voice(
    register: Register, discourse: Discourse, sentence: Sentence, named: list[Place], surface: str,
    apposition: tuple[int, int] | None, first: int,
) -> Voice:  # fmt: skip
    tokens = sentence.tokens
    place = (
        named[-1]
        if len(named) > 1
        and named[-2].last < len(tokens)
        and (tokens[named[-2].last].lower == "'s")
        else named[0]
    )
    entity = register.entities[place.entity]
    if place is not named[0]:
        owner = register.entities[named[-2].entity]
        party = f"{owner.name}'s {entity.name}"
        return Voice(
            party, None, _others((surface, entity.name, *entity.names), party),
            entity=entity.index, confidence=0.8, mention=surface,
        )  # fmt: skip
    if entity.is_person:
        return _person_voice(register, discourse, sentence, place, surface, apposition)
    return _entity_voice(entity, surface)


def _role_voice(
    register: Register, discourse: Discourse, sentence: Sentence, first: int, last: int,
    head: str, named: list[Place], surface: str,
) -> Voice | None:  # fmt: skip
    """``a spokesman for the Met``, ``the official``, ``Apple officials``, ``Woods' agent``."""
    tokens = sentence.tokens
    plural = head in word_set("plural_people")
    start = tokens[first].lower
    if head in word_set("spokes_roles") and (
        named or register.in_tokens(sentence.index, first, last)
    ):
        at = next((i for i in range(first, last) if tokens[i].lower == head), last - 1)
        body = register.owner_after(sentence, at) or register.owner_of_role(sentence, at)
        if body is not None:
            known = register.find(body)
            names = tuple(known.names) if known else ()
            hidden = head in ("source", "sources", "official", "officials", "employee")
            return Voice(
                _LEADING.sub("", surface) if hidden else body, None if hidden else _LEADING.sub("", surface),
                _others((body, surface, *names), "") , anonymous=hidden, person=not plural, plural=plural,
                entity=known.index if known else None, confidence=0.75, mention=surface,
            )  # fmt: skip
    if start in _POSSESSIVES:
        owner = discourse.pronoun(_POSSESSIVES[start], sentence, first)
        if owner is not None and head in word_set("spokes_roles"):
            return replace(owner, aliases=(*owner.aliases, surface), confidence=0.55)
    if start in ("the", "this", "that") and not named:
        found = discourse.description(head, sentence, first, start)
        if found is not None:
            return found
    return Voice(
        surface, None, tuple(_others(tuple(register.entities[p.entity].name for p in named), surface)),
        anonymous=True, person=not plural, plural=plural, confidence=0.65, mention=surface,
    )  # fmt: skip


def _anonymous(
    surface: str, head: str, lower: str, apposition: tuple[int, int] | None, sentence: Sentence,
    register: Register,
) -> Voice | None:  # fmt: skip
    if apposition is not None:
        for place in register.in_tokens(sentence.index, *apposition):
            entity = register.entities[place.entity]
            if entity.is_person:
                return _entity_voice(entity, surface, register)
    if head in _VAGUE:
        return Voice(
            "unattributed", None, (), anonymous=True, confidence=0.5, mention=surface, vague=True
        )
    plural = head.endswith("s")
    return Voice(
        surface, None, (), anonymous=True, person=False, plural=plural, confidence=0.4, mention=surface,
        guessed=True,
    )  # fmt: skip


__all__ = ["ORGANISATION", "resolve_voices"]

"""Whose "its spokesman" and "their lawyer" are, and for whom "spokesman Karl Orr" or "a spokesman"
speaks: not for the outlet that only reported of another, nor for the police who told of the men;
and whether that is sure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.names.entities import Register
from claims.extraction.names.entity import Entity
from claims.extraction.names.mentions import ORGANISATION, PLACE
from claims.extraction.names.words import is_known_body, is_outlet, states
from claims.extraction.sources.answers import answers_last
from claims.extraction.sources.coref import Discourse
from claims.extraction.sources.fitting import fit_entity, fit_voice
from claims.extraction.sources.reporting import (
    described_in,
    may_report,
    reported_of,
    reports,
    speaks_for_outlet,
    tells_of_itself,
)
from claims.extraction.sources.taking import as_body, taken, voice_of
from claims.extraction.sources.theirs import may_look_into, whose
from claims.extraction.text.lexicon import body_words, roles_of_others
from claims.extraction.text.segment import Sentence, Token
from claims.extraction.voice import GENDERS, Spoken, Voice

_REACH = 6
"""Sentences back in which somebody spoke for whom a spokesman does."""


def last_body(discourse: Discourse, sentence: Sentence) -> Voice | None:
    """The body that a spokesman of whom no more is told speaks for: the last that spoke; of an
    outlet that reported something of another body, that one."""
    for_outlet = speaks_for_outlet(sentence.tokens, "")
    for index in range(sentence.index, max(-1, sentence.index - _REACH), -1):
        for spoken in reversed(discourse.told_in(index)):
            found = as_body(spoken.voice)
            if found is None or found.entity is None or found.plural:
                continue
            if not for_outlet:
                found = _past_reporter(discourse, spoken, found)
            if found is not None:
                note = f"spokesman taken as that of {found.party}"
                return replace(found, confidence=0.55, note=note)
    return None


def only_teller(discourse: Discourse, sentence: Sentence, token: int) -> Voice | None:
    """The body for which "a spokesman" speaks at a token who is told of by no more: the only one
    that told something in the sentence till then, else in the one before, which names no other and
    is not answered: "Zentra does not discuss rumours. A spokesman said"."""
    told = [each for each in discourse.told_in(sentence.index) if each.token < token]
    if told and sentence.tokens[token - 1].lower not in ("and", "but", ";"):
        words = " ".join(each.text for each in sentence.tokens[token : token + 2])
        if told[-1].voice.speaker == words:
            return as_body(told[-1].voice)  # "a spokesman, who added that"
        return None  # "The bank does not comment on customers, a spokeswoman said"
    page, index = discourse.register.page, sentence.index
    if not told and index and page.sentences[index - 1].paragraph == sentence.paragraph:
        index -= 1
        told = [] if answers_last(sentence.tokens, token) else list(discourse.told_in(index))
    body = as_body(told[-1].voice) if told else None
    if body is None or any(each.voice.party != body.party for each in told):
        return None
    if body.plural or body.vague or is_outlet(body.party) or not _is_body(discourse, body):
        return None
    entities, places = discourse.register.entities, discourse.register.places[index]
    here = {p.entity for p in places if index < sentence.index or p.last <= token}
    names = {name.lower() for name in (body.party, *body.aliases)}
    others = (entities[each] for each in here if each != body.entity)
    if any(_may_have_one(each) and each.name.lower() not in names for each in others):
        return None
    return replace(body, confidence=0.55, note=f"spokesman taken as that of {body.party}")


def is_state(register: Register, voice: Voice) -> bool:
    """Whether a body is a state, by its name or as it is told to have an army or ministers."""
    entity = register.find(voice.party)
    if entity is None or entity.is_person:
        return False
    if entity.name.lower() in states() or entity.sort == PLACE:
        return True
    for sentence in register.page.sentences:
        for place in register.places[sentence.index]:
            if place.entity != entity.index:
                continue
            behind = [token.lower for token in sentence.tokens[place.last : place.last + 4]]
            before = [t.lower for t in sentence.tokens[max(0, place.first - 2) : place.first]]
            if behind[:1] == ["'s"] and not _OF_STATES.isdisjoint(behind):
                return True
            if before[1:] in (["of"], ["with"]) and before[0] in _WITH_STATES:
                return True  # "the border with Peru"
    return False


_OF_STATES = frozenset(
    ["ministry", "minister", "army", "military", "government", "soldiers", "troops", "parliament",
     "border", "borders", "capital", "forces"]
)  # fmt: skip


_WITH_STATES = frozenset(["border", "frontier", "president", "king", "war", "ceasefire"])


def _is_body(discourse: Discourse, voice: Voice) -> bool:
    """Whether who told something is a body, by its name or by what it is."""
    if voice.entity is None:
        return voice.party.lower().rsplit(" ", 1)[-1] in body_words() | {"office"}
    return not discourse.register.entities[voice.entity].is_person


def _may_have_one(entity: Entity) -> bool:
    """Whether somebody named may have a spokesman."""
    return entity.sort == ORGANISATION or is_known_body(entity.name)


def owner_of(
    discourse: Discourse, pronoun: str, sentence: Sentence, token: int, head: str
) -> Voice | None:
    """Who "his", "its" or "their" before a ``head`` stands for, told by the pronoun's form as a
    subject: of an outlet that reported something of a body, that body has "its spokesman"; and of
    people whom a body told of, they have "their lawyer"."""
    own = _stranger_here(discourse.register, pronoun, sentence, token)
    if own is not None:
        return own
    meant = discourse.pronoun(pronoun, sentence, token, owns=True)
    if pronoun == "they" and _tells_of_others(discourse, meant):
        page = discourse.register.page
        before = page.sentences[sentence.index - 1] if sentence.index else None
        return whose(before, sentence, token, head) or meant
    if pronoun != "it" or meant is None or meant.entity is None:
        return meant
    if (spoke := _just_told(discourse, sentence, meant.entity)) is not None:
        return taken(spoke, pronoun)
    if speaks_for_outlet(sentence.tokens, head):
        return meant
    for index in range(sentence.index, max(-1, sentence.index - 2), -1):
        for spoken in reversed(discourse.told_in(index)):
            if spoken.voice.entity == meant.entity:
                owner = _past_reporter(discourse, spoken, meant)
                return taken(owner, pronoun) if owner is not None else None
    return meant


def _just_told(discourse: Discourse, sentence: Sentence, meant: int) -> Voice | None:
    """The body without a name that alone told the sentence right before, which names nobody else
    who may be meant: "the coastguard said. Its commander"."""
    told = discourse.told_in(sentence.index - 1)
    if len(told) != 1 or told[0].voice.entity is not None:
        return None
    before = discourse.register.page.sentences[sentence.index - 1]
    voice = told[0].voice
    body = voice.party.lower().rsplit(" ", 1)[-1] in body_words() and not voice.plural
    named = any(place.entity == meant for place in discourse.register.places[before.index])
    return voice if body and not named and before.paragraph == sentence.paragraph else None


def is_sure(
    discourse: Discourse, owner: Voice, pronoun: str, sentence: Sentence, token: int
) -> bool:
    """Whether nobody else may be the owner that "her" or "its" at a token was taken for: the last
    sentence before that tells of anybody of that sort tells of no other, or of what the other
    did not say."""
    register = discourse.register
    for index in range(sentence.index, max(-1, sentence.index - _LAST), -1):
        own = index == sentence.index
        tokens = register.page.sentences[index].tokens
        here = [p for p in register.places[index] if not own or p.last <= token]
        named = {p.entity for p in here if _may_own(pronoun, register.entities[p.entity])}
        told = [s.voice for s in discourse.told_in(index) if not own or s.token < token]
        told = [voice for voice in told if fit_voice(pronoun, voice) is not None]
        begin = max((p.last for p in here if p.entity in named), default=0)
        behind = range(begin, token if own else len(tokens))
        if pronoun in GENDERS and any(_is_stranger(tokens, at) for at in behind):
            return False
        if not named and not told:
            continue
        if pronoun == "it" and told and all(voice.party == owner.party for voice in told):
            return True
        others = [voice for voice in told if voice.party != owner.party]
        return not others and named <= {owner.entity}
    return False


def _is_stranger(tokens: Sequence[Token], at: int) -> bool:
    """Whether somebody without a name is told of there, whose lawyer may be meant: "a man"."""
    if tokens[at].lower not in _STRANGERS or (
        tokens[at + 1 : at + 2] and tokens[at + 1].is_capital
    ):
        return False
    opening = (token.lower for token in tokens[max(0, at - _TOLD_BY) : at])
    return any(word in _ARTICLES for word in opening)


def _stranger_here(
    register: Register, pronoun: str, sentence: Sentence, token: int
) -> Voice | None:
    """Who has no name and opens the sentence, in which nobody by name is told of before "his":
    "The man, who lives near by, saw it, his attorney said"."""
    gender = GENDERS.get(pronoun)
    tokens = sentence.tokens
    if gender is None or tokens[0].lower not in _ARTICLES:
        return None
    noun = next((at for at in range(1, _TOLD_BY + 1) if tokens[at].lower in _STRANGERS), token)
    if noun >= token or tokens[noun].lower in roles_of_others(gender):
        return None
    named = (
        register.entities[p.entity] for p in register.places[sentence.index] if p.last <= token
    )
    if any(fit_entity(pronoun, entity) is not None for entity in named):
        return None
    surface = " ".join(each.text for each in tokens[: noun + 1])
    return Voice(
        surface[0].lower() + surface[1:], None, (surface,), anonymous=True, person=True,
        gender=gender, confidence=0.5, mention=surface,
    )  # fmt: skip


_STRANGERS = frozenset(
    ["man", "woman", "boy", "girl", "person", "teenager", "teen", "resident", "suspect", "victim",
     "driver", "passenger", "employee", "user", "customer", "patient", "student", "witness"]
)  # fmt: skip
_ARTICLES = frozenset(["a", "an", "the", "one", "another", "this", "that"])
_TOLD_BY = 3
"""Tokens of "the young unidentified man" before the last, at most."""


def _may_own(pronoun: str, entity: Entity) -> bool:
    """Whether "its" or "her" may be of somebody or something named: "its" hardly of a place."""
    if fit_entity(pronoun, entity) is None:
        return False
    return pronoun in GENDERS or entity.sort != PLACE


_LAST = 4
"""Sentences in which somebody may be told of whose lawyer or chief speaks."""


def _tells_of_others(discourse: Discourse, meant: Voice | None) -> bool:
    """Whether who "they" may be is a body, or people who look into what others did: not a family,
    which has a lawyer itself."""
    if meant is None or may_look_into(meant):
        return True
    if meant.entity is None:
        return meant.party.lower().rsplit(" ", 1)[-1] in body_words()
    body = discourse.register.find(meant.party)  # for which the person speaks who is meant
    entity = body or discourse.register.entities[meant.entity]
    return entity.sort in (ORGANISATION, PLACE)


def _past_reporter(discourse: Discourse, spoken: Spoken, body: Voice) -> Voice | None:
    """The body, or the one that it only reported something of; None where it reported something of
    nobody who is named."""
    if body.entity is None:
        return body
    told = discourse.register.page.sentences[spoken.sentence]
    if not may_report(told, spoken.token, body.party):
        return body
    other = reported_of(discourse.register, told, spoken.token, body.entity)
    if other is not None:
        return voice_of(discourse.register, other)
    found = described_in(told, spoken.token)
    if found is not None:
        return _described(discourse, told, *found)
    own = tells_of_itself(told, spoken.token) or not reports(told, spoken.token)
    return body if own else None


def _described(discourse: Discourse, told: Sentence, first: int, last: int) -> Voice:
    """Who "the startup" is, by name where the text told of one before."""
    opening, noun = told.tokens[first].lower, told.tokens[last - 1].lower
    known = discourse.body(noun, told, first) if opening == "the" else None
    surface = " ".join(token.text for token in told.tokens[first:last])
    return known or Voice(surface, None, (), confidence=0.5, mention=surface)

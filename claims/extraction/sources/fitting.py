"""Whether a pronoun or a description fits somebody by itself: by number, gender and sort; and
whether "it" is who tells it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from claims.extraction.names.entities import Register
from claims.extraction.names.entity import Entity, Place
from claims.extraction.names.mentions import ADJECTIVE, ORGANISATION, PLACE, UNKNOWN
from claims.extraction.sources.starts import LINKS
from claims.extraction.text.inflect import may_be_past
from claims.extraction.text.lexicon import given_names, roles_of, word_set
from claims.extraction.text.segment import Sentence, Token
from claims.extraction.text.verb_groups import BE
from claims.extraction.voice import GENDERS, POSSESSIVES, Voice

_NAMED_AS = {
    "airline": frozenset({"airlines", "airways", "air"}),
    "bank": frozenset({"banque", "banco", "banca", "bancorp"}),
    "carmaker": frozenset({"motors", "motor"}),
    "charity": frozenset({"trust", "foundation", "spca", "rspca", "sspca", "rescue"}),
    "club": frozenset({"fc", "afc", "cf", "rovers", "wanderers", "athletic"}),
    "drugmaker": frozenset({"pharma", "pharmaceuticals"}),
    "insurer": frozenset({"insurance", "assurance"}),
}
"""Words in a name that say of what sort its bearer is."""


def is_told_as_anothers(voice: Voice) -> bool:
    """Whether a voice is known by whose it is alone: "his brother"."""
    return voice.entity is None and voice.party.split(" ", 1)[0].lower() in POSSESSIVES


def is_described(voice: Voice) -> bool:
    """Whether a voice bears no name, as "the residents"."""
    return voice.party.removeprefix("The ").removeprefix("the ").islower()


def is_named_as(head: str, entity: Entity) -> bool:
    """Whether a name says that it is a "bank"'s: "Bank of Orsk", "Norbank", "Orsk FC"."""
    words = set(entity.name.lower().split())
    if head in words or not words.isdisjoint(_NAMED_AS.get(head, ())):
        return True
    return head == "bank" and not entity.is_person and any(w.endswith(head) for w in words)


def may_be_alike(one: Entity, other: Entity) -> bool:
    """Whether one pronoun may stand for either, for all that is known of their genders."""
    return one.gender is None or other.gender is None or one.gender == other.gender


def stands_out(register: Register, entity: Entity, sentence: Sentence, token: int) -> bool:
    """Whether somebody is the last person named before a token who may be meant there, or
    the one that the text named most often till then."""
    counts: dict[int, int] = defaultdict(int)
    last = None
    for index in range(max(0, sentence.index - _FAR), sentence.index + 1):
        for place in register.places[index]:
            other = register.entities[place.entity]
            ahead = index == sentence.index and place.first >= token
            if other.is_person and not ahead and may_be_alike(other, entity):
                counts[other.index] += 1
                last = other.index
    return entity.index in (last, max(counts, key=counts.__getitem__, default=None))


_FAR = 60
"""Sentences back in which people are counted."""


def fit_voice(lower: str, voice: Voice) -> float | None:
    """How well a pronoun fits who spoke; None where it cannot be they."""
    if lower in ("he", "she", "he or she"):
        if not voice.person or voice.plural:
            return None
        return _gender_fit(lower, voice.gender or _told_gender(voice))
    if lower in ("they", "these", "those"):
        return 1.0 if voice.plural else (0.3 if not voice.person else -0.5)
    if lower in ("it", "this", "that"):
        if voice.person and voice.speaker in (voice.party, None):
            return None
        return -0.6 if voice.person or voice.plural else 1.0
    return None


def _told_gender(voice: Voice) -> str | None:
    """The gender of who has no name, as the role tells it: "a spokeswoman for the bank"."""
    if voice.speaker is not None and voice.speaker[0].isupper():
        return None
    role = _BEHIND.split(voice.mention.lower(), maxsplit=1)[0].rpartition(" ")[2]
    return "f" if role in roles_of("f") else "m" if role in roles_of("m") else None


_BEHIND = re.compile(r" (?:for|of|at|in|from|who|with|on|to)\b|,")


def _is_apposed(sentence: Sentence, place: Place) -> bool:
    """Whether somebody stands behind what they are where a sentence opens: "The film's director,
    Ada Beck, ..."."""
    tokens = sentence.tokens
    closes = place.last < len(tokens) and tokens[place.last].text == ","
    return closes and place.first <= _OPENING and tokens[place.first - 1].text == ","


def _is_owner_of_named(sentence: Sentence, place: Place, places: Sequence[Place]) -> bool:
    """Whether somebody only has who is named behind: "(Ada Orr)'s former drummer, Bo Hart, ..."."""
    tokens = sentence.tokens
    owns = place.last < len(tokens) and tokens[place.last].lower == "'s"
    return owns and any(each.first > place.last and _is_apposed(sentence, each) for each in places)


def is_about_another(
    register: Register, sentence: Sentence, token: int, last: Voice | None
) -> bool:
    """Whether somebody else by name is the subject of the sentence till a token: "Orr's drummer,
    Bo Hart, was coy: he said"."""
    return any(
        place.last <= token
        and register.entities[place.entity].is_person
        and (last is None or place.entity != last.entity)
        and is_subject(register, sentence, place)
        for place in register.places[sentence.index]
    )


def is_subject(register: Register, sentence: Sentence, place: Place) -> bool:
    """Whether a sentence is about somebody whom it names: its first words, or what behind a comma
    tells whose name the first words leave out, or who does something further on."""
    if _is_owner_of_named(sentence, place, register.places[sentence.index]):
        return False
    opens = place.first <= _SUBJECT or _is_apposed(sentence, place)
    return opens or _acts_behind(sentence, place)


def opens_with(register: Register, index: int, entity: int | None) -> bool:
    """Whether a sentence opens with somebody's name, and names nobody before."""
    places = register.places[index][:1]
    return any(place.entity == entity and place.first <= _TITLE for place in places)


_SUBJECT = 3
"""Tokens before a name that opens a sentence: "the former minister"."""
_TITLE = 2
"""Tokens of a title before the name that opens a sentence."""


def _acts_behind(sentence: Sentence, place: Place) -> bool:
    """Whether somebody by name does something behind what opens the sentence: "In 2006, Pope Orr
    upset many when he said"."""
    tokens, first = sentence.tokens, place.first
    while first > 0 and tokens[first - 1].lower in _TITLED:
        first -= 1
    after = tokens[place.last].lower if place.last < len(tokens) else ""
    opens = 1 < first <= _OPENING and tokens[first - 1].text == "," and tokens[0].lower in _WHEN
    return opens and may_be_past(after)


_WHEN = frozenset(["in", "on", "at", "last", "earlier", "after", "during"])
_TITLED = word_set("titles") | frozenset(["former", "the", "then"])
_OPENING = 8
"""Tokens in which an apposition to a sentence's subject starts."""


def _is_heading(name: str) -> bool:
    """Whether several words stand in capitals, as in a line between paragraphs."""
    return name.isupper() and " " in name


def _gender_fit(lower: str, gender: str | None) -> float | None:
    wanted = GENDERS.get(lower)
    if wanted is None or gender is None:
        return 0.5
    return 1.2 if gender == wanted else None


def fit_entity(lower: str, entity: Entity) -> float | None:
    """How well a pronoun fits somebody or something named; None where it cannot be that."""
    if entity.sort == ADJECTIVE:
        return None
    if lower in ("he", "she", "he or she"):
        if entity.sort in (ORGANISATION, PLACE) or _is_heading(entity.name):
            return None
        fit = _gender_fit(lower, entity.gender)
        if fit is None or (entity.sort == UNKNOWN and " " not in entity.name):
            return None
        return fit + (0.8 if entity.is_person else -0.6)
    if entity.is_person:
        return None
    if lower in ("they", "these", "those"):
        given = not given_names().isdisjoint(entity.name.lower().split())
        if entity.sort == UNKNOWN and given:
            return None  # "Jihadi John"
        return 0.1 if entity.sort == ORGANISATION else -0.3
    return 0.5 if entity.sort == ORGANISATION else 0.0


def stranger_in(tokens: Sequence[Token]) -> tuple[int, int] | None:
    """The article and the noun for a person without a name whom a sentence is about, or of whom it
    tells more: "(a masked fighter) stands", "to his left is (a fighter)", "(a man) who speaks"."""
    people = word_set("person_roles") - word_set("plural_people")
    for first, token in enumerate(tokens):
        if token.lower not in ("a", "an", "another"):
            continue
        near = range(first + 1, min(first + _PHRASE, len(tokens)))
        noun = next((at for at in near if tokens[at].lower in people), None)
        if noun is None or any(not t.is_word or t.lower in LINKS for t in tokens[first:noun]):
            continue
        before = tokens[first - 1].lower if first else ""
        after = tokens[noun + 1].lower if noun + 1 < len(tokens) else ""
        if not before or before in BE or after == "who":
            return first, noun
    return None


_PHRASE = 6
"""Tokens of "a masked fighter", at most."""


def who_opens(sentence: Sentence, token: int) -> Voice | None:
    """The police who open a sentence that tells of what "they" did: "Police in Kelm released a man
    they had accused"."""
    opening = sentence.tokens[0]
    if token < 1 or opening.lower not in _SEVERAL:
        return None
    return Voice(opening.text, None, (), plural=True, confidence=0.5, mention=opening.text)


_SEVERAL = frozenset(["police", "authorities", "prosecutors", "officials", "investigators"])


def takes_up(register: Register, source: Sequence[Token], told_by: Sequence[Voice]) -> bool:
    """Whether a source that opens what somebody tells is "it", and that is who tells it: "the bank
    said it denied the report", "a spokesman for the bank said it would not comment"."""
    if not told_by or told_by[0].plural or len(source) != 1 or source[0].lower != "it":
        return False
    voice = told_by[0]
    if not voice.person:
        return True
    entity = register.find(voice.party) if voice.speaker not in (None, voice.party) else None
    return entity is not None and not entity.is_person

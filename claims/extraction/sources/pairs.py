"""Two parties told of as one: "both firms", "neither side", "the two men"."""

from __future__ import annotations

import itertools
from dataclasses import replace

from claims.extraction.names.entity import Entity, Place
from claims.extraction.names.mentions import ADJECTIVE, UNKNOWN
from claims.extraction.names.words import nationalities
from claims.extraction.sources.phrase import Phrase
from claims.extraction.sources.taking import voice_of
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.segment import Token
from claims.extraction.voice import Voice

_REACH = 3
"""Sentences back that the two may have been named together."""
_LATEST = 40
"""Of the names of a sentence, how many are looked at."""
_OPENINGS = {"both": True, "neither": False, "either": False, "two": True}
"""Words that open such a phrase, and whether a plural follows."""
_EITHER_SORT = frozenset(["sides", "parties", "of"])
_PEOPLE = {"men": "man", "women": "woman"}
_BODIES = frozenset(["country", "nation", "state", "government", "side", "party", "studio"])


def told_pair(phrase: Phrase) -> list[Voice] | None:
    """The two parties that the phrase stands for; one voice of both where they are not known.

    None where the phrase is nothing of the kind.
    """
    two = _of_two_states(phrase)
    if two is not None:
        return two
    words = [t.lower for t in phrase.tokens if t.lower not in ("the", "of", "them", "these")]
    if words == ["they"]:
        return _they(phrase)
    if not words or words[0] not in _OPENINGS or len(words) > 2 or phrase.named:
        return None
    if words[0] == "two" and phrase.start != "the":
        return None
    noun = (words[1] if _OPENINGS[words[0]] else _plural(words[1])) if len(words) == 2 else ""
    person = _is_of_people(noun)
    if noun and person is None:
        return None
    for index in range(phrase.sentence.index, max(-1, phrase.sentence.index - _REACH), -1):
        pair = _last_pair(phrase, index, None if noun in _EITHER_SORT or not noun else person)
        if pair is not None:
            note = f"'{phrase.surface.lower()}' taken as {pair[0].name} and {pair[1].name}"
            known = (voice_of(phrase.register, entity) for entity in pair)
            return [replace(voice, confidence=0.6, note=note) for voice in known]
    if not noun:
        return None
    return [
        Voice(
            f"both {noun}", None, (phrase.surface,), anonymous=True, plural=True, confidence=0.5,
            mention=phrase.surface,
        )
    ]  # fmt: skip


def _of_two_states(phrase: Phrase) -> list[Voice] | None:
    """Each of "the Canadian and Israeli governments"; None of "British and French officials", of
    whom nobody can tell how many there are, nor whose."""
    tokens = phrase.tokens[phrase.start == "the" :]
    if len(tokens) < _TWO_STATES or tokens[1].lower != "and":
        return None
    single, states = _single(tokens[-1].lower), (tokens[0], tokens[2])
    if single not in _OF_STATES or tokens[-1].lower == single:
        return None
    if not all(each.lower in nationalities() for each in states):
        return None
    body = " ".join([*(token.text for token in tokens[3:-1]), single])
    return [
        Voice(
            f"{state.text} {body}", None, (f"the {state.text} {body}",), confidence=0.7,
            mention=phrase.surface,
        )
        for state in states
    ]  # fmt: skip


_TWO_STATES = 4
"""Words that such a phrase has at least, without "the"."""
_OF_STATES = frozenset(
    ["government", "army", "navy", "military", "embassy", "parliament", "ministry", "cabinet",
     "regime", "presidency", "delegation"]
)  # fmt: skip
"""What a state has one of, or speaks as one."""


def _they(phrase: Phrase) -> list[Voice] | None:
    """The two people who open the sentence before, or are all that is told of there: "Orr and Lund
    stole it, police said. They deny it"."""
    index = phrase.sentence.index - 1
    if index < 0 or phrase.first > 1:
        return None
    pair = _last_pair(phrase, index, True)
    places = phrase.register.places[index] if pair is not None else ()
    first = next((p.first for p in places if pair and p.entity == pair[0].index), None)
    tokens = phrase.register.page.sentences[index].tokens
    opens = first is not None and (first <= 1 or tokens[first - 1].lower == "that")
    if pair is None or not opens or not all(entity.seems_person for entity in pair):
        return None
    note = f"'they' taken as {pair[0].name} and {pair[1].name}"
    known = (voice_of(phrase.register, entity) for entity in pair)
    return [replace(voice, confidence=0.6, note=note) for voice in known]


def _last_pair(phrase: Phrase, index: int, person: bool | None) -> tuple[Entity, Entity] | None:
    """The last two names joined by "and" in a sentence, before the phrase, of the right sort."""
    tokens = phrase.register.page.sentences[index].tokens
    here = index == phrase.sentence.index
    named = phrase.register.places[index]
    places = [p for p in named if not here or p.last <= phrase.first][-_LATEST:]
    for left, right in reversed(list(itertools.pairwise(places))):
        between = [token.lower for token in tokens[left.last : right.first]]
        if between not in (["and"], ["and", "the"], ["nor"], ["or"]) or _more(tokens, left):
            continue
        pair = phrase.entity(left), phrase.entity(right)
        if all(_fits(entity, person) for entity in pair) and pair[0] is not pair[1]:
            return pair
    return None


def _more(tokens: tuple[Token, ...], left: Place) -> bool:
    """Whether a third was named before the two: "Dunne, Kellmark and Orr"."""
    return left.first > 1 and tokens[left.first - 1].text == ","


def _fits(entity: Entity, person: bool | None) -> bool:
    if entity.sort == ADJECTIVE:
        return False
    return person is None or entity.sort == UNKNOWN or entity.is_person == person


def _is_of_people(noun: str) -> bool | None:
    """Whether a plural is of persons, or of bodies; None where it is of neither."""
    single = _PEOPLE.get(noun) or _single(noun)
    if single in word_set("person_roles") or noun in _PEOPLE:
        return True
    return False if single in word_set("org_roles") or single in _BODIES else None


def _single(noun: str) -> str:
    return noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")


def _plural(noun: str) -> str:
    people = {single: plural for plural, single in _PEOPLE.items()}
    return people.get(noun) or (noun[:-1] + "ies" if noun.endswith("y") else noun + "s")

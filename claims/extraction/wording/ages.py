"""Who "the 66-year-old" of a claim is: whom the text names with that age, or the one person it
named just before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.names.entity import Entity
from claims.extraction.text.lexicon import given_names, word_set
from claims.extraction.text.quality import may_be_finite
from claims.extraction.text.segment import Sentence, Token
from claims.extraction.voice import Voice

_AGED = re.compile(r"(?P<age>\d{1,2})-year-old$")
_MOST = 2
"""Words that tell what somebody of an age is: "the 40-year-old English actor"."""


def name_aged(
    done: Attributed, sentence: Sentence, first: int, last: int, voice: Voice
) -> dict[int, tuple[int, str]]:
    """Where between two tokens of a sentence somebody stands by their age, the end of those words
    and the name."""
    tokens, found = sentence.tokens, dict[int, tuple[int, str]]()
    for at in range(first, last - 1):
        match = _AGED.match(tokens[at + 1].lower)
        if match is None or tokens[at].lower != "the":
            continue
        end = _end(tokens, at + 2, last)
        person = _with_age(done, match["age"]) or _only_one(done, sentence, at)
        if end and person is not None and person.name not in voice.names:
            found[at] = (end, person.name)
    return found


def _end(tokens: Sequence[Token], at: int, last: int) -> int:
    """Where the words end that tell what somebody of an age is; 0 where they tell more: "from"."""
    for end in range(at, min(last, at + _MOST) + 1):
        before = tokens[end - 1]
        ends = end == last or not tokens[end].is_word or may_be_finite(tokens[end].lower)
        if ends:
            is_noun = end == at or before.lower in word_set("person_roles") | _STARS
            return end if is_noun else 0
    return 0


_STARS = frozenset(["singer", "actor", "actress", "star", "athlete", "despot", "leader", "striker"])


@lru_cache(maxsize=64)
def _after_age(text: str, age: str) -> tuple[str, ...]:
    """The words that stand before an age: "Plant" of "Robert Plant, 66,"."""
    return tuple(re.findall(rf"([\w'’-]+), {age}(?=[,.;) ])(?!,?\d)", text))


def _with_age(done: Attributed, age: str) -> Entity | None:
    """The one person whom the text names with that age."""
    words = set(_after_age(done.page.text, age))
    found = [e for e in done.register.entities if words and e.name.split(" ")[-1] in words]
    return found[0] if len(found) == 1 and _is_somebody(found[0]) else None


def _only_one(done: Attributed, sentence: Sentence, at: int) -> Entity | None:
    """The one person told of before the token ``at`` in the sentence and in the one before it, who
    says nothing there."""
    spans = [(sentence.index, at)]
    if sentence.index:
        before = sentence.index - 1
        spans.append((before, len(done.page.sentences[before].tokens)))
    people: set[int] = set()
    for index, end in spans:
        places = list(done.register.in_tokens(index, 0, end))
        named = {place.first - 1 for place in places}
        tokens = done.page.sentences[index].tokens[:end]
        if any(t.lower in _PEOPLE and n not in named for n, t in enumerate(tokens)):
            return None  # "Orr hit a girl. The 12-year-old died"
        people |= {place.entity for place in places}
    known = [each for each in map(done.register.entities.__getitem__, people) if each.seems_person]
    speak = {told.voice.name for index, _ in spans for told in done.discourse.told_in(index)}
    fits = len(known) == 1 and _is_somebody(known[0]) and known[0].name not in speak
    return known[0] if fits and _AGENTS.isdisjoint(known[0].roles) else None


_PEOPLE = word_set("person_roles") | {"girl", "boy", "man", "woman", "child"}
_AGENTS = word_set("spokes_roles") | word_set("client_roles") | {"judge", "prosecutor", "doctor"}


def _is_somebody(entity: Entity) -> bool:
    first = entity.name.split(" ", 1)[0].lower()
    return " " in entity.name and (entity.is_person or first in given_names())

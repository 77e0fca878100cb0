"""Whom the writer puts for a pronoun: nobody but a person is "he" or "she"."""

from __future__ import annotations

import re

from claims.extraction.names.entities import Entity, Register
from claims.extraction.names.mentions import UNKNOWN
from claims.extraction.position import Position
from claims.extraction.text.lexicon import word_set

_THING = re.compile(
    r"(?:the|an?|this|that) (?:[a-z]+ )?(?:film|video|report|story|article|plane|ship|deal|dam|"
    r"statement|claim|letter|post|photo|picture|image|attack|strike|raid|house|company|firm|book|"
    r"song|law|plan) (?:is|are|was|were|has|had|have|will|would|could|may|might|can)\b",
    re.I,
)
"""What is surely nobody, and does something."""
_MOST_WORDS = 4
"""Words of a name that are looked up."""
_OWNS = re.compile(r"['’]s?(?: |$)")
"""What makes a name the owner of who is told of: "Orr's son"."""


def puts_thing(register: Register, told: str, position: Position) -> bool:
    """Whether a sentence tells of a body, a place or whatever else is named what the position's
    words tell of "him" or "her": "Kellmark had lost his job".

    A single word that nothing tells the sort of counts as a body, unless it is who speaks.
    """
    if position.claim.split(" ", 1)[0].lower() not in ("he", "she"):
        return False
    if _THING.match(told):
        return True
    entity = _opening(register, told)
    if entity is None or entity.is_person or not set(entity.names).isdisjoint(position.voice.names):
        return False
    return entity.sort != UNKNOWN or " " not in entity.name


def _opening(register: Register, told: str) -> Entity | None:
    """Who or what the sentence opens with by name; None where that only tells whose somebody is:
    "Kellmark's head", "the Peru envoy"."""
    words = told.removeprefix("the ").removeprefix("The ").split(" ")
    for size in range(min(_MOST_WORDS, len(words)), 0, -1):
        name = " ".join(words[:size])
        found = register.find(name)
        if found is not None:
            people = word_set("person_roles") | word_set("anonymous_heads")
            return None if people.intersection(words[size : size + 1]) else found
        if _OWNS.search(name):
            return None
    return None

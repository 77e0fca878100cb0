"""Whose government "the government spokesman" speaks for: that of the one state that a page is
about, or that a paragraph has named so far."""

from __future__ import annotations

from collections import Counter

from claims.extraction.names.entities import Register
from claims.extraction.names.entity import Entity
from claims.extraction.names.mentions import ADJECTIVE, PLACE, possess
from claims.extraction.text.segment import Sentence
from claims.model import PartyKind
from claims.parties import load_catalogue

_MOST = 400
"""Names of a page that are looked at."""
_FAR_MORE = 4
"""How many times more often than any other the one state must be named."""


def government_of_page(register: Register) -> str | None:
    """``Peru's government``, ``Peruvian government``; None where the page is about no one state."""
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    for entity in register.entities[:_MOST]:
        known = _state_of(entity)
        if known is not None:
            counts[known] += entity.count
            names.setdefault(known, _of(entity))
    if not counts:
        return None
    (first, most), *others = counts.most_common(2)
    return names[first] if all(most >= _FAR_MORE * count for _, count in others) else None


def government_beside(register: Register, sentence: Sentence) -> str | None:
    """The same of the one state that the paragraph of a sentence names before it; None where that
    names none, or several."""
    names: dict[str, str] = {}
    for index in range(sentence.index - 1, -1, -1):
        if register.page.sentences[index].paragraph != sentence.paragraph:
            break
        for place in register.places[index]:
            entity = register.entities[place.entity]
            known = _state_of(entity)
            if known is not None:
                names[known] = _of(entity)
    return next(iter(names.values())) if len(names) == 1 else None


def _state_of(entity: Entity) -> str | None:
    """The catalogue's id of the state that a name stands for; None of any other name."""
    if entity.sort not in (PLACE, ADJECTIVE):
        return None
    catalogue = load_catalogue()
    known = catalogue.resolve(entity.name).party_id
    party = catalogue.get(known) if known is not None else None
    return known if party is not None and party.kind is PartyKind.STATE else None


def _of(entity: Entity) -> str:
    of_state = entity.name if entity.sort == ADJECTIVE else possess(entity.name)
    return f"{of_state} government"

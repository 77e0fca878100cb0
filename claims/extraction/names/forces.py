"""For which force an officer speaks of whom a text gives the rank alone: the one that it names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.extraction.names.entity import Entity, Place
from claims.extraction.names.mentions import ORGANISATION
from claims.extraction.names.owners import was_once
from claims.extraction.text.segment import Page

FORCES = frozenset(["police", "constabulary"])
"""How the names of forces end, or begin: "Gentham Police", "Police Scotland"."""
_SERGEANTS = frozenset(["sgt", "sergeant"])
_RANKS = _SERGEANTS | frozenset(
    ["inspector", "insp", "superintendent", "supt", "constable", "detective", "det"]
)
_SOLDIERS = re.compile(r"\b(?:[Aa]rmy|[Mm]arines?|soldiers?|troops|regiment|battalion|platoon)\b")
"""Where these are told of, a sergeant may be one of them."""


def learn_force(page: Page, entities: Sequence[Entity], places: Sequence[Sequence[Place]]) -> None:
    """Officers told of by rank and name speak for the one force that the page names, if it does."""
    forces = [each.name for each in entities if _is_force(each)]
    if len(forces) != 1:
        return
    soldiers = _SOLDIERS.search(page.text) is not None
    for sentence, here in zip(page.sentences, places, strict=True):
        for place in here:
            entity = entities[place.entity]
            if not entity.is_person or entity.institution is not None:
                continue
            at = place.first - 1
            at -= at > 0 and sentence.tokens[at].text == "."
            rank = sentence.tokens[at] if at >= 0 else None
            if rank is None or rank.lower not in _RANKS or not rank.is_capital:
                continue
            if not (soldiers and rank.lower in _SERGEANTS) and not was_once(sentence.tokens, at):
                entity.institution = forces[0]


def _is_force(entity: Entity) -> bool:
    words = entity.name.lower().split()
    ends = len(words) > 1 and not FORCES.isdisjoint((words[0], words[-1]))
    return ends and entity.sort == ORGANISATION

"""Whom a "he" cannot mean: one whom the sentence before passed over for another."""

from __future__ import annotations

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.model.weighing.pointing import Pointed

_LEADS = 3
"""Tokens before a name that leads its sentence."""


def passes_over(done: Attributed, source: Pointed, party: Pointed, speaker: Pointed | None) -> bool:
    """Whether the sentence before a "he" that opens its own tells of another person alone, its
    subject, and not of who is pointed at: "Ada Orr left. Bo Lund opened the mill. He said"."""
    index = source.sentence.index - 1
    if source.pronoun not in ("he", "she") or source.first > 1 or index < 0:
        return False
    register = done.register
    meant = done.discourse.pronoun(source.pronoun, source.sentence, source.first)
    if meant is None or meant.entity is None or party.entity is None:
        return False
    if speaker is not None and speaker.entity is register.entities[meant.entity]:
        return False
    places = register.places[index]
    people = {place.entity for place in places if register.entities[place.entity].is_person}
    leads = any(place.entity == meant.entity and place.first <= _LEADS for place in places)
    return (
        leads
        and people <= {meant.entity}
        and not any(place.entity == party.entity.index for place in places)
    )

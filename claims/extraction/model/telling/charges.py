"""Readings on what somebody is charged with, as the rules put them (``positions.charges``)."""

from __future__ import annotations

from dataclasses import replace

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.model.weighing.candidate import Candidate
from claims.extraction.positions.charges import put_on_charge


def with_charge(done: Attributed, candidate: Candidate) -> Candidate:
    """The candidate on what they are charged with, where somebody denies that, or what is laid to
    them; what the writer copied tells that they are charged."""
    position = put_on_charge(done, candidate.position)
    if position is candidate.position:
        return candidate
    reading = candidate.reading
    if reading is not None:
        reading = replace(reading, told="", told_else=())
    return replace(candidate, position=position, reading=reading)

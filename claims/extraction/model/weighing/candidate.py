"""A position that may be right, before it is known which ones are told."""

from __future__ import annotations

from dataclasses import dataclass

from claims.extraction.model.network.decode import Reading
from claims.extraction.position import Position


@dataclass
class Candidate:
    """A position that may be right, with what speaks for it."""

    position: Position
    reading: Reading | None
    from_rule: bool
    rival: float = 0.0
    """The strength of the best other value for the same voice and span (``neighbours``)."""
    rival_rule: bool = False
    """The rules are among those who see another value."""
    repeat: float = 0.0
    """The strength of the best candidate of the same voice, value and span, if better."""
    other_voice: float = 0.0
    """The strength of the best candidate of another voice with the same value and span."""
    probability: float = 0.0

"""A telling word group of a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claims.model import Stance


class Shape(StrEnum):
    """How the cue stands in its sentence, which says where its source is."""

    FINITE = "finite"
    GERUND = "gerund"
    PASSIVE = "passive"
    INFINITIVE = "infinitive"
    ACCORDING = "according"
    PHRASE = "phrase"


@dataclass(frozen=True, slots=True)
class Cue:
    """A telling word group, by token indices of its sentence (``last`` inclusive)."""

    stance: Stance
    lemma: str
    group: str
    first: int
    main: int
    last: int
    shape: Shape
    weak: bool
    negated: bool
    reason: str
    until: tuple[int, int] | None = None
    """Where what is told ends and where what is said of it does, for "called it (a hoax)"."""
    mark: str = ""
    """The feature of a position that is told like this, where it can be nothing else."""

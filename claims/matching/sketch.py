"""A claim sentence as a sketch that compares fast."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol


class MentionFinder(Protocol):
    """What matching needs of the party catalogue (``claims.parties`` provides it)."""

    def find_mentions(self, text: str) -> Sequence[Any]:
        """Mentions of catalogued parties in ``text``."""


@dataclass(frozen=True, slots=True)
class ClaimSketch:
    """One claim, precomputed for ``compare``. Cheap to rebuild; not stored."""

    text: str
    stems: frozenset[str]
    parties: frozenset[str] = frozenset()


def sketch(text: str, catalogue: MentionFinder | None = None) -> ClaimSketch:
    """Sketch one claim sentence. Without a catalogue, parties are matched by name only."""
    return ClaimSketch(text=text, stems=frozenset(text.lower().split()))


def terms(claim: ClaimSketch) -> tuple[str, ...]:
    """Tokens for an inverted index, sorted; the store picks the rarest few."""
    return tuple(sorted(claim.stems))

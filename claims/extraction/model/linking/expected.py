"""What a claim's sentence is expected to say, word by word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

UNSEEN = 0.02
"""Probability of a word that stands in neither sentence nor the quote."""


@dataclass(frozen=True)
class Expected:
    """The words of a claim, each with the probability that people would tell it by that word."""

    chances: Mapping[str, float]

    @cached_property
    def total(self) -> float:
        """How many words the claim is expected to hold."""
        return sum(self.chances.values())

    def agreement(self, words: Counter[str]) -> float:
        """The F1 to be expected of a sentence of ``words``."""
        shared = sum(self.chances.get(word, UNSEEN) for word in words)
        return 2 * shared / (words.total() + self.total + 0.5)

"""What a document talks of, in stems: its sentences, its opening, the words all through it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from claims.extraction.joining import claim_key, document_words, is_stop_word
from claims.extraction.segment import Page

Key = frozenset[str]
TOP_WORDS = 12
"""Words that run through a document, most frequent first: so many are its theme."""
OPENING = 2
"""Sentences that open a document (a headline counts as one)."""
TELLING = 4
"""Content words that a sentence must have to count as one of them: a dateline has fewer."""


@dataclass(frozen=True)
class Backdrop:
    """The document's words, against which a position's words are held."""

    frequency: Counter[str]
    """How often each stem stands in the text."""
    sentences: tuple[Key, ...]
    top: Key
    first: Key
    """The content words of the first sentence that tells something."""
    lead: Key
    """The content words of the first ``OPENING`` of those sentences."""
    rare: dict[str, float]
    often: dict[str, float]

    def rarity(self, word: str) -> float:
        """How telling a word is of one claim: what runs through the document counts less."""
        return self.rare.get(word, 1.0)

    def overlap(self, a: Key, b: Key) -> float:
        """Overlap of two keys from 0 to 1, telling words counting more.

        The mean of Jaccard and containment.
        """
        common = a & b
        if not common:
            return 0.0
        shared = self.total(common)
        left, right = self.total(a), self.total(b)
        return 0.5 * shared / (left + right - shared) + 0.5 * shared / min(left, right)

    def likeness(self, a: Key, b: Key) -> float:
        """Cosine of two keys from 0 to 1, words that run through the document counting more."""
        common = a & b
        if not common:
            return 0.0
        return self._square(common) / math.sqrt(self._square(a) * self._square(b) + 1e-9)

    def novelty(self, key: Key, known: Key) -> float:
        """The share of a key that ``known`` does not hold, from 0 to 1."""
        return self.total(key - known) / (self.total(key) + 1e-6)

    def total(self, words: Iterable[str]) -> float:
        """The summed rarity of words."""
        rare = self.rare
        return sum(rare.get(word, 1.0) for word in words)

    def _square(self, words: Iterable[str]) -> float:
        often = self.often
        return sum(often.get(word, 0.0) for word in words)


def read_backdrop(page: Page) -> Backdrop:
    """The backdrop of a page. Linear in its length."""
    frequency = document_words(page.text)
    sentences = tuple(claim_key(page.text[s.start : s.end]) for s in page.sentences)
    telling = [(-count, word) for word, count in frequency.items() if not is_stop_word(word)]
    opening = [key for key in sentences[: 3 * OPENING] if len(key) >= TELLING][:OPENING]
    return Backdrop(
        frequency=frequency,
        sentences=sentences,
        top=frozenset(word for _, word in sorted(telling)[:TOP_WORDS]),
        first=opening[0] if opening else frozenset(),
        lead=frozenset[str]().union(*opening),
        rare={word: 1.0 / (1.0 + 0.25 * math.log1p(n)) for word, n in frequency.items()},
        often={word: math.log1p(n) ** 2 for word, n in frequency.items()},
    )

"""What a document talks of, in stems: its sentences, its opening, the words all through it."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

from claims.extraction.text.segment import Page
from claims.extraction.wording.joining import (
    WordWeights,
    claim_key,
    document_words,
    is_stop_word,
    rarity,
)

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
    rarity: WordWeights
    often: WordWeights
    """What words weigh by their telling one claim from another, and by running all through."""

    def overlap(self, a: Key, b: Key) -> float:
        """Overlap of two keys from 0 to 1, telling words counting more."""
        return self.rarity.overlap(a, b)

    def unlikeness(self, a: Key, b: Key) -> float:
        """The share of two keys' words that only one of them holds, telling words counting more."""
        both, shared = self.rarity.of_key(a) + self.rarity.of_key(b), self.rarity.total(a & b)
        return (both - 2 * shared) / (both - shared + 1e-6)

    def likeness(self, a: Key, b: Key) -> float:
        """Cosine of two keys from 0 to 1, words that run through the document counting more."""
        common = a & b
        if not common:
            return 0.0
        whole = self.often.of_key(a) * self.often.of_key(b)
        return self.often.total(common) / math.sqrt(whole + 1e-9)

    def novelty(self, key: Key, known: Key) -> float:
        """The share of a key that ``known`` does not hold, from 0 to 1."""
        return self.rarity.total(key - known) / (self.rarity.of_key(key) + 1e-6)


def read_lead(page: Page) -> Key:
    """The content words of the first ``OPENING`` sentences that tell something."""
    return frozenset[str]().union(*_opening(page))


def _opening(page: Page) -> list[Key]:
    keys = (claim_key(page.text[s.start : s.end]) for s in page.sentences[: 3 * OPENING])
    return [key for key in keys if len(key) >= TELLING][:OPENING]


def read_backdrop(page: Page) -> Backdrop:
    """The backdrop of a page. Linear in its length."""
    frequency = document_words(page.text)
    sentences = tuple(claim_key(page.text[s.start : s.end]) for s in page.sentences)
    telling = [(-count, word) for word, count in frequency.items() if not is_stop_word(word)]
    opening = _opening(page)
    return Backdrop(
        frequency=frequency,
        sentences=sentences,
        top=frozenset(word for _, word in sorted(telling)[:TOP_WORDS]),
        first=opening[0] if opening else frozenset(),
        lead=frozenset[str]().union(*opening),
        rarity=rarity(frequency),
        often=WordWeights(lambda word: math.log1p(frequency.get(word, 0)) ** 2),
    )

"""Which words a finding's claim is expected to hold, and how well a sentence agrees with that.

The rules' words, the writer's sentence and the quote each tell a part of the claim. A logistic
regression weighs for each of their words what speaks for it. A sentence agrees with what is
expected by the F1 of its words that is to be expected: how a sentence's agreement with what
people wrote is measured, too.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from claims.extraction.model.linking.backdrop import Key, read_lead
from claims.extraction.model.linking.expected import Expected
from claims.extraction.model.linking.linked import Linked
from claims.extraction.model.logistic import chances
from claims.extraction.model.telling.fitted import fitted
from claims.extraction.model.weighing.keeping import FUNCTION_WORDS
from claims.extraction.text.segment import Page
from claims.extraction.wording.joining import document_words, stem_word

WORD_FEATURES = (
    "always", "cut", "told", "both", "quoted", "quoted_told", "reader", "reader_cut", "unread",
    "often", "often_cut", "often_told", "lead", "lead_cut", "lead_told",
    "name", "name_cut", "name_told", "number",
    "contested", "contested_cut", "contested_told", "contested_quoted", "points", "points_told",
    "likely", "likely_told", "untold", "many", "length_cut", "length_told_cut",
)  # fmt: skip
"""The order of the weights in ``wording.json``: ``cut`` is a word of the quote's own sentence,
``told`` one of the writer's."""
SILENT = -1.5
"""Stands for the mean log-probability of a sentence that the writer did not tell."""
_MANY = 20
_WORD = re.compile(r"[a-z0-9]+")


def bag(text: str) -> Counter[str]:
    """The words that agreement is counted in, as ``gold/score.py`` does: no function words."""
    return Counter(w for w in _WORD.findall(text.lower()) if w not in FUNCTION_WORDS)


@dataclass(frozen=True)
class Surroundings:
    """What a page tells of a word, wherever it stands."""

    frequency: Mapping[str, int]
    """How often each stem stands in the text."""
    lead: Key
    """The content words of its opening."""
    names: frozenset[str]
    """Words that stand with a capital inside a sentence."""


def look_around(page: Page) -> Surroundings:
    """The surroundings of a page's words. Linear in its length."""
    inner = (token.text for sentence in page.sentences for token in sentence.tokens[1:])
    names = bag(" ".join(text for text in inner if text[0].isupper()))
    return Surroundings(document_words(page.text), read_lead(page), frozenset(names))


def expect_words(
    page: Page, linked: Iterable[Linked], weights: Sequence[float] | None = None
) -> None:
    """Note with each position what words its claim is expected to hold."""
    weights = fitted("words", WORD_FEATURES) if weights is None else weights
    around = look_around(page)
    for each in linked:
        rows = describe_expected(each, around)
        likely = chances(list(rows.values()), weights)
        each.expected = Expected(dict(zip(rows, likely, strict=True)))


def describe_expected(each: Linked, around: Surroundings) -> dict[str, list[float]]:
    """The features in the order of ``WORD_FEATURES`` for each word that its claim may hold."""
    position = each.position
    own = bag(position.claim) if position.claim and not position.points else Counter[str]()
    writers, quote = bag(each.told), bag(each.words)
    read = _by_word(each.chances)
    likely = each.likely if writers else SILENT
    contested, points = float(each.is_contested), float(position.points)
    words = dict.fromkeys((*own, *writers, *quote))
    many = float(len(words) > _MANY)
    rows = {}
    for word in words:
        cut, told, quoted = float(word in own), float(word in writers), float(word in quote)
        reader = _log_odds(read[word]) if word in read else 0.0
        stem = stem_word(word)
        often = math.log1p(around.frequency.get(stem, 0))
        lead, name = float(stem in around.lead), float(word in around.names)
        rows[word] = [
            1.0, cut, told, cut * told, quoted, quoted * told,
            reader, reader * cut, float(word not in read),
            often, often * cut, often * told, lead, lead * cut, lead * told,
            name, name * cut, name * told, float(word.isdigit()),
            contested, contested * cut, contested * told, contested * quoted,
            points, points * told, likely, likely * told,
            cut * (1.0 - told) * bool(writers), many,
            cut * min(len(own), 20) / 10.0, cut * math.log1p(len(writers)),
        ]  # fmt: skip
    return rows


def _by_word(chances: Mapping[str, float]) -> dict[str, float]:
    """The reader's probabilities by the words of ``bag``, which parts "left-hand" in two."""
    found: dict[str, float] = {}
    for whole, chance in chances.items():
        for word in _parts(whole):
            found[word] = max(found.get(word, 0.0), chance)
    return found


@cache
def _parts(word: str) -> tuple[str, ...]:
    if word.isalnum() and word.isascii():  # most are one
        return () if word in FUNCTION_WORDS else (word,)
    return tuple(bag(word))


def _log_odds(chance: float) -> float:
    bounded = min(max(chance, 0.02), 0.98)
    return math.log(bounded / (1.0 - bounded))

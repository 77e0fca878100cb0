"""Fit what ``choosing`` words claims with, on annotated articles: ``wording.json``.

Two fits. Whether a word of a first wording is in the annotated claim (logistic regression);
then how well each shorter wording agrees with that claim (ridge regression on token F1,
centred within a finding, since only its own wordings compete).
"""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.model.linking.expecting import WORD_FEATURES, bag
from claims.extraction.model.telling.choosing import (
    CHOICE_FEATURES,
    WordingWeights,
    describe_offer,
    draft_wordings,
    first_wordings,
    word_chances,
)
from claims.extraction.model.telling.drafts import Draft, Offer, shorten, tokens_of
from claims.extraction.model.weighing.candidate import Candidate
from claims.extraction.model.weighing.keeping import (
    KEEP_FEATURES,
    describe_words,
    is_content,
)
from claims.extraction.training.matching import match_labels
from claims.extraction.training.records import Record
from claims.extraction.wording.joining import document_words, stem_word

RIDGE = 0.3
MOST_OFFERS = 120
"""Wordings of one finding, and depth of shortening, that the fit looks at."""
_DEPTH = 2
_BY_WORDS = 0.7
"""What agreement in words counts in a sentence's worth; the rest, that in neighbours."""
_STRANGE_NAME, _MOST_STRANGE = 0.03, 3
"""What each word of a strange name costs, and how many are counted."""
_TOKEN = re.compile(r"\w+|[^\w\s]")
_FITTED = ("alleges", "confirms")
"""Values whose quotes hold the claim itself."""


@dataclass(frozen=True)
class Telling:
    """One finding that matches an annotated stance, and the claim as people worded it."""

    done: Attributed
    words: Counter[str]
    candidate: Candidate
    claim: str


def gather_tellings(pages: Sequence[tuple[Attributed, list[Candidate], Record]]) -> list[Telling]:
    """The kept findings of ``pages`` that fully match a label putting a claim forward."""
    found = []
    for done, kept, record in pages:
        words = document_words(record.text)
        for i, j in match_labels(kept, record).items():
            label = record.labels[j]
            if label.stance in _FITTED and kept[i].position.claim:
                found.append(Telling(done, words, kept[i], record.claims[label.claim]))
    return found


def fit_wording(tellings: Sequence[Telling]) -> WordingWeights:
    """Weights fitted on ``tellings``; the same for the same tellings."""
    keep = _fit_keep(tellings)
    chance = random.Random(0)
    cross = np.zeros((len(CHOICE_FEATURES), len(CHOICE_FEATURES)))
    along = np.zeros(len(CHOICE_FEATURES))
    for telling in tellings:
        drafts = draft_wordings(telling.done, telling.candidate, telling.words, keep)
        if not drafts:
            continue
        whole = max(draft.sums["chance"][-1] for draft in drafts)
        mode = telling.candidate.position.mode.value
        offers = _some_offers(drafts, chance)
        rows = np.array([describe_offer(offer, whole, mode) for offer in offers])
        wanted = np.array([agreement(offer.words(), telling.claim) for offer in offers])
        rows -= rows.mean(0)
        cross += rows.T @ rows / len(rows)
        along += rows.T @ (wanted - wanted.mean()) / len(rows)
    choice = np.linalg.solve(cross + RIDGE * np.eye(len(along)), along)
    return WordingWeights(keep, tuple(round(float(w), 4) for w in choice))


def _fit_keep(tellings: Sequence[Telling]) -> tuple[float, ...]:
    rows: list[list[float]] = []
    wanted: list[float] = []
    for telling in tellings:
        claim = {stem_word(token.lower) for token in tokens_of(telling.claim)}
        position = telling.candidate.position
        chances = word_chances(telling.done.page.text, telling.candidate.reading)
        for text, _ in first_wordings(telling.done, telling.candidate):
            tokens = tokens_of(text)
            rows += describe_words(tokens, chances, telling.words, position.mode.value)
            wanted += [float(stem_word(t.lower) in claim) for t in tokens if is_content(t)]
    return _logistic(np.array(rows), np.array(wanted))


def _logistic(rows: NDArray[np.float64], wanted: NDArray[np.float64]) -> tuple[float, ...]:
    """Newton's method with a ridge penalty of 1."""
    weights = np.zeros(rows.shape[1])
    for _ in range(20):
        chance = 1.0 / (1.0 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (chance - wanted) + weights
        bend = (rows * (chance * (1 - chance))[:, None]).T @ rows + np.eye(len(weights))
        weights -= np.linalg.solve(bend, slope)
    return tuple(round(float(w), 4) for w in weights)


def _some_offers(drafts: Sequence[Draft], chance: random.Random) -> list[Offer]:
    offers = [draft.whole for draft in drafts]
    seen = {(offer.draft.source, offer.kept) for offer in offers}
    last = list(offers)
    for _ in range(_DEPTH):
        new = []
        for offer in last:
            for less in shorten(offer):
                if (less.draft.source, less.kept) not in seen:
                    seen.add((less.draft.source, less.kept))
                    new.append(less)
        chance.shuffle(new)
        offers += new[: MOST_OFFERS // _DEPTH]
        last = new[:25]
    return offers


def agreement(told: str, wanted: str) -> float:
    """Token F1 of two wordings without function words, as ``gold/score.py`` counts it."""
    left, right = bag(told), bag(wanted)
    shared = sum((left & right).values())
    return 2 * shared / (left.total() + right.total()) if shared else 0.0


def rate_sentence(told: str, wanted: str) -> float:
    """What a sentence of the writer's is worth: agreement in words, and in neighbours, at most 1.

    Neighbours are pairs of words that follow each other, small ones and both ends among them
    (their F1): agreement alone would let a writer leave out every small word. A name that
    people did not tell costs more than another word: it may be somebody who had no part in it.
    """
    left, right = _neighbours(told), _neighbours(wanted)
    in_order = 2 * (left & right).total() / (left.total() + right.total())
    names = {word.lower() for word in _TOKEN.findall(told) if word[0].isupper()}
    strange = len(bag(" ".join(names)).keys() - bag(wanted).keys())
    worth = _BY_WORDS * agreement(told, wanted) + (1.0 - _BY_WORDS) * in_order
    return worth - _STRANGE_NAME * min(strange, _MOST_STRANGE)


def _neighbours(sentence: str) -> Counter[tuple[str, str]]:
    words = ["", *_TOKEN.findall(sentence.lower().rstrip(" .")), ""]
    return Counter(pairwise(words))


def write_wording(weights: WordingWeights, words: Sequence[float], path: Path) -> None:
    """Write the weights by name, for ``choosing`` and ``expecting``."""
    card = {
        "keep": dict(zip(KEEP_FEATURES, weights.keep, strict=True)),
        "choice": dict(zip(CHOICE_FEATURES, weights.choice, strict=True)),
        "words": dict(zip(WORD_FEATURES, words, strict=True)),
    }
    path.write_text(json.dumps(card, indent=1) + "\n", "utf-8")

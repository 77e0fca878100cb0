"""Fit which words a claim is expected to hold, and how much is put on one claim.

Fitted on articles that the network was not trained on: on others its writer knows the answers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from claims.extraction.model.linking.clusters import gather_members
from claims.extraction.model.linking.expecting import (
    bag,
    describe_expected,
    expect_words,
    look_around,
)
from claims.extraction.model.linking.linked import Linked
from claims.extraction.model.linking.tellings import choose_telling
from claims.extraction.text.segment import Page
from claims.extraction.training.regression import fit_logistic
from claims.extraction.training.tellings import agreement

RIDGE = 8.0
FOLDS = 5
LEAST = [round(float(x), 3) for x in np.arange(0.225, 0.41, 0.025)]
"""Lower chances put denials on what they do not deny."""


@dataclass(frozen=True)
class Told:
    """An article's positions, the claim each was put on, and what people wrote for some."""

    page: Page
    linked: Sequence[Linked]
    groups: Sequence[int]
    matched: Mapping[int, str]
    """The id of the annotated claim of each position that matches a label."""
    claims: Mapping[str, str]
    """The annotated claims by id."""


def fit_words(articles: Sequence[Told]) -> list[float]:
    """Weights in the order of ``WORD_FEATURES``; the same for the same articles."""
    rows: list[list[float]] = []
    wanted: list[float] = []
    for article in articles:
        around = look_around(article.page)
        for member, claim in article.matched.items():
            told = bag(article.claims[claim])
            described = describe_expected(article.linked[member], around)
            rows += described.values()
            wanted += [float(word in told) for word in described]
    return fit_logistic(np.array(rows), np.array(wanted), ridge=RIDGE)


def expect_unseen(articles: Sequence[Told]) -> None:
    """Note expected words with each article's positions, by weights fitted on the others."""
    for fold in range(FOLDS):
        weights = fit_words([a for n, a in enumerate(articles) if n % FOLDS != fold])
        for article in articles[fold::FOLDS]:
            expect_words(article.page, article.linked, weights)


def choose_least(link: Callable[[float], Sequence[Told]]) -> float:
    """Of ``LEAST`` the one best for claims and their wording together.

    ``link`` puts the articles' positions on claims by a least mean chance. Claims: F1 over pairs of
    matched positions, as ``gold/score.py`` counts; wording: mean agreement of what is told.
    """

    def rate(least: float) -> float:
        articles = link(least)
        return pair_f1(articles) + mean_agreement(articles)

    rates = [rate(least) for least in LEAST]
    around = [rates[max(0, n - 1) : n + 2] for n in range(len(rates))]
    means = [sum(near) / len(near) for near in around]
    return LEAST[means.index(max(means))]


def pair_f1(articles: Sequence[Told]) -> float:
    """Are two that share an annotated claim on one claim, and no others?"""
    right = offered = wanted = 0
    for article in articles:
        for i, j in combinations(article.matched, 2):
            together = article.groups[i] == article.groups[j]
            meant = article.matched[i] == article.matched[j]
            right += together and meant
            offered += together
            wanted += meant
    return 2 * right / max(1, offered + wanted)


def mean_agreement(articles: Sequence[Told]) -> float:
    """How well what is told for matched positions agrees with what people wrote, 0 to 1."""
    found = [
        agreement(choose_telling(article.linked, members), claim)
        for article in articles
        for members in gather_members(article.groups).values()
        for claim in _wanted(article, members)
    ]
    return sum(found) / max(1, len(found))


def _wanted(article: Told, members: Sequence[int]) -> list[str]:
    return [article.claims[article.matched[m]] for m in members if m in article.matched]

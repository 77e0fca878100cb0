"""Fit which of several sentences a claim is told by, and how much is put on one claim.

Ridge regression on how well each sentence agrees with what annotators wrote for the claim's
positions (token F1), centred within a claim, since only its own sentences compete. Fitted on
articles that the network was not trained on: on others its writer knows the answers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from claims.extraction.model.tellings import (
    TELL_FEATURES,
    choose_telling,
    describe_tellings,
    list_tellings,
)
from claims.extraction.model.ties import Linked
from claims.extraction.training.tellings import agreement

RIDGE = 3.0
FLOORS = [round(float(x), 3) for x in np.arange(-2.5, 0.51, 0.125)]


@dataclass(frozen=True)
class Told:
    """An article's positions, the claim each was put on, and what people wrote for some."""

    linked: Sequence[Linked]
    groups: Sequence[int]
    matched: Mapping[int, str]
    """The id of the annotated claim of each position that matches a label."""
    claims: Mapping[str, str]
    """The annotated claims by id."""


def fit_tellings(articles: Sequence[Told]) -> list[float]:
    """Weights in the order of ``TELL_FEATURES``; the same for the same articles."""
    cross = np.zeros((len(TELL_FEATURES), len(TELL_FEATURES)))
    along = np.zeros(len(TELL_FEATURES))
    for article in articles:
        for members in gather_members(article.groups):
            claims = _wanted(article, members)
            offers = list_tellings(article.linked, members)
            if not claims or len(offers) < 2:
                continue
            rows = np.array(describe_tellings(article.linked, offers))
            agreed = [[agreement(offer.text, claim) for claim in claims] for offer in offers]
            wanted = np.array(agreed).mean(1)
            rows -= rows.mean(0)
            cross += len(claims) * rows.T @ rows / len(rows)
            along += len(claims) * rows.T @ (wanted - wanted.mean()) / len(rows)
    found = np.linalg.solve(cross + RIDGE * np.eye(len(along)), along)
    return [round(float(w), 4) for w in found]


def choose_floor(link: Callable[[float], Sequence[Told]]) -> float:
    """Of ``FLOORS`` the one best for claims and their wording together.

    ``link`` puts the articles' positions on claims with a floor. Claims: F1 over pairs of
    matched positions, as ``gold/score.py`` counts; wording: mean agreement of what is told.
    """

    def rate(floor: float) -> float:
        articles = link(floor)
        return pair_f1(articles) + mean_agreement(articles, fit_tellings(articles))

    return max(FLOORS, key=rate)


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


def mean_agreement(articles: Sequence[Told], weights: Sequence[float]) -> float:
    """How well what is told for matched positions agrees with what people wrote, 0 to 1."""
    found = [
        agreement(choose_telling(article.linked, members, weights), claim)
        for article in articles
        for members in gather_members(article.groups)
        for claim in _wanted(article, members)
    ]
    return sum(found) / max(1, len(found))


def _wanted(article: Told, members: Sequence[int]) -> list[str]:
    return [article.claims[article.matched[m]] for m in members if m in article.matched]


def gather_members(groups: Sequence[int]) -> list[list[int]]:
    """The positions of each claim, in the order of the text."""
    members: dict[int, list[int]] = {}
    for at, number in enumerate(groups):
        members.setdefault(number, []).append(at)
    return list(members.values())

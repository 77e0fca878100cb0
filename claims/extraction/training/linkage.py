"""Fit which positions are on one claim, and which on the document's central one.

Words and places are learned from the articles that the network learned from, without its
word (there it knows the answers). How far to trust the network, and what that changes,
is fitted on the articles held back from it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claims.extraction.model.linking.centrality import CENTRE_FEATURES, describe
from claims.extraction.model.linking.clusters import Pair
from claims.extraction.model.linking.link import (
    CENTRE_MIX,
    LinkWeights,
    mix_row,
    rate_central,
    tie,
)
from claims.extraction.model.linking.pairing import LINK_FEATURES, describe_pairs
from claims.extraction.model.linking.ties import Ties
from claims.extraction.model.logistic import chances
from claims.extraction.model.network.comparing import Comparer
from claims.extraction.model.weighing.candidate import Candidate
from claims.extraction.positions.sides import Sides
from claims.extraction.text.segment import Page
from claims.extraction.training.matching import label_at
from claims.extraction.training.records import Record
from claims.extraction.training.regression import fit_logistic

FOLDS = 5
"""Parts for the centrality that a pair's features hold: each is rated without its own labels."""
HELD_RIDGE = 20.0
"""How firmly the pairs of held articles stay with what the others taught."""
Rows = NDArray[np.float64]


@dataclass
class LinkSet:
    """One article's kept candidates; ``matched`` maps a candidate to its label's number."""

    page: Page
    candidates: Sequence[Candidate]
    matched: dict[int, int]
    record: Record


@dataclass
class Studied:
    """An article ready to fit on.

    ``labels`` maps a position to the number of the label that it matches or lies on, ``claims``
    to the annotated claim of that.
    """

    ties: Ties
    labels: dict[int, int]
    claims: dict[int, str]
    central: str | None
    rows: Rows
    chances: list[float] = field(default_factory=list)

    def wanted(self) -> Rows:
        """1.0 for each position on the central claim."""
        hit = [self.claims.get(i, "") == self.central for i in range(len(self.rows))]
        return np.array(hit, dtype=np.float64)


@dataclass(frozen=True)
class Taught:
    """Weights of centrality and of pairs as the articles teach that the network learned from."""

    centre: list[float]
    pair: list[float]


def teach_linkage(learned: Sequence[LinkSet]) -> Taught:
    """What to hold beforehand. An article where nothing is found is left out."""
    taught = [_study(each, seen=False) for each in learned if each.candidates]
    centre = _fit_centre(taught)
    for fold in range(FOLDS):
        weights = _fit_centre([s for n, s in enumerate(taught) if n % FOLDS != fold])
        for studied in taught[fold::FOLDS]:
            studied.chances = chances(studied.rows.tolist(), weights)
    return Taught(centre, fit_logistic(*_pairs(taught)))


def fit_linkage(
    taught: Taught, held: Sequence[LinkSet], comparer: Comparer | None
) -> dict[str, Any]:
    """What ``linking.LinkWeights.of_card`` reads, but for the least chance
    (``retelling.choose_least``).

    An article where nothing is found is left out.
    """
    kept = [_study(each, seen=True, comparer=comparer) for each in held if each.candidates]
    mix = _fit_mix(kept, taught.centre)
    for studied in kept:
        weights = LinkWeights(taught.centre, mix, taught.pair, 0.0)
        studied.chances = rate_central(studied.ties, weights)
    pair = fit_logistic(*_pairs(kept), prior=taught.pair, ridge=HELD_RIDGE)
    return {
        "centre_weights": dict(zip(CENTRE_FEATURES, taught.centre, strict=True)),
        "centre_mix": dict(zip(CENTRE_MIX, mix, strict=True)),
        "link_weights": dict(zip(LINK_FEATURES, pair, strict=True)),
    }


def _study(each: LinkSet, *, seen: bool, comparer: Comparer | None = None) -> Studied:
    """``seen``: what the network says of the article counts, which it was not trained on."""
    record = each.record
    positions = [candidate.position for candidate in each.candidates]
    readings = [candidate.reading if seen else None for candidate in each.candidates]
    ties = tie(each.page, positions, readings, Sides(record.text), comparer)
    labels = dict(each.matched)
    for i, position in enumerate(positions):
        span = (position.start, position.end)
        near = label_at(span, position.stance.value, record) if i not in labels else None
        if near is not None:
            labels[i] = near
    counts = Counter(label.claim for label in record.labels)
    most = counts.most_common(1)
    central = most[0][0] if most and most[0][1] > 1 else None
    rows = np.array([describe(ties, i) for i in range(len(positions))])
    claims = {i: record.labels[number].claim for i, number in labels.items()}
    return Studied(ties, labels, claims, central, rows)


def _fit_centre(sets: Sequence[Studied]) -> list[float]:
    return fit_logistic(
        np.vstack([s.rows for s in sets]), np.concatenate([s.wanted() for s in sets])
    )


def _fit_mix(sets: Sequence[Studied], centre: Sequence[float]) -> list[float]:
    rows = []
    for studied in sets:
        scores = studied.rows @ np.asarray(centre)
        for score, each in zip(scores, studied.ties.linked, strict=True):
            rows.append(mix_row(float(score), each))
    wanted = np.concatenate([s.wanted() for s in sets])
    return fit_logistic(np.array(rows), wanted, prior=[float(f == "words") for f in CENTRE_MIX])


def _pairs(sets: Sequence[Studied]) -> tuple[Rows, Rows]:
    """Pairs of positions on different labels: two on one label are on one claim in any case, and
    would teach that only the same words are."""
    rows, wanted = [], []
    for studied in sets:
        claims, labels = studied.claims, studied.labels
        pairs: list[Pair] = []
        for i in sorted(claims):
            before = [j for j in studied.ties.around(i) if j < i and j in claims]
            before = [j for j in before if labels[j] != labels[i]]
            pairs += [(i, j) for j in before]
            wanted += [float(claims[i] == claims[j]) for j in before]
        rows += describe_pairs(studied.ties, pairs, studied.chances)
    return np.array(rows), np.array(wanted)

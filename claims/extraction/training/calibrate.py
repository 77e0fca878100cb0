"""Fit what stands beside the network, what ``combine`` weighs candidates with first of all.

Logistic regression on articles that the network has not seen; floors from the F1 of full
matches (span, value and party, one to one, as ``gold/score.py`` counts). How a finding is
worded is fitted in ``tellings``, which are on one claim in ``linkage``, and which words a
claim is expected to hold in ``retelling``.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median_low
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claims.extraction.attribution.attribute import attribute
from claims.extraction.attribution.attributed import Attributed
from claims.extraction.model.linking.link import LinkWeights, link
from claims.extraction.model.network.comparing import Comparer
from claims.extraction.model.network.reader import Reader
from claims.extraction.model.network.shape import VALUES
from claims.extraction.model.telling.choosing import retell
from claims.extraction.model.together import find_candidates
from claims.extraction.model.weighing.agreeing import gold_value
from claims.extraction.model.weighing.candidate import Candidate
from claims.extraction.model.weighing.combine import FEATURES, describe, weigh
from claims.extraction.positions.sides import Sides
from claims.extraction.text.segment import segment
from claims.extraction.training.linkage import FOLDS, LinkSet, fit_linkage, teach_linkage
from claims.extraction.training.matching import match_labels
from claims.extraction.training.records import Record
from claims.extraction.training.regression import fit_logistic
from claims.extraction.training.retelling import Told, choose_least, expect_unseen, fit_words
from claims.extraction.training.tellings import fit_wording, gather_tellings, write_wording
from claims.model import Stance

MOST_TAUGHT = 300
"""Articles that the network learned from and that teach here, too: more change nothing."""
ALIKE = 0.0025
"""A difference of F1 that is chance: one stance of those held back."""
RIDGE = 8.0
"""Penalty on the weights: of 1, 3 and 8 the best cross-fitted on the held-back articles."""


def hits(candidates: Sequence[Candidate], record: Record) -> NDArray[np.float64]:
    """1.0 for each candidate that fully matches a label of its own, else 0.0."""
    found = np.zeros(len(candidates))
    found[list(match_labels(candidates, record))] = 1.0
    return found


def fit(
    sets: Sequence[tuple[list[Candidate], Record]],
) -> tuple[list[float], tuple[float, float]]:
    """(weights in the order of ``combine.FEATURES``, floors as ``combine.weigh`` takes them).

    The first floor is best for the F1 of allegations, the second for the mean F1 of the
    other values.
    """
    sets = [
        ([c for c in each if c.position.stance is not Stance.NO_RESPONSE], r) for each, r in sets
    ]
    rows = np.array([describe(c) for candidates, _ in sets for c in candidates])
    wanted = np.concatenate([hits(candidates, record) for candidates, record in sets])
    weights = fit_logistic(rows, wanted, ridge=RIDGE)
    floors = [round(float(x), 3) for x in np.arange(0.15, 0.6, 0.025)]
    by_floor = {x: _value_f1(sets, weights, x) for x in floors}
    plain = _middle({x: found[0] for x, found in by_floor.items()})
    contested = _middle({x: sum(found[1:]) / len(found[1:]) for x, found in by_floor.items()})
    return weights, (plain, contested)


def _middle(rates: Mapping[float, float]) -> float:
    """The middle of the floors that do as well as the best: at an edge chance has more of a say."""
    best = max(rates.values()) - ALIKE
    return median_low(floor for floor, f1 in rates.items() if f1 >= best)


def _value_f1(
    sets: Sequence[tuple[list[Candidate], Record]], weights: Sequence[float], floor: float
) -> list[float]:
    """F1 of full matches for each value of ``VALUES``, everything kept from ``floor`` on."""
    right, offered, wanted = (Counter[str]() for _ in range(3))
    for candidates, record in sets:
        kept = weigh(candidates, weights, (floor, floor))
        right.update(record.labels[j].stance for j in match_labels(kept, record).values())
        offered.update(gold_value(c.position.stance) for c in kept)
        wanted.update(label.stance for label in record.labels)
    return [2 * right[v] / max(1, offered[v] + wanted[v]) for v in VALUES]


Page = tuple[Attributed, list[Candidate], Record]


def calibrate(reader: Reader, held: Sequence[Record], learned: Sequence[Record], out: Path) -> None:
    """Fit all that stands beside the network and write it: ``model.json``, ``wording.json``.

    How candidates weigh comes first, then how a finding is worded, which are on one claim,
    and which words a claim is expected to hold: each is fitted on what those before leave.
    ``learned``, which the network was trained on, only teach what it has no part in.
    """
    pages = [_read_page(reader, record) for record in held]
    taught = random.Random(reader.card["seed"]).sample(learned, min(MOST_TAUGHT, len(learned)))
    others = [_read_page(reader, record) for record in taught]
    weights, floors = fit([(candidates, record) for _, candidates, record in pages])

    def keep(page: Page) -> Page:
        done, candidates, record = page
        return done, weigh(candidates, weights, floors), record

    pages, others = [keep(page) for page in pages], [keep(page) for page in others]
    wording = fit_wording(gather_tellings([*others, *pages]))

    def link_set(page: Page) -> LinkSet:
        done, kept, record = page
        kept = retell(done, kept, wording)
        return LinkSet(done.page, kept, match_labels(kept, record), record)

    sets = [each for each in map(link_set, pages) if each.candidates]
    beforehand = teach_linkage([link_set(page) for page in others])
    card = reader.card | {
        "weights": dict(zip(FEATURES, weights, strict=True)),
        "floors": list(floors),
        **fit_linkage(beforehand, sets, reader.comparer),
    }
    unseen = [
        fit_linkage(beforehand, fit_on, reader.comparer)
        for fit_on in ([s for n, s in enumerate(sets) if n % FOLDS != f] for f in range(FOLDS))
    ]

    def link_with(least: float) -> list[Told]:
        cards = [linkage | {"least_chance": least} for linkage in unseen]
        return link_all(sets, cards, reader.comparer)

    articles = link_with(0.0)
    expect_unseen(articles)

    def link_at(least: float) -> list[Told]:
        again = link_with(least)
        return [replace(a, groups=b.groups) for a, b in zip(articles, again, strict=True)]

    card["least_chance"] = choose_least(link_at)
    write_card(out, card)
    write_wording(wording, fit_words(articles), out / "wording.json")


def link_all(
    sets: Sequence[LinkSet], cards: Sequence[Mapping[str, Any]], comparer: Comparer
) -> list[Told]:
    """The articles' positions linked as the package links them, with what people wrote.

    The cards take turns, so that each article may be linked by one that was fitted without it.
    """
    weights = [LinkWeights.of_card(card) for card in cards]
    return [_link(each, weights[n % len(weights)], comparer) for n, each in enumerate(sets)]


def _link(each: LinkSet, weights: LinkWeights, comparer: Comparer) -> Told:
    sides = Sides(each.record.text)
    linked, groups = link(each.page, each.candidates, sides, weights, comparer)
    claims = {i: each.record.labels[j].claim for i, j in each.matched.items()}
    return Told(each.page, linked, groups, claims, each.record.claims)


def _read_page(reader: Reader, record: Record) -> Page:
    done = attribute(segment(record.text))
    return done, find_candidates(done, reader), record


def write_card(out: Path, card: dict[str, Any]) -> None:
    """Write ``model.json``: what the reader needs to know of its weights."""
    text = json.dumps(card, indent=1, ensure_ascii=False) + "\n"
    (out / "model.json").write_text(text, "utf-8")

"""Which positions of a document are on the same claim: fitted scores, then groups.

Each position first gets a probability of being on the document's central claim, from its
words and place and, where the network saw it, from the network. Then each, the most central
first, joins the group whose members score highest with it on average, or starts one; what
the rules are sure of goes before: a party's own doing, and a denial in an allegation's own
words. A position is compared with a bounded number of others, so the work stays linear in
the length of the document.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from claims.extraction.joining import ClaimPool, claim_key, document_words
from claims.extraction.model.backdrop import read_backdrop
from claims.extraction.model.centrality import CENTRE_FEATURES, describe
from claims.extraction.model.choosing import word_chances
from claims.extraction.model.combine import Candidate, settled
from claims.extraction.model.decode import Reading
from claims.extraction.model.pairing import LINK_FEATURES, describe_pair
from claims.extraction.model.tellings import tell
from claims.extraction.model.ties import Linked, Ties
from claims.extraction.placing import affirm_implicated, place_positions
from claims.extraction.position import Position
from claims.extraction.segment import Page
from claims.extraction.sides import Sides
from claims.model import Stance

CENTRE_MIX = ("always", "words", "seen", "reader")
"""The order of ``centre_mix`` in ``model.json``: log-odds by the features, and by the reader."""
PairScore = Callable[[int, Sequence[int]], Sequence[float]]
"""Scores of one position with each of others: log-odds that they are on one claim."""
STRANGE = 3.0
"""What counts against a claim that says nothing of what a denial names: in articles that turn
on one claim the fitted scores put too much on it, and a denial of something else harms."""
SHARED = 40
"""Positions sharing the most words that one is compared with, besides those around it."""


@dataclass(frozen=True)
class LinkWeights:
    """What was fitted; see ``model.json``. ``floor`` is a mean score that joins a group."""

    centre: Sequence[float]
    mix: Sequence[float]
    pair: Sequence[float]
    floor: float

    @classmethod
    def of_card(cls, card: Mapping[str, Any]) -> LinkWeights:
        """The weights in the order of their features. KeyError names one that is missing."""
        return cls(
            [card["centre_weights"][f] for f in CENTRE_FEATURES],
            [card["centre_mix"][f] for f in CENTRE_MIX],
            [card["link_weights"][f] for f in LINK_FEATURES],
            float(card["link_floor"]),
        )


def link(
    page: Page, candidates: Sequence[Candidate], sides: Sides, weights: LinkWeights
) -> tuple[list[Linked], list[int]]:
    """The candidates as positions with their words, and the number of each one's claim."""
    positions = [settled(candidate) for candidate in candidates]
    linked = prepare(page, positions, [c.reading for c in candidates], sides)
    ties = Ties(read_backdrop(page), linked)
    return linked, group(ties, rate_central(ties, weights), weights)


def prepare(
    page: Page,
    positions: Sequence[Position],
    readings: Sequence[Reading | None],
    sides: Sides,
) -> list[Linked]:
    """Positions with the stems of their claims' words and quotes, as the rules place them."""
    text = page.text
    pool = ClaimPool(document_words(text))
    placed = affirm_implicated(pool, sides, place_positions(pool, [replace(p) for p in positions]))
    found_at = {(p.start, p.end, p.voice.party, p.claim): (c.index, s) for p, c, s in placed}
    linked = []
    for number, (p, reading) in enumerate(zip(positions, readings, strict=True)):
        words = text[p.start : p.end]
        at = (p.start, p.end, p.voice.party, p.claim)
        index, stance = found_at.get(at, (-1 - number, p.stance))
        each = Linked(p, claim_key(p.key or p.claim), claim_key(words), words, index)
        each.affirms = stance is Stance.CONFIRMS is not p.stance
        if reading is not None:
            each.central = reading.central
            each.chances = word_chances(text, reading)
            each.told = tell(reading, p)
            each.told_words, each.likely = claim_key(each.told), reading.told_likely
        linked.append(each)
    return linked


def rate_central(ties: Ties, weights: LinkWeights) -> list[float]:
    """Each position's probability of being on the document's central claim."""
    if not ties.linked:
        return []
    rows = np.array([describe(ties, i) for i in range(len(ties.linked))])
    scores = rows @ np.asarray(weights.centre)
    mix = np.asarray(weights.mix)
    return [
        chance(float(np.dot(mix, mixed(float(score), each.central))))
        for score, each in zip(scores, ties.linked, strict=True)
    ]


def mixed(score: float, seen: float | None) -> list[float]:
    """What is mixed into the log-odds of centrality, in the order of ``CENTRE_MIX``."""
    if seen is None:
        return [1.0, score, 0.0, 0.0]
    bounded = min(max(seen, 0.01), 0.99)
    return [1.0, score, 1.0, math.log(bounded / (1.0 - bounded))]


def chance(log_odds: float) -> float:
    """Log-odds as a probability."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, log_odds))))


def group(ties: Ties, central: Sequence[float], weights: LinkWeights) -> list[int]:
    """The group number of each position."""
    vector = np.asarray(weights.pair)

    def score(i: int, others: Sequence[int]) -> list[float]:
        rows = np.array([describe_pair(ties, other, i, central) for other in others])
        return [float(x) for x in rows @ vector]

    return gather_groups(ties, central, score, weights.floor)


def gather_groups(
    ties: Ties, central: Sequence[float], score: PairScore, floor: float
) -> list[int]:
    """Groups by ``score``, the most central positions first; see the module."""
    group_of: dict[int, int] = {}
    by_word: dict[str, list[int]] = defaultdict(list)
    placed: list[int] = []
    anchors = [ties.anchor(i) for i in range(len(ties.linked))]
    groups = 0
    alone = [each.is_alone and anchors[i] is None for i, each in enumerate(ties.linked)]
    order = [(alone[i], anchors[i] is not None, -central[i], i) for i in range(len(anchors))]
    for *_, i in sorted(order):
        anchor = anchors[i]
        if alone[i]:
            chosen = None
        elif anchor is not None:
            chosen = group_of[anchor]
        else:
            others = _compared(ties, i, group_of, placed, by_word)
            strange = [ties.is_strange(i, other) for other in others]
            chosen = _join(others, score(i, others), strange, group_of, floor) if others else None
        if chosen is None:
            chosen, groups = groups, groups + 1
        group_of[i] = chosen
        placed.append(i)
        for word in ties.linked[i].quote:
            by_word[word].append(i)
    return [group_of[i] for i in range(len(ties.linked))]


def _join(
    others: Sequence[int],
    found: Sequence[float],
    strange: Sequence[bool],
    group_of: Mapping[int, int],
    floor: float,
) -> int | None:
    """The group whose members score highest on average, where that is above ``floor``.

    A group of which every member is strange must score ``STRANGE`` more.
    """
    scores: dict[int, list[float]] = defaultdict(list)
    known = set()
    for other, each, unlike in zip(others, found, strange, strict=True):
        scores[group_of[other]].append(each)
        if not unlike:
            known.add(group_of[other])
    best, group = max((sum(s) / len(s) - STRANGE * (g not in known), -g) for g, s in scores.items())
    return -group if best > floor else None


def _compared(
    ties: Ties,
    i: int,
    group_of: Mapping[int, int],
    placed: Sequence[int],
    by_word: Mapping[str, list[int]],
) -> list[int]:
    """The placed positions that ``i`` is compared with: most central, near, of like words."""
    found = dict.fromkeys(placed[:SHARED])
    found.update(dict.fromkeys(other for other in ties.around(i) if other in group_of))
    if len(found) < len(placed):
        counts: Counter[int] = Counter()
        for word in ties.linked[i].quote:
            counts.update(by_word[word][-SHARED:])
        found.update(dict.fromkeys(other for other, _ in counts.most_common(SHARED)))
    return list(found)

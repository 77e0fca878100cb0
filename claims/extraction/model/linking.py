"""Which positions of a document are on the same claim: a fitted pairwise score, then groups.

Each position, allegations first, joins the group whose members score highest with it (the
mean of the best three), or starts one. A position is compared with a bounded number of
others, so the work stays linear in the length of the document.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from claims.extraction.joining import ClaimPool, claim_key
from claims.extraction.model.combine import same_voice
from claims.extraction.position import Position
from claims.model import Stance

LINK_FEATURES = (
    "always", "wording", "quote", "same_span", "same_voice", "same_stance", "contested",
    "distance", "points", "same_sentence", "lead",
)  # fmt: skip
"""The order of the weights in ``model.json``."""
NEAREST = 60
"""Positions before it that one is compared with, and as many that share telling words."""


@dataclass
class Linked:
    """A position with its two sets of content words."""

    position: Position
    wording: frozenset[str]
    quote: frozenset[str]


@dataclass
class Group:
    """Positions on one claim, by their numbers."""

    members: list[int] = field(default_factory=list)


def prepare(text: str, positions: Sequence[Position]) -> list[Linked]:
    """Positions with the stems of their claims' words and of their quotes."""
    return [Linked(p, claim_key(p.claim), claim_key(text[p.start : p.end])) for p in positions]


def describe_pair(pool: ClaimPool, a: Linked, b: Linked) -> list[float]:
    """The pair's features, in the order of ``LINK_FEATURES``; symmetric."""
    p, q = a.position, b.position
    distance = abs(p.sentence - q.sentence)
    return [
        1.0,
        pool.similarity(a.wording, b.wording),
        pool.similarity(a.quote, b.quote),
        float((p.start, p.end) == (q.start, q.end)),
        float(same_voice(p.voice, q.voice)),
        float(p.stance == q.stance),
        float((p.stance is not Stance.ALLEGES) + (q.stance is not Stance.ALLEGES)),
        min(distance, 10) / 10.0,
        float(p.points + q.points),
        float(distance == 0),
        float(min(p.sentence, q.sentence) == 0),
    ]


def group(
    linked: Sequence[Linked], words: Counter[str], weights: Sequence[float], floor: float
) -> list[int]:
    """The group number of each position. ``words`` counts the document's stems."""
    pool = ClaimPool(words)
    vector = np.asarray(weights)
    groups: list[Group] = []
    group_of: dict[int, int] = {}
    by_word: dict[str, list[int]] = defaultdict(list)
    placed: list[int] = []
    for number in _order(linked):
        me = linked[number]
        scores: dict[int, list[float]] = defaultdict(list)
        for other in _candidates(me, placed, by_word):
            pair = describe_pair(pool, linked[other], me)
            scores[group_of[other]].append(float(np.dot(vector, pair)))
        best = max(((_level(s), -g) for g, s in scores.items()), default=None)
        if best is not None and (best[0] > floor or me.position.points):
            chosen = -best[1]
        else:
            chosen = len(groups)
            groups.append(Group())
        groups[chosen].members.append(number)
        group_of[number] = chosen
        placed.append(number)
        for word in me.wording | me.quote:
            by_word[word].append(number)
    return [group_of[number] for number in range(len(linked))]


def _order(linked: Sequence[Linked]) -> list[int]:
    """Allegations in text order, then what is said of them."""
    return sorted(
        range(len(linked)), key=lambda i: (linked[i].position.stance is not Stance.ALLEGES, i)
    )


def _candidates(me: Linked, placed: list[int], by_word: dict[str, list[int]]) -> list[int]:
    found = dict.fromkeys(placed[-NEAREST:])
    found.update(dict.fromkeys(placed[:8]))
    counts: Counter[int] = Counter()
    for word in me.wording | me.quote:
        counts.update(by_word[word][-NEAREST:])
    found.update(dict.fromkeys(number for number, _ in counts.most_common(NEAREST)))
    return list(found)


def _level(scores: list[float]) -> float:
    best = sorted(scores)[-3:]
    return sum(best) / len(best)


def choose_wording(linked: Sequence[Linked], members: Sequence[int]) -> str:
    """The member's claim that the others' words agree with most; allegations before others."""
    whole = [m for m in members if not linked[m].position.points and linked[m].wording]
    first = [m for m in whole if linked[m].position.stance is Stance.ALLEGES]
    ranked = first or whole or list(members)
    if not ranked:
        raise ValueError("a claim needs at least one position")

    def agreement(m: int) -> float:
        own = linked[m].wording
        return sum(
            2 * len(own & linked[o].wording) / max(1, len(own) + len(linked[o].wording))
            for o in ranked
        )

    return linked[max(ranked, key=lambda m: (agreement(m), -m))].position.claim

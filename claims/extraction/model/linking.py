"""Which positions of a document are on the same claim: a fitted pairwise score, then groups.

Each position, allegations first, joins the group whose members score highest with it (the
mean of the best three), or starts one. What the rules put together counts in the score; a
stance on what others put forward follows the rules where they find it a claim. A position
is compared with a bounded number of others, so the work stays linear in the length of the
document.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from claims.extraction.joining import ClaimPool, claim_key, document_words
from claims.extraction.model.combine import same_voice
from claims.extraction.placing import affirm_implicated, place_positions
from claims.extraction.position import Position
from claims.extraction.sides import Sides
from claims.model import Stance

LINK_FEATURES = (
    "always", "wording", "quote", "same_span", "same_voice", "same_stance", "contested",
    "distance", "points", "same_sentence", "lead", "rules", "rules_contested", "rules_alike",
)  # fmt: skip
"""The order of the weights in ``model.json``."""
NEAREST = 60
"""Positions before it that one is compared with, and as many that share telling words."""


@dataclass
class Linked:
    """A position with its two sets of content words and its claim as the rules place it."""

    position: Position
    wording: frozenset[str]
    quote: frozenset[str]
    rules_claim: int
    follows: bool
    """A stance on what others put forward, which goes where the rules put it."""


def prepare(text: str, positions: Sequence[Position], sides: Sides) -> list[Linked]:
    """Positions with the stems of their claims' words and quotes, as the rules place them."""
    pool = ClaimPool(document_words(text))
    placed = affirm_implicated(pool, sides, place_positions(pool, [replace(p) for p in positions]))
    found = []
    told = {(p.start, p.end, p.voice.party, p.claim): (c.index, s) for p, c, s in placed}
    for number, p in enumerate(positions):
        index, stance = told.get((p.start, p.end, p.voice.party, p.claim), (-1 - number, p.stance))
        follows = Stance.ALLEGES not in (p.stance, stance) or stance is Stance.CONFIRMS
        wording, quote = claim_key(p.claim), claim_key(text[p.start : p.end])
        found.append(Linked(p, wording, quote, index, follows))
    return found


def describe_pair(pool: ClaimPool, a: Linked, b: Linked) -> list[float]:
    """The pair's features, in the order of ``LINK_FEATURES``; symmetric."""
    p, q = a.position, b.position
    distance = abs(p.sentence - q.sentence)
    wording = pool.similarity(a.wording, b.wording)
    quote = pool.similarity(a.quote, b.quote)
    contested = (p.stance is not Stance.ALLEGES) + (q.stance is not Stance.ALLEGES)
    together = float(a.rules_claim == b.rules_claim)
    return [
        1.0,
        wording,
        quote,
        float((p.start, p.end) == (q.start, q.end)),
        float(same_voice(p.voice, q.voice)),
        float(p.stance == q.stance),
        float(contested),
        min(distance, 10) / 10.0,
        float(p.points + q.points),
        float(distance == 0),
        float(min(p.sentence, q.sentence) == 0),
        together,
        together * (contested == 1),
        together * max(wording, quote),
    ]


def group(
    linked: Sequence[Linked], words: Counter[str], weights: Sequence[float], floor: float
) -> list[int]:
    """The group number of each position. ``words`` counts the document's stems."""
    pool = ClaimPool(words)
    vector = np.asarray(weights)
    group_of: dict[int, int] = {}
    by_word: dict[str, list[int]] = defaultdict(list)
    by_rules: dict[int, int] = {}
    placed: list[int] = []
    groups = 0
    for number in _order(linked):
        me = linked[number]
        chosen = by_rules.get(me.rules_claim) if me.follows else None
        if chosen is None and not _is_on_itself(me.position):
            scores: dict[int, list[float]] = defaultdict(list)
            for other in _candidates(me, placed, by_word):
                pair = describe_pair(pool, linked[other], me)
                scores[group_of[other]].append(float(np.dot(vector, pair)))
            best = max(((_level(s), -g) for g, s in scores.items()), default=None)
            if best is not None and (best[0] > floor or me.position.points):
                chosen = -best[1]
        if chosen is None:
            chosen, groups = groups, groups + 1
        group_of[number] = chosen
        by_rules.setdefault(me.rules_claim, chosen)
        placed.append(number)
        for word in me.wording | me.quote:
            by_word[word].append(number)
    return [group_of[number] for number in range(len(linked))]


def _is_contested(position: Position) -> bool:
    return position.stance is not Stance.ALLEGES


def _is_on_itself(position: Position) -> bool:
    """Whether a party takes a stance on its own doing: "the Kremlin uses ...".

    That is a claim of its own beside what is told of others, however alike the words.
    """
    names = (position.voice.party, position.voice.speaker or position.voice.party)
    return _is_contested(position) and not position.points and position.claim.startswith(names)


def _order(linked: Sequence[Linked]) -> list[int]:
    """Allegations in text order, then what is said of them."""
    return sorted(range(len(linked)), key=lambda i: (linked[i].follows, i))


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

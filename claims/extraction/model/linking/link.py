"""Which positions of a document are on the same claim: fitted scores, then groups.

Each position first gets a probability of being on the document's central claim, from its
words and place and, where the networks saw it, from these. Then pairs get one of being
on the same claim, and groups are made of these (``clusters``); what the rules are sure of
goes before: a party's own doing, and a denial in an allegation's own words. A position is
compared with a bounded number of others, so the work stays linear in the length of the
document.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

import numpy as np

from claims.extraction.cues.taking_back import stands_by
from claims.extraction.model.linking import answering, apart, rejecting
from claims.extraction.model.linking.backdrop import Key, read_backdrop
from claims.extraction.model.linking.centrality import CENTRE_FEATURES, describe
from claims.extraction.model.linking.checking import tell
from claims.extraction.model.linking.clusters import NEVER, Pair, cluster
from claims.extraction.model.linking.forgetting import forget_others
from claims.extraction.model.linking.linked import Linked
from claims.extraction.model.linking.mistold import (
    asks_for_comment,
    drops_self,
    is_mistold,
    knows_of_it,
    names_kin,
)
from claims.extraction.model.linking.new_things import settle_new
from claims.extraction.model.linking.pairing import LINK_FEATURES, describe_pairs
from claims.extraction.model.linking.restating import restate
from claims.extraction.model.linking.several import settle_several
from claims.extraction.model.linking.ties import Ties
from claims.extraction.model.logistic import chance
from claims.extraction.model.network.comparing import Comparer
from claims.extraction.model.network.decode import Reading
from claims.extraction.model.telling.choosing import word_chances
from claims.extraction.model.weighing.candidate import Candidate
from claims.extraction.model.weighing.combine import settled
from claims.extraction.position import Position, is_verdict, takes_back
from claims.extraction.positions.placing import affirm_implicated, place_positions
from claims.extraction.positions.sides import Sides
from claims.extraction.text.segment import Page
from claims.extraction.voice import POSSESSIVES
from claims.extraction.wording.joining import (
    ClaimPool,
    claim_key,
    document_words,
    subject_of,
)
from claims.model import Stance

CENTRE_MIX = ("always", "words", "seen", "reader", "comparer")
"""The order of ``centre_mix`` in ``model.json``: log-odds by the features, by the reader and by
the comparer."""
PairScore = Callable[[Sequence[Pair]], Sequence[float]]
"""Scores of pairs of positions: log-odds that the two are on one claim."""
AGAINST = -1.0
"""What a pair that hardly is one thing (``Ties.tell_other_things``) counts among the chances of two
groups: it speaks against them, and others may outweigh it. Kept from one claim whatever joined
them, they took more apart that belongs together: see the model card."""
STRANGE = 1.5
"""What counts against a pair that is strange to each other (``Ties.is_strange``), in log-odds:
in articles that turn on one claim the fitted scores put too much on it, and a denial of
something else harms. Of what is surely apart (``apart.are_apart``) nothing is left to fear, and
with it 1.5 does better than 3 on the annotated articles."""
ELSE = 3.0
"""What counts besides where what is contested is a clause, in log-odds: in annotated articles an
eighth of these pairs are on one claim, of what is no clause a third."""
ALLEGED = 0.7
"""What counts against a pair of two parties' allegations, in log-odds: of those with even chances
or better two in five belong together (9 of 23 in the articles held back), and else somebody says
what another said."""
CHARGE = 1.0
"""What counts for a pair of a charge and its answer, and against the answer with another, in
log-odds: in annotated articles half of the first are on one claim, of the second an eighth."""
SHARED = 40
"""Positions sharing the most words that one is compared with, besides those around it."""
AT_ONCE = 256
"""Pairs that are scored together: quicker than one by one, and no long text fills the memory."""
LEAST_NOTED = 0.005
"""A pair of less chance counts as one of none: most are, and a long text has millions."""


@dataclass(frozen=True)
class LinkWeights:
    """What was fitted; see ``model.json``. ``least`` is a mean chance that joins two groups."""

    centre: Sequence[float]
    mix: Sequence[float]
    pair: Sequence[float]
    least: float

    @classmethod
    def of_card(cls, card: Mapping[str, Any]) -> LinkWeights:
        """The weights in the order of their features. KeyError names one that is missing."""
        return cls(
            [card["centre_weights"][f] for f in CENTRE_FEATURES],
            [card["centre_mix"][f] for f in CENTRE_MIX],
            [card["link_weights"][f] for f in LINK_FEATURES],
            float(card["least_chance"]),
        )


def link(
    page: Page,
    candidates: Sequence[Candidate],
    sides: Sides,
    weights: LinkWeights,
    comparer: Comparer | None,
) -> tuple[list[Linked], list[int]]:
    """The candidates as positions with their words, and the number of each one's claim."""
    positions = [settled(candidate) for candidate in candidates]
    ties = tie(page, positions, [c.reading for c in candidates], sides, comparer)
    groups = group(ties, rate_central(ties, weights), weights)
    lost = frozenset(i for i in range(len(ties.linked)) if ties.is_lost(i))
    return settle_several(ties.linked, groups, lost)


def tie(
    page: Page,
    positions: Sequence[Position],
    readings: Sequence[Reading | None],
    sides: Sides,
    comparer: Comparer | None,
) -> Ties:
    """The positions beside each other; what the encoder saw counts where there is a comparer."""
    linked = prepare(page, positions, readings, sides)
    settle_new(page.text, linked)
    ties = Ties(read_backdrop(page), linked, comparer)
    seen = [(i, r.vector) for i, r in enumerate(readings) if r is not None and r.vector is not None]
    if comparer is not None and seen:
        vectors = [vector for _, vector in seen]
        keys, central = comparer.place(vectors, [positions[i].sentence for i, _ in seen])
        for (i, _), key, log_odds in zip(seen, keys, central, strict=True):
            linked[i].key, linked[i].compared_central = key, log_odds
    for i in range(len(linked)):
        forget_others(ties, i)
    return ties


def prepare(
    page: Page,
    positions: Sequence[Position],
    readings: Sequence[Reading | None],
    sides: Sides,
) -> list[Linked]:
    """Positions with the stems of their claims' words and quotes, as the rules place them."""
    text = page.text
    pool = ClaimPool(document_words(text))
    positions = restate(text, positions)
    placed = affirm_implicated(pool, sides, place_positions(pool, [replace(p) for p in positions]))
    found_at = {(p.start, p.end, p.voice.party, p.claim): (c.index, s) for p, c, s in placed}
    linked = []
    for number, (p, reading) in enumerate(zip(positions, readings, strict=True)):
        words = text[p.start : p.end]
        at = (p.start, p.end, p.voice.party, p.claim)
        index, stance = found_at.get(at, (-1 - number, p.stance))
        paragraph = page.sentences[p.sentence].paragraph
        each = Linked(p, claim_key(p.key or p.claim), claim_key(words), words, index, paragraph)
        if each.is_contested:
            more = text[p.start : p.end + rejecting.THAT_CHARS]
            confirms = p.stance is Stance.CONFIRMS and p.points
            each.rejects_last = is_verdict(p) or rejecting.rejects_last(more)
            each.rejects_last |= confirms and rejecting.confirms_last(more)
            each.on_that = rejecting.rejects_nothing_else(more)
            if p.points:
                before = text[page.sentences[p.sentence].start : p.start]
                each.no_more_of = rejecting.says_no_more_of(
                    before, text[p.start : p.end + rejecting.FURTHER_CHARS]
                )
                each.asked_of = rejecting.asked_about(before or each.words)
            each.rejects_charge = rejecting.rejects_charge(words)
            each.goes_on = rejecting.goes_on(
                text[max(0, p.start - rejecting.LINK_CHARS) : p.start], words
            )
        each.affirms = stance is Stance.CONFIRMS is not p.stance
        if reading is not None and each.asks:
            each.central, each.chances = reading.central, word_chances(text, reading)
        elif reading is not None:
            each.central = reading.central
            each.chances = word_chances(text, reading)
            told = reading.told
            each.told = "" if is_mistold(page, each, told) or stands_by(told) else tell(told, p)
            each.told_words, each.likely = claim_key(each.told), reading.told_likely
            else_ = _tell_else(reading, each)
            each.told_else = {
                t: w
                for t, w in else_.items()
                if not (
                    names_kin(text, t, p.claim)
                    or knows_of_it(p, t)
                    or drops_self(t, p)
                    or (p.points and asks_for_comment(text, t))
                )
            }
        linked.append(each)
    return linked


def _tell_else(reading: Reading, each: Linked) -> dict[str, Key]:
    """What else the writer found that tells the same, with its words: of whom its likeliest
    sentence or the position's own words tell, and in half of these where there are any."""
    own, claim = (each.wording, each.position.claim) if not each.position.points else (Key(), "")
    if claim.split(" ", 1)[0].lower() in POSSESSIVES:
        return {}  # "her son" is not any son
    subjects = {subject_of(text) for text in (each.told, claim) if text}
    found: dict[str, Key] = {}
    for told in reading.told_else:
        words = claim_key(told)
        little = 2 * len(words & own) < min(len(words), len(own))
        if words == each.told_words or little or subject_of(told) not in subjects:
            continue
        text = tell(told, each.position) if " but " not in told or " but " in claim else ""
        if text:
            found[text] = claim_key(text)
    return found


def rate_central(ties: Ties, weights: LinkWeights) -> list[float]:
    """Each position's probability of being on the document's central claim."""
    if not ties.linked:
        return []
    rows = np.array([describe(ties, i) for i in range(len(ties.linked))])
    scores = rows @ np.asarray(weights.centre)
    mix = np.asarray(weights.mix)
    return [
        chance(float(np.dot(mix, mix_row(float(score), each))))
        for score, each in zip(scores, ties.linked, strict=True)
    ]


def mix_row(score: float, each: Linked) -> list[float]:
    """What is mixed into the log-odds of centrality, in the order of ``CENTRE_MIX``."""
    if each.central is None:
        return [1.0, score, 0.0, 0.0, each.compared_central]
    bounded = min(max(each.central, 0.01), 0.99)
    return [1.0, score, 1.0, math.log(bounded / (1.0 - bounded)), each.compared_central]


def group(ties: Ties, central: Sequence[float], weights: LinkWeights) -> list[int]:
    """The group number of each position."""
    vector = np.asarray(weights.pair)

    def score(pairs: Sequence[Pair]) -> list[float]:
        return [float(x) for x in np.array(describe_pairs(ties, pairs, central)) @ vector]

    return gather_groups(ties, central, score, weights.least)


def gather_groups(
    ties: Ties, central: Sequence[float], score: PairScore, least: float
) -> list[int]:
    """Groups by ``score``; see the module."""
    linked = ties.linked
    anchors = _anchors(ties)
    alone = {i for i, each in enumerate(linked) if each.is_alone and i not in anchors}
    alone |= {i for i, at in anchors.items() if at in alone}
    # what is on the last that was told, or on the one thing of its name, speaks for nothing else
    settled = alone | {
        i
        for i, at in anchors.items()
        if linked[i].is_on_one_thing
        or ties.told_beside.get(i) == at
        or takes_back(linked[i].position)
        or (ties.meant.get(i) == at and not answering.names_owner(linked[i].words))
    }
    order = sorted(set(range(len(linked))) - settled, key=lambda i: (-central[i], i))
    chances = _chances(ties, _pairs(ties, order), score)
    return cluster(len(linked), chances, least, anchors.items())


def _anchors(ties: Ties) -> dict[int, int]:
    """The allegation that each position is on by the rules. Of two by which one party would
    contradict itself, what is told in more of its words is on it."""
    found = {i: at for i in range(len(ties.linked)) if (at := ties.anchor(i)) is not None}

    def yields(i: int, at: int) -> bool:
        others = [j for j in ties.around(i) if found.get(j) == at]
        if _contests_beside(ties, i, ties.linked[at]):
            return True
        rivals = [j for j in others if ties.contradict_themselves(i, j)]
        return any(ties.compare(j, at)[0] > ties.compare(i, at)[0] for j in rivals)

    return {i: at for i, at in found.items() if not (ties.are_never_one(i, at) or yields(i, at))}


def _contests_beside(ties: Ties, i: int, at: Linked) -> bool:
    """Whether who bears something out contests in the same sentence what ``at`` tells: "confirmed
    her death but denied that she was tortured"."""
    beside = [
        b for j in ties.around(i) if apart.owns_up_beside(ties.linked[i], b := ties.linked[j])
    ]
    return any(b is at or 2 * len(b.wording & at.wording) > len(b.wording) for b in beside)


def _chances(ties: Ties, pairs: Iterator[Pair], score: PairScore) -> Iterator[tuple[Pair, float]]:
    """The pairs that may be on one claim, each with what it counts, and those that never are."""
    while part := list(islice(pairs, AT_ONCE)):
        asked = []  # more than half need no score
        for i, j in part:
            if ties.exclude_each_other(i, j):
                yield (i, j), NEVER
            elif ties.tell_other_things(i, j):
                yield (i, j), AGAINST
            else:
                asked.append((i, j))
        for (i, j), found in zip(asked, score(asked) if asked else (), strict=True):
            against = STRANGE * ties.is_strange(i, j) + ALLEGED * ties.both_allege(i, j)
            against += ELSE * ties.contests_else(i, j) - CHARGE * ties.charge(i, j)
            likely = chance(found - against)
            if likely >= LEAST_NOTED and not ties.tell_apart(i, j):
                yield (i, j), likely


def _pairs(ties: Ties, order: Sequence[int]) -> Iterator[Pair]:
    """What is compared, as it comes: the positions in ``order``, each with those before it."""
    placed: dict[int, None] = {}
    by_word: dict[str, list[int]] = defaultdict(list)
    for i in order:
        for other in _compared(ties, i, placed, by_word):
            yield i, other
        placed[i] = None
        for word in ties.linked[i].quote:
            by_word[word].append(i)


def _compared(
    ties: Ties,
    i: int,
    placed: Mapping[int, None],
    by_word: Mapping[str, list[int]],
) -> list[int]:
    """The placed positions that ``i`` is compared with: most central, near, of like words.

    ``placed`` holds them in order, the most central first.
    """
    found = dict.fromkeys(islice(placed, SHARED))
    found.update(dict.fromkeys(other for other in ties.around(i) if other in placed))
    if len(found) < len(placed):
        counts: Counter[int] = Counter()
        for word in sorted(ties.linked[i].quote):  # a set has another order in each process
            counts.update(by_word[word][-SHARED:])
        found.update(dict.fromkeys(other for other, _ in counts.most_common(SHARED)))
    return list(found)

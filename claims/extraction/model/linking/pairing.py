"""What tells that two positions are on the same claim."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import lru_cache

from claims.extraction.model.linking.clusters import Pair
from claims.extraction.model.linking.linked import Linked
from claims.extraction.model.linking.ties import Ties
from claims.extraction.position import NOBODY, same_voice
from claims.extraction.wording.joining import is_negative

LINK_FEATURES = (
    "always", "wording", "quote", "across", "theme", "wording_theme", "best",
    "alleged_wording", "alleged_quote", "mixed_quote", "contested_quote", "alleged_theme",
    "unlike", "rules", "rules_mixed", "rules_best",
    "same_voice", "same_stance", "mixed", "contested", "distance", "same_sentence",
    "next_sentence", "points", "both_point", "shared_span", "first", "early", "nobody",
    "other_numbers", "same_numbers", "other_sign", "same_names", "other_names", "length",
    "both_central", "least_central", "most_central",
    "both_told", "told", "told_mixed", "told_contested", "told_surely", "told_across",
    "both_seen", "comparer",
)  # fmt: skip
"""The order of ``link_weights`` in ``model.json``."""
_NUMBER = re.compile(r"\d[\d,.]*")
_NAME = re.compile(r"(?<!^)(?<![.!?] )\b[A-Z][a-z]+")


def describe_pairs(
    ties: Ties, pairs: Sequence[Pair], central: Sequence[float]
) -> list[list[float]]:
    """The features of each pair of positions, in the order of ``LINK_FEATURES``.

    They are the same with the two exchanged. ``central`` holds each position's probability of
    being on the central claim.
    """
    compared = ties.compare_seen(pairs)
    return [
        _describe(ties, i, j, central, log_odds)
        for (i, j), log_odds in zip(pairs, compared, strict=True)
    ]


def _describe(
    ties: Ties, i: int, j: int, central: Sequence[float], compared: float | None
) -> list[float]:
    a, b = ties.linked[i], ties.linked[j]
    least, most = sorted((central[i], central[j]))
    return [
        *_words(ties, i, j), *_stand(a, b), *_marks(a, b), least * most, least, most,
        *_told_alike(ties, a, b), float(compared is not None), compared or 0.0,
    ]  # fmt: skip


def _told_alike(ties: Ties, a: Linked, b: Linked) -> list[float]:
    """How alike the writer tells them; all 0 where it does not tell either, or something else."""
    if not (a.is_told_alike and b.is_told_alike):
        return [0.0] * 6
    back = ties.backdrop
    contested = a.is_contested + b.is_contested
    told = back.overlap(a.told_words, b.told_words)
    across = max(back.overlap(a.told_words, b.wording), back.overlap(a.wording, b.told_words))
    sure = math.exp(min(a.likely, b.likely))
    return [
        1.0, told, told * (contested == 1), told * (contested == 2), told * sure, across
    ]  # fmt: skip


def _words(ties: Ties, i: int, j: int) -> list[float]:
    """How alike the words are, and whether the rules put the two together."""
    a, b, back = ties.linked[i], ties.linked[j], ties.backdrop
    wording, quote, theme = ties.compare(i, j)
    contested = a.is_contested + b.is_contested
    alleged, mixed = contested == 0, contested == 1
    across = max(back.overlap(a.wording, b.quote), back.overlap(a.quote, b.wording))
    alike = back.likeness(a.wording, b.wording)
    best = max(wording, quote)
    unlike = back.unlikeness(a.wording, b.wording)
    together = float(a.rules_claim == b.rules_claim)
    return [
        1.0, wording, quote, across, theme, alike, best,
        wording * alleged, quote * alleged, quote * mixed, quote * (contested == 2),
        alike * alleged, unlike, together, together * mixed, together * best,
    ]  # fmt: skip


def _stand(a: Linked, b: Linked) -> list[float]:
    """Who takes which stances, and where."""
    p, q = a.position, b.position
    distance = abs(p.sentence - q.sentence)
    earlier = min(p.sentence, q.sentence)
    contested = a.is_contested + b.is_contested
    return [
        float(same_voice(p.voice, q.voice)),
        float(p.stance is q.stance),
        float(contested == 1),
        float(contested == 2),
        min(distance, 10) / 10.0,
        float(distance == 0),
        float(distance == 1),
        float(p.points + q.points),
        float(p.points and q.points),
        float(min(p.end, q.end) > max(p.start, q.start)),
        float(earlier == 0),
        float(earlier <= 2),
        float(NOBODY.party in (p.voice.party, q.voice.party)),
    ]


def _marks(a: Linked, b: Linked) -> list[float]:
    """Numbers, names and negation that agree or do not."""
    numbers, names, negative = _told(a.position.claim)
    others, named, opposed = _told(b.position.claim)
    both_name = bool(names and named)
    return [
        float(bool(numbers and others) and not numbers & others),
        float(bool(numbers & others)),
        float(negative != opposed),
        len(names & named) / max(1, min(len(names), len(named))),
        float(both_name and not names & named),
        min(len(a.wording), len(b.wording), 12) / 12.0,
    ]


@lru_cache(maxsize=4096)
def _told(claim: str) -> tuple[frozenset[str], frozenset[str], bool]:
    """A claim's numbers, its names but the first word, and whether it is negative."""
    return frozenset(_NUMBER.findall(claim)), frozenset(_NAME.findall(claim)), is_negative(claim)

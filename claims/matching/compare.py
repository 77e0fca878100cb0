"""Two sketches: the same claim, perhaps, or different?

A wrong merge harms more than a missed one, so ``same`` needs the words to agree
both ways and nothing to speak against it; anything that does (another figure or
bound, one name or place more, swapped roles, "before" beside "after", a plan
beside a deed) leaves at most ``propose``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Levenshtein

from claims.matching.scope import counts_parts, marks_apart, ties_clash
from claims.matching.sketch import (
    DATE_WEIGHT,
    FORENAME_WEIGHT,
    NUMBER_WEIGHT,
    WEAK_WEIGHT,
    ClaimSketch,
)
from claims.words import are_contrary, concept_of, stem_each

SPELLING_CHARS = 6
"""Shortest name of which one differing letter may be a spelling (Kobani, Kobane)."""


_COMPASS = frozenset({"north", "south", "east", "west"})
"""What a state may be called by alone: "the North" is North Korea."""
_NO_OBJECT = frozenset(
    concept_of(each).name
    for each in stem_each(
        "open reopen close sink burn explode start begin stop end move convert drown"
    )
)
"""What the doer of may as well be who it is done to: "the plant was reopened", "reopened"."""
NEAR_SHARE = 0.85
"""What a name counts that only stands for the other's, beside an equal one."""


class Verdict(StrEnum):
    """What to do with a pair: join it, put it before a person, or leave it apart."""

    SAME = "same"
    PROPOSE = "propose"
    DIFFERENT = "different"


class Side(StrEnum):
    """The first or the second of a pair."""

    A = "a"
    B = "b"


@dataclass(frozen=True, slots=True)
class Match:
    """How near two claims are. ``opposite``: the same claim, stated the other way round."""

    score: float
    """0..1."""
    verdict: Verdict
    opposite: bool
    reasons: tuple[str, ...]
    narrower: Side | None = None
    """The side that alone says where: who denies it does not deny the other."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """How near is near enough. Defaults tuned on the training gold (tests/bench)."""

    same: float = 0.80
    """Lowest score of ``same``."""
    propose: float = 0.55
    """Lowest score of ``propose``."""
    loose_share: float = 0.5
    """Weight of content words that one side of a ``same`` pair may have beyond the other's,
    as a share of those they share; at most one word's weight."""
    shared_words: float = 1.0
    """Least weight of content words that a ``same`` pair shares."""
    nameless_words: float = 3.5
    """The same where the pair shares no name or party, or a pronoun stands for one."""


ACROSS = Thresholds()
"""For claims of different documents."""
WITHIN = Thresholds(same=0.74, propose=0.5, nameless_words=1.0)
"""For claims of one document, where the same words rarely mean two things."""


def compare(a: ClaimSketch, b: ClaimSketch, limits: Thresholds = ACROSS) -> Match:
    """Compare two claims; symmetric. A doubt yields ``propose``, never ``same``."""
    content = _overlap(a.content, b.content)
    if content <= WEAK_WEIGHT and a.text != b.text:
        return Match(0.0, Verdict.DIFFERENT, False, ("no words about what happened in common",))
    near = _near_entities(a, b)
    named = _overlap(a.entities, b.entities)
    named += NEAR_SHARE * min(_weight_of(near, a), _weight_of(near, b))
    whole = _whole(a) + _whole(b)
    extra = _extra_figures(a, b)
    score = 2 * (content + named) / (whole + extra) if whole else float(a.text == b.text)
    if score < limits.propose:
        return Match(score, Verdict.DIFFERENT, False, ("too few words in common",))
    opposite = _is_opposite(a, b)
    against = (*_objections(a, b, near), *_limits_differ(a, b, near, opposite))
    if not against:
        anchored = named > 0 and not (a.subjectless or b.subjectless)
        against = tuple(_loose_ends(a, b, score, content, anchored, limits))
    if against:
        return Match(score, Verdict.PROPOSE, opposite, against)
    return Match(score, Verdict.SAME, opposite, (_praise(opposite),), _narrower(a, b, near))


def _weight_of(keys: frozenset[str], claim: ClaimSketch) -> float:
    return sum(claim.entities[key] for key in keys if key in claim.entities)


def _overlap(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    return sum(min(a[key], b[key]) for key in a.keys() & b.keys())


def _whole(claim: ClaimSketch) -> float:
    return sum(claim.content.values()) + sum(claim.entities.values())


def _loose(own: ClaimSketch, other: ClaimSketch) -> float:
    """Weight of the content words that only ``own`` has; weak ones do not count."""
    return sum(
        weight
        for key, weight in own.content.items()
        if weight > WEAK_WEIGHT and key not in other.content
    )


def _loose_ends(
    a: ClaimSketch,
    b: ClaimSketch,
    score: float,
    shared: float,
    anchored: bool,
    limits: Thresholds,
) -> Iterable[str]:
    loose = _loose(a, b), _loose(b, a)
    if score < limits.same:
        yield f"alike to {score:.2f}, which is below {limits.same:.2f}"
    if shared < limits.shared_words:
        yield "they share too few words about what happened"
    elif not anchored and shared < limits.nameless_words:
        yield "they do not say whom they are about"
    if max(loose) > min(1.0, limits.loose_share * shared):
        yield "one says more than the other"
    if min(loose) > 0:
        yield "each has words that the other lacks"


def _objections(a: ClaimSketch, b: ClaimSketch, near: frozenset[str]) -> Iterable[str]:
    if _numbers_differ(a.numbers, b.numbers):
        yield "the figures differ"
    if _dates_differ(a.dates, b.dates):
        yield "the dates differ"
    if a.denies_parts != b.denies_parts:
        yield "one denies a part"
    if a.future is not b.future:
        yield "one speaks of the future"
    if a.modality != b.modality:
        yield f"one says {', '.join(sorted(a.modality ^ b.modality))}"
    if _agents_differ(a, b, near):
        yield "who does it differs"
    if a.poles.keys() != b.poles.keys():
        yield f"one says {', '.join(sorted(a.poles.keys() ^ b.poles.keys())).replace('~', '')}"
    if _names_differ(a, b, near):
        yield "the names differ"


def _limits_differ(
    a: ClaimSketch, b: ClaimSketch, near: frozenset[str], opposite: bool
) -> Iterable[str]:
    """What makes one claim go further than the other, or another way."""
    extra = _extra_names(a, b, near) | _extra_names(b, a, near)
    if extra and (opposite or _narrower(a, b, near) is None):
        yield "one names more"
    elif any(key in own.joined for own, other in ((a, b), (b, a)) for key in _alone(own, other)):
        yield "one joins more to it"
    if apart := marks_apart(a.marks, b.marks):
        yield f"one says {apart}"
    if ties_clash(a.ties, b.ties):
        yield "to, from, for, against or with differ"
    if opposite and counts_parts(a.marks):
        yield "it may be denied of a part only"
    if any(
        a.poles[name] != b.poles[name] and are_contrary(name) for name in a.poles & b.poles.keys()
    ):
        yield "both may be untrue, or true in turn"


def _alone(own: ClaimSketch, other: ClaimSketch) -> frozenset[str]:
    """Content words that only ``own`` has."""
    return frozenset(own.content.keys() - other.content.keys())


def _extra_names(own: ClaimSketch, other: ClaimSketch, near: frozenset[str]) -> frozenset[str]:
    """What only ``own`` names; modifiers, forenames, and an organ beside its state add nothing."""
    return frozenset(
        key
        for key in own.entities.keys() - other.entities.keys() - near
        if own.entities[key] > FORENAME_WEIGHT
        and not (
            own.entities.get(state := f"@{own.sides.get(key)}") == FORENAME_WEIGHT
            and state in other.entities
        )
    )


def _narrower(a: ClaimSketch, b: ClaimSketch, near: frozenset[str]) -> Side | None:
    """The side that only adds the place to what the other tells and what happens but once."""
    if not (a.once and b.once):
        return None
    extra_a, extra_b = _extra_names(a, b, near), _extra_names(b, a, near)
    if extra_a and not extra_b and extra_a <= a.places and not b.places:
        return Side.A
    if extra_b and not extra_a and extra_b <= b.places and not a.places:
        return Side.B
    return None


def _numbers_differ(a: Mapping[str, frozenset[float]], b: Mapping[str, frozenset[float]]) -> bool:
    if not a and not b:
        return False
    if not a or not b:
        return True
    if any(a[unit] != b[unit] for unit in a.keys() & b.keys() - {""}):
        return True
    return frozenset().union(*a.values()) != frozenset().union(*b.values())


def _dates_differ(a: frozenset[str], b: frozenset[str]) -> bool:
    """Weekdays alone pass: reports of one week name the day or leave it out."""
    if not a or not b:
        return any(not part.startswith("weekday") for part in a | b)
    kinds_a = {part.split(":")[0] for part in a - b}
    kinds_b = {part.split(":")[0] for part in b - a}
    return bool(kinds_a & kinds_b)


def _extra_figures(a: ClaimSketch, b: ClaimSketch) -> float:
    numbers = a.numbers.keys() ^ b.numbers.keys()
    return NUMBER_WEIGHT * len(numbers) + DATE_WEIGHT * len(a.dates ^ b.dates)


def _agents_differ(a: ClaimSketch, b: ClaimSketch, near: frozenset[str]) -> bool:
    """Whether the doer of one is another, or nobody, in the other."""
    if a.symmetric and b.symmetric:
        return False
    if a.agent != b.agent and {a.agent, b.agent} <= a.joined & b.joined:
        return _turned_round(a, b)
    if a.agent is not None and b.agent is not None:
        if a.agent != b.agent and not _stand_for_each_other(a.agent, b.agent, a, b):
            return True
    elif {a.agent, b.agent} - {None} - near - (a.entities.keys() & b.entities.keys()):
        return True
    return _order_differs(a.order, b.order) or _turned_round(a, b)


def _turned_round(a: ClaimSketch, b: ClaimSketch) -> bool:
    """Whether doer and done to change places round something that both tell.

    "Rebels attacked soldiers" and the other way; "Russia attacked" and "was attacked".
    """
    shared = set(a.sequence) & set(b.sequence)
    for pivot in shared - a.entities.keys():
        (before_a, after_a), (before_b, after_b) = _parted(a, pivot), _parted(b, pivot)
        if before_a & after_b & shared and after_a & before_b & shared:
            return True
        if pivot in _NO_OBJECT or (a.passive == pivot) is (b.passive == pivot):
            continue
        if (before_a & after_b) if b.passive == pivot else (after_a & before_b):
            return True
    return False


def _parted(claim: ClaimSketch, pivot: str) -> tuple[set[str], set[str]]:
    at = claim.sequence.index(pivot)
    return set(claim.sequence[:at]), set(claim.sequence[at + 1 :])


def _order_differs(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    if len(a) < 2 or len(b) < 2:
        return False
    return [key for key in a if key in b] != [key for key in b if key in a]


def _near_entities(a: ClaimSketch, b: ClaimSketch) -> frozenset[str]:
    """Entities of either that stand for one of the other's: a spelling, a seat, an organ."""
    only_a = a.entities.keys() - b.entities.keys()
    only_b = b.entities.keys() - a.entities.keys()
    if not only_a or not only_b:
        return frozenset()
    return frozenset(
        key
        for left in only_a
        for right in only_b
        if _stand_for_each_other(left, right, a, b)
        for key in (left, right)
    )


def _stand_for_each_other(key: str, other: str, a: ClaimSketch, b: ClaimSketch) -> bool:
    side, other_side = a.sides.get(key), b.sides.get(other)
    if side is not None and other_side is not None:
        return side == other_side and f"@{side}" in (key, other)
    if key in _COMPASS or other in _COMPASS:
        return f"@{key}-" == other[: len(key) + 2] or f"@{other}-" == key[: len(other) + 2]
    return (
        min(len(key), len(other)) >= SPELLING_CHARS
        and key[0] == other[0]
        and Levenshtein.distance(key, other, score_cutoff=1) <= 1
    )


def _names_differ(a: ClaimSketch, b: ClaimSketch, near: frozenset[str]) -> bool:
    """Whether each names somebody or some place that the other does not."""
    return bool(a.entities.keys() - b.entities.keys() - near) and bool(
        b.entities.keys() - a.entities.keys() - near
    )


def _is_opposite(a: ClaimSketch, b: ClaimSketch) -> bool:
    turned = a.negated is not b.negated
    for concept in a.poles.keys() & b.poles.keys():
        turned ^= a.poles[concept] != b.poles[concept]
    return turned


def _praise(opposite: bool) -> str:
    return "the same words, the other way round" if opposite else "the same words and names"

"""What the candidates around one say for and against it."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.model.weighing.agreeing import gold_value
from claims.extraction.model.weighing.candidate import Candidate
from claims.extraction.position import same_voice
from claims.extraction.text.nearby import overlaps

NEIGHBOURS = 40
"""Candidates before one, in the order of the text, that are compared with it."""


def weigh_neighbours(candidates: Sequence[Candidate]) -> None:
    """Fill in what each candidate's neighbours say for and against it.

    Only the nearest ``NEIGHBOURS`` on each side are looked at, so the work stays linear.
    """
    order = sorted(candidates, key=lambda c: (c.position.sentence, c.position.start))
    for i, one in enumerate(order):
        for other in order[max(0, i - NEIGHBOURS) : i]:
            a, b = one.position, other.position
            if abs(a.sentence - b.sentence) > 1 or not overlaps((a.start, a.end), (b.start, b.end)):
                continue
            _compare(one, other)


def _compare(one: Candidate, other: Candidate) -> None:
    same_value = gold_value(one.position.stance) == gold_value(other.position.stance)
    if not same_voice(one.position.voice, other.position.voice):
        if same_value:
            one.other_voice = max(one.other_voice, _strength(other))
            other.other_voice = max(other.other_voice, _strength(one))
    elif same_value:
        weak, strong = sorted((other, one), key=_strength)
        weak.repeat = max(weak.repeat, _strength(strong))
    else:
        for left, right in ((one, other), (other, one)):
            left.rival = max(left.rival, _strength(right))
            left.rival_rule |= right.from_rule


def _strength(candidate: Candidate) -> float:
    """How loudly a candidate is put forward, 0 to 1: the reader's word before the rules'."""
    seen = candidate.reading.probability if candidate.reading is not None else 0.0
    return max(seen, 0.8 * candidate.position.confidence if candidate.from_rule else 0.0)

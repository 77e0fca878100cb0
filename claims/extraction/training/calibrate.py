"""Fit what ``combine`` weighs candidates with, on articles the network has not seen.

Logistic regression by Newton's method with a ridge penalty; the floor is the one that gives
the best F1 of full matches (span, value and party, one to one, as ``gold/score.py`` counts).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from claims.extraction.model.combine import Candidate, describe, gold_value, overlaps, weigh
from claims.extraction.training.records import Label, Record

RIDGE = 1.0
_SMALL = frozenset({"the", "a", "an", "mr", "mrs", "ms", "dr"})


def hits(candidates: Sequence[Candidate], record: Record) -> NDArray[np.float64]:
    """1.0 for each candidate that fully matches a label of its own, else 0.0."""
    pairs = []
    for i, candidate in enumerate(candidates):
        position = candidate.position
        for j, label in enumerate(record.labels):
            span = (position.start, position.end)
            if gold_value(position.stance) != label.stance:
                continue
            if overlaps(span, (label.start, label.end)) and _same_party(candidate, label):
                shared = min(position.end, label.end) - max(position.start, label.start)
                whole = max(position.end, label.end) - min(position.start, label.start)
                pairs.append((shared / whole, -i, -j))
    found = np.zeros(len(candidates))
    used: set[int] = set()
    for _, i, j in sorted(pairs, reverse=True):
        if found[-i] == 0.0 and j not in used:
            found[-i] = 1.0
            used.add(j)
    return found


def fit(sets: Sequence[tuple[list[Candidate], Record]]) -> tuple[list[float], float]:
    """(weights in the order of ``combine.FEATURES``, floor)."""
    rows = np.array([describe(c) for candidates, _ in sets for c in candidates])
    wanted = np.concatenate([hits(candidates, record) for candidates, record in sets])
    weights = _newton(rows, wanted)
    floors = np.arange(0.2, 0.65, 0.025)
    scores = [_full_f1(sets, weights, float(floor)) for floor in floors]
    return weights, float(floors[int(np.argmax(scores))])


def _newton(rows: NDArray[np.float64], wanted: NDArray[np.float64]) -> list[float]:
    weights = np.zeros(rows.shape[1])
    penalty = RIDGE * np.eye(rows.shape[1])
    penalty[0, 0] = 1e-3
    for _ in range(30):
        chance = 1.0 / (1.0 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (chance - wanted) + penalty @ weights
        bend = (rows * (chance * (1 - chance))[:, None]).T @ rows + penalty
        weights -= np.linalg.solve(bend, slope)
    return [round(float(w), 5) for w in weights]


def _full_f1(
    sets: Sequence[tuple[list[Candidate], Record]], weights: Sequence[float], floor: float
) -> float:
    right = offered = wanted = 0.0
    for candidates, record in sets:
        kept = weigh(candidates, weights, floor)
        right += float(hits(kept, record).sum())
        offered += len(kept)
        wanted += len(record.labels)
    return 2 * right / max(1.0, offered + wanted)


def _same_party(candidate: Candidate, label: Label) -> bool:
    voice = candidate.position.voice
    if label.party == "unattributed":
        return voice.party == "unattributed"
    wanted = [_key(n) for n in (label.party, label.speaker, *label.aliases) if n]
    given = [_key(n) for n in (voice.party, voice.speaker, *voice.aliases) if n]
    return any(a and b and (a <= b or b <= a) for a in wanted for b in given)


def _key(name: str) -> frozenset[str]:
    plain = name.lower().replace("'s", "").replace("’s", "")
    return frozenset("".join(c if c.isalnum() else " " for c in plain).split()) - _SMALL

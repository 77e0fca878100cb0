"""Fit what ``combine`` weighs candidates with, on articles the network has not seen.

Logistic regression by Newton's method with a ridge penalty; the floor is the one that gives
the best F1 of full matches (span, value and party, one to one, as ``gold/score.py`` counts).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claims.extraction.attribution import attribute
from claims.extraction.joining import ClaimPool, document_words
from claims.extraction.model.combine import (
    FEATURES,
    Candidate,
    describe,
    gold_value,
    overlaps,
    weigh,
)
from claims.extraction.model.linking import LINK_FEATURES, Linked, describe_pair, group, prepare
from claims.extraction.model.reader import Reader
from claims.extraction.model.shape import VALUES
from claims.extraction.model.together import find_candidates
from claims.extraction.segment import segment
from claims.extraction.sides import Sides
from claims.extraction.training.records import Label, Record

RIDGE = 1.0
_SMALL = frozenset({"the", "a", "an", "mr", "mrs", "ms", "dr"})


def match_labels(candidates: Sequence[Candidate], record: Record) -> dict[int, int]:
    """Which label each candidate fully matches, one to one; candidates without one are left out."""
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
    found: dict[int, int] = {}
    used: set[int] = set()
    for _, i, j in sorted(pairs, reverse=True):
        if -i not in found and -j not in used:
            found[-i] = -j
            used.add(-j)
    return found


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
    rows = np.array([describe(c) for candidates, _ in sets for c in candidates])
    wanted = np.concatenate([hits(candidates, record) for candidates, record in sets])
    weights = _newton(rows, wanted)
    floors = [round(float(x), 3) for x in np.arange(0.15, 0.6, 0.025)]
    by_floor = {x: _value_f1(sets, weights, x) for x in floors}
    plain = max(floors, key=lambda x: by_floor[x][0])
    contested = max(floors, key=lambda x: sum(by_floor[x][1:]))
    return weights, (plain, contested)


def fit_links(sets: Sequence[tuple[list[Candidate], Record]]) -> tuple[list[float], float]:
    """(weights in the order of ``linking.LINK_FEATURES``, floor) from kept candidates."""
    rows, wanted, documents = [], [], []
    for candidates, record in sets:
        matched = match_labels(candidates, record)
        linked = prepare(record.text, [c.position for c in candidates], Sides(record.text))
        words = document_words(record.text)
        pool = ClaimPool(words)
        claims = {i: record.labels[j].claim for i, j in matched.items()}
        for i in claims:
            for j in claims:
                if j < i:
                    rows.append(describe_pair(pool, linked[j], linked[i]))
                    wanted.append(float(claims[i] == claims[j]))
        documents.append((linked, words, claims))
    weights = _newton(np.array(rows), np.array(wanted))
    floors = np.arange(-2.6, 0.01, 0.1)
    scores = [_pair_f1(documents, weights, float(floor)) for floor in floors]
    return weights, round(float(floors[int(np.argmax(scores))]), 3)


def _pair_f1(
    documents: Sequence[tuple[list[Linked], Counter[str], dict[int, str]]],
    weights: Sequence[float],
    floor: float,
) -> float:
    right = offered = wanted = 0
    for linked, words, claims in documents:
        groups = group(linked, words, weights, floor)
        for i in claims:
            for j in claims:
                if j < i:
                    together, meant = groups[i] == groups[j], claims[i] == claims[j]
                    right += together and meant
                    offered += together
                    wanted += meant
    return 2 * right / max(1, offered + wanted)


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


def calibrate(reader: Reader, held: Sequence[Record]) -> dict[str, Any]:
    """What ``model.json`` adds, fitted on articles that the network was not trained on."""
    sets: list[tuple[list[Candidate], Record]] = []
    for record in held:
        sets.append((find_candidates(attribute(segment(record.text)), reader), record))
    weights, floors = fit(sets)
    kept = [(weigh(candidates, weights, floors), record) for candidates, record in sets]
    link_weights, link_floor = fit_links(kept)
    return {
        "weights": dict(zip(FEATURES, weights, strict=True)),
        "floors": list(floors),
        "link_weights": dict(zip(LINK_FEATURES, link_weights, strict=True)),
        "link_floor": link_floor,
    }


def write_card(out: Path, card: dict[str, Any]) -> None:
    """Write ``model.json``: what the reader needs to know of its weights."""
    text = json.dumps(card, indent=1, ensure_ascii=False) + "\n"
    (out / "model.json").write_text(text, "utf-8")

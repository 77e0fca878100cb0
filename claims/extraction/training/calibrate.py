"""Fit what ``combine`` weighs candidates with, on articles the network has not seen.

Logistic regression; floors from the F1 of full matches (span, value and party, one to one, as
``gold/score.py`` counts). Which of them are on one claim: ``linkage``.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claims.extraction.attribution import Attributed, attribute
from claims.extraction.model.choosing import retell
from claims.extraction.model.combine import (
    FEATURES,
    Candidate,
    describe,
    gold_value,
    overlaps,
    weigh,
)
from claims.extraction.model.reader import Reader
from claims.extraction.model.shape import VALUES
from claims.extraction.model.together import find_candidates
from claims.extraction.segment import segment
from claims.extraction.training.linkage import LinkSet, fit_linkage
from claims.extraction.training.records import Label, Record
from claims.extraction.training.regression import fit_logistic
from claims.model import Stance

RIDGE = 8.0
"""Penalty on the weights: of 1, 3 and 8 the best cross-fitted on the held-back articles."""
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
    sets = [
        ([c for c in each if c.position.stance is not Stance.NO_RESPONSE], r) for each, r in sets
    ]
    rows = np.array([describe(c) for candidates, _ in sets for c in candidates])
    wanted = np.concatenate([hits(candidates, record) for candidates, record in sets])
    weights = fit_logistic(rows, wanted, ridge=RIDGE)
    floors = [round(float(x), 3) for x in np.arange(0.15, 0.6, 0.025)]
    by_floor = {x: _value_f1(sets, weights, x) for x in floors}
    plain = max(floors, key=lambda x: by_floor[x][0])
    contested = max(floors, key=lambda x: sum(by_floor[x][1:]))
    return weights, (plain, contested)


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


def calibrate(reader: Reader, held: Sequence[Record], learned: Sequence[Record]) -> dict[str, Any]:
    """What ``model.json`` adds, fitted on articles that the network was not trained on.

    ``learned``, which it was trained on, only teach what the network has no part in.
    """
    pages = [(*_read_candidates(reader, record), record) for record in held]
    weights, floors = fit([(candidates, record) for _, candidates, record in pages])

    def keep(done: Attributed, candidates: list[Candidate], record: Record) -> LinkSet:
        kept = retell(done, weigh(candidates, weights, floors))
        return LinkSet(done.page, kept, match_labels(kept, record), record)

    return {
        "weights": dict(zip(FEATURES, weights, strict=True)),
        "floors": list(floors),
        **fit_linkage(
            [keep(*_read_candidates(reader, record), record) for record in learned],
            [keep(*each) for each in pages],
        ),
    }


def _read_candidates(reader: Reader, record: Record) -> tuple[Attributed, list[Candidate]]:
    done = attribute(segment(record.text))
    return done, find_candidates(done, reader)


def write_card(out: Path, card: dict[str, Any]) -> None:
    """Write ``model.json``: what the reader needs to know of its weights."""
    text = json.dumps(card, indent=1, ensure_ascii=False) + "\n"
    (out / "model.json").write_text(text, "utf-8")

"""Fit the confidence of rule findings on annotated articles; prints a report, writes the weights.

    python tests/bench/fit_confidence.py GOLD_FOLDER [OUT.yaml]

GOLD_FOLDER holds ``train.jsonl``, ``texts/`` and ``score.py``. A finding counts as
right when the scorer matches its span, stance and party. Weights come from a
logistic regression with an L2 penalty; the report is over folds of whole
articles, so no article is judged by weights that saw it.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import yaml

from claims.extraction.attribution.attribute import attribute
from claims.extraction.positions.placing import place_positions
from claims.extraction.positions.readings import read_positions
from claims.extraction.text.segment import segment
from claims.extraction.wording.joining import ClaimPool, document_words

SEEN_AT_LEAST = 6
PENALTY = 3.0
FOLDS = 5


def load_scorer(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold_score", folder / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def collect(folder: Path) -> list[tuple[int, tuple[str, ...], bool]]:
    """(article number, features, right or not) of every finding on the training articles."""
    score = load_scorer(folder)
    rows = []
    for number, (doc, gold) in enumerate(score.load(folder / "train.jsonl").items()):
        text = (folder / "texts" / f"{doc}.txt").read_text("utf-8")
        golds = [
            {**s, "start": text.index(s["quote"]), "end": text.index(s["quote"]) + len(s["quote"])}
            for s in gold["stances"]
        ]
        pool = ClaimPool(document_words(text))
        placed = place_positions(pool, read_positions(attribute(segment(text))))
        preds = [_as_prediction(score, position, stance) for position, _, stance in placed]
        full = score.match(
            preds,
            golds,
            lambda p, g: p["stance"] == g["stance"] and score.same_party(p, g),
        )
        right = {i for i, _ in full}
        rows += [
            (number, position.features, i in right) for i, (position, _, _) in enumerate(placed)
        ]
    return rows


def _as_prediction(score: ModuleType, position: Any, stance: Any) -> dict[str, Any]:
    return {
        "start": position.start,
        "end": position.end,
        "party": position.voice.party,
        "speaker": position.voice.speaker,
        "aliases": list(position.voice.aliases),
        "stance": score.SAME_AS.get(stance.value, stance.value),
    }


def fit(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Newton's method; the first column is the constant and is not penalised."""
    weights = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], PENALTY)
    penalty[0] = 1e-6
    for _ in range(25):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (p - y) + penalty * weights
        hessian = (x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def main() -> None:
    folder = Path(sys.argv[1])
    rows = collect(folder)
    counts = Counter(name for _, features, _ in rows for name in set(features))
    names = sorted(name for name, count in counts.items() if count >= SEEN_AT_LEAST)
    at = {name: i + 1 for i, name in enumerate(names)}
    x = np.zeros((len(rows), len(names) + 1))
    x[:, 0] = 1
    for row, (_, features, _) in enumerate(rows):
        for name in set(features):
            if name in at:
                x[row, at[name]] = 1
    y = np.array([float(right) for _, _, right in rows])
    article = np.array([number for number, _, _ in rows])
    held = np.zeros(len(rows))
    for fold in range(FOLDS):
        test = article % FOLDS == fold
        held[test] = 1 / (1 + np.exp(-x[test] @ fit(x[~test], y[~test])))
    print(f"findings {len(rows)}  right {y.mean():.3f}  Brier {((held - y) ** 2).mean():.3f}")
    for low in np.arange(0, 1, 0.1):
        inside = (held >= low) & (held < low + 0.1)
        if inside.any():
            count, share = inside.sum(), y[inside].mean()
            print(f"  {low:.1f}-{low + 0.1:.1f}  {count:5d} findings, right {share:.2f}")
    for cut in (0.0, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4):
        kept = held >= cut
        print(f"  cut {cut:.2f}: {kept.sum()} kept, {int(y[kept].sum())} right")
    if len(sys.argv) > 2:
        weights = fit(x, y)
        table = {"bias": round(float(weights[0]), 3)}
        table |= {name: round(float(weights[at[name]]), 3) for name in names}
        table = {name: weight for name, weight in table.items() if abs(weight) >= 0.02}
        head = "# Written by tests/bench/fit_confidence.py; see confidence.py beside this.\n"
        Path(sys.argv[2]).write_text(head + yaml.safe_dump(table, sort_keys=True), "utf-8")
        print(json.dumps({"weights": len(table)}))


if __name__ == "__main__":
    main()

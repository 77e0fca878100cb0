"""Fitted logistic regressions at work: rows of features and weights, as probabilities."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

_MOST = 30.0
"""Log-odds beyond which a probability is as good as 0 or 1."""


def chance(log_odds: float) -> float:
    """Log-odds as a probability."""
    return 1.0 / (1.0 + math.exp(-max(-_MOST, min(_MOST, log_odds))))


def chances(rows: Sequence[Sequence[float]], weights: Sequence[float]) -> list[float]:
    """The probability of each of N rows of F features by their weights (F,).

    ValueError where a row and the weights differ in length.
    """
    if not rows:
        return []
    scores: list[float] = (np.array(rows) @ np.asarray(weights)).tolist()
    return [chance(score) for score in scores]

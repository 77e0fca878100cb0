"""Logistic regression by Newton's method, with a ridge penalty towards what is held beforehand."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

RIDGE = 1.0


def fit_logistic(
    rows: NDArray[np.float64],
    wanted: NDArray[np.float64],
    *,
    prior: Sequence[float] | None = None,
    ridge: float = RIDGE,
) -> list[float]:
    """Weights for ``rows`` (N, F) and ``wanted`` (N,) of 0.0 and 1.0; the first column is 1.

    The penalty is on the distance to ``prior`` (zeros without one); without a prior the
    first weight goes almost free.
    """
    start = np.zeros(rows.shape[1]) if prior is None else np.asarray(prior, dtype=np.float64)
    weights = start.copy()
    penalty = ridge * np.eye(rows.shape[1])
    if prior is None:
        penalty[0, 0] = 1e-3
    for _ in range(30):
        chance = 1.0 / (1.0 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (chance - wanted) + penalty @ (weights - start)
        bend = (rows * (chance * (1 - chance))[:, None]).T @ rows + penalty
        weights = weights - np.linalg.solve(bend, slope)
    return [round(float(w), 5) for w in weights]

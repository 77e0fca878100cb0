"""Where a stance hangs in a window, and what the reader links it to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]


@dataclass(frozen=True)
class Hook:
    """A stance's piece and label in a window of L pieces, its quote's ends, its links.

    ``links`` are the reader's logits (L,) of each link to each piece, by ``shape.LINKS``.
    """

    at: int
    label: int
    quote: tuple[int, int]
    links: Mapping[str, FloatArray]


def sigmoid(x: FloatArray) -> FloatArray:
    """Log-odds as probabilities."""
    found: FloatArray = (1.0 / (1.0 + np.exp(-np.clip(x, -30.0, 30.0)))).astype(np.float32)
    return found

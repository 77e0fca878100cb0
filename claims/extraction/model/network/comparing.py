"""The trained comparer: which stances are on one claim, and which on the document's central one.

Two small networks over what the encoder made of each stance. The first gives each stance a key,
and the log-odds that it is on the central claim by its key beside the mean keys of the document
and of its opening. The second, a Siamese network (Bromley and others 1993), gives the log-odds
that two stances are on one claim, by their keys and whichever of the two comes first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from claims.extraction.model.network.hooks import FloatArray, Hook, sigmoid

if TYPE_CHECKING:
    import onnxruntime

Vector = NDArray[np.float16]

OPENING = 4
"""The last sentence of a document's opening, counted from 0."""
LEAST = 1e-3
"""How much every piece of a quote counts, beside its probability of being the claim's."""
MOST_PLACED = 1000
"""Stances that are placed beside each other; a longer text goes in parts. An article has dozens."""
MOST_SURE = 6.0
"""Log-odds that are believed at most: texts of two sentences, as no article is, have shown 14."""


def stance_vector(hidden: FloatArray, hook: Hook) -> Vector:
    """What the encoder makes of the stance at ``hook``, (3 * WIDTH,).

    ``hidden`` (L, WIDTH) are the window's. The state at the source, then the mean over the
    quote's pieces, weighed by their probability of being the claim's words, and as they are.
    """
    first, last = hook.quote
    inside = hidden[first : last + 1]
    share = LEAST + sigmoid(hook.links["content"][first : last + 1])
    weighed = share @ inside / share.sum()
    return np.concatenate([hidden[hook.at], weighed, inside.mean(0)]).astype(np.float16)


class Comparer:
    """The two networks, loaded. Not shared between threads."""

    def __init__(
        self, keys: onnxruntime.InferenceSession, pairs: onnxruntime.InferenceSession
    ) -> None:
        self._keys = keys
        self._pairs = pairs

    def place(
        self, vectors: Sequence[Vector], sentences: Sequence[int]
    ) -> tuple[FloatArray, list[float]]:
        """(keys (N, KEYS), log-odds of being on the central claim) of one document's stances.

        ``vectors`` as ``stance_vector`` gives them, at least one; ``sentences`` are theirs.
        """
        keys, central = [], []
        for at in range(0, len(vectors), MOST_PLACED):
            part = slice(at, at + MOST_PLACED)
            given = {
                "vectors": np.stack(vectors[part]).astype(np.float32),
                "opening": opening(sentences[part]),
            }
            found = self._keys.run(["keys", "central"], given)
            keys.append(found[0])
            central += found[1].clip(-MOST_SURE, MOST_SURE).tolist()
        return np.concatenate(keys), central

    def compare(self, pairs: Sequence[tuple[FloatArray, FloatArray]]) -> list[float]:
        """Log-odds that the stances of two keys are on one claim, for each pair of keys."""
        if not pairs:
            return []
        left, right = (np.stack(side) for side in zip(*pairs, strict=True))
        (found,) = self._pairs.run(["together"], {"left": left, "right": right})
        log_odds: list[float] = found.clip(-MOST_SURE, MOST_SURE).tolist()
        return log_odds


def opening(sentences: Sequence[int]) -> FloatArray:
    """1.0 for each stance in the document's opening; for each, where none stands there."""
    found = (np.asarray(sentences) <= OPENING).astype(np.float32)
    return found if found.any() else np.ones_like(found)

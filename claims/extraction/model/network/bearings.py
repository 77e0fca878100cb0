"""What each piece of a window is to a stance: told to the writer of its claim.

Whether the reader takes the piece for one of the claim's words, for a part of the party's or
the speaker's name, whether the quote holds it, how far from the stance it stands, and what it
looks like. The writer weighs these anew at every step.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from claims.extraction.model.network.hooks import FloatArray, Hook, sigmoid
from claims.extraction.model.network.windows import Window

BEARINGS = (
    "content", "likely", "party", "speaker", "quoted",
    "here", "before", "two_before", "earlier", "after", "later",
    "opening", "capital", "capitals", "digits", "quotes", "away", "ahead", "slot", "always",
)  # fmt: skip
"""The rows of ``describe_bearings``; ``before`` and ``after`` are the sentences beside it."""
_MOST_LOGIT, _LOGITS = 8.0, 4.0
"""A logit is cut off there, and told in units of ``_LOGITS``."""
_PIECES, _FURTHEST = 100.0, 3.0
"""A distance is told in hundreds of pieces, up to three."""


def describe_bearings(window: Window, hooks: Sequence[Hook]) -> FloatArray:
    """(N, len(BEARINGS), L): the rows of ``BEARINGS`` for N hooks of one window."""
    size = len(window.ids)
    found = np.zeros((len(hooks), len(BEARINGS), size), np.float32)
    if not hooks:
        return found
    at = np.array([hook.at for hook in hooks])
    content = _stack(hooks, "content")
    first, last = (np.array([hook.quote[end] for hook in hooks])[:, None] for end in (0, 1))
    away = window.sentence[None, :] - window.sentence[at][:, None]
    pieces = np.arange(size)
    case, surface = window.features % 4, window.features // 4
    rows = {
        "content": np.clip(content, -_MOST_LOGIT, _MOST_LOGIT) / _LOGITS,
        "likely": sigmoid(content),
        "party": _within(_stack(hooks, "party_start"), _stack(hooks, "party_end")),
        "speaker": _within(_stack(hooks, "speaker_start"), _stack(hooks, "speaker_end")),
        "quoted": (first <= pieces) & (pieces <= last),
        "here": away == 0, "before": away == -1, "two_before": away == -2, "earlier": away < -2,
        "after": away == 1, "later": away > 1,
        "opening": (window.unit == window.unit[window.unit >= 0].min())[None],
        "capital": (case == 1)[None], "capitals": (case == 2)[None], "digits": (case == 3)[None],
        "quotes": (surface % 2)[None],
        "away": np.minimum(np.abs(pieces - at[:, None]) / _PIECES, _FURTHEST),
        "ahead": pieces < at[:, None],
        "slot": window.slot[None],
        "always": np.ones((1, size)),
    }  # fmt: skip
    for number, name in enumerate(BEARINGS):
        found[:, number] = rows[name]
    return found


def _stack(hooks: Sequence[Hook], link: str) -> FloatArray:
    return np.stack([hook.links[link] for hook in hooks]).astype(np.float32)


def _within(start: FloatArray, end: FloatArray) -> FloatArray:
    """The probability that a name goes over each piece, by the logits (N, L) of its ends."""
    begun = np.cumsum(_shares(start), -1)
    ended = np.cumsum(_shares(end), -1)
    ended[:, 1:] = ended[:, :-1]
    ended[:, 0] = 0.0
    within: FloatArray = np.clip(begun - ended, 0.0, 1.0)
    return within


def _shares(logits: FloatArray) -> FloatArray:
    shares = np.exp(logits - logits.max(-1, keepdims=True))
    normed: FloatArray = shares / shares.sum(-1, keepdims=True)
    return normed

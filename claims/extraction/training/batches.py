"""What every training loop shares: its batches, and how its learning rate goes."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")
POOL = 8
"""Batches whose items are sorted by length among each other."""


def shuffle_batches(
    items: Sequence[T], size: int, length: Callable[[T], int], dice: random.Random
) -> list[list[T]]:
    """Random batches of ``size`` items of similar length, so that little is padding."""
    order = list(items)
    dice.shuffle(order)
    batches = []
    for at in range(0, len(order), POOL * size):
        pool = sorted(order[at : at + POOL * size], key=length)
        batches += [pool[i : i + size] for i in range(0, len(pool), size)]
    dice.shuffle(batches)
    return batches


def rate_share(step: int, total: int, warmup: float) -> float:
    """The share of the learning rate at ``step`` of ``total``: it warms up, then falls to 0.

    ``warmup`` is the share of the steps that it rises for, by a straight line as it falls.
    """
    warm = max(1, int(total * warmup))
    return min((step + 1) / warm, max(0.0, (total - step) / max(1, total - warm)))

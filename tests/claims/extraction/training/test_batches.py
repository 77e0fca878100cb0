"""Batches of like length, and a learning rate that warms up and falls."""

import random

import pytest

from claims.extraction.training.batches import POOL, rate_share, shuffle_batches


def test_every_item_is_in_one_batch() -> None:
    items = list(range(103))
    batches = shuffle_batches(items, 8, lambda n: n % 10, random.Random(1))
    assert sorted(n for batch in batches for n in batch) == items
    assert max(map(len, batches)) == 8


def test_a_pools_batches_hold_items_of_like_length() -> None:
    batches = shuffle_batches(range(8 * POOL), 8, lambda n: n, random.Random(1))
    assert sorted(batches) == [list(range(at, at + 8)) for at in range(0, 8 * POOL, 8)]


def test_the_same_seed_gives_the_same_batches_and_another_others() -> None:
    one, same, other = (
        shuffle_batches(range(50), 4, lambda n: n, random.Random(seed)) for seed in (1, 1, 2)
    )
    assert one == same != other


@pytest.mark.parametrize(
    ("step", "share"), [(0, 0.1), (9, 1.0), (10, 1.0), (55, 0.5), (100, 0.0), (101, 0.0)]
)
def test_the_rate_warms_up_and_falls(step: int, share: float) -> None:
    assert rate_share(step, total=100, warmup=0.1) == pytest.approx(share)

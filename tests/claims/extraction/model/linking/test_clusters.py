"""Pairs that likely belong together come together; what costs more than it brings stays apart."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.model.linking.clusters import NEVER, Pair, cluster
from tests.growth import grows_in_line

CASES = {
    "nothing": (0, {}, [], []),
    "alone": (2, {}, [], [0, 1]),
    "likely": (2, {(0, 1): 0.6}, [], [0, 0]),
    "unlikely": (2, {(1, 0): 0.4}, [], [0, 1]),
    "a pair unknown has no chance": (3, {(0, 1): 0.6, (1, 2): 0.7}, [], [0, 1, 1]),
    "a third joins two by their mean": (
        3, {(0, 1): 0.9, (0, 2): 0.9, (1, 2): 0.2}, [], [0, 0, 0],
    ),
    "the likeliest come first": (
        4, {(0, 1): 0.6, (1, 2): 0.95, (2, 3): 0.6, (0, 2): 0.1, (1, 3): 0.1}, [], [0, 1, 1, 2],
    ),
    "never, whatever a third says": (
        3, {(0, 1): 0.9, (1, 2): 0.8, (0, 2): NEVER}, [], [0, 0, 1],
    ),
    "never, whatever the rest": (
        4, {(0, 1): 1.0, (1, 2): 1.0, (2, 3): 1.0, (0, 2): 1.0, (1, 3): 1.0, (0, 3): NEVER}, [],
        [0, 0, 0, 1],
    ),
    "what speaks against is outweighed": (
        4, {(0, 1): 1.0, (1, 2): 1.0, (0, 2): 1.0, (1, 3): 1.0, (0, 3): 1.0, (2, 3): -0.2}, [],
        [0, 0, 0, 0],
    ),
    "or it outweighs": (
        4, {(0, 1): 1.0, (1, 2): 1.0, (0, 2): 1.0, (1, 3): 1.0, (0, 3): 1.0, (2, 3): -0.6}, [],
        [0, 0, 0, 1],
    ),
    "joined whatever their chance": (3, {(0, 1): 0.1, (1, 2): 0.9}, [(0, 1)], [0, 0, 1]),
    "joined by way of another": (3, {}, [(2, 0), (1, 2)], [0, 0, 0]),
    "what is joined speaks together": (3, {(0, 2): 0.9, (1, 2): 0.2}, [(0, 1)], [0, 0, 0]),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_groups(case: tuple[int, dict[Pair, float], list[Pair], list[int]]) -> None:
    count, chances, joined, expected = case
    assert cluster(count, chances.items(), 0.5, joined) == expected


@st.composite
def likelihoods(draw: st.DrawFn) -> tuple[int, dict[Pair, float]]:
    count = draw(st.integers(1, 9))
    pairs = list(combinations(range(count), 2))
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    return count, {pair: draw(st.floats(-1.0, 1.0)) for pair in chosen}


def gain(groups: list[int], chances: dict[Pair, float], least: float) -> float:
    together = [p for p in combinations(range(len(groups)), 2) if groups[p[0]] == groups[p[1]]]
    return sum(chances.get(pair, 0.0) - least for pair in together)


@given(likelihoods(), st.floats(0.1, 0.9))
def test_no_two_groups_would_gain_by_merging(
    given: tuple[int, dict[Pair, float]], least: float
) -> None:
    count, chances = given
    groups = cluster(count, chances.items(), least)
    assert len(groups) == count
    assert list(dict.fromkeys(groups)) == list(range(len(set(groups))))
    for a, b in combinations(set(groups), 2):
        merged = [a if number == b else number for number in groups]
        assert gain(merged, chances, least) <= gain(groups, chances, least) + 1e-9
    assert gain(groups, chances, least) >= 0.0


def test_work_stays_in_line_with_the_number_of_pairs() -> None:
    def join(count: int) -> None:
        near = {(i, i + k): 0.2 + (i * k % 7) / 10 for i in range(count - 40) for k in range(1, 40)}
        star = {(0, i): 0.6 for i in range(50, count)}
        cluster(count, (near | star).items(), 0.3)

    assert grows_in_line(join, 250, 1000)

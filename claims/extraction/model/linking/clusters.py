"""Groups from the chances of pairs to belong together: greedy correlation clustering.

The two groups are merged first whose pairs together speak most for it, as long as any do:
greedy additive edge contraction (Keuper and others 2015, "Efficient Decomposition of Image
and Mesh Graphs by Lifted Multicuts").
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable

Pair = tuple[int, int]
NEVER = -math.inf
"""The chance of a pair that no group may hold, whatever speaks for it."""


def cluster(
    count: int,
    chances: Iterable[tuple[Pair, float]],
    least: float,
    joined: Iterable[Pair] = (),
) -> list[int]:
    """The group number of each of ``count`` things, numbered in the order of their first.

    ``chances`` are pairs with their probability, with less than none where something speaks
    against them, or ``NEVER``; any other pair has none. Two groups merge where the mean over all
    of their pairs is above ``least``, the greatest sum of what is above it first. The things of
    each pair in ``joined`` are together whatever their chances.
    The work grows with the number of pairs, not with that of groups times groups.
    """
    groups = _Groups(count, least)
    for pair, each in chances:
        groups.note(pair, each)
    for a, b in joined:
        groups.merge(groups.of(a), groups.of(b))
    groups.agglomerate()
    numbers: dict[int, int] = {}
    return [numbers.setdefault(groups.of(i), len(numbers)) for i in range(count)]


def gather_members(groups: Iterable[int]) -> dict[int, list[int]]:
    """The things of each group by its number, in their order."""
    members: dict[int, list[int]] = {}
    for at, number in enumerate(groups):
        members.setdefault(number, []).append(at)
    return members


class _Groups:
    """Disjoint groups, each known by one of its things, with the summed chances between them."""

    def __init__(self, count: int, least: float) -> None:
        self.least = least
        self.parent = list(range(count))
        self.size = [1] * count
        self.sums: list[dict[int, float]] = [{} for _ in range(count)]

    def of(self, thing: int) -> int:
        while self.parent[thing] != thing:
            self.parent[thing] = thing = self.parent[self.parent[thing]]
        return thing

    def note(self, pair: Pair, chance: float) -> None:
        a, b = pair
        self.sums[a][b] = self.sums[b][a] = chance

    def gain(self, a: int, b: int) -> float:
        return self.sums[a][b] - self.least * self.size[a] * self.size[b]

    def merge(self, a: int, b: int) -> list[Pair]:
        """Put two groups together; the pairs of groups between which more is known since."""
        if a == b:
            return []
        if len(self.sums[a]) < len(self.sums[b]):
            a, b = b, a
        self.parent[b] = a
        self.size[a] += self.size[b]
        moved, self.sums[b] = self.sums[b], {}
        self.sums[a].pop(b, None)
        moved.pop(a, None)
        for other, chance in moved.items():
            whole = self.sums[a].get(other, 0.0) + chance
            del self.sums[other][b]
            self.sums[a][other] = self.sums[other][a] = whole
        return [(a, other) for other in moved]

    def agglomerate(self) -> None:
        """Merge while there is a gain. A gain in the heap is never below the true one."""
        heap: list[tuple[float, int, int]] = []

        def offer(a: int, b: int) -> None:
            gain = self.gain(a, b)
            if gain > 0.0:
                heapq.heappush(heap, (-gain, min(a, b), max(a, b)))

        for a, near in enumerate(self.sums):
            for b in near:
                if a < b:
                    offer(a, b)
        while heap:
            cost, a, b = heapq.heappop(heap)
            if b not in self.sums[a]:
                continue
            if -self.gain(a, b) > cost:
                offer(a, b)
                continue
            for pair in self.merge(a, b):
                offer(*pair)

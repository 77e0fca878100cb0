"""Which spans may overlap a given one, without looking at all of them.

Spans are kept by the blocks of text that they touch, so that a look-up costs what stands
near, however long the text is.
"""

from __future__ import annotations

from collections import defaultdict

BLOCK = 1000
"""Characters of a block: a little more than a long quote."""


class Nearby:
    """Numbers of things by their spans, in the order in which they were added."""

    def __init__(self) -> None:
        self._blocks: dict[int, list[int]] = defaultdict(list)

    def add(self, number: int, span: tuple[int, int]) -> None:
        """Keep ``number``, which stands at ``span`` (start, end)."""
        for block in self._touched(span):
            self._blocks[block].append(number)

    def near(self, span: tuple[int, int]) -> list[int]:
        """Every number whose span overlaps ``span``, among others near it; each once."""
        blocks = self._touched(span)
        if len(blocks) == 1:
            return self._blocks.get(blocks[0], [])
        return sorted({number for block in blocks for number in self._blocks.get(block, ())})

    @staticmethod
    def _touched(span: tuple[int, int]) -> range:
        return range(span[0] // BLOCK, max(span[1] - 1, span[0]) // BLOCK + 1)


def overlaps(a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Whether two spans share at least half of the shorter."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared > 0 and 2 * shared >= min(a[1] - a[0], b[1] - b[0])

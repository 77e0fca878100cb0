"""A text cut at the ends of its stances: pieces that join back to it, each with who covers it.

Pure. Spans may nest, overlap and repeat; offsets count code points.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple


class Marked(NamedTuple):
    """One stance's place in the text."""

    stance_id: int
    start: int
    end: int


class Segment(NamedTuple):
    """A piece of the text under the same stances from its first character to its last."""

    start: int
    end: int
    text: str
    stances: tuple[int, ...]
    """Stances that cover it, the longest span first: the last one is the innermost."""
    opens: tuple[int, ...]
    """Those of them that begin here, in the same order."""


def cut_segments(text: str, marks: Iterable[Marked]) -> list[Segment]:
    """Cut ``text`` at every start and end. No piece is empty; an empty text has none.

    ValueError for a mark that is empty or lies outside the text: the record
    holds none, so such a page would quote words that nobody wrote.
    """
    starting: defaultdict[int, list[Marked]] = defaultdict(list)
    ending: defaultdict[int, list[Marked]] = defaultdict(list)
    for mark in marks:
        if not 0 <= mark.start < mark.end <= len(text):
            raise ValueError(
                f"stance {mark.stance_id} at {mark.start}:{mark.end} lies outside a text of"
                f" {len(text)} characters"
            )
        starting[mark.start].append(mark)
        ending[mark.end].append(mark)
    cuts = sorted({0, len(text), *starting, *ending})
    open_marks: list[Marked] = []
    segments = []
    for start, end in pairwise(cuts):
        gone = set(ending[start])
        open_marks = [mark for mark in open_marks if mark not in gone] + starting[start]
        open_marks.sort(key=_by_length)
        segments.append(
            Segment(
                start,
                end,
                text[start:end],
                tuple(mark.stance_id for mark in open_marks),
                tuple(mark.stance_id for mark in open_marks if mark.start == start),
            )
        )
    return segments


def _by_length(mark: Marked) -> tuple[int, int]:
    return (mark.start - mark.end, mark.stance_id)

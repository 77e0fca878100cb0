"""The claims of one document, joined where they say the same."""

from __future__ import annotations

from collections.abc import Sequence

from claims.matching.compare import WITHIN, Verdict, compare
from claims.matching.sketch import ClaimSketch, Mentions, sketch


def join_within(texts: Sequence[str], catalogue: Mentions | None = None) -> list[int]:
    """Cluster the claims of one document: for each text the index of its representative.

    A text joins the first representative that says the same; it never joins by
    way of a third. Claims stated the other way round join too (``opposite``).
    """
    sketches = [sketch(text, catalogue) for text in texts]
    chosen: list[int] = []
    heads: list[int] = []
    for i, own in enumerate(sketches):
        head = next((j for j in heads if _is_same(own, sketches[j])), i)
        if head == i:
            heads.append(i)
        chosen.append(head)
    return chosen


def _is_same(a: ClaimSketch, b: ClaimSketch) -> bool:
    return a.text == b.text or compare(a, b, WITHIN).verdict is Verdict.SAME

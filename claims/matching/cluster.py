"""The claims of one document, joined where they say the same."""

from __future__ import annotations

from collections.abc import Sequence

from claims.matching.compare import WITHIN, Verdict, compare
from claims.matching.sketch import Mentions, sketch


def join_within(texts: Sequence[str], catalogue: Mentions | None = None) -> list[int]:
    """Cluster the claims of one document: for each text the index of its representative.

    A text joins the first representative that says the same; it never joins by
    way of a third. Claims stated the other way round join too (``opposite``).
    """
    sketches = [sketch(text, catalogue) for text in texts]
    chosen: list[int] = []
    heads: list[int] = []
    for i, own in enumerate(sketches):
        alike = (j for j in heads if compare(own, sketches[j], WITHIN).verdict is Verdict.SAME)
        head = next(alike, i)
        if head == i:
            heads.append(i)
        chosen.append(head)
    return chosen

"""The claims of one document, joined where they say the same."""

from __future__ import annotations

from collections.abc import Sequence

from claims.matching.compare import Verdict, compare
from claims.matching.sketch import MentionFinder, sketch


def join_within(texts: Sequence[str], catalogue: MentionFinder | None = None) -> list[int]:
    """Cluster the claims of one document: for each text the index of its representative.

    A representative's own entry is its own index; the first text of a cluster represents it.
    """
    sketches = [sketch(text, catalogue) for text in texts]
    chosen: list[int] = []
    for i, own in enumerate(sketches):
        same = (chosen[j] for j in range(i) if compare(own, sketches[j]).verdict is Verdict.SAME)
        chosen.append(next(same, i))
    return chosen

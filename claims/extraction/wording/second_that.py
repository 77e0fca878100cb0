"""Two clauses behind one "said", of which the second is told by itself elsewhere."""

from __future__ import annotations

import re

from claims.extraction.wording.checkable import has_verb
from claims.extraction.wording.sentence import finish
from claims.extraction.wording.targets import GOVERNS


def without_second_that(words: str) -> str:
    """The first of two clauses that stand behind the same "said": "Orr had won (and that Lund had
    lost)"."""
    match = _SECOND_THAT.search(words)
    if match is None or GOVERNS.search(words, 0, match.start()):
        return words
    one = words[: match.start()]
    inner = match["mark"] == "" and " that " in one
    return words if inner or len(one.split()) < _CLAUSE or not has_verb(one) else finish(one)


_CLAUSE = 3
"""Words of a clause."""
_SECOND_THAT = re.compile(
    r"(?P<mark>,?) (?:and|but|or) that (?!(?:is|are|was|were|has|had|will|would)\b)(?=\S+ \S+ \S)"
)

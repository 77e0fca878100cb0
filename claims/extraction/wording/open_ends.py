"""What no claim ends with: a word that joined what was cut off, or what others call it."""

from __future__ import annotations

import re

_OPEN_END = re.compile(
    r"(?<=\w)(?:,? (?:and|or|but|because|although|nor|which|than)"
    r"|(?: (?:over|in|on|at|of|to|from|with|for|by|into|during))? (?:the|an|a))+(?=\.?$)"
)
"""What no sentence ends with: what it joined was cut off."""


_JOINS_ON = frozenset(
    ["and", "or", "but", "because", "although", "nor", "which", "than", "the", "an", "a"]
)


def close_end(words: str) -> str:
    """The words without those at their end that only join what was cut off, or tell what others
    call it."""
    if ", a" in words:
        words = _WHAT_THEY_MAKE.sub(".", _WHAT_IT_IS_CALLED.sub(".", words))
    last = words.rstrip(".").rpartition(" ")[2].lower()
    return _OPEN_END.sub("", words) if last in _JOINS_ON else words


_WHAT_IT_IS_CALLED = re.compile(
    r"(?<=\w), an? (?:\w+ )?(?:figure|number|toll|total|estimate|version|account) (?:that )?"
    r"(?:[\w.'’-]+ ){1,5}(?:sa(?:y|ys|id)|believe[sd]?|insist(?:s|ed)?) (?:is|are|was|were)\b.*|"
    r"(?<=\w), an? (?:\w+ )?(?:claim|charge|accusation|allegation|assertion|suggestion|report|"
    r"figure|version|account) (?:that )?(?:[\w.'’-]+ ){1,5}"
    r"(?:call(?:s|ed)|den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|disput(?:es?|ed)|"
    r"contest(?:s|ed)?|describe[sd])\b.*",
    re.S,
)
"""What others say of what is told: ", a claim Valia called pure fantasy"."""
_WHAT_THEY_MAKE = re.compile(
    r"(?<=\w), an? (?:\w+ )?(?:circumstance|fact|detail|point|coincidence) (?:that )?"
    r"(?:[\w.'’-]+ ){1,4}(?:found|finds|called|calls) (?:\w+ )?(?:hard|difficult|odd|strange|"
    r"puzzling|telling|troubling|impossible|curious|worrying)\b.*",
    re.S,
)
"""What another makes of it: ", a fact that Orr found hard to explain"."""

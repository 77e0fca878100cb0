"""What somebody laid claim to, and of which the text says that it was not so."""

from __future__ import annotations

import re

from claims.extraction.text.sought import Sought

_NOT_SO = Sought(
    r"\bclaim(?:s|ed|ing)? (?!that\b)[\w' -]{3,40}? (?:that|which) (?:(?:it|they|he|she) )?"
    r"(?:never\b|(?:did|does|do|had|has|have|was|were)(?:n['’]t| not| never)\b)",
    re.I,
)


def claims_in_vain(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` tells who "claimed attacks that never took place": they told
    nothing that the text leaves open, and deny nothing."""
    return _NOT_SO.search(text, start, end) is not None

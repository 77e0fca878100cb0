"""Who only leaves open where, when or why: "has not said what caused the fire".

That takes no position on the fire: whoever does not say how it was takes it that it was.
"""

from __future__ import annotations

import re

_LEFT_OPEN = re.compile(
    r"(?:(?:\b(?:not|never)|n['’]t)(?: yet| \w+ly)? |\b(?:declin|refus)\w* to |\byet to |"
    r"\bwithout )"
    r"(?:say|said|saying|tell|told|disclos\w+|reveal\w*|specif\w+|explain\w*|elaborat\w+ on) "
    r"(?:exactly |precisely |publicly )?(?:where|when|why|what)\b"
    r"(?:(?!\b(?:whether|if|alleged\w*)\b)[^;.])*|"
    r"\b(?:not|n['’]t|to|without) (?:provid|giv|offer|releas|disclos|reveal)\w* "
    r"(?:any )?(?:more|further|other) (?:details?|information|specifics)\b"
    r"(?:(?!\b(?:whether|if|alleged\w*)\b)[^;.])*",
    re.I,
)


def without_left_open(words: str) -> str:
    """The words without what they leave open."""
    return _LEFT_OPEN.sub("", words)

"""What only sounds like a denial or a confirmation of something told."""

from __future__ import annotations

import re

from claims.extraction.attribution import Attributed
from claims.extraction.position import Position
from claims.model import Stance

_NO_DENIAL = re.compile(
    r"\b(?:apologi[sz]\w*|apology|apologies|regret(?:s|ted)?|sorry)\b"
    r"(?:\s+to\b[^,;.]*?)?(?:\s+(?:for|over|about|after|that)\b[^,;.]*)?|"
    r"\b(?:no ?body|no[ -]one|none|neither)\b[^,;.]{0,48}?"
    r"\b(?:den(?:y|ies|ied)|disput(?:es?|ed)|reject(?:s|ed)?)\b|"
    r"\b(?:far from|rather than|instead of|without) denying\b[^,;.]*|"
    r"\bden(?:y|ies|ied|ying)\b"
    r"(?:\s+(?!\w+ing\b|(?:it|he|she|they|that|had|has|was|were)\b)[\w'’-]+){0,4}?"
    r"\s+(?:re-?)?(?:entry|access|bail|asylum|parole|permission|visas?|boarding|admission|service|"
    r"treatment|care|leave to|the right|licen[cs]es?|motions?|petitions?|appeals?|"
    r"requests?(?! for (?:an? )?(?:comment|interview)))\b",
    re.I,
)
"""What only sounds like a denial of something told: an apology with what it is for, what nobody
disputes, what somebody is "far from denying", and what somebody is not given."""
_NO_CONFIRMATION = re.compile(
    r"\b(?:no ?body|no[ -]one|none|neither)\b[^,;.]{0,48}?"
    r"\b(?:confirm(?:s|ed)?|admit(?:s|ted)?|acknowledged?s?|conceded?s?)\b",
    re.I,
)
_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ial)|reject\w*|dismiss\w*|retract\w*|withdr[ae]w\w*|false\w*|"
    r"untrue|wrong\w*|hoax\w*|fake\w*|bogus|fabricat\w*|not|never|no)\b|n['’]t\b",
    re.I,
)


def only_sounds_so(done: Attributed, position: Position) -> bool:
    """Whether a denial or confirmation is none of what was told: who is sorry, or denied entry."""
    text = done.page.text
    if position.stance is Stance.CONFIRMS:
        return _NO_CONFIRMATION.search(text, position.start, position.end) is not None
    if position.stance is not Stance.DENIES:
        return False
    before = min(position.start, done.page.sentences[position.sentence].start)
    words, found = _NO_DENIAL.subn("", text[before : position.end])
    return found > 0 and _DENIAL.search(words) is None

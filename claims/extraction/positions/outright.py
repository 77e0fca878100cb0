"""Who leaves open or admits something in so many words: "could not say whether it had burned",
"refused to discuss the matter", "conceded that two were missing", "two were missing, she
conceded"."""

from __future__ import annotations

import re

from claims.extraction.attribution.attributed import Attribution, SentenceReading
from claims.extraction.cues.cue import Shape
from claims.extraction.text.quality import is_finite
from claims.extraction.voice import GENDERS
from claims.extraction.wording.admitting import OWNING_UP
from claims.model import Stance

_LEAVES_OPEN = re.compile(
    r"(?:(?:could|can|would|will) (?:not|neither|never)|(?:could|ca|would|wo)n['’]t|cannot|"
    r"(?:refused|declined) to|(?:was|were|is|are) (?:not able|unable) to)\b.*"
    r"\b(?:say|tell|verify|determine|establish|confirm|rule out|discuss|comment)",
    re.I,
)
_SUBJECTS = frozenset([*GENDERS, "it", "they", "there"])
"""What opens a clause that no "that" introduces."""


def says_outright(reading: SentenceReading, attribution: Attribution) -> bool:
    """Whether the words leave no doubt of a stance that leaves open or admits something."""
    cue, content, tokens = attribution.cue, attribution.content, reading.sentence.tokens
    if content is None or cue.shape is not Shape.FINITE:
        return False
    if owns_up(reading, attribution):
        return True
    if content.side != "right":
        return False
    if cue.stance is Stance.CONFIRMS:
        opening = tokens[content.first].lower
        clause = content.introduced or opening in _SUBJECTS or opening == "having"
        return clause and not content.nominal
    if cue.stance not in (Stance.NEITHER, Stance.DECLINES):
        return False
    words = " ".join(token.text for token in tokens[cue.first : cue.last + 1])
    return _LEAVES_OPEN.fullmatch(words) is not None


def owns_up(reading: SentenceReading, attribution: Attribution) -> bool:
    """Whether somebody admits that something is so, in a clause of its own."""
    cue, content, tokens = attribution.cue, attribution.content, reading.sentence.tokens
    if content is None or content.nominal or cue.shape is not Shape.FINITE:
        return False
    if cue.stance is not Stance.CONFIRMS or cue.lemma not in OWNING_UP:
        return False
    if content.side == "left" and any(reading.quoted[content.first : content.last]):
        return False  # "'I'll be called a liar,' Orr admitted"
    told = (token.lower for token in tokens[content.first : content.last])
    return content.introduced or any(is_finite(word) for word in told)

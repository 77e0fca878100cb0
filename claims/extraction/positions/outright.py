"""Who leaves open or admits something in so many words: "could not say whether it had burned",
"refused to discuss the matter", "conceded that two were missing", "two were missing, she
conceded"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.extraction.attribution.attributed import Attribution, SentenceReading
from claims.extraction.cues.cue import Shape
from claims.extraction.position import WITHHELD
from claims.extraction.positions.judge import NO_EVIDENCE
from claims.extraction.text.quality import is_finite
from claims.extraction.text.verb_groups import QUESTIONED
from claims.extraction.voice import GENDERS
from claims.extraction.wording.admitting import OWNING_UP
from claims.model import Stance

_LEAVESWITHHELD = re.compile(
    r"(?:(?:could|can|would|will) (?:not|neither|never)|(?:could|ca|would|wo)n['’]t|cannot|"
    r"(?:refused|declined) to|(?:(?:was|were|is|are) (?:not able|unable)|"
    r"(?:has|have|had) not been able) to)\b.*"
    r"\b(?:say|tell|verify|authenticate|determine|establish|ascertain|confirm|rule out|discuss|"
    r"comment|drawn|go into)|"
    r"(?:never|(?:do|does) not|(?:do|does)n['’]t) (?:discuss|comment)(?:es|s)?|"
    r"t(?:ake|akes|ook|aking) no (?:view|position|stance) on",
    re.I,
)
_NOT_KNOWN = re.compile(
    r"(?:do|does|did) not (?:yet )?know|(?:do|does|did)n['’]t (?:yet )?know", re.I
)
_KNOWN = frozenset(["whether", "if", "who", "whose", "how"])
"""What opens what others told and somebody does not know: "how many had died"."""
_UNDISPUTED = re.compile(r"(?:(?:do|does|did) not|(?:do|does|did)n['’]t) dispute", re.I)
_FIGURES = frozenset(["estimate", "estimates", "figure", "figures", "number", "numbers", "toll"])
_PLAIN_REASONS = (
    "has heard nothing'", "cannot confirm'", "unable to confirm'", "leaves it open'",
    "is not sure'", "is not aware'", "is not aware of it'", "does not remember'",
    "kept from telling'", "confidential'",
)  # fmt: skip
"""Ends of the reasons of what is judged to leave something open."""
_SUBJECTS = frozenset([*GENDERS, "it", "they", "there"])
"""What opens a clause that no "that" introduces."""


def says_outright(reading: SentenceReading, attribution: Attribution) -> bool:
    """Whether the words leave no doubt of a stance that leaves open or admits something."""
    cue, content, tokens = attribution.cue, attribution.content, reading.sentence.tokens
    if owns_up(reading, attribution):
        return True
    words = " ".join(token.text for token in tokens[cue.first : cue.last + 1])
    if words.endswith(" drawn"):
        return cue.stance in WITHHELD and _LEAVESWITHHELD.fullmatch(words) is not None
    if content is None or cue.shape is not Shape.FINITE:
        return False
    if content.side != "right":
        asked = cue.stance in WITHHELD and tokens[content.first].lower in QUESTIONED
        return asked and _LEAVESWITHHELD.fullmatch(words) is not None
    if cue.stance is Stance.CONFIRMS:
        opening = tokens[content.first].lower
        clause = content.introduced or opening in _SUBJECTS or opening == "having"
        return clause and not content.nominal
    if cue.stance not in WITHHELD:
        return False
    opening = tokens[content.first].lower
    if _NOT_KNOWN.fullmatch(words):
        return opening in _KNOWN and tokens[content.first + 1].lower not in ("to", "much", "it")
    if _UNDISPUTED.fullmatch(words):
        return content.introduced
    if cue.lemma in ("give", "provide"):
        told = (token.lower for token in tokens[content.first : content.first + 4])
        return not _FIGURES.isdisjoint(told)
    return _LEAVESWITHHELD.fullmatch(words) is not None


def judged_open(stance: Stance, reasons: Sequence[str], words: str) -> bool:
    """Whether what somebody says leaves something open, in so many words: "said he had not heard of
    any wounded monks", "had found no sign of a break-in". What is left open beside what they say is
    left so by whoever writes: "said it had sunk, though it was unclear when"."""
    if _LEFTWITHHELD_BESIDE.search(words) is not None:
        return False
    if stance is Stance.DOUBTS:
        return not NO_EVIDENCE.isdisjoint(reasons)
    return stance in WITHHELD and any(reason.endswith(_PLAIN_REASONS) for reason in reasons)


_UNCLEAR = r"(?:unclear|unknown|uncertain|not (?:\w+ )?(?:clear|known|certain))\b"
_LEFTWITHHELD_BESIDE = re.compile(
    rf"\w\W{{0,3}} ?(?:though|although|however)\b[^.;]*\b{_UNCLEAR}"
    rf"|\w, (?:but|while) (?:it|that)(?:['’]s| is| was| remains| remained) (?:\w+ )?{_UNCLEAR}"
    r"|\w\W{0,3} ?(?:though|although|however|but|while),? there(?:['’]s| is| was) (?:\w+ )?"
    r"(?:no|nothing|little)\b|\bmay or may not\b",
    re.I,
)


def owns_up(reading: SentenceReading, attribution: Attribution) -> bool:
    """Whether somebody admits that something is so, in a clause of its own."""
    cue, content, tokens = attribution.cue, attribution.content, reading.sentence.tokens
    if content is None or cue.stance is not Stance.CONFIRMS:
        return False
    opening = tokens[content.first].lower
    if cue.group == Stance.CONFIRMS.value:  # "owned up to stealing it"
        return opening.endswith("ing")
    if (
        content.nominal
        or cue.lemma not in OWNING_UP
        or cue.shape not in (Shape.FINITE, Shape.GERUND)
    ):
        return False
    if cue.shape is Shape.GERUND:
        return content.introduced or opening in _SUBJECTS
    if content.side == "left" and any(reading.quoted[content.first : content.last]):
        return False  # "'I'll be called a liar,' Orr admitted"
    told = (token.lower for token in tokens[content.first : content.last])
    return content.introduced or any(is_finite(word) for word in told)

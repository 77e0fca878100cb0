"""What the content itself says of a claim: "the reports are false" denies the reports.

A neutral verb can carry a denial, a doubt or a refusal in its content. Each rule
here names the stance, and what it is taken on: the matched target, or an
earlier claim of the document where only "it" or "the story" stands there.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from claims.extraction.lexicon import word_set
from claims.model import Stance


class Judgement(NamedTuple):
    """A stance that the content expresses. ``target`` is "" for an earlier claim."""

    stance: Stance
    target: str
    reason: str


def _alternatives(name: str) -> str:
    return "|".join(sorted(word_set(name), key=len, reverse=True))


_NOUN = rf"(?:{_alternatives('report_nouns')}|hoax|video|photo|tape|recording|image|tweet|quote)"
_HOAX = rf"(?:{_alternatives('hoax_words')}|not true|not accurate|not correct|not real|no truth)"
_HEDGE = r"(?:\w+ly,? |and |totally |just |a |an |all |pure |merely |mere |not only |nothing but |nothing more than |very |of )"
_BE = r"(?:is|are|was|were|'s|'re|has been|have been|isn't|aren't|wasn't|weren't|be)"
_NEGATED_BE = r"(?:isn't|aren't|wasn't|weren't|(?:is|are|was|were|'s)(?: \w+ly)? not)"
_EVIDENCE = (
    r"(?:evidence|proof|indications?|intelligence|confirmation|sign|signs|basis|reason to believe)"
)

_RULES: tuple[tuple[re.Pattern[str], Stance, str], ...] = (
    (re.compile(r"\b(?:could|can|would|did|do|does|have|has)(?:n't| not|not)(?: yet)?(?: \w+ly)? (?:been able to )?(?:confirm|verify|corroborate|substantiate|authenticate|say|specify)(?:ed)?\b(?: (?:if|whether|that))? ?(?P<t>.*)"), Stance.NEITHER, "cannot confirm"),
    (re.compile(r"\b(?:unable|not able|not in a position) to (?:\w+ly )?(?:confirm|verify|corroborate|say)\b(?: (?:if|whether|that))? ?(?P<t>.*)"), Stance.NEITHER, "unable to confirm"),
    (re.compile(r"\b(?:do|does|did)(?:n't| not) (?:yet )?know(?: for sure)?(?: (?P<w>if|whether|that)\b ?(?P<t>.*)|$|[.,;])"), Stance.NEITHER, "does not know"),
    (re.compile(r"\b(?:has|have|had) no (?:information|knowledge|comment|idea|official notification)(?: (?:about|on|of|that|whether|if))? ?(?P<t>.*)"), Stance.NEITHER, "has no information"),
    (re.compile(r"\bno comment\b(?: (?:about|on))? ?(?P<t>.*)"), Stance.DECLINES, "no comment"),
    (re.compile(r"\b(?:may or may not|too (?:early|soon) to (?:say|tell|know)) ?(?P<t>.*)"), Stance.NEITHER, "leaves it open"),
    (re.compile(r"\b(?:wo|would|do|does|did|are|will)(?:n't| not)(?: going to)? (?:comment|discuss|speculate)\b(?: on| about)? ?(?P<t>.*)"), Stance.DECLINES, "will not comment"),
    (re.compile(rf"\b(?:there (?:is|was|are|were|'s)|there's|has|have|had|saw|seen|found|with|of)(?: \w+ly)? (?:been )?(?:no|zero|little|any)(?: \w+){{0,3}}? {_EVIDENCE}\b(?: (?:that|of|for|to (?:suggest|support|indicate|prove)(?: that)?|regarding|about))? ?(?P<t>.*)"), Stance.DOUBTS, "no evidence"),
    (re.compile(r"\bno truth(?: whatsoever| at all)? (?:to|in|behind) (?P<t>.*)"), Stance.DENIES, "no truth to"),
    (re.compile(r"\bno (?:validity|substance|basis) (?:to|in|for) (?P<t>.*)"), Stance.DENIES, "no validity to"),
    (re.compile(rf"\b(?:it |that |this )?(?:{_NEGATED_BE}|not) (?:true|the case|correct|accurate) that (?P<t>.*)"), Stance.DENIES, "not true that"),
    (re.compile(rf"^(?:\W*)(?P<t>(?:any |all |the |these |those |such |this |that |his |her |its |their |\w+ )?(?:\w+ ){{0,3}}?{_NOUN}\b.{{0,160}}?)[, ]+{_BE} {_HEDGE}{{0,5}}{_HOAX}\b"), Stance.DENIES, "called false"),
    (re.compile(rf"^\W*(?:(?:that|it|this|they|these|those|everything|which)(?: \w+)?|(?:the|this|that) (?:whole )?(?:\w+ )?(?:thing|figure|number|post|letter|document|images?|idea)) ?{_BE} {_HEDGE}{{0,5}}{_HOAX}\b(?P<t>)"), Stance.DENIES, "called false"),
    (re.compile(rf"(?P<t>)\b{_BE} {_HEDGE}{{0,4}}(?:fake|hoax|bogus|untrue|fabricated|false|baseless|unfounded|premature)\b"), Stance.DENIES, "called false"),
    (re.compile(r"^\W*(?:that|it|this)(?:'s| is| was) (?:\w+ )?(?:not true|incorrect|untrue|a lie|impossible)\b(?P<t>)"), Stance.DENIES, "called false"),
    (re.compile(r"\b(?:never happened|did not happen|didn't happen|never took place)\b(?P<t>)"), Stance.DENIES, "never happened"),
    (re.compile(rf"\b(?:denied|deny|denies|denying|reject|rejected|rejects) (?P<t>(?:any |all |the |these |those |such |his |her )?(?:\w+ ){{0,3}}{_NOUN}.*)"), Stance.DENIES, "denies"),
    (re.compile(r"\b(?:i'm|i am|we're|we are|remains?|remained|is|are|was|were|am)(?: \w+){0,2} (?:skeptical|sceptical|unconvinced|doubtful|dubious|suspicious)\b(?: (?:of|about|that))? ?(?P<t>.*)"), Stance.DOUBTS, "sceptical"),
    (re.compile(r"\b(?:i|we)(?: \w+)? (?:doubt|question)\b(?: (?:that|whether|if))? ?(?P<t>.*)"), Stance.DOUBTS, "doubts"),
    (re.compile(r"\b(?:highly |very |extremely |incredibly )?unlikely (?:that|to) (?P<t>.*)"), Stance.DOUBTS, "unlikely"),
    (re.compile(r"\b(?:doubts (?:about|over|as to)|not clear (?:whether|if|who)|no way (?:to|of) know\w*(?: (?:if|whether))?) (?P<t>.*)"), Stance.DOUBTS, "doubts about"),
    (re.compile(r"\b(?:extremely suspect|dubious credibility|not (?:a )?credible|hearsay|hard to believe)\b(?P<t>)"), Stance.DOUBTS, "not credible"),
)  # fmt: skip


def judge(content: str) -> Judgement | None:
    """The stance that ``content`` (one sentence at most) expresses by itself, if any."""
    flat = " ".join(content.lower().replace("’", "'").replace("“", '"').replace("”", '"').split())
    bare = flat.strip(" \"'.,!?—–-")
    for pattern, stance, reason in _RULES:
        match = pattern.search(bare)
        if match is not None:
            target = (match.groupdict().get("t") or "").strip(" .,;\"'")
            return Judgement(stance, target, f"content says '{reason}'")
    return None

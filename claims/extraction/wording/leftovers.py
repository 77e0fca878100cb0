"""Words left over where a claim was cut out of its sentence: the second "if" of "not clear if P or
if Q", the "at all" of what was denied, a doubled article, a comma behind a subject."""

from __future__ import annotations

import re

from claims.extraction.text.quality import is_finite
from claims.extraction.wording.joining import is_negative

_STARTS = (
    r"(?:(?:an?|the|this|that|these|those|his|her|its|their|some|most|many|all|no|he|she|it|they|"
    r"there|[A-Z][\w.'’-]*) |\d)"
)
_OR_IF = re.compile(rf" or (?:if|whether) (?={_STARTS})")
_AND_THAT = re.compile(rf"(?P<joins>,? (?:and|or)) that (?={_STARTS})")
_THAT = re.compile(r"\bthat\b", re.I)
_IF = re.compile(r"\b(?:if|whether|unless|when)\b", re.I)
_YET = re.compile(
    r"(?P<told>\b(?:ha[sd]|have) (?:been )?[a-z]+(?: (?!\w+est\b|most\b)\S+)*) yet\.$"
)
_AT_ALL = re.compile(r",? at all(?= (?:[a-z]+ed|belong\w*|in|to|by|from)\b|\.$)")
_ANY = re.compile(r"\b(?:any\w*|if|whether|few|little|hardly|without|only|why|how|rather)\b", re.I)
_DOUBLED = re.compile(r"\b(?:an? (?=(?:the|an?) )|the (?=(?:an?|the) (?!-)))(?!the a\b)", re.I)
_OPENING = re.compile(
    r"^(?:(?:Then again|Again), (?=\w)|All of (?:that|this|it) does(?: not|n['’]t) "
    r"(?:take away|detract) from the (?:notion|fact|idea|point) that |"
    r"Some (?:have )?(?:even|also) (?:say|said|claim|claimed|suggested|speculated) (?:that )?"
    r"(?=\w)|An? (?:[a-z-]+ ){0,2}[a-z-]+ of [a-z-]+, "
    r"(?=(?:[A-Z][\w.'’-]* ){1,3}(?:is|was|ha[sd]|\w+ed) ))"
)
"""Who some are and what comes before the sentence: "A father of two, (Orr was hurt)"."""
_SUBJECT_COMMA = re.compile(
    r"^(?P<whom>(?:An?|The|[A-Z][\w.'’-]*)(?: (?!that\b|who\b|which\b)[\w.'’-]+){0,4}),"
    r" (?P<verb>[a-z]+)(?= [^,]*$|\.$)"
)
_OPENS_ELSE = frozenset(
    ["in", "on", "at", "by", "from", "to", "for", "with", "after", "before", "during", "since",
     "until", "under", "over", "despite", "as", "if", "when", "while", "although", "because",
     "like",
     "last", "this", "next", "today", "yesterday", "tonight", "then", "now", "here", "there", "one"]
)  # fmt: skip


def tidy(claim: str) -> str:
    """The sentence without words and marks that only what was cut away wanted."""
    if " or if " in claim or " or whether " in claim:
        at = claim.find(" or ")
        if not _IF.search(claim, 0, max(at, 0)):
            claim = _OR_IF.sub(" or ", claim)
    if " and that " in claim or " or that " in claim:
        claim = _without_that(claim)
    if claim.endswith(" yet.") and not is_negative(claim):
        claim = _YET.sub(r"\g<told>.", claim)
    if " at all" in claim and not (is_negative(claim) or _ANY.search(claim)):
        claim = _AT_ALL.sub("", claim)
    claim = _OPENING.sub("", _DOUBLED.sub("", claim))
    match = _SUBJECT_COMMA.match(claim)
    if match is not None and _is_verb_of(match["whom"], match["verb"]):
        claim = f"{match['whom']}{claim[match.end('whom') + 1 :]}"
    return (
        claim
        if claim[1:2].isupper() and claim[2:3].islower()
        else f"{claim[:1].upper()}{claim[1:]}"
    )


def _without_that(claim: str) -> str:
    """ "Lima sold it, and that it sank" as "Lima sold it, and it sank"."""
    match = _AND_THAT.search(claim)
    if match is None or _THAT.search(claim, 0, match.start()):
        return claim
    return f"{claim[: match.end('joins')]} {claim[match.end() :]}"


def _is_verb_of(whom: str, verb: str) -> bool:
    """Whether a finite verb follows on its subject, and no clause on an opening."""
    words = whom.lower().split()
    if words[0] in _OPENS_ELSE or any(is_finite(word) for word in words):
        return False
    done = verb.endswith("ed") or verb in ("said", "told", "found", "made", "known", "seen")
    return is_finite(verb) and not done and verb not in ("have", "do", "did", "does")

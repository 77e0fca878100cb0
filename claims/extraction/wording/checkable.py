"""Whether a clause states something that evidence could settle.

Wishes, calls, opinions, feelings, questions and greetings are positions too,
but no claims. The filter is tuned for precision: what it lets through should
name who or what, and say that something is, was or will be so.
"""

from __future__ import annotations

import re

from claims.extraction.text.inflect import irregular_pasts
from claims.extraction.text.sought import Sought
from claims.extraction.wording.clauses import is_no_statement

_QUESTION = re.compile(r"\?[\"'”’»\s]*$")
_WISH = re.compile(
    r"\b(?:should|ought to|let's|let us|please|hope(?:s|d|fully)?|wish(?:es|ed)?|"
    r"pray(?:s|ed|ing)?|thank(?:s|ful)?|sorry|apologi[sz]e\w*|congratulat\w+|condolence\w*|heartbroken|proud|grateful|welcome[sd]?|"
    r"call(?:s|ed|ing)? (?:on|for|upon)|urge[sd]?|demand(?:s|ed|ing)?|appeal(?:s|ed)? (?:to|for)|"
    r"must|need(?:s|ed)? to|want(?:s|ed)? to (?:see|know|say|thank)|looking forward)\b",
    re.I,
)
_DUTY = Sought(r"\b(?:should|ought to|must|(?-i:hope[sd]?))\b|^hope[sd]?\b", re.I)
"""What ought to be, or is hoped: "Hope Ward" is a name."""
_FEELING = re.compile(
    r"^(?:i|we|he|she|they|it(?:'s| is| was)?|that(?:'s| is| was)|this(?: is|'s| was)|i'm|we're)\b"
    r"[^.]{0,30}\b"
    r"(?:love[sd]?|hate[sd]?|happy|glad|sad|excited|amazing|awful|terrible|wonderful|great|awesome|"
    r"beautiful|funny|hilarious|weird|crazy|shocked|appalled|disgusted|delighted|thrilled|upset|"
    r"disappoint\w+|ridiculous|important|horrible|scary|tragic|shame|honou?r|unacceptable|nice|"
    r"interesting|surpris\w+|strange|difficult|hard|easy|tough|good|bad|best|worst)\b",
    re.I,
)
_OPINION = re.compile(
    r"^(?:i|we)(?:'m| am|'re| are)? (?:\w+ )?(?:think|feel|guess|imagine|suppose|mean|hope|wonder|"
    r"love|hate|like|want|wanted|prefer|wish|don't think|agree|respect|support|care|just|really)\b",
    re.I,
)
_EMPTY = re.compile(
    r"^(?:so|that|this|it|there|he|she|they|and|but|well|yes|no|"
    r"of course|sure|ok|okay|hello|hi|wow|oh)\W*(?:\w+\W*){0,2}$",
    re.I,
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|being|has|have|had|will|would|can|could|may|might|did|does|do|"
    rf"am|{'|'.join(irregular_pasts().values())}|\w{{2,}}(?:ed|n't|'re|'ve|'ll|'s|’s|n’t))\b|"
    r"\b(?:goes|comes|makes|takes|gets|sees|gives|knows|wants|plans|looks|seems|means|uses|works|"
    r"lives|runs|appears|includes|contains|remains|belongs|exists|shows|fits|\w{3,}s)\b",
    re.I,
)


_WHAT_THEY_CALL = re.compile(
    r"(?:\w+ ){0,2}?what (?:[\w'’-]+ ){1,4}?"
    r"(?:said|says?|called|calls?|claim(?:ed|s)?|described as) (?:is|are|was|were)\b",
    re.I,
)
"""What somebody shows, and tells what it is by the way: "posted what it said was a sample"."""


def is_question(text: str) -> bool:
    """Whether the clause asks."""
    return bool(_QUESTION.search(text))


def has_verb(text: str) -> bool:
    """Whether the words may hold a finite verb (a guess without a parser)."""
    return bool(_VERB.search(text))


def says_nothing(text: str) -> bool:
    """Whether what somebody says is only told of: "(said) different things about the truce",
    "(gave) no details", "here is what is suspected so far"."""
    return _OF_WHAT_IS_SAID.match(text) is not None


_OF_WHAT_IS_SAID = re.compile(
    r"(?:(?:many|several|various|few|some|two|very|quite) )*(?:different|conflicting|contradictory|"
    r"opposite|similar|other|contrary|strange|nice|kind|nasty) things\b(?! (?:are|were|have|had|"
    r"will))|"
    r"(?:the opposite|nothing|little|as much)(?:\.?$| (?:about|on|of|to)\b(?!.* (?:is|was|were|"
    r"are|has|"
    r"had|will|would)\b))|"
    r"as (?:fact|true|news|gospel)\b|"
    r"(?:it|this) (?:(?:has|had) been|was) (?:\w+ly )?(?:reported|published|carried|picked up)"
    r"(?: as (?:fact|true|news))? by\b|"
    r"(?:here|below) (?:is|are) (?:what|how|why|everything|all|a list|the latest)\b",
    re.I,
)
_SHORTEST = 2
_HAPPENED = re.compile(
    r"(?!(?:it|this|that|there|who|which|what)\b)[\w.'-]+ "
    r"(?:resigned|retired|fled|escaped|confessed|surrendered)",
    re.I,
)
"""What is told whole in two words: "he resigned"."""


def is_checkable(text: str, *, spoken: bool) -> bool:
    """Whether a clause can be settled by evidence.

    ``spoken``: it stands in direct speech, where opinions abound and the bar is higher.
    """
    bare = " ".join(text.strip(" \"'“”‘’«».,;:—–-").replace("’", "'").split())
    count = len(bare.split())
    if count == _SHORTEST and _HAPPENED.fullmatch(bare) is not None:
        return True
    if count <= _SHORTEST or is_question(text) or _EMPTY.match(bare) or is_no_statement(bare):
        return False
    if _WHAT_THEY_CALL.match(bare) or says_nothing(bare):
        return False
    if not spoken:
        return has_verb(bare) and not _DUTY.search(bare[:70])
    if _WISH.search(bare):
        return False
    if count < 4 or _OPINION.match(bare) or _FEELING.match(bare):
        return False
    return not bare.lower().startswith(("if ", "what ", "how ", "why ", "when ")) and has_verb(bare)

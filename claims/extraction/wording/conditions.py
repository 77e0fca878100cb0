"""What holds only under a condition keeps it: "If the data hold up, this suggests that the air is
safe" tells no more than "If the data hold up, the air is safe"."""

from __future__ import annotations

import re

from claims.extraction.text.sought import Sought
from claims.extraction.wording.sentence import spell_out

_IF = Sought(
    r"(?:^|[\"“‘'(.:;,—–-] ?|\b(?:that|but|and|said|says) )(?P<opening>[Ii]f|[Uu]nless) "
    r"(?P<cond>(?!(?:not|anything|so|possible|necessary|ever|and|you ask|true|confirmed|proven)\b)"
    r"(?![^,]{1,60} to be believed\b)[^,.;:?!\"”“]{4,120}?)(?:,? then|,(?: (?:however|"
    r"though),)?(?: then)?) "
    r"(?:(?:this|that|it|you|we|they|which) (?:(?:would|will|could|may|might|can) )?"
    r"(?:suggest|mean|imply|implie|show|indicate|know)s? (?:that )?)?(?P<told>\w.*)",
    re.S,
)
_SPEAKS = re.compile(r"\b(?:I|we|my|our|us|me)\b", re.I)
_OPENS = re.compile(r"\b(?:if|unless|when|once|provided|assuming)\b", re.I)
_WORD = re.compile(r"[\w'’-]+")
_SAME = 4
"""Words by which a sentence is found again behind its condition."""


def with_condition(claim: str, quote: str) -> str:
    """The claim under the condition that its ``quote`` sets before it; as it is where it has one,
    or where "I" and "we" of the condition would stay unnamed."""
    quote = spell_out(quote) if "'" in quote or "’" in quote else quote
    match = _IF.search(quote)
    if match is None or _SPEAKS.search(match["cond"]) or _OPENS.search(claim):
        return claim
    own = _WORD.findall(claim)[:_SAME]
    cond = _WORD.findall(match["cond"])[:_SAME]
    if " then " in claim and [w.lower() for w in own] == [w.lower() for w in cond]:
        return f"{match['opening'].capitalize()} {claim[0].lower()}{claim[1:]}"
    told = _WORD.findall(match["told"])[:_SAME]
    if len(own) < _SAME or [w.lower() for w in own] != [w.lower() for w in told]:
        return claim
    first = claim[0] if told[0][0].isupper() else claim[0].lower()
    return f"{match['opening'].capitalize()} {match['cond'].strip()}, {first}{claim[1:]}"

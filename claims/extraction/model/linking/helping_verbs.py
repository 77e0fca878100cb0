"""The "had", "was" or "would" of a verb that the writer left out."""

from __future__ import annotations

import re

LACKS_HELPER = re.compile(
    r"(?:(?!(?:has|have|had|was|were|is|are|be|been|being|by|got|who|that)\b)[\w'’-]+ ){1,4}"
    r"(?:taken|given|gone|done|seen|shown|driven|broken|stolen|written|chosen|begun|flown|thrown|"
    r"drawn|worn|torn|hidden|shaken|forgotten|beaten|bitten) "
    r"(?:the|an?|his|her|its|their|over|part|place|control)\b"
)
"""What a participle stands in without the "had" or "was" of it: "The forces taken the city"."""
_HAVING = frozenset(["had", "has", "have"])
_MODALS = frozenset(["will", "would", "can", "could", "may", "might", "must", "should"])
_HELPERS = _HAVING | _MODALS | {"been", "was", "were", "is", "are", "being"}
_GOVERNING = frozenset(["to", "not", "never", "and", "or"])
"""Words behind which a verb needs no helping one of its own."""
DONE = re.compile(r"(?:ed|en|wn|ne|ung|unk|um|un|ld|nt|ft|ght|pt)$")
"""How participles end."""


def with_helpers(text: str, claim: str) -> str:
    """The sentence with the "had" or "been" of the position's words, which the writer left out.

    "Orr taken money" is "Orr had taken money", and "Orr offered the job" of "he had been offered
    the job" says something else; "Kelso use it" is "Kelso would use it".
    """
    told, own = text.split(" "), claim.split(" ")
    begun = next((n for n, word in enumerate(own) if n and word.lower() in _HELPERS), 0)
    rest = range(begun, len(own))
    after = next((n for n in rest if own[n].lower() not in _HELPERS), 0)
    if not begun or not after or (begun > 1 and told[:begun] != own[:begun]):
        return text
    verb = own[after].rstrip(".")
    at = next((n for n, word in enumerate(told) if n and word.rstrip(".") == verb), 0)
    owns = own[after - 1].lower() in _HAVING and after - begun == 1  # "had burns"
    modal = own[begun].lower() in _MODALS and after - begun == 1
    whole = not at or told[at - 1].lower() in _HELPERS | _GOVERNING
    if whole or not (owns or modal or DONE.search(verb)):
        return text
    return " ".join([*told[:at], *own[begun:after], *told[at:]])

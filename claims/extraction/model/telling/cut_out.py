"""Sentences that the writer cut out of a phrase: their first or last word is half of one.

"Cape Morin was a film prop" is what stands behind "a ship off", and "was damaged in last week" what
stands before "'s storm".
"""

from __future__ import annotations

import re

from claims.extraction.text.whole_words import find_whole

_NAMED = re.compile(
    r"(?:The )?(?P<name>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}) "
    r"(?P<verb>is|was|are|were|has|had|have|will|would|could|[a-z]{2,}ed)\b"
)
_LAST = re.compile(r"(?P<last>[\w-]+ [\w-]+)[.\s]*$")
_BEFORE = re.compile(r"(?P<before>[\w’']+)(?: the| The)? $")
_REACH = 60
"""Characters that a preposition before a name is looked for in."""
_PREPOSITIONS = frozenset(
    ["off", "near", "in", "at", "of", "from", "on", "outside", "inside", "around", "to", "for",
     "with", "by", "behind", "against", "between", "across", "into", "over", "under", "beside"]
)  # fmt: skip


def is_cut_out(told: str, beside: str) -> bool:
    """Whether a sentence starts or ends inside a phrase of the text ``beside`` its quote."""
    return (
        _starts_inside(told, beside)
        or _starts_at_object(told, beside)
        or _starts_beside_noun(told, beside)
        or _lacks_object(told, beside)
        or _ends_inside(told, beside)
    )


def _starts_inside(told: str, beside: str) -> bool:
    """Whether its subject is a name that the text has only behind a preposition there."""
    match = _NAMED.match(told)
    if match is None:
        return False
    words = f"{match['name']} {match['verb']}"
    before = [_BEFORE.search(beside, max(0, at - _REACH), at) for at in find_whole(words, beside)]
    return bool(before) and all(
        found is not None and found["before"].lower() in _PREPOSITIONS for found in before
    )


def _starts_at_object(told: str, beside: str) -> bool:
    """Whether its subject is a noun that the text has only behind a preposition there, and that its
    verb is not of: "spiders fuels myths" of "the fear of spiders fuels myths"."""
    match = _COMMON.match(told)
    if match is None:
        return False
    words = match[0]
    places = list(find_whole(words, beside))
    before = [_BEFORE.search(beside, max(0, at - _REACH), at) for at in places]
    if before and all(f is not None and f["before"].lower() in _OF for f in before):
        return True
    near = [beside[max(0, at - _REACH) : at] for at in places]
    return bool(near) and all(map(_WHICH_PLACE.search, near))


_WHICH_PLACE = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|his|her|its|their) [a-z]+ (?:to|from|near|behind|outside) $"
)
"""A noun and what only tells which one: "the road to (the mill is safe)"."""


def _starts_beside_noun(told: str, beside: str) -> bool:
    """Whether it starts with the subject of a clause that only tells which thing is meant, "Lima
    poses is losing seed" of "the biggest risk that Lima poses is losing seed", or with whom a plan
    is on: "Orr has upset them" of "the decision to drop Orr has upset them"."""
    words = " ".join(told.split(" ", _HEAD)[:_HEAD])
    if len(words) < _LETTERS:
        return False
    before = [beside[max(0, at - _REACH) : at] for at in find_whole(words, beside)]
    return bool(before) and all(map(_BESIDE_NOUN.search, before))


def _lacks_object(told: str, beside: str) -> bool:
    """Whether somebody did something to the noun before them, which it leaves out: "Orr made at the
    audience" of "remarks Orr made at the audience"."""
    match = _MADE.match(told)
    if match is None:
        return False
    before = [
        _NOUN_BEFORE.search(beside, max(0, at - _REACH), at) for at in find_whole(match[0], beside)
    ]
    return bool(before) and all(
        found is not None and found["noun"] not in _SAYS for found in before
    )


_MADE = re.compile(
    r"(?:[A-Z][\w.’'-]* ){1,4}(?:made|gave|took|wrote|used|bought|sold|held|built|posted|published|"
    r"delivered|produced) (?:at|in|on|to|for|from|with|during|after|before)\b"
)
_SAYS = frozenset(["says", "adds", "insists", "explains", "believes", "thinks", "recalls"])
_NOUN_BEFORE = re.compile(r"\b(?P<noun>[a-z]{3,}s) $")
_HEAD, _LETTERS = 3, 8
"""Words, and letters of them, by which the start is found again."""
_BESIDE_NOUN = re.compile(
    r"\b[Tt]he (?:only|sole|main|biggest|greatest|worst|best|largest|gravest|real|first|last|"
    r"most \w+) "
    r"\w+ (?:that |which |in which )?(?:the )?$|"
    r"\b(?:information|news|word|details|evidence) (?:regarding|about|on|concerning) (?:the )?$|"
    r"\b(?:decision|plan|move|bid|attempt|effort|order|proposal|refusal|deal|agreement|vote|offer|"
    r"threat|campaign|push|failure|request)s? (?:not )?to [a-z]+ (?:(?:the|his|her|its|their) )?$"
)
_COMMON = re.compile(
    r"(?:(?:the|an?|his|her|its|their) )?[a-z][\w-]* (?:is|was|are|were|has|had|[a-z]+s)\b"
)
_OF = frozenset(["of", "with", "about", "against", "between", "among"])


def _ends_inside(told: str, beside: str) -> bool:
    """Whether its last word is one that owns what the text goes on with: "last week('s storm)"."""
    bare = told.rstrip(". ")
    match = _LAST.search(told, bare.rfind(" ", 0, max(0, bare.rfind(" "))) + 1)
    if match is None:
        return False
    size = len(match["last"])
    behind = [beside[at + size : at + size + 2] for at in find_whole(match["last"], beside)]
    return bool(behind) and all(mark in ("'s", "’s", "' ", "’ ") for mark in behind)

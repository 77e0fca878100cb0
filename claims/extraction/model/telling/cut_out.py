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
    before = [_BEFORE.search(beside, max(0, at - _REACH), at) for at in find_whole(words, beside)]
    return bool(before) and all(
        found is not None and found["before"].lower() in _OF for found in before
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

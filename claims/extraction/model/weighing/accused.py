"""Who is only accused by who did something to them: "Lima expelled two clerks, accusing them of
theft"."""

from __future__ import annotations

from claims.extraction.model.weighing.pointing import ACCUSING, Pointed
from claims.extraction.text.inflect import may_be_past

_THEM = frozenset(["him", "her", "them", "it"])


def is_object_accused(pointed: Pointed) -> bool:
    """Whether somebody is only who is accused by who did something to them: "Lima expelled (two
    clerks), accusing them of theft"."""
    tokens, until = pointed.sentence.tokens, object_end(pointed)
    behind = [token.lower for token in tokens[until : until + 3]]
    acts = any(may_be_past(token.lower) for token in tokens[: pointed.first])
    return acts and len(behind) > 2 and behind[1] in ACCUSING and behind[2] in _THEM


def object_end(pointed: Pointed) -> int:
    """Where the comma stands behind somebody and when it was done to them; where they end if none
    does."""
    tokens, at = pointed.sentence.tokens, pointed.last
    near = range(at, min(len(tokens), at + _WHEN))
    return next((n for n in near if tokens[n].text == ","), at)


_WHEN = 5
"""Tokens of "on late Friday night" behind whom it was done to."""

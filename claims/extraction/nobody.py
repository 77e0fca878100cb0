"""Phrases of those who did not: "Neither firm confirmed it", "nobody there denied it"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.segment import Token

PREPOSITIONS = frozenset(["of", "for", "from", "by", "with", "in", "at", "on"])
"""Those that may stand inside a source's phrase."""
_NOBODY = frozenset(["neither", "none", "nobody", "no"])


def is_nobody(tokens: Sequence[Token], first: int) -> bool:
    """Whether a phrase that starts there tells of those who did not: "Neither firm confirmed".

    "No 10" is somebody.
    """
    numbered = any(t.text.isdigit() for t in tokens[first + 1 : first + 3])
    return tokens[first].lower in _NOBODY and not numbered


def past_nobody(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where those are named of whom a phrase tells that they did not; ``last`` where nowhere.

    "Neither" stays before a noun: "neither firm" is two.
    """
    words = [token.lower for token in tokens[first:last]]
    if words[0] == "neither":
        return first + ("nor" in words)
    alone = 2 if words[:2] == ["no", "one"] else 1
    if (words[0] == "no" and alone == 1) or len(words) < alone + 2:
        return last
    return first + alone + 1 if words[alone] in PREPOSITIONS else last

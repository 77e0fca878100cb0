"""What somebody may yet say: "if Kellmark confirms it", "until the report is denied by Lima"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.text.lexicon import load_lexicon
from claims.extraction.text.segment import Token
from claims.extraction.text.verb_groups import walk_group

_SUPPOSES = frozenset(["if", "unless", "once", "until", "whether"])
_FAR = 8
"""Tokens that the subject of what is supposed may take."""


def is_supposed(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the clause of a verb group that starts at token ``verb`` supposes what it tells;
    "even if Lima denies it", Lima does."""
    for at in range(verb - 1, max(-1, verb - 1 - _FAR), -1):
        if not tokens[at].is_word:
            return False
        if tokens[at].lower in _SUPPOSES:
            return at + 1 < verb and (at == 0 or tokens[at - 1].lower != "even")
    return False


def only_supposes(tokens: tuple[Token, ...], start: int, end: int) -> bool:
    """Whether all that confirms or denies between two offsets does so in what is supposed."""
    verbs = load_lexicon().verbs
    found = [
        walk_group(tokens, at).first
        for at, token in enumerate(tokens)
        if start <= token.start < end and any(token.lower in verbs[g] for g in ("confirm", "deny"))
    ]
    return bool(found) and all(is_supposed(tokens, first) for first in found)

"""Sentences that only answer what was told right before: "The ministry denied this"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.text.asides import TIME_WORDS
from claims.extraction.text.lexicon import answers_claim
from claims.extraction.text.segment import Token

_IT = frozenset(["this", "that", "it"])
_TOLD = frozenset(["claim", "statement", "assertion", "account", "version", "explanation"])
"""What is called so was told last, as rumours and charges need not have been."""
_POINTING = frozenset(["the", "this", "that", "these", "those"])
_SUBJECT = 9
"""Tokens of who answers and of the helpers of their verb, at most."""


def answers_last(tokens: Sequence[Token], first: int, *, by_it: bool = True) -> bool:
    """Whether who is told of from ``first`` on denies, doubts or bears out what was told last, and
    nothing else: "(The bank) confirmed this", "(the ministry) has rejected the claim"; or "it",
    which may be more than that (not ``by_it``)."""
    for at in range(first + 1, min(first + _SUBJECT, len(tokens) - 1)):
        if not tokens[at].is_word:
            return False
        if answers_claim(tokens[at].lower):
            return _is_all(tokens, at + 1) and (by_it or tokens[at + 1].lower != "it")
    return False


def _is_all(tokens: Sequence[Token], at: int) -> bool:
    """Whether "this" or "the claim" stands there, and nothing more is told."""
    last = at
    if tokens[at].lower in _POINTING and at + 1 < len(tokens):
        named = tokens[at + 1].lower in _TOLD
        last = at + 1 if named else at
        if not named and tokens[at].lower not in _IT:
            return False
    elif tokens[at].lower not in _IT:
        return False
    behind = tokens[last + 1 : last + 2]
    return not behind or not behind[0].is_word or behind[0].lower in TIME_WORDS | {"on", "in"}

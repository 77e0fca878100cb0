"""Whose a telling verb is that shares its subject with one that tells nothing: "(the firm) closed
its plant and denied that it was bankrupt"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.cues.cue import Cue, Shape
from claims.extraction.sources.starts import CLAUSE, DETERMINERS
from claims.extraction.text.asides import TIME_WORDS
from claims.extraction.text.quality import may_be_finite
from claims.extraction.text.segment import Token

_JOINS = frozenset(["and", "but"])
_BESIDE = frozenset(["then", "also", "later"])
_PARTS = CLAUSE | frozenset(["who", "which", "that", "whose", "if", "whether", "as", "than"])
"""Words that open a clause with a subject of its own."""
_FARTHEST = 30
"""Tokens before a verb in which its subject has one."""


def first_verb(tokens: Sequence[Token], cue: Cue, quoted: Sequence[bool]) -> int | None:
    """The verb right behind the subject that ``cue`` shares with it, where nothing between the two
    has another; None where there is none.

    ``quoted`` says which tokens stand inside a quotation.
    """
    joined = cue.first - 1
    while joined > 0 and tokens[joined].lower in _BESIDE:
        joined -= 1
    if cue.weak or cue.shape is not Shape.FINITE or not 1 < joined <= _FARTHEST:
        return None
    if tokens[joined].lower not in _JOINS or any(quoted[:joined]):
        return None
    verb = next((at for at in range(1, joined) if _is_verb(tokens, at)), None)
    if verb is None:
        return None
    between = tokens[verb + 1 : joined - (tokens[joined - 1].text == ",")]
    if any(not token.is_word or token.lower in _PARTS or _is_named(token) for token in between):
        return None
    return verb


def _is_named(token: Token) -> bool:
    """Whether somebody may be named there, who may be the "he" of what follows."""
    return token.is_capital and token.lower not in TIME_WORDS


def _is_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word may be the verb of what stands before it, and no part of that ("the injured
    man")."""
    before = tokens[at - 1].lower
    inside = before in DETERMINERS or before in ("'s", "of", "in", "by", "with")
    return tokens[at].text.islower() and not inside and may_be_finite(tokens[at].lower)

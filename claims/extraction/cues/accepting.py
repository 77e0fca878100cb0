"""Who accepts that something is so: "accepted that the slides were genuine", but no offer."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.text.lexicon import VerbForm
from claims.extraction.text.quality import is_finite
from claims.extraction.text.segment import Token
from claims.extraction.text.verb_groups import walk_group

_FORMS = {"accept": "base", "accepts": "third", "accepted": "past"}
_CLAUSE = 9
"""Tokens behind "that" in which a clause has its verb."""
_NO_SUBJECT = frozenset(
    ["is", "was", "has", "had", "will", "would", "could", "can", "may", "offer"]
)


def accepting() -> frozenset[str]:
    """The words at which somebody may do so."""
    return frozenset(_FORMS)


def accepts_at(tokens: tuple[Token, ...], at: int) -> VerbForm | None:
    """The verb of who accepts there that something is so; None where none does, or it is said that
    they do not, or ought to."""
    sort = _FORMS.get(tokens[at].lower)
    if sort is None or not _holds_that(tokens, at + 1):
        return None
    group = walk_group(tokens, at)
    if group.negated or group.modal or group.has_be:
        return None
    return VerbForm("accept", sort, "confirm")


def _holds_that(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause with a "that" follows: "accepted (that they had failed)", but not "accepted
    (that offer)"."""
    if at + 2 >= len(tokens) or tokens[at].lower != "that" or tokens[at + 1].lower in _NO_SUBJECT:
        return False
    for token in tokens[at + 2 : at + 2 + _CLAUSE]:
        if token.text in ".;:":
            return False
        if is_finite(token.lower):
            return True
    return False

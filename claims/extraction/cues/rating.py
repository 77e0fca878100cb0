"""Who rates a report: "described the toll as credible", "rumours were described by the agency as
unproven"."""

from __future__ import annotations

from typing import NamedTuple

from claims.extraction.cues.idioms import names_report
from claims.extraction.text.asides import QUOTE_MARKS
from claims.extraction.text.inflect import forms_of
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.segment import Token
from claims.extraction.text.verb_groups import BE, walk_group
from claims.model import Stance

_DESCRIBING = forms_of("describe") | forms_of("regard")
_TRUE = frozenset(["credible", "accurate", "genuine", "true", "correct", "authentic", "reliable"])
_OPEN = frozenset(
    ["unproven", "unverified", "unsubstantiated", "unconfirmed", "implausible", "unlikely",
     "speculative", "questionable", "dubious", "doubtful"]
)  # fmt: skip
_ADVERBS = frozenset(
    ["as", "being", "very", "highly", "wholly", "not", "at", "best", "more", "than"]
)
_FIGURES = frozenset(["toll", "count", "number", "estimate", "recording", "video", "document"])
"""What else is rated that somebody put forward."""
_FAR = 20
"""Tokens that who is told of, and what they told, may take."""
_RATED = 6
"""Tokens behind "as" in which the rating stands."""


class Rating(NamedTuple):
    """The stance that a rating takes, and the tokens of it."""

    stance: Stance
    first: int
    last: int


def rating() -> frozenset[str]:
    """The words at which somebody may rate a report."""
    return _DESCRIBING


def rated_at(tokens: tuple[Token, ...], at: int) -> Rating | None:
    """How whoever describes something at ``at`` rates it; None where it is no report, or they say
    neither that it is so nor that this is open."""
    if tokens[at].lower not in _DESCRIBING:
        return None
    group = walk_group(tokens, at, idiom=True)
    if group.negated:
        return None
    where = next((n for n in range(at + 1, min(at + _FAR, len(tokens))) if _is_as(tokens, n)), None)
    if where is None:
        return None
    passive = at > 0 and tokens[at - 1].lower in BE
    told = (max(0, group.first - _FAR), group.first) if passive else (at + 1, where)
    by = tokens[at + 1].lower == "by"
    named = names_report(tokens, *told) or _names_figure(tokens, *told)
    if not named or passive is not by or _tells_else(tokens, at + 1, where):
        return None
    return _rate(tokens, where)


def _tells_else(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether a clause or a mark stands before the "as"."""
    return any(not t.is_word or t.lower in ("and", "but", "who") for t in tokens[first:last])


def _is_as(tokens: tuple[Token, ...], at: int) -> bool:
    return tokens[at].lower == "as"


def _names_figure(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    return any(token.lower in _FIGURES for token in tokens[first:last])


def _rate(tokens: tuple[Token, ...], where: int) -> Rating | None:
    """The rating behind the "as" at ``where``, up to a mark."""
    negated = False
    for at in range(where + 1, min(where + _RATED, len(tokens))):
        lower = tokens[at].lower
        if lower in _OPEN or (negated and lower in ("supported", "substantiated")):
            return None if negated and lower in _OPEN else Rating(Stance.DOUBTS, where, at + 1)
        if lower in _TRUE or lower == "well-founded":
            return Rating(Stance.DOUBTS if negated else Stance.CONFIRMS, where, at + 1)
        negated = negated or lower in ("not", "never", "hardly")
        passed = lower in _ADVERBS or lower.endswith("ly") or tokens[at].text in QUOTE_MARKS
        if not passed or lower in word_set("hoax_words"):
            return None
    return None

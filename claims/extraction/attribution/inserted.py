"""Who says it between a subject and its verb: "the payments, Orr insisted, were a loan", "'The
payments,' Orr said, 'were a loan'"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.cues.cue import Cue, Shape
from claims.extraction.sources.nobody import PERSONAL
from claims.extraction.sources.span import SourceSpan
from claims.extraction.text.asides import QUOTE_MARKS, STOPS
from claims.extraction.text.inflect import irregular_past_forms
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.quality import is_finite
from claims.extraction.text.segment import Token
from claims.model import Stance

BEFORE = frozenset(
    ["of", "for", "on", "at", "in", "to", "by", "from", "with", "about", "against", "and", "but"]
)
"""Words before such a phrase at which it starts."""


def is_inserted(tokens: Sequence[Token], cue: Cue, source: SourceSpan, behind: int) -> bool:
    """Whether who says it stands between two commas, the second before token ``behind``: "the
    payments, Orr insisted, were a loan"."""
    first = _start(cue, source)
    if not 1 < first < behind <= len(tokens) or tokens[first - 2].lower in _RELATIVE:
        return False
    return tokens[first - 1].text == tokens[behind - 1].text == ","


_RELATIVE = frozenset(["which", "who", "that"])


def _start(cue: Cue, source: SourceSpan) -> int:
    return source.first if cue.shape is Shape.FINITE and source.first < cue.first else cue.first


def noun_before(tokens: Sequence[Token], cue: Cue, source: SourceSpan) -> tuple[int, int] | None:
    """The tokens before who says it, of what the clause goes on to tell; None of too many."""
    end = _start(cue, source) - 1
    most = max(0, end - _LONGEST)
    first = next((at for at in range(end, most, -1) if tokens[at - 1].text in STOPS), most)
    whole = first == 0 or tokens[first - 1].text in STOPS
    return (first, end) if first < end and whole else None


_LONGEST = 12
"""Tokens that the subject of such a clause may take."""


def lacks_subject(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the tokens ``first:last`` open with a finite verb."""
    at = first
    while at < last - 1 and tokens[at].lower.endswith("ly"):
        at += 1
    lower = tokens[at].lower
    after = tokens[at + 1].lower if at + 1 < last else ""
    if is_finite(lower) and not tokens[at].is_capital:
        return True
    past = lower in irregular_past_forms() or (lower.endswith("ed") and len(lower) > len("need"))
    follows = word_set("sources_determiners") | BEFORE | PERSONAL | {"him", "her", "them", "it"}
    return past and after in follows


def part_quotation(
    tokens: Sequence[Token], cue: Cue, source: SourceSpan | None
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The tokens of the subject and of what is told of it, each in quotation marks of its own, the
    first without a verb: "'The mill,' Orr said, 'is unsafe'". None where they do not stand so."""
    if source is None or cue.stance is not Stance.ALLEGES or cue.shape is not Shape.FINITE:
        return None
    end = min(source.first, cue.first) - 1
    if end < _LEAST or {tokens[end].text, tokens[end - 1].text} - QUOTE_MARKS != {","}:
        return None
    near = range(end - 2, max(-1, end - 2 - _LONGEST), -1)
    opened = next((at for at in near if tokens[at].text in QUOTE_MARKS), None)
    if opened is None or any(_ends_subject(t) for t in tokens[opened + 1 : end - 1]):
        return None
    behind = max(source.last, cue.last + 1)
    marks = range(behind + 1, min(len(tokens) - 1, behind + _LONGEST))
    goes_on = next((at for at in marks if tokens[at].text in QUOTE_MARKS), None)
    if goes_on is None or tokens[goes_on - 1].text != ",":
        return None
    first, last = goes_on + 1, goes_on + 1
    while last < len(tokens) and tokens[last].text not in _CLOSERS:
        last += 1
    whole = last - first > 1 and lacks_subject(tokens, first, last)
    return ((opened + 1, end - 1), (first, last)) if whole else None


_LEAST = 3
"""A mark, a word and a comma are before the mark that closes the first of them."""
_CLOSERS = frozenset('"”')


def _ends_subject(token: Token) -> bool:
    """Whether a token is no part of a subject without a clause."""
    return token.text in ",;:.!?" or (is_finite(token.lower) and not token.is_capital)

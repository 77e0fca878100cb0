"""Where the clause around a hedge starts and ends: "a man believed to be armed (was found)", "the
ship, which is likely to sink,"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.cues.hedges import Hedge
from claims.extraction.positions.hedged_relatives import (
    JOINING,
    LONGEST_HEAD,
    PHRASE_STOPS,
    relative_end,
    relative_head,
)
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.quality import is_finite
from claims.extraction.text.segment import Token

_CLAUSE_WORDS = frozenset({"but", "because", "although", "while"})
_REDUCED = 2
"""Tokens of a hedge without a form of "be": "believed to"."""
_BEFORE_VERB = frozenset(["then", "now", "also", "later", "since", "still", "already"])


def is_reduced(hedge: Hedge) -> bool:
    """Whether the hedge only tells of a noun: "a man believed to be armed"."""
    return hedge.kind == "passive" and hedge.last - hedge.first == _REDUCED


def reduced_clause(tokens: Sequence[Token], hedge: Hedge, first: int, last: int) -> tuple[int, int]:
    """The noun phrase that a reduced relative is about, and where that ends.

    Behind a comma it goes on to the next one. Else it ends before the verb of which the noun is
    the subject: "a man believed to be armed was found".
    """
    aside = hedge.first > first and tokens[hedge.first - 1].text == ","
    head = hedge.first - aside
    has_verb = any(is_finite(token.lower) for token in tokens[first:head])
    start = head if has_verb else first
    while has_verb and start > first and head - start < LONGEST_HEAD:
        before = tokens[start - 1]
        if not before.is_word or before.lower in PHRASE_STOPS:
            break
        start -= 1
        if before.lower in word_set("sources_determiners"):
            break
    while start < head and tokens[start].lower in JOINING:
        start += 1
    for at in range(hedge.last + 1, last):
        if aside and tokens[at].text == ",":
            return start, at
        follows = tokens[at - 1].lower not in JOINING and at > hedge.last + 1
        if follows and not (aside or has_verb) and is_finite(tokens[at].lower):
            return start, at - (tokens[at - 1].lower in _BEFORE_VERB)
    return start, last


def clause_around(tokens: Sequence[Token], hedge: Hedge) -> tuple[int, int]:
    """The clause around a hedge."""
    first, last = hedge.first, hedge.last
    while first > 0:
        before = tokens[first - 1]
        if before.text in ";:—–" or before.lower in _CLAUSE_WORDS:
            break
        first -= 1
    relative = relative_head(tokens, hedge)
    if relative is not None:
        first = relative
        ends = relative_end(tokens, hedge)
        if ends is not None:
            return first, ends
    while last < len(tokens) and not _ends_clause(tokens, last, hedge):
        last += 1
    return first, last


def _ends_clause(tokens: Sequence[Token], at: int, hedge: Hedge) -> bool:
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if tokens[at].text in (";", "—") or (tokens[at].text == "," and hedge.kind == "figure"):
        return True
    if hedge.kind == "passive" and tokens[at].lower == "and":
        return after in ("has", "is", "was", "had", "are")
    if tokens[at].text == "," and hedge.kind == "passive" and after == "which":
        return True
    return tokens[at].text == "," and after in ("but", "according", "although", "though")

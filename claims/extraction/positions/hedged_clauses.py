"""Where the clause around a hedge starts and ends: "a man believed to be armed (was found)", "the
ship, which is likely to sink,"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.cues.hedges import Hedge
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.quality import is_finite
from claims.extraction.text.segment import Token

_FINITE = frozenset({"is", "are", "was", "were", "has", "have"})
_CLAUSE_WORDS = frozenset({"but", "because", "although", "while"})
_REDUCED = 2
"""Tokens of a hedge without a form of "be": "believed to"."""
_LONGEST_HEAD = 6
_BEFORE_VERB = frozenset(["then", "now", "also", "later", "since", "still", "already"])
_JOINING = frozenset(["who", "which", "that", "and", "or", "as", "he", "she", "it", "they"])
_NO_SUBJECT = _JOINING | word_set("sources_determiners")
_PHRASE_STOPS = frozenset(["of", "in", "with", "by", "to", "from", "has", "had", "is", "was"])


_BESIDE = frozenset(
    ["alongside", "at", "on", "for", "about", "against", "beside", "near", "than", "including",
     "like"]
)  # fmt: skip


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
    while has_verb and start > first and head - start < _LONGEST_HEAD:
        before = tokens[start - 1]
        if not before.is_word or before.lower in _PHRASE_STOPS:
            break
        start -= 1
        if before.lower in word_set("sources_determiners"):
            break
    while start < head and tokens[start].lower in _JOINING:
        start += 1
    for at in range(hedge.last + 1, last):
        if aside and tokens[at].text == ",":
            return start, at
        follows = tokens[at - 1].lower not in _JOINING and at > hedge.last + 1
        if follows and not (aside or has_verb) and is_finite(tokens[at].lower):
            return start, at - (tokens[at - 1].lower in _BEFORE_VERB)
    return start, last


def relative_head(tokens: Sequence[Token], hedge: Hedge) -> int | None:
    """The noun phrase that a hedged relative clause is about: "vehicles, which are likely ..."."""
    for at in range(hedge.first - 1, max(0, hedge.first - 5), -1):
        if tokens[at].lower not in ("which", "who"):
            continue
        head = at - 1 if tokens[at - 1].text == "," else at
        start = head
        while start > 0 and head - start < 6:
            before = tokens[start - 1]
            lower = before.lower
            if not before.is_word or lower in _PHRASE_STOPS | _BESIDE or is_finite(lower):
                break
            start -= 1
            if before.lower in word_set("sources_determiners"):
                break
        return start if start < head else None
    return None


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
        ends = _relative_end(tokens, hedge)
        if ends is not None:
            return first, ends
    while last < len(tokens) and not _ends_clause(tokens, last, hedge):
        last += 1
    return first, last


def ends_before_verb(tokens: Sequence[Token], hedge: Hedge) -> bool:
    """Whether it is in a clause behind "who" that ends before the sentence's own verb: "the man
    who was reportedly shot (has left)"."""
    end = _relative_end(tokens, hedge) if relative_head(tokens, hedge) is not None else None
    return end is not None and tokens[end].text != ","


def tells_of_last(tokens: Sequence[Token], hedge: Hedge) -> bool:
    """Whether it is told of whoever the sentence names last, beside another: "would play alongside
    Orr, who is reported to have left"."""
    head = relative_head(tokens, hedge)
    if head is None or head == 0:
        return False
    aside = any(token.text == "," for token in tokens[head : hedge.first])
    return tokens[head - 1].lower in _BESIDE or (tokens[head - 1].lower == "of" and not aside)


def _relative_end(tokens: Sequence[Token], hedge: Hedge) -> int | None:
    """Where a clause behind "who" or "which" ends before the verb that goes on with the sentence:
    "Orr, who allegedly stole it, said". None where the sentence ends with it."""
    who = next(at for at in range(hedge.first - 1, 0, -1) if tokens[at].lower in ("who", "which"))
    aside, seen = tokens[who - 1].text == ",", False
    for at in range(hedge.last, len(tokens)):
        finite = is_finite(tokens[at].lower) or tokens[at].lower.endswith("ed")
        if tokens[at].text == ",":
            after = [token.lower for token in tokens[at + 1 : at + 3]]
            verb = any(is_finite(word) for word in after) or (after[:1] and after[0].endswith("ed"))
            goes_on = verb and after[0] not in _JOINING
            if goes_on or not aside:
                return at
        done = at > hedge.last and tokens[at].lower in _FINITE  # "who was reportedly shot has left"
        if not aside and (seen or done) and finite and tokens[at - 1].lower not in _NO_SUBJECT:
            return at if is_finite(tokens[at].lower) else None
        seen = seen or not (finite or tokens[at].lower.endswith("ly"))
    return None


def _ends_clause(tokens: Sequence[Token], at: int, hedge: Hedge) -> bool:
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if tokens[at].text in (";", "—") or (tokens[at].text == "," and hedge.kind == "figure"):
        return True
    if hedge.kind == "passive" and tokens[at].lower == "and":
        return after in ("has", "is", "was", "had", "are")
    if tokens[at].text == "," and hedge.kind == "passive" and after == "which":
        return True
    return tokens[at].text == "," and after in ("but", "according", "although", "though")

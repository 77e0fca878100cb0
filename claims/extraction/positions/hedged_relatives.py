"""Clauses behind "who", "which" or "that" with a hedge in them: of which noun they tell, and where
they end: "the letter that is believed to be old (shows it)"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.cues.hedges import Hedge
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.quality import is_finite
from claims.extraction.text.segment import Token
from claims.extraction.text.verb_groups import is_telling
from claims.extraction.voice import POSSESSIVES

_FINITE = frozenset({"is", "are", "was", "were", "has", "have"})
LONGEST_HEAD = 6
JOINING = frozenset(["who", "which", "that", "and", "or", "as", "he", "she", "it", "they"])
_NO_SUBJECT = JOINING | {"to"} | word_set("sources_determiners")
_RELATIVE = frozenset(["who", "which", "that"])
PHRASE_STOPS = frozenset(["of", "in", "with", "by", "to", "from", "has", "had", "is", "was"])
_BESIDE = frozenset(
    ["alongside", "at", "on", "for", "about", "against", "beside", "near", "than", "including",
     "like"]
)  # fmt: skip


def relative_head(tokens: Sequence[Token], hedge: Hedge) -> int | None:
    """The noun phrase that a hedged relative clause is about: "vehicles, which are likely ..."."""
    for at in range(hedge.first - 1, max(0, hedge.first - 5), -1):
        if tokens[at].lower not in ("which", "who") and not _is_relative_that(tokens, at, hedge):
            continue
        head = at - 1 if tokens[at - 1].text == "," else at
        start = head
        while start > 0 and head - start < 6:
            before = tokens[start - 1]
            lower = before.lower
            if not before.is_word or lower in PHRASE_STOPS | _BESIDE or is_finite(lower):
                break
            start -= 1
            if before.lower in word_set("sources_determiners"):
                break
        if tokens[at].lower == "who" and tokens[start].lower in POSSESSIVES:
            start = _before_of_whose(tokens, start)
        return start if start < head else None
    return None


def _before_of_whose(tokens: Sequence[Token], start: int) -> int:
    """Where the phrase starts that goes on with "on his knees": "(a man) on his knees who"; where
    that starts itself if nobody stands before it."""
    if start < _BEFORE_THAT or tokens[start - 1].lower not in _PLACED:
        return start
    for at in range(start - 2, max(-1, start - 2 - LONGEST_HEAD), -1):
        if not tokens[at].is_word or is_finite(tokens[at].lower):
            break
        if tokens[at].lower in word_set("sources_determiners"):
            return at
    return start


_PLACED = frozenset(["in", "on", "at", "with", "by", "behind", "near", "beside"])


def _is_relative_that(tokens: Sequence[Token], at: int, hedge: Hedge) -> bool:
    """Whether a "that" right before a hedge tells of the noun before it: "a letter that is believed
    to be old", but not "reports that apparently ..." or "said that Orr"."""
    if tokens[at].lower != "that" or at + 1 != hedge.first or at < _BEFORE_THAT:
        return False
    noun = tokens[at - 1]
    if not noun.text.islower() or noun.lower in word_set("report_nouns") or is_telling(noun.lower):
        return False
    return not is_finite(noun.lower) and any(
        token.lower in _ARTICLES for token in tokens[max(0, at - LONGEST_HEAD) : at - 1]
    )


_BEFORE_THAT = 2
_ARTICLES = frozenset(["a", "an", "the", "another", "one", "only"])


def ends_before_verb(tokens: Sequence[Token], hedge: Hedge) -> bool:
    """Whether it is in a clause behind "who" that ends before the sentence's own verb: "the man
    who was reportedly shot (has left)"."""
    end = relative_end(tokens, hedge) if relative_head(tokens, hedge) is not None else None
    return end is not None and tokens[end].text != ","


def tells_of_last(tokens: Sequence[Token], hedge: Hedge) -> bool:
    """Whether it is told of whoever the sentence names last, beside another: "would play alongside
    Orr, who is reported to have left"."""
    head = relative_head(tokens, hedge)
    if head is None or head == 0:
        return False
    aside = any(token.text == "," for token in tokens[head : hedge.first])
    return tokens[head - 1].lower in _BESIDE or (tokens[head - 1].lower == "of" and not aside)


def relative_end(tokens: Sequence[Token], hedge: Hedge) -> int | None:
    """Where a clause behind "who" or "which" ends before the verb that goes on with the sentence:
    "Orr, who allegedly stole it, said". None where the sentence ends with it."""
    who = next(at for at in range(hedge.first - 1, 0, -1) if tokens[at].lower in _RELATIVE)
    aside, seen = tokens[who - 1].text == ",", False
    for at in range(_behind_verb(tokens, hedge), len(tokens)):
        finite = is_finite(tokens[at].lower) or tokens[at].lower.endswith("ed")
        finite = finite or tokens[at].lower in ("appears", "seems")
        if tokens[at].text == ",":
            after = [token.lower for token in tokens[at + 1 : at + 3]]
            verb = any(is_finite(word) for word in after) or (after[:1] and after[0].endswith("ed"))
            goes_on = verb and after[0] not in JOINING
            if goes_on or not aside:
                return at
        done = at > hedge.last and tokens[at].lower in _FINITE  # "who was reportedly shot has left"
        if not aside and (seen or done) and finite and tokens[at - 1].lower not in _NO_SUBJECT:
            return (
                None if tokens[at].lower.endswith("ed") and not is_finite(tokens[at].lower) else at
            )
        seen = seen or not (finite or tokens[at].lower.endswith("ly"))
    return None


def _behind_verb(tokens: Sequence[Token], hedge: Hedge) -> int:
    """Where what is told may go on behind the verb that a hedge governs: "to have been posted"."""
    at = hedge.last
    if tokens[at - 1].lower != "to":
        return at
    while at + 1 < len(tokens) and (
        tokens[at].lower in ("have", "be", "been") or tokens[at].lower.endswith("ly")
    ):
        at += 1
    return at + 1

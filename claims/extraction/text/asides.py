"""Asides between two marks: what is told of who speaks, "Orr, the captain, said"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.text.inflect import may_be_past
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.segment import Token

MOST = 28
"""Tokens a noun phrase may hold; beyond it the search gives up."""
STOPS = frozenset(',;:()[]{}|*•“”"„«»—–-') | {"--", "...", "…", "''", "``"}
"""Marks at which a noun phrase ends."""
DASHES = frozenset(["-", "–", "—", "--"])
QUOTE_MARKS = frozenset("\"“”‘’'")
TIME_WORDS = word_set("sources_time_words")
_PLACE, _STATE = 12, 4
"""Tokens that an aside on a place may take, and the state or country at its end."""
_WHERE = frozenset(
    ["of", "from", "in", "near", "outside", "based", "headquartered", "whose", "which", "who"]
)


def aside_before(tokens: Sequence[Token], comma: int, quoted: Sequence[bool]) -> int | None:
    """The mark that opens the aside closed at ``comma``; None where what it closes is none."""
    opening = "(" if tokens[comma].text == ")" else tokens[comma].text
    lowest = max(0, comma - MOST)
    for at in range(comma - 1, lowest, -1):
        if quoted[at]:
            return None
        if tokens[at].text == opening:
            told = comma - at > 1 and not _is_time(tokens, at)
            return _past_place(tokens, at, comma) if told else None
    return None


def _past_place(tokens: Sequence[Token], comma: int, end: int) -> int:
    """Where an aside on where somebody is opens, of which ``comma`` to ``end`` is the last part
    only: "Loop, of Tempe, Arizona, said"."""
    if end - comma > _STATE or not tokens[comma + 1].is_capital:
        return comma
    for at in range(comma - 1, max(0, comma - _PLACE), -1):
        if tokens[at].text == ",":
            return at if tokens[at + 1].lower in _WHERE else comma
    return comma


def _is_time(tokens: Sequence[Token], comma: int) -> bool:
    """Whether what a comma closes is an adverbial ("On Sunday,") and no head noun."""
    return comma >= 1 and tokens[comma - 1].lower in TIME_WORDS and comma <= 4


def before_age(tokens: Sequence[Token], end: int) -> int:
    """Where somebody's name ends before the age that is told of them: "Otto Brandt, 83"."""
    while end > 1 and _is_age(tokens[end - 1]) and tokens[end - 2].text == ",":
        end -= 2
    return end


def _is_age(token: Token) -> bool:
    return token.text.isdigit() and len(token.text) <= 3


def aside_after(
    tokens: Sequence[Token], comma: int, quoted: Sequence[bool]
) -> tuple[int, int] | None:
    """The tokens of the aside that a mark at ``comma`` opens, if one does."""
    if comma >= len(tokens) or tokens[comma].text not in (",", "("):
        return None
    last = comma + 1
    if last < len(tokens) and tokens[last].lower in word_set("cues_auxiliaries"):
        return None  # "the man, according to his aunt, is Bo Orr": the clause goes on
    while last < len(tokens) and last - comma < MOST:
        token = tokens[last]
        if quoted[last] or (token.text in STOPS and token.text != ",") or token.text in ".!?":
            break
        if token.text == "," and last > comma + 1 and not _is_age(tokens[last - 1]):
            break
        last += 1
    return (comma + 1, last) if last > comma + 1 else None


def tells_clause(tokens: Sequence[Token], first: int) -> bool:
    """Whether a clause follows a verb, and not who speaks: "insists he did", and in a headline
    "says charges are false"."""
    after = [token.lower for token in tokens[first : first + _CLAUSE]]
    if after[0] in _PERSONAL and len(after) > 1:
        return after[1] in word_set("cues_auxiliaries") or after[1].endswith("ed")
    headline = tokens[-1].is_word and tokens[first].text.islower()
    return headline and not word_set("cues_auxiliaries").isdisjoint(after[1:])


_CLAUSE = 5
"""Tokens that a clause's subject and verb may take."""
_PERSONAL = frozenset(["he", "she", "it", "they"])


def before_aside(tokens: Sequence[Token], first: int) -> int:
    """Where the aside on when or why starts behind which a verb opens at ``first``: "Orr(, after
    long talks,) came home"; ``first`` where there is none."""
    if first < _FEWEST or tokens[first - 1].text != "," or tokens[first].is_capital:
        return first
    if not may_be_past(tokens[first].lower):
        return first
    for at in range(first - _FEWEST, max(-1, first - _FARTHEST), -1):
        if tokens[at].text == "," and tokens[at + 1].lower in _WHEN_OR_WHY:
            return at
    return first


_FEWEST, _FARTHEST = 3, 16
"""Tokens of such an aside with its two commas."""
_WHEN_OR_WHY = frozenset(["after", "before", "despite", "following", "during", "amid", "upon"])

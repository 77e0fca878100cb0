"""What somebody tells in the passive, where a part of it stands behind them: "(the rock) was
estimated by experts (to be old)", "(the man) was identified by police (as Orr)"; and of whom."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.cues.cue import Cue
from claims.extraction.sources.span import SourceSpan, left_phrase
from claims.extraction.text.inflect import may_be_past
from claims.extraction.text.segment import Token
from claims.model import Stance

_RELATIVES = frozenset(["who", "which", "that"])
_ELSEWHERE = _RELATIVES | {
    "and", "but", "while", "after", "before", "because", "since", "though", "although",
}  # fmt: skip
"""What opens another clause behind a comma."""


def is_told_behind(tokens: Sequence[Token], cue: Cue, source: SourceSpan | None, stop: int) -> bool:
    """Whether what something is said to be follows right on who says so."""
    behind = source.last if source is not None else stop
    told = cue.stance is Stance.ALLEGES and cue.lemma not in ("tell", "inform", "quote")
    if behind >= stop - 1 or not told:
        return False
    word, following = tokens[behind].lower, tokens[behind + 1].lower
    return (word == "as" and following != "well") or (word == "to" and following in ("be", "have"))


def told_around(
    tokens: Sequence[Token],
    cue: Cue,
    source: SourceSpan | None,
    stop: int,
    quoted: Sequence[bool],
) -> tuple[int, int] | None:
    """From of whom it is told to where what they are said to be ends; None where they do not stand
    right before the verb: "a rock that fell and was estimated by experts to be old"."""
    whom = left_phrase(tokens, cue.first, frozenset(), quoted)
    if source is None or whom is None or whom.last != cue.first:
        return None
    if tokens[cue.first - 1].lower in _RELATIVES:
        return None
    first: int | None = whom.first
    before = tokens[whom.first - 1].lower if whom.first > 0 else ""
    if before in _RELATIVES or may_be_past(before):
        first = _before_relative(tokens, whom.first, quoted)  # "the man who robbed (two banks)"
    ends = (at for at in range(source.last, stop) if _is_end(tokens, at))
    return None if first is None else (first, next(ends, stop))


def _before_relative(tokens: Sequence[Token], end: int, quoted: Sequence[bool]) -> int | None:
    """Where the phrase starts of which a clause behind "who" before token ``end`` tells; None where
    there is none."""
    near = range(end - 1, 0, -1)
    who = next((at for at in near if tokens[at].lower in ("who", "which")), None)
    who = end - 1 if who is None and tokens[end - 1].lower == "that" else who
    if who is None:
        return None
    told_of = left_phrase(tokens, who - (tokens[who - 1].text == ","), frozenset(), quoted)
    return None if told_of is None else told_of.first


def _is_end(tokens: Sequence[Token], at: int) -> bool:
    if tokens[at].text == ";":
        return True
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return tokens[at].text == "," and following in _ELSEWHERE


def find_whom(tokens: Sequence[Token], cue: Cue, quoted: Sequence[bool]) -> SourceSpan | None:
    """Who "was accused" stands before the verb, or before the comma in front of "accused by"."""
    aside = cue.first > 1 and tokens[cue.first - 1].text == ","
    return left_phrase(tokens, cue.first - aside, frozenset(), quoted)

"""Between which tokens of a sentence a cue's content may lie, given the cues around it."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.cues.cue import Cue, Shape
from claims.extraction.cues.deeds import charge_start
from claims.extraction.position import CONTESTED
from claims.extraction.sources.span import SourceSpan
from claims.extraction.text.segment import Token

_JOINS_DEED = frozenset(["after", "before", "having", "despite", "while", "without"])
"""What joins to a clause what else its subject did: "admitted it after first denying it"."""
_FRONT = 6
"""Tokens before what somebody did that opens a sentence: "after weeks of denying it, Lima"."""


def content_bounds(
    tokens: Sequence[Token], kept: list[tuple[Cue, SourceSpan | None]], number: int
) -> tuple[int, int]:
    """The tokens between which a cue's content may lie, given the cues around it."""
    start, stop = 0, len(tokens)
    mine, own = kept[number]
    fronted = fronted_subject(tokens, kept, number)
    if fronted is not None:
        return start, fronted.first - 1
    if number > 0 and mine.shape is not Shape.ACCORDING:
        before = kept[number - 1][0]
        if own is None or (own.first > before.main and not _ends_sentence(tokens, own, mine)):
            start = before.last + 1
    for cue, source in kept[number + 1 :]:
        if cue.shape is Shape.ACCORDING:
            return start, cue.first
        if cue.shape is Shape.GERUND and source is None:
            joined = tokens[cue.first - 1].lower in _JOINS_DEED and cue.stance in CONTESTED
            at = cue.first - 1 - joined
            if joined or tokens[at].text == ",":
                return start, at + (tokens[at].text != ",")
            continue
        opening = source.first if source is not None and source.relation == "subject" else cue.first
        opening = charge_start(tokens, opening)
        before_token = tokens[opening - 1].lower if opening > 0 else ""
        if before_token in (",", '"', "”", "'", "’") and len(tokens) - cue.last <= 7:
            return start, opening - 1  # "..., the paper reported on Monday."
        if before_token == "," and source is None:
            return start, opening - 1  # "Lima denies the deal, says the ship was sold"
        if before_token == "," and tokens[opening].lower == "then":
            return start, opening - 1  # "first said that it sank, then admitted"
        if before_token == "as" and tokens[opening - 2].lower in ("even", "just"):
            return start, opening - 2  # "that it sank, even as he admitted"
        if before_token in (";", "but", "while", "though", "although", "as", ":"):
            return start, opening - 1
        if before_token in ("after", "before") and (apart := _time_apart(tokens, mine, opening)):
            return start, apart
        if before_token == "which" and tokens[opening - 2].text == ",":
            return start, opening - 2
        if before_token == "and" and (source is None or tokens[opening - 2].text == ","):
            return start, opening - 1
    return start, stop


def _time_apart(tokens: Sequence[Token], mine: Cue, opening: int) -> int:
    """The comma before what only tells when another spoke: ", (hours after Lima said)"; 0 where
    none does."""
    at = opening - 2
    while at > max(mine.last, opening - _FRONT) and tokens[at].lower in _HOW_LONG:
        at -= 1
    return at if at > mine.last and tokens[at].text == "," else 0


_HOW_LONG = frozenset(
    ["hours", "hour", "days", "day", "minutes", "weeks", "week", "months", "month", "years", "year",
     "shortly", "soon", "moments", "just", "only", "barely", "less", "more", "than", "a", "an",
     "the", "few", "one", "two", "three", "several", "some", "long", "immediately", "right"]
)  # fmt: skip


def _ends_sentence(tokens: Sequence[Token], source: SourceSpan, cue: Cue) -> bool:
    """Whether who reports the whole sentence comes last: "The boy admitted it, Orr said." """
    first, last = min(source.first, cue.first), max(source.last, cue.last + 1)
    return first > 0 and tokens[first - 1].text == "," and not any(t.is_word for t in tokens[last:])


def fronted_subject(
    tokens: Sequence[Token], kept: Sequence[tuple[Cue, SourceSpan | None]], number: int
) -> SourceSpan | None:
    """Who did what a sentence opens with: "after first denying it, Lima has admitted it"."""
    cue, own = kept[number]
    if own is not None or cue.shape is not Shape.GERUND or cue.first > _FRONT:
        return None
    if tokens[0].lower not in _JOINS_DEED or cue.stance not in CONTESTED:
        return None
    for _, source in kept[number + 1 :]:
        if source is not None:
            begins = source.relation == "subject" and tokens[source.first - 1].text == ","
            return source if begins else None
    return None

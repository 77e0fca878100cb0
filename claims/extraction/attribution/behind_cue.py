"""What stands behind a verb of saying and is no content: an order, what it is on, where it is
said."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claims.extraction.text.lexicon import word_set
from claims.extraction.text.segment import Token


def tells_where(told: Sequence[Token]) -> bool:
    """Whether the tokens behind who says it are only where they do, and what is told of the place:
    "told fans outside her home, where police stand"."""
    inside = [token.lower for token in told]
    return any(one == "," and two in ("where", "which", "who") for one, two in pairwise(inside))


def is_told_to(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """Whether somebody is told to do something: "told buyers to shun a cure that"."""
    near = range(at + 1, min(stop - 1, at + _HEARER))
    to = next((n for n in near if not tokens[n].is_word or tokens[n].lower in _NO_ORDER), None)
    if to is None or tokens[to].lower != "to":
        return False
    return tokens[to + 1].lower in word_set("quality_bases") | _ORDERED


_HEARER = 5
"""Tokens of who is told."""
_NO_ORDER = frozenset(["to", "that", "of", "on", "in", "at", "about", "he", "she", "it", "they"])
_ORDERED = frozenset(
    ["stop", "stay", "leave", "go", "avoid", "expect", "ignore", "wait", "return", "shun", "boil",
     "evacuate", "prepare", "ensure", "make", "take", "keep", "move", "quit", "resign"]
)  # fmt: skip


def past_topic(tokens: Sequence[Token], at: int, stop: int, quoted: Sequence[bool]) -> int:
    """The quotation behind what it is on: "said of the raid, (“We saw it”)"; ``at`` elsewhere."""
    if at >= stop or tokens[at].lower not in ("of", "about") or quoted[at]:
        return at
    near = range(at + 1, min(stop - 1, at + _TOPIC))
    comma = next((n for n in near if tokens[n].text in (",", ":")), None)
    return at if comma is None or not quoted[comma + 1] else comma + 1


_TOPIC = 12
"""Tokens of what a quotation is on."""

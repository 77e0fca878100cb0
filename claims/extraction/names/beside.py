"""What stands around a name and tells what its bearer is: "a group calling itself Red Lamp"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.text.segment import Token

_OWNERS = frozenset(["his", "her", "their", "its", "my", "our", "'s", "'"])


def closes(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether what stands before ``at`` ends a phrase there."""
    return at >= len(tokens) or not tokens[at].is_word or tokens[at].lower in ("who", "said")


def before_calling(tokens: Sequence[Token], at: int) -> int:
    """Where it ends what somebody is who is told to be called so: "group" in "a group calling
    itself (Red Lamp)"; ``at`` where nothing says so."""
    if at < 1:
        return at
    word = tokens[at].lower
    if word in ("itself", "themselves", "himself", "herself") and tokens[at - 1].lower in _CALLING:
        return at - 2
    if word == "as" and tokens[at - 1].lower == "known":
        return at - 2
    return at - 1 if word in ("called", "named", "dubbed") else at


_CALLING = frozenset(["calling", "styling", "naming"])


def is_the_one(tokens: Sequence[Token], at: int) -> bool:
    """Whether the role word at ``at`` ends "the transport minister", which opens a clause."""
    first = at
    while first > max(0, at - _TITLED) and tokens[first].text.islower():
        first -= 1
    opens = first == 0 or not tokens[first - 1].is_word
    return tokens[first].lower == "the" and first < at and opens


_TITLED = 4
"""Words of "the deputy health minister" before the last."""


def is_possessed(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the role word at ``at`` says whose it is: "his sister", "the Kremlin's spokesman"."""
    before = [token.lower for token in tokens[max(0, at - 3) : at]]
    return any(word in _OWNERS for word in before)

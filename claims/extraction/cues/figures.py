"""Who puts a figure on something: "put the death toll at 42", "estimated the crowd at 20,000"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from claims.extraction.text.inflect import forms_of
from claims.extraction.text.segment import Token

_VERBS = ("put", "estimate", "peg")
FIGURE = (
    r"(?:(?:about|around|nearly|almost|roughly|approximately|some|over|under|up to|at least|"
    r"at most|(?:more|less|fewer) than|below|above|between|just|only|well|close to|an?) )*"
    r"(?:[$£€¥]? ?\d|(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"dozens?|hundreds?|thousands?|millions?|billions?)\b)"
)
"""The pattern of a figure's start, with what tells how near it is: "more than 40"."""
_PUT_AT = re.compile(
    rf"(?!(?:it|them|him|her|this|that|(?:the|that|this) (?:figure|number|total)) at )"
    rf"[\w'’$ -]+? at {FIGURE}"
)
"""What is said to be so much; of "put it at nine", or "the figure", nobody can tell."""
_FAR = 20
"""Tokens behind the verb in which the figure stands."""


def puts_figure(tokens: Sequence[Token], at: int) -> bool:
    """Whether the verb at ``at`` says how much something named behind it is."""
    if tokens[at].lower not in figuring():
        return False
    behind = " ".join(token.lower for token in tokens[at + 1 : at + 1 + _FAR])
    return _PUT_AT.match(behind) is not None


@cache
def figuring() -> frozenset[str]:
    """Forms of the verbs that put a figure on something."""
    return frozenset(form for verb in _VERBS for form in forms_of(verb))

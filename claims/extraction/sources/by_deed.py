"""Who has no name, and is told of by what they did: "a person who attended the dinner"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.sources.starts import PRONOUNS
from claims.extraction.text.lexicon import people_words
from claims.extraction.text.segment import Token
from claims.extraction.text.verb_groups import is_telling

_UNNAMED = frozenset(
    ["asked", "spoke", "speak", "declined", "requested", "insisted", "wanted", "refused",
     "anonymity", "condition", "named", "identified", "authorized", "authorised", "not", "talk",
     "spoken", "talked"]
)  # fmt: skip
"""What tells only why somebody has no name: "a person who asked not to be named"."""
_NEW = frozenset(["a", "an", "another", "one", "someone", "two", "three", "several", "some"])
"""How a phrase opens for whom the text has no name."""
_DEED = 9
"""Tokens of "who was at the party", at most."""


def past_deed(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where a phrase ends that goes on in what somebody did, to the next mark: "(a person who
    attended the dinner)"; ``last`` where it does not, or tells why they have no name."""
    if last >= len(tokens) or tokens[last].lower != "who" or tokens[first].lower not in _NEW:
        return last
    if tokens[last - 1].lower not in people_words():
        return last
    end = last + 1
    while end < len(tokens) and tokens[end].is_word and end - last <= _DEED:
        lower = tokens[end].lower
        if lower in _UNNAMED or is_telling(lower) or lower in ("and", "who", "which", "that"):
            return last
        end += 1
    closed = end >= len(tokens) or tokens[end].text in (",", ".")
    whole = end - last > 2 and tokens[end - 1].lower not in PRONOUNS
    return end if closed and whole else last

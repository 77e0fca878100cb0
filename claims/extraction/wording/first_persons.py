"""Words of the first person, and what the words beside them tell of who they are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claims.extraction.text.lexicon import word_set
from claims.extraction.text.segment import Token
from claims.extraction.text.verb_groups import is_telling

FIRST_SINGULAR = {"i": "", "me": "", "myself": "", "my": "'s", "mine": "'s"}
FIRST_PLURAL = {"we": "", "us": "", "ourselves": "", "our": "'s", "ours": "'s"}
FIRST = FIRST_SINGULAR.keys() | FIRST_PLURAL.keys()
ITSELF = frozenset(["company", "firm", "organisation", "organization", "agency", "charity"])
"""What "our" stands before for who says so."""
OF_PERSONS = frozenset(
    ["house", "home", "flat", "car", "dog", "cat", "garden", "street", "village", "neighbour",
     "neighbours", "neighbor", "neighbors", "friend", "friends", "shop", "farm", "members", "men",
     "fighters", "family", *word_set("kin")]
)  # fmt: skip
"""What is somebody's, and those with them."""
OF_ALL = frozenset(
    ["border", "borders", "country", "government", "nation", "economy", "military", "troops",
     "streets", "schools", "president", "constitution", "prison", "city", "town", "state"]
)  # fmt: skip
"""What is everybody's of a country or a place."""
_OF_TWO = frozenset(
    ["love", "married", "marriage", "wedding", "met", "dating", "dated", "kissed", "sex", "couple",
     "divorce", "divorced", "engaged", "relationship", "splitting", "split", "slept", "baby"]
)  # fmt: skip
"""Words where "we" are two most often."""
_INNER = frozenset("'\"‘’“”")
"""Marks of a quotation inside another."""
_TOLD_WITHIN = 5
"""Tokens before such a mark in which it is told who speaks there."""


def are_two(tokens: Sequence[Token]) -> bool:
    """Whether "we" may be a pair: "we met in May"."""
    return not _OF_TWO.isdisjoint(token.lower for token in tokens)


def are_all(tokens: Sequence[Token], offset: int) -> bool:
    """Whether "we" is everybody: "what we call a book lung"."""
    before, behind = tokens[offset - 1 : offset], tokens[offset + 1 : offset + 2]
    words = [token.lower for token in (*before, *behind)]
    return words[:1] == ["what"] and words[-1] in ("call", "called", "know")


def tells_of_kin(tokens: Sequence[Token]) -> bool:
    """Whether "our son" is told of: "we" are his family."""
    near = pairwise(token.lower for token in tokens)
    return any(one == "our" and kin in word_set("kin") for one, kin in near)


def is_quoted_within(tokens: Sequence[Token], offset: int) -> bool:
    """Whether a first person is another's, whom who speaks quotes: "she never said, 'I quit'"."""
    marks = [at for at in range(2, offset) if tokens[at].text in _INNER and _tells_at(tokens, at)]
    if not marks or any(tokens[at].text in _INNER for at in range(marks[-1] + 1, offset)):
        return False
    near = [each.lower for each in tokens[max(0, marks[-1] - _TOLD_WITHIN) : marks[-1]]]
    told = next((at for at, word in enumerate(near) if is_telling(word)), None)
    return told is not None and FIRST.isdisjoint(near[:told])


def _tells_at(tokens: Sequence[Token], at: int) -> bool:
    """Whether what stands behind a mark is told to be said there."""
    before = tokens[at - 1]
    return before.text in (",", ":") or is_telling(before.lower)

"""Cut a text into the words that names are compared by."""

from __future__ import annotations

import re
from typing import NamedTuple

from claims.parties.names import fold

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+")
_JOINT = re.compile(r"[ \t\u00a0]{1,2}|[ \t]?\n[ \t]?|[-‐‑]|['’ʼ]|&|/|\+|")
_AFTER_INITIAL = re.compile(r"\.[ \u00a0]?")
_ABBREVIATIONS = frozenset({"St", "No", "Mr", "Mrs", "Ms", "Dr", "Gen", "Col", "Lt", "Sen", "Rep"})
"""Words whose full stop does not end a name, beside initials."""


class Token(NamedTuple):
    """A word of a text at ``text[start:end]``; ``key`` is the word without accents and dots."""

    start: int
    end: int
    key: str


def tokenise(text: str) -> list[Token]:
    """Every word of the text, in order. "U.S." is one word with the key "US"."""
    tokens = []
    for found in _WORD.finditer(text):
        word = found.group()
        if "." in word:
            word = word.replace(".", "")
        if not word.isascii():
            word = fold(word)
        # as Token(...) makes it, without a call of its own: a text has thousands
        tokens.append(_make(Token, (*found.span(), word)))
    return tokens


_make = tuple.__new__


def keys_of(name: str) -> tuple[str, ...]:
    """The words of a name, as ``tokenise`` gives them."""
    return tuple(token.key for token in tokenise(name))


def is_joined(text: str, left: Token, right: Token) -> bool:
    """Whether nothing but a space, a hyphen or the like stands between two words of a name."""
    gap = text[left.end : right.start]
    if gap == " ":
        return True
    if _JOINT.fullmatch(gap):
        return True
    initial = len(left.key) == 1 or left.key in _ABBREVIATIONS
    return initial and _AFTER_INITIAL.fullmatch(gap) is not None


def is_possessive(text: str, left: Token, right: Token) -> bool:
    """Whether ``right`` is the s of a possessive: Russia's."""
    return right.key in ("s", "S") and text[left.end : right.start] in ("'", "’", "ʼ")

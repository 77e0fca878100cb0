"""A sentence as tokens with exact offsets."""

from __future__ import annotations

import re
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
    [$€£¥]?\d+(?:[.,]\d+)*%?      # 5, 10,000, 3.5, $15, 20%
  | (?:[^\W\d_]\.){2,}            # U.S., U.N.
  | [^\W_]+(?:['’ʼ][^\W\d_]+)?    # words, possessives, contractions, A320
    """,
    re.VERBOSE,
)
_HYPHENS = "-‐‑"
_POSSESSIVE = re.compile(r"['’ʼ]s$", re.IGNORECASE)


class Token(NamedTuple):
    """A word at ``text[start:end]``; ``lower`` is without possessive 's and dots, in lower case."""

    text: str
    lower: str
    start: int
    end: int
    hyphened: bool = False
    """Whether a hyphen joins it to the token before."""

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def numeric(self) -> bool:
        """Whether it begins with a digit or a currency sign."""
        return self.text[0].isdigit() or self.text[0] in "$€£¥"


def tokenise(text: str) -> list[Token]:
    """Words and figures in order. Hyphens part words: "Korean-made" is two tokens."""
    return [
        Token(
            found.group(),
            _fold(found.group()),
            found.start(),
            found.end(),
            found.start() > 1 and text[found.start() - 1] in _HYPHENS,
        )
        for found in _TOKEN.finditer(text)
    ]


def _fold(word: str) -> str:
    bare = _POSSESSIVE.sub("", word).replace("’", "'").lower()
    return bare.replace(".", "") if bare[0].isalpha() else bare

"""Text folded for search: case, accents and forms of letters do not tell words apart.

Both databases search what was folded here, each with words folded here: their own folding
differs with their make and their locale.
"""

from __future__ import annotations

import re
import unicodedata

LONGEST_WORD = 100
"""Characters of a word that are kept: PostgreSQL's full text takes 2,046 bytes."""
_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Without case, accents and forms: "Erdoğan", "ERDOGAN" and "erdogan" are one."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def fold_words(text: str) -> list[str]:
    """The words of a text, folded, each once, in order: "state-run" is two, as is "a.com"."""
    return list(dict.fromkeys(word[:LONGEST_WORD] for word in _WORD.findall(fold(text))))

"""Lists in a sentence, "desks, lamps and coats": a comma between their items is no place to cut."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.text.lexicon import word_set
from claims.extraction.text.quality import is_finite
from claims.extraction.text.segment import Token

_LONGEST, _MOST = 5, 10
"""Words of an item, and items of a list."""
_JOINS = frozenset(["and", "or"])
_NO_ITEM = frozenset(
    ["who", "which", "whose", "whom", "where", "when", "that", "but", "because", "although",
     "though", "while", "after", "before", "since", "despite", "amid", "following", "according",
     "meaning", "if", "unless", "until", "as", "then", "however", "including", "such", "not", "he",
     "she", "it", "they", "we", "i", "you", "there", "also", "both", "in", "on", "at", "by", "from",
     "for", "with", "to", "during", "about", "into", "even", "always", "often", "mostly", "perhaps",
     "maybe", "so", "just", "only", "especially", "particularly", "mainly", "all"]
)  # fmt: skip
"""What opens a clause or an aside, and no item of a list."""


def is_in_list(tokens: Sequence[Token], comma: int) -> bool:
    """Whether a comma stands between the items of a list that ends with "and" or "or": a few words
    each, with no verb among them."""
    if tokens[comma].text != "," or comma + 1 >= len(tokens):
        return False
    if tokens[comma + 1].lower in _JOINS:
        before = next((at for at in _back(comma) if not tokens[at].is_word), 0)
        return before > 0 and is_in_list(tokens, before)
    first = tokens[comma + 1]
    if _is_doing(first) and not any(_is_doing(tokens[at]) for at in _back(comma)):
        return False  # "the roof fell, killing Orr, Lund and Tal"
    at, found = comma, 0
    while found < _MOST:
        end = _end_of_item(tokens, at + 1)
        if end == at + 1 or not _is_item(tokens[at + 1 : end]):
            return False
        found += 1
        at = end
        if at >= len(tokens) or (tokens[at].text != "," and tokens[at].lower not in _JOINS):
            return False
        if tokens[at].text == "," and at + 1 < len(tokens) and tokens[at + 1].lower in _JOINS:
            at += 1
        if tokens[at].lower in _JOINS:
            apposed = found == 1 and first.lower in word_set("sources_determiners")
            last = tokens[at + 1 : at + 1 + _LONGEST]
            return not apposed and bool(last) and (_is_item(last[:3]) or _is_doing(first))
    return False


def _back(comma: int) -> range:
    return range(comma - 1, max(-1, comma - _LONGEST - 2), -1)


def _end_of_item(tokens: Sequence[Token], at: int) -> int:
    """Where the words of an item end, the first token's number where there are too many."""
    end = at
    while end < len(tokens) and tokens[end].text != "," and tokens[end].lower not in _JOINS:
        end += 1
        if end - at > _LONGEST:
            return at
    return end


def _is_item(words: Sequence[Token]) -> bool:
    return words[0].lower not in _NO_ITEM and not any(is_finite(word.lower) for word in words)


def _is_doing(token: Token) -> bool:
    return len(token.text) > _LONGEST and token.lower.endswith("ing")

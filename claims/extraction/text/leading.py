"""Where a clause that opens a sentence ends: "After police said that the port was closed, ships
turned back" tells what police said, and then what ships did."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.text.segment import Token

_OPENS = frozenset([
    "after", "although", "as", "because", "even", "if", "once", "since", "though", "when",
    "whereas", "while",
])  # fmt: skip
_ASIDE = frozenset(["who", "which", "whose", "whom", "where"])
_GOES_ON = frozenset(["and", "or", "but"])
_NEAR = 3
"""Tokens behind the opening word in which who says it begins."""
_VERBS = frozenset([
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may",
    "might", "must", "do", "does", "did",
])  # fmt: skip


def end_of_opening(
    tokens: Sequence[Token],
    start: int,
    said: tuple[int, int],
    stop: int,
    quoted: Sequence[bool],
) -> int:
    """Where in ``start:stop`` the clause ends that opens it; ``stop`` where none does.

    ``said`` are the first token of who says something, and the one behind the verb.
    """
    source, at = said
    opens = start < stop and tokens[start].lower in _OPENS and source - start <= _NEAR
    if not opens or any(token.text == "," for token in tokens[start:at]):
        return stop
    while at < stop:
        if tokens[at].text != "," or quoted[at] or at + 1 >= stop:
            at += 1
            continue
        following = tokens[at + 1].lower
        after = next((n for n in range(at + 1, stop) if tokens[n].text == ","), None)
        if after is not None and _is_aside(tokens, at + 1, after):
            at = after + 1
        elif following in _GOES_ON or following.endswith("ing"):
            at += 1
        else:
            return at
    return stop


def _is_aside(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the tokens between two commas say more of who stands before them."""
    told = {token.lower for token in tokens[first:last]}
    return tokens[first].lower in _ASIDE or (
        tokens[last].text == "," and last + 1 < len(tokens) and tokens[last + 1].lower in _VERBS
        and told.isdisjoint(_VERBS)
    )  # fmt: skip

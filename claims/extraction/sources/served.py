"""Whose words they are where those for whom somebody speaks, or what they issued, stands between:
"an alliance of charities representing nurses and farmers said", "the club issued a statement
denying", "a call from a man who said"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.sources.starts import phrase_start, strip_openers
from claims.extraction.text.lexicon import body_words
from claims.extraction.text.segment import Token
from claims.extraction.text.verb_groups import AUXILIARIES


def before_served(
    tokens: Sequence[Token], first: int, end: int, quoted: Sequence[bool]
) -> tuple[int, int]:
    """The phrase for a body without the list of whom it speaks for: "(an alliance of charities)
    representing nurses, teachers and farmers"; any other as it is."""
    comma = first - 1
    if comma < _LISTED or tokens[comma].text != ",":
        return first, end
    joined = any(token.lower in ("and", "or") for token in tokens[first : end - 1])
    serves = next((at for at in range(comma - 1, 0, -1) if _stops_list(tokens, at)), 0)
    if not joined or quoted[serves] or tokens[serves].lower not in SERVING:
        return first, end
    begun = phrase_start(tokens, serves, frozenset(), quoted)
    begun = strip_openers(tokens, begun, serves)
    body = any(token.lower in body_words() for token in tokens[begun:serves])
    return (begun, serves) if begun < serves and body else (first, end)


def _stops_list(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is none of a list's: what opens it, a verb or a mark."""
    word = tokens[at]
    plain = word.is_word or word.text in (",", "-", "'s", "'", "’")
    return not plain or word.lower in SERVING | AUXILIARIES


SERVING = frozenset(["representing", "uniting", "comprising"])
"""What stands before a list of those for whom a body speaks."""
_LISTED = 4
"""Tokens before the comma of such a list, at least."""


def issued_at(tokens: Sequence[Token], end: int) -> int | None:
    """Where the verb stands by which the subject issued the statement that ends there: "the club
    (issued) a statement denying"; None where nobody did."""
    near = range(max(0, end - _STATED), end - 1)
    return next((at for at in near if tokens[at].lower in _ISSUES), None)


_STATED = 5
"""Tokens of "issued a short written statement"."""
_ISSUES = frozenset(["issued", "released", "published", "posted", "issues", "releases"])


def behind_sent(tokens: Sequence[Token], first: int, end: int) -> int:
    """Where who sent something starts, who says it: "took a call from (a man) who said"."""
    if end >= len(tokens) or tokens[end].lower != "who":
        return first
    at = next((at for at in range(end - 2, first, -1) if tokens[at].lower == "from"), None)
    sent = at is not None and any(token.lower in _SENT for token in tokens[first:at])
    return at + 1 if at is not None and sent else first


_SENT = frozenset(
    ["call", "calls", "letter", "letters", "message", "messages", "email", "emails", "note", "tip",
     "complaint", "complaints", "text", "texts"]
)  # fmt: skip

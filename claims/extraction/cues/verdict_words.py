"""Words that are nothing but a verdict on what was told: "pure invention", "absolute tosh, all of
it", "technically impossible", "not so"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.cues.idioms import past_false
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.segment import Token

_RATING = frozenset(
    ["absurd", "ridiculous", "laughable", "ludicrous", "preposterous", "malicious", "staged",
     "slanderous", "defamatory", "libellous", "libelous", "misleading", "scaremongering", "wrong",
     "propaganda", "rubbish", "garbage", "nonsense"]
)  # fmt: skip
"""What is said of plans and deeds as well, and then denies nothing."""
_OF_FACTS = frozenset(["not", "without", "made", "fairy", "far", "implausible"])
"""Words of verdicts that are on nothing but what is told to be so."""
_IMPOSSIBLE = frozenset(["impossible", "inconceivable"])
_NO_VERDICT = frozenset(["rumor", "rumors", "rumour", "rumours", "satire"])
"""What leaves it open, or praises."""
_PHRASES = tuple(
    tuple(phrase.split())
    for phrase in (
        "not so", "not true", "not correct", "not the case", "no truth in it",
        "without foundation", "without basis", "without substance", "without merit",
        "far from the truth", "made up", "impossible", "implausible",
        "inconceivable", "out of thin air",
    )
)  # fmt: skip
_TAILS = tuple(
    tuple(tail.split())
    for tail in (
        "all of it", "the lot of it", "every word of it", "every word", "from start to finish",
        "from beginning to end", "from first to last", "of course", "nothing more",
        "and nothing else", "and nothing more", "through and through",
    )
)  # fmt: skip
_JOINS = frozenset(["and", "or", ","])
_MOST = 24
"""Tokens that a verdict has at most, with its marks."""


def is_verdict(tokens: Sequence[Token]) -> bool:
    """Whether the tokens are nothing but a verdict."""
    if not 0 < len(tokens) <= _MOST:
        return False
    words = [token for token in tokens if token.is_word or token.text == ","]
    while words and not words[-1].is_word:
        words.pop()
    words = _without_maker(_without_tail(words))
    at, found = 0, False
    while at < len(words):
        end = _past_verdict(words, at)
        if end > at:
            at, found = end, True
        elif words[at].lower in _JOINS or _strengthens(words[at].lower):
            at += 1
        else:
            return False
    return found and _past_joins(words)


def only_rates(tokens: Sequence[Token]) -> bool:
    """Whether a verdict may be one on a plan or a deed as well: "absurd"."""
    words = {token.lower for token in tokens}
    known = (word_set("hoax_words") - _RATING) | _OF_FACTS
    impossible = not words.isdisjoint(_IMPOSSIBLE)  # "scientifically", at the most
    return words.isdisjoint(known) and not (impossible and any(w.endswith("ly") for w in words))


def _without_tail(words: list[Token]) -> list[Token]:
    for tail in _TAILS:
        here = len(words) - len(tail)
        if here > 0 and tuple(token.lower for token in words[here:]) == tail:
            return words[: here - (words[here - 1].text == ",")]
    return words


def _without_maker(words: list[Token]) -> list[Token]:
    """The words without whose invention it is, and for whom: "a fiction written by people ...",
    "a fairy tale for children"."""
    at = next((n for n, token in enumerate(words) if token.lower in _MADE), None)
    if at is None:
        return words
    ends = any(_past_verdict(words, here) == at for here in range(max(0, at - _LONGEST), at))
    return words[:at] if ends else words


_LONGEST = 4
"""Words of "wide of the mark"."""
_MADE = frozenset(
    ["written", "invented", "spread", "concocted", "dreamt", "dreamed", "cooked", "put", "peddled",
     "designed", "meant", "intended", "fabricated", "by", "for", "from", "aimed", "pushed"]
)  # fmt: skip


def _past_verdict(words: Sequence[Token], at: int) -> int:
    """Where a verdict ends that starts at ``at``; ``at`` where none does."""
    for phrase in _PHRASES:
        if tuple(token.lower for token in words[at : at + len(phrase)]) == phrase:
            return at + len(phrase)
    return at if words[at].lower in _NO_VERDICT else past_false(words, at)


def _strengthens(lower: str) -> bool:
    return lower in word_set("idioms_before_false") or (lower.endswith("ly") and len(lower) > 4)


def _past_joins(words: Sequence[Token]) -> bool:
    return words[-1].lower not in _JOINS

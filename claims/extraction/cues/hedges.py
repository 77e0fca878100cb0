"""Statements that nobody is named for: "is believed to", "reportedly", "rumours that".

They belong to the party ``unattributed``, in mode ``hedged``, with the
commitment that the hedge leaves. Measured on annotated news: "reportedly" and
"allegedly" mark such a claim nine times in ten, "is believed to" every second
time, "alleged" before a noun one time in five (so it is left out).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.extraction.cues.figures import FIGURE
from claims.extraction.text.asides import TIME_WORDS
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.quality import is_finite
from claims.extraction.text.segment import Token
from claims.extraction.text.verb_groups import is_telling
from claims.model import Commitment

_ADVERBS = {
    "reportedly": Commitment.PROBABLE,
    "allegedly": Commitment.PROBABLE,
    "supposedly": Commitment.POSSIBLE,
    "purportedly": Commitment.POSSIBLE,
    "apparently": Commitment.PROBABLE,
    "presumably": Commitment.PROBABLE,
}
_PASSIVES = word_set("hedges_passives")
_BE = frozenset(["is", "are", "was", "were", "been", "being", "be", "'s"])
_STANDS = frozenset(["stand", "stands", "stood"])
_BETWEEN = word_set("hedges_between")
_NOUNS = word_set("hedges_nouns")
_NOUN_VERBS = word_set("hedges_noun_verbs")
_SPREADING = word_set("hedges_spreading")
_PARTICIPLES = word_set("hedges_participles")
_LIKELY = re.compile(r"(?:is|are|was|were|will|be|most|has|have|would)$")


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedge at tokens ``first:last`` (exclusive), and what its claim leaves out."""

    first: int
    last: int
    kind: str
    commitment: Commitment
    reason: str


def find_hedges(tokens: Sequence[Token], quoted: Sequence[bool]) -> list[Hedge]:
    """The unattributed hedges of a sentence, outside quotations, left to right."""
    found: list[Hedge] = []
    for at, token in enumerate(tokens):
        if quoted[at]:
            continue
        hedge = _hedge_at(tokens, at, token.lower)
        if hedge is not None and not (found and found[-1].last > hedge.first):
            found.append(hedge)
    return found


def _hedge_at(tokens: Sequence[Token], at: int, lower: str) -> Hedge | None:
    if lower in _ADVERBS:
        return Hedge(at, at + 1, "adverb", _ADVERBS[lower], f"hedge '{lower}', nobody named")
    if lower in _SUSPECTED and _opens_aside(tokens, at):
        return Hedge(at, at + 1, "apposed", Commitment.POSSIBLE, f"hedge '{lower}', nobody named")
    if lower in _PUT and (put := _put_at(tokens, at)) is not None:
        return put
    if lower in _PASSIVES:
        return _passive(tokens, at)
    if lower in _NOUNS:
        return _noun(tokens, at)
    if lower in _EMERGES:
        return _emerging(tokens, at)
    if lower in ("likely", "probably"):
        return _likely(tokens, at)
    before = [token.lower for token in tokens[max(0, at - 2) : at]]
    if lower == "be" and before == ["what", "could"] and at + 1 < len(tokens):
        return Hedge(at - 1, at + 1, "modal", Commitment.POSSIBLE, "hedge 'could be', nobody named")
    return None


def _emerging(tokens: Sequence[Token], at: int) -> Hedge | None:
    """``it emerged on Monday that``, ``it has since transpired that``."""
    first = at
    while first > 0 and (tokens[first - 1].lower in _SINCE or _is_between(tokens[first - 1].lower)):
        first -= 1
    near = range(at + 1, min(len(tokens), at + _NEAR_THAT))
    that = next((i for i in near if tokens[i].lower == "that"), None)
    if that is None or first == 0 or tokens[first - 1].lower != "it":
        return None
    reason = f"hedge 'it {tokens[at].text}', nobody named"
    return Hedge(first - 1, that, "impersonal", Commitment.PROBABLE, reason)


_EMERGES = frozenset(["emerged", "emerges", "transpired", "transpires"])
_SINCE = frozenset(["has", "had", "since", "later", "then", "soon", "only"])
_NEAR_THAT = 6
"""Tokens from "emerged" to "that", which may tell when."""


def _passive(tokens: Sequence[Token], at: int) -> Hedge | None:
    """``is believed to``, ``it is said that``, ``has been accused of``, ``believed to be``."""
    first = at
    while first > 0 and _is_between(tokens[first - 1].lower):
        first -= 1
    has_be = first > 0 and tokens[first - 1].lower in _BE
    if tokens[at].lower == "accused" and first > 0 and tokens[first - 1].lower in _STANDS:
        has_be, first = True, first - 1  # "stands accused of"
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    lower = tokens[at].lower
    commitment = Commitment.PROBABLE
    while first > 0 and (
        tokens[first - 1].lower in _BE
        or tokens[first - 1].lower in ("has", "have", "had")
        or (has_be and _is_between(tokens[first - 1].lower) and tokens[first - 2].lower in _BE)
    ):
        first -= 1
    impersonal = first > 0 and tokens[first - 1].lower in ("it", "also")
    phrase = " ".join(token.text for token in tokens[first : at + 1])
    hedge = Hedge(at, at + 1, "passive", commitment, f"hedge '{phrase}', nobody named")
    if impersonal and has_be and lower not in ("named", "identified", "accused", "known"):
        return Hedge(first - 1, at + 1, "impersonal",
                     commitment, f"hedge 'it {phrase}', nobody named")  # fmt: skip
    if lower == "accused" or (lower == "suspected" and after == "of"):
        return hedge if after == "of" and (has_be or _is_bare(tokens, at)) else None
    if lower in ("named", "identified", "known"):
        return None
    if after == "to" and lower not in ("known", "learnt"):
        if lower in ("claimed", "expected") and not has_be:
            return None
        return Hedge(first if has_be else at, at + 2, "passive", commitment, hedge.reason)
    return None


_SUSPECTED = frozenset(["suspected", "alleged", "supposed", "purported", "presumed", "reputed"])


def _opens_aside(tokens: Sequence[Token], at: int) -> bool:
    """Whether an aside opens on who somebody is held to be: "Orr, the (suspected) leader of"."""
    if at < _BEFORE_ASIDE or at + 1 >= len(tokens) or not tokens[at + 1].text.islower():
        return False
    opens = tokens[at - 1].lower in ("the", "a", "an") and tokens[at - 2].text == ","
    return opens and tokens[at - 3].is_capital


_BEFORE_ASIDE = 3
"""Tokens of the name, the mark and the article before what somebody is held to be."""


def _put_at(tokens: Sequence[Token], at: int) -> Hedge | None:
    """``is put at 1.2 million``, ``was estimated at 40,000``, and by whom is left open."""
    first = at
    while first > 0 and _is_between(tokens[first - 1].lower):
        first -= 1
    behind = [token.lower for token in tokens[at + 1 : at + _FIGURE]]
    if first == 0 or tokens[first - 1].lower not in _BE or "by" in behind:
        return None
    if behind[:1] != ["at"] or not _BEGINS_FIGURE.match(" ".join(behind[1:])):
        return None
    reason = f"hedge '{tokens[first - 1].text} {tokens[at].text} at', nobody named"
    return Hedge(at, at + 2, "figure", Commitment.PROBABLE, reason)


_PUT = frozenset(["put", "estimated", "pegged", "reckoned"])
_BEGINS_FIGURE = re.compile(FIGURE)
_FIGURE = 12
"""Tokens in which a figure is told, and by whom it is put so."""


def _is_between(lower: str) -> bool:
    """Whether a word may stand inside a passive: "was (publicly) accused"."""
    return lower in _BETWEEN or (lower.endswith("ly") and lower != "only")


def _is_bare(tokens: Sequence[Token], at: int) -> bool:
    """Whether a headline tells of no more than who is "accused of hiding a leak"."""
    few = 0 < at <= _LONGEST_SUBJECT and tokens[0].is_capital
    others = [token.lower for token in (*tokens[:at], *tokens[at + 2 :])]
    return few and not any(is_finite(word) or is_telling(word) for word in others)


_LONGEST_SUBJECT = 6


def _noun(tokens: Sequence[Token], at: int) -> Hedge | None:
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    last = at + 1
    if after in _SPREADING:
        that = next(
            (i for i in range(at + 2, min(len(tokens), at + 7)) if tokens[i].lower == "that"), None
        )
        if that is None:
            return None
        last = that
    elif after not in _NOUN_VERBS:
        return None
    before = tokens[at - 1].lower if at > 0 else ""
    if before in ("'s", "'", "his", "her", "its", "their") or (
        at > 0 and tokens[at - 1].is_capital and before not in _PLAIN | TIME_WORDS
    ):
        return None
    return Hedge(
        at, last, "noun", Commitment.POSSIBLE, f"hedge '{tokens[at].text} {after}', nobody named"
    )


_PLAIN = word_set("hedges_plain")


def _likely(tokens: Sequence[Token], at: int) -> Hedge | None:
    if at == 0 or at + 1 >= len(tokens):
        return None
    before, after = tokens[at - 1].lower, tokens[at + 1].lower
    if not _LIKELY.match(before) or after in ("to", "that"):
        return None
    if (
        before in ("will", "would")
        or after.endswith("ed")
        or after in _PARTICIPLES
        or after in ("not", "be", "a", "the")
    ):
        return Hedge(
            at, at + 1, "likely", Commitment.PROBABLE, f"hedge '{tokens[at].text}', nobody named"
        )
    return None

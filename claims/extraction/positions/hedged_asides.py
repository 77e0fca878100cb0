"""What a hedge between commas tells of whom a sentence is about: "Orr, allegedly a spy, was freed".

That he is a spy is all that is hedged: that he was freed is told as a fact.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.extraction.cues.hedges import Hedge
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.nouns import are_many
from claims.extraction.text.quality import may_be_finite
from claims.extraction.text.segment import Token
from claims.extraction.wording.stating import was_or_were

_LONGEST = 8
"""Tokens of whom a sentence is about."""
_WHEN_OR_WHY = frozenset(
    ["because", "after", "before", "when", "while", "due", "amid", "following", "as", "for", "by",
     "with", "without", "since", "until", "over", "under", "despite", "to", "and", "but", "or"]
)  # fmt: skip
"""What opens no word on whom a sentence is about: "the fire, reportedly after a leak, spread"."""
_OWN = re.compile(r"(?:an?|the|one|in|at|on|from|his|her|its|their|part|members?)$")
"""What opens a word on what or where somebody is: "allegedly a spy", "reportedly in hiding"."""


_ARTICLE = re.compile(r", (the|an?)$", re.I)


def end_of_aside(tokens: Sequence[Token], hedge: Hedge, first: int) -> int:
    """Where the aside ends that a hedge opens behind whom a sentence is about, which starts at
    ``first``; 0 where it opens none."""
    apposed = hedge.kind == "apposed"
    at = hedge.first - 1 - apposed
    if (
        hedge.kind not in ("adverb", "apposed")
        or at <= first
        or tokens[at].text != ","
        or at - first > _LONGEST
    ):
        return 0
    if any(not t.is_word or _may_be_verb(t) for t in tokens[first:at]):
        return 0
    begun = hedge.last
    end = next((n for n in range(begun, len(tokens)) if tokens[n].text == ","), 0)
    if end <= begun or any(_may_be_verb(t) for t in tokens[begun + 1 : end]):
        return 0
    return end if apposed or _form(tokens[begun].lower) else 0


def _may_be_verb(token: Token) -> bool:
    return token.text.islower() and may_be_finite(token.lower)


def state_aside(whom: str, told: str) -> str:
    """What the aside tells, as a sentence without its full stop: "Orr is a spy", "the letter was
    written by Orr"; where ``whom`` ends with the aside's article, as in "Orr, the" of "Orr, the
    suspected leader", "Orr is the leader"."""
    apposed = _ARTICLE.search(whom)
    if apposed is not None:
        whom, several = whom[: apposed.start()], are_many(told.split(" of ")[0])
        one = "an" if told[:1] in "aeiou" else "a"
        article = "the" if apposed[1].lower() == "the" else one
        return f"{whom} {'are' if several else 'is'} {article} {told}"
    word = told.split(" ", 1)[0].lower()
    if _form(word) == "done":
        return f"{whom} {was_or_were(whom)} {told}"
    return f"{whom} {'are' if are_many(whom) else 'is'} {told}"


def _form(word: str) -> str:
    """What the first word of an aside tells of: what was "done", or "is"; "" of when or why."""
    if word in _WHEN_OR_WHY:
        return ""
    if word.endswith(("ed", "ing")) or word in word_set("hedges_participles"):
        return "done"
    return "is" if _OWN.match(word) else ""

"""Where the clause starts that a verb tells: behind its "that", which may stand some words on."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.cues.idioms import POINTERS
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.segment import Token
from claims.extraction.text.verb_groups import AUXILIARIES, BE

PLACE_STARTS = frozenset(
    ["in", "on", "at", "during", "from", "to", "via", "through", "after", "before", "by", "about"]
)
"""What opens where, when or how something was said."""
_REPORTS = word_set("report_nouns") | POINTERS


def past_aside(tokens: Sequence[Token], at: int, stop: int) -> int:
    """The "that" behind a word or a few between commas: "conceded(, when pressed,) that", "won't
    say(, though,) whether"."""
    if at >= stop or tokens[at].text != ",":
        return at
    near = range(at + 1, min(stop - 1, at + _ASIDE))
    end = next((here for here in near if not tokens[here].is_word), at)
    aside = end > at and tokens[end].text == "," and tokens[end + 1].lower in _AFTER_ASIDE
    return end + 1 if aside and tokens[at + 1].lower not in _NEW_CLAUSE else at


_ASIDE = 8
_AFTER_ASIDE = frozenset(["that", "whether", "if", "who", "whose", "how"])
_NEW_CLAUSE = frozenset(["and", "but", "who", "which", "or"])


def points_back(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """Whether a "that" is, or is of, what was told before: "said that was a lie", "said that figure
    was exaggerated"."""
    after = tokens[at + 1].lower if at + 1 < stop else ""
    if tokens[at].lower != "that":
        return False
    beyond = tokens[at + 2].lower if at + 2 < stop else ""
    return after in _IS or (after in _THINGS_TOLD and beyond in BE)


_IS = frozenset(["is", "was", "isn't", "wasn't"])
_THINGS_TOLD = frozenset(
    ["number", "figure", "toll", "total", "estimate", "claim", "report", "account", "version",
     "statement", "story", "allegation", "accusation", "rumour", "rumor", "suggestion"]
)  # fmt: skip
"""Nouns for one thing told, which have "that" before them where no other article stands."""


def late_that(tokens: Sequence[Token], at: int, stop: int, quoted: Sequence[bool]) -> int | None:
    """A "that" a few words on: "said in a Facebook post Monday that ..."."""
    if at < stop and tokens[at].lower not in _BEFORE_THAT:
        return None
    bracket = False
    for here in range(at, min(stop, at + 12)):
        bracket = (bracket or tokens[here].text == "(") and tokens[here - 1].text != ")"
        if bracket:
            continue
        if quoted[here] or tokens[here].lower in AUXILIARIES or tokens[here].text in ",;":
            return None
        if tokens[here].lower == "that":
            told_of = here > at and tokens[here - 1].lower in _REPORTS
            return None if told_of and tokens[at].lower in _BESIDE_REPORTS else here
    return None


_BEFORE_THAT = PLACE_STARTS | {"under", "for"}
"""What opens where and how somebody said so: "admitted (under questioning) that"."""
_BESIDE_REPORTS = frozenset(["after", "before", "amid", "following", "despite"])
"""What joins to a verb what others reported: "tweeted after reports that he had died"."""

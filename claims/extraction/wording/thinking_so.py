"""The opening by which a speaker only says that they think so: "I know that ...", "I would have
thought ...", "we're pretty sure ..."."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from claims.extraction.text.segment import Token

_SAYS_SO = (
    r"(?P<who>i|we|he|she|they)(?:'m| am|'re| are|'ve| have| do| can| will| must| was| were| is)? "
    r"(?:(?!not|never|hardly|no|wrong|mistaken|premature|foolish|unable|unwilling)\w+ ){0,2}?"
)
_FOLLOWS = (
    r"(?=(?:\S+ ){1,7}?(?:is|are|was|were|has|have|had|will|would|can|could|may|might|did|does|"
    r"isn't|aren't|wasn't|weren't|hasn't|haven't|hadn't|won't|can't)\b|"
    r"(?:\S+ ){0,7}?\S*'(?:s|ve|re|d|ll|m) )"
)
_NO_CLAUSE = r"(?!(?:of|about|so|in|to|for|over|that|what|how|and|or|but)\b)"
_PRONOUN = r"(?=(?:he|she|they|it|we|i|there|this|the|at least)\b)"
_OPENING = re.compile(
    rf"^{_SAYS_SO}(?:"
    r"(?:know|think|believe|understand|say|sure|certain|confident|convinced|aware|doubt|heard|"
    r"hear|learned|confirm|guess|thinks|thought|believes|believed|suspects?|suspected|knows|knew|"
    r"understands|understood) "
    r"(?:for (?:a fact|sure|certain) )?that (?=(?:\S+ ){2})|"
    r"(?:know|think|believe|feel|heard|hear|guess|suspect|confess|thinks|thought|believes|believed|"
    rf"suspects|suspected) {_PRONOUN}{_FOLLOWS}|"
    rf"(?:sure|certain|convinced|confident) (?:{_PRONOUN}|(?=(?:it|he|she|that|there)'s ))"
    rf"{_FOLLOWS}|"
    rf"(?:think|guess|thought|suspects?|suspected|believes?|believed) {_NO_CLAUSE}{_FOLLOWS})"
)
"""Who speaks says first that they think so; a verb tells that what they think follows."""
_WOULD_SAY = re.compile(
    r"^(?P<who>i|we)(?:'d| would)(?: have (?:said|thought|guessed|imagined)| (?:say|guess|think)) "
    rf"(?:that )?{_NO_CLAUSE}(?=(?:\S+ ){{2}}){_FOLLOWS}"
)
_WOULD_SAY_DONE = re.compile(
    r"^(?P<who>i|we)(?:'d| would)(?: have (?:said|thought|guessed)| (?:say|guess)) (?:that )?"
    r"(?=(?:(?:the|an?|his|her|its|their|our|my|this|these) )?(?:[\w'-]+ ){1,3}?\w+ed )"
)
"""The same before a verb that only its ending tells: "I'd say the mill burned"."""
_JOINING = frozenset(["and", "but", "so", "well", "now", "yes", "no"])


def opening_to_skip(tokens: Sequence[Token], is_voice: Callable[[int], bool]) -> int:
    """How many tokens only say that the speaker thinks so: "I know that ...", or "he thought ..."
    where ``is_voice`` tells that the pronoun at an offset means who speaks."""
    marks = next((at for at, token in enumerate(tokens) if token.is_word), 0)
    while marks + 1 < len(tokens) and (
        tokens[marks].lower in _JOINING or not tokens[marks].is_word
    ):
        marks += 1
    if not tokens or tokens[marks].lower.split("'")[0] not in _SPEAKERS:
        return 0
    words = " ".join(token.lower for token in tokens[marks : marks + 18])
    would = _WOULD_SAY.match(words + " ") or _WOULD_SAY_DONE.match(words + " ")
    if would is not None:
        return marks + would[0].count(" ")
    match = _OPENING.match(words + " ")
    if match is None:
        return 0
    who, told = match["who"], match[0].split(" ")
    if who in ("i", "we"):
        told_now = _THOUGHT.isdisjoint(told) and not goes_on_behind(tokens[marks + len(told) :])
    else:
        told_now = words.split(" ")[len(told) - 1] != who and is_voice(marks)
    return marks + len(told) - 1 if told_now else 0


def goes_on_behind(tokens: Sequence[Token]) -> bool:
    """Whether a verb of who speaks is joined to what they think: "I was sure that he had left, and
    (was) told so"."""
    return _own_verb(tokens) is not None


def end_of_thought(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where what "I" feel or think ends that starts at ``first``, before a verb of mine that is
    joined to it; ``last`` where none is."""
    before = {token.lower.partition("'")[0] for token in tokens[max(0, first - _FEELS) : first]}
    if first == 0 or tokens[first - 1].lower != "that" or before.isdisjoint(("i", "we")):
        return last
    joined = _own_verb(tokens[first:last])
    return last if joined is None else first + joined


_FEELS = 8
"""Tokens of "I was feeling a bit surprised that"."""


def _own_verb(tokens: Sequence[Token]) -> int | None:
    """The comma behind which "and was" is told of who speaks."""
    return next(
        (
            at
            for at, (comma, joins, verb) in enumerate(
                zip(tokens, tokens[1:], tokens[2:], strict=False)
            )
            if comma.text == "," and joins.lower in ("and", "but") and verb.lower in _OWN_VERBS
        ),
        None,
    )


_OWN_VERBS = frozenset(["was", "am", "were", "had", "have"])
_SPEAKERS = frozenset(["i", "we", "he", "she", "they"])
_THOUGHT = frozenset(["thought", "believed", "knew", "suspected"])
"""What somebody tells of what they took for true: "I thought it was lost", "he thought he had"."""

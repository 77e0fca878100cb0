"""Verbs that tell what was done to a person, or who they say they are, and no position: "a docker
who was questioned by police", "a clerk dismissed by the bank", "a man claiming to be a soldier"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.cues.cue import Cue, Shape
from claims.extraction.text.lexicon import people_words
from claims.extraction.text.segment import Token

_DONE = frozenset(["question", "dismiss", "reject", "challenge", "quote", "cite"])
"""What is done to people as well as to what they say."""


def is_done_to(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether a cue only tells what another did to somebody: "who was questioned by", "a nurse
    quoted by"; but not "an official quoted by the agency as saying"; or as whom somebody poses: "a
    man claiming to be"."""
    main = cue.main
    if cue.lemma == "claim" and cue.shape is Shape.GERUND:
        behind = [token.lower for token in tokens[main + 1 : main + 3]]
        return behind == ["to", "be"] and main > 0 and tokens[main - 1].is_word
    if cue.lemma not in _DONE or main + 1 >= len(tokens) or tokens[main + 1].lower != "by":
        return False
    if cue.lemma in ("quote", "cite") and "saying" in _behind(tokens, main):
        return False
    before = tokens[cue.first - 1].lower if cue.first else ""
    if before == "who" and cue.first < main:
        return True
    if cue.lemma == "question" and not _OFFICERS.isdisjoint(_behind(tokens, main)[1:4]):
        return cue.first == main or before in _PRONOUNS
    return cue.first == main and before in people_words()


_PRONOUNS = frozenset(["he", "she", "they", "we", "i"])
_OFFICERS = frozenset(
    ["police", "detectives", "officers", "investigators", "prosecutors", "agents", "customs"]
)
"""Who questions people, and not what they say."""


def _behind(tokens: Sequence[Token], main: int) -> list[str]:
    return [token.lower for token in tokens[main + 1 : main + _AGENT]]


_AGENT = 12
"""Tokens that "quoted by" and who did so may take."""

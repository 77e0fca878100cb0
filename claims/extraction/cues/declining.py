"""Who refuses to speak of something: "declined to comment", "refused to confirm it", "declined
comment", "refused to go into the details"."""

from __future__ import annotations

from claims.extraction.cues.cue import Cue, Shape
from claims.extraction.text.lexicon import load_lexicon
from claims.extraction.text.segment import Token
from claims.extraction.text.verb_groups import walk_group
from claims.model import Stance

_BY_NAME = (["named"], ["identified"], ["quoted"])
_OTHERS = frozenset(["further", "comments", "requests", "interview", "be", "any"])
"""What else stands behind the verb of who would not speak."""
_IN_TWO = (["rule", "out"], ["be", "drawn"], ["go", "into"], ["get", "into"])
"""What is refused in two words."""
_GONE_INTO = frozenset(
    ["detail", "details", "circumstances", "specifics", "particulars", "reasons", "matter", "that",
     "it", "this", "whether", "how", "why", "what", "who"]
)  # fmt: skip
"""What somebody goes into who speaks of it, as nobody does into a house."""
_NEAR = 5
"""Tokens behind "into" among which it is named."""


def declined_at(tokens: tuple[Token, ...], at: int) -> Cue | None:
    """The cue of who declines or refuses at ``at`` to speak of something; None of any other deed,
    and of who only "declined to be named"."""
    verbs = load_lexicon().verbs
    after = [token.lower for token in tokens[at + 1 : at + 5]]
    words = [word for word in after if not word.endswith("ly") and word != "to"]
    if not words or (words[0] == "be" and words[1:2] in _BY_NAME):
        return None
    told = next((verbs[g][words[0]] for g in _TOLD if words[0] in verbs[g]), None)
    into = words[1:2] == ["into"] and words[:2] in _IN_TWO
    if told is None and words[0] not in _OTHERS and not (into and _is_gone_into(tokens, at)):
        return None
    group = walk_group(tokens, at)
    if group.negated or (words[0] in _NAMING and _is_named_as(tokens, at)):
        return None
    ruled_out = words[:2] == ["rule", "out"]
    last = at + 1 + after.index(words[1] if words[:2] in _IN_TWO else words[0])
    if ruled_out and tokens[last + 1 : last + 2] and tokens[last + 1].lower.endswith("ing"):
        return None  # "refused to rule out selling it": a plan
    phrase = " ".join(token.text for token in tokens[group.first : last + 1])
    asked = told is not None and told.lemma in ("confirm", "deny")
    stance = Stance.NEITHER if asked or ruled_out else Stance.DECLINES
    doing = tokens[at].lower.endswith("ing") and not group.has_be
    return Cue(
        stance, "rule out" if ruled_out else "decline", "decline", group.first, at, last,
        Shape.GERUND if doing else Shape.FINITE, False, False,
        f"cue '{phrase}'",
    )  # fmt: skip


_TOLD = ("withhold", "confirm", "deny")
"""The groups of verbs of which one may be refused."""


_NAMING = frozenset(["describe", "call", "label", "identify", "characterise", "characterize"])


def _is_named_as(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether what is refused is a name for something: "refused to describe it as a crisis"."""
    behind = [token.lower for token in tokens[at + 2 : at + 2 + 2 * _NEAR]]
    return "as" in behind


def _is_gone_into(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether what somebody refuses to go into may be spoken of."""
    behind = [token.lower for token in tokens[at + 1 : at + 4 + _NEAR]]
    return not _GONE_INTO.isdisjoint(behind[behind.index("into") :]) if "into" in behind else False

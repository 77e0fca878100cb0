"""Who gave no answer, in other words than "did not respond": "did not return calls for comment",
"was not immediately available for comment"."""

from __future__ import annotations

from claims.extraction.cues.cue import Cue, Shape
from claims.extraction.text.segment import Token
from claims.extraction.text.verb_groups import BE, walk_group
from claims.model import Stance

RETURNS = frozenset(["return", "returned", "available"])
"""The words that tell it where they are negated."""
_ENQUIRIES = frozenset(
    ["call", "calls", "message", "messages", "email", "emails", "e-mail", "e-mails", "request",
     "requests", "inquiry", "inquiries", "enquiry", "enquiries", "voicemail", "voicemails"]
)  # fmt: skip
_NEAR = 6
"""Tokens behind "return" among which stands what was sent."""
_BETWEEN = frozenset(["immediately", "yet", "made", "been", "readily", "n't", "not", "be"])
_COMMENT = frozenset(["comment", "comments", "interview", "clarification"])
_FEW = 7
"""Tokens between a request and what it was for: "for further comment on Monday"."""


def unanswered_at(tokens: tuple[Token, ...], at: int) -> Cue | None:
    """The cue of who gave no answer, by the word at ``at``; None where they gave one, or were asked
    for nothing: "did not return the car"."""
    if tokens[at].lower == "available":
        return _unavailable(tokens, at)
    near = range(at + 1, min(len(tokens), at + 1 + _NEAR))
    sent = next((n for n in near if tokens[n].lower in _ENQUIRIES), None)
    if sent is None or not all(token.is_word for token in tokens[at + 1 : sent]):
        return None
    group = walk_group(tokens, at, idiom=True)
    if not group.negated or group.infinitive or group.has_be:
        return None
    behind = range(sent + 1, min(len(tokens), sent + 1 + _FEW))
    last = next((n for n in behind if tokens[n].lower in _COMMENT), sent)
    return _cue(tokens, group.first, at, last)


def _unavailable(tokens: tuple[Token, ...], at: int) -> Cue | None:
    """ "Was not immediately available for comment", "were unavailable" and "made available"."""
    behind = [token.lower for token in tokens[at + 1 : at + 3]]
    if behind[-1:] == [] or behind[0] not in ("for", "to") or behind[-1] not in _COMMENT:
        return None
    first, negated = at, False
    while first > 0 and (tokens[first - 1].lower in _BETWEEN | BE or _is_not(tokens, first - 1)):
        first -= 1
        negated = negated or tokens[first].lower == "not" or _is_not(tokens, first)
    return _cue(tokens, first, at, at + 2) if negated else None


def _is_not(tokens: tuple[Token, ...], at: int) -> bool:
    return tokens[at].lower in ("isn't", "wasn't", "weren't", "aren't")


def _cue(tokens: tuple[Token, ...], first: int, at: int, last: int) -> Cue:
    phrase = " ".join(token.text for token in tokens[first : last + 1])
    return Cue(
        Stance.NO_RESPONSE, "respond", "withhold", first, at, last, Shape.FINITE, False, True,
        f"cue '{phrase}'",
    )  # fmt: skip

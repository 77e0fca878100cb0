"""What stands around a name and tells what its bearer is: "a group calling itself Red Lamp"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.text.lexicon import word_set
from claims.extraction.text.segment import Token

_OWNERS = frozenset(["his", "her", "their", "its", "my", "our", "'s", "'"])


def closes(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether what stands before ``at`` ends a phrase there."""
    return at >= len(tokens) or not tokens[at].is_word or tokens[at].lower in ("who", "said")


def before_calling(tokens: Sequence[Token], at: int) -> int:
    """Where it ends what somebody is who is told to be called so: "group" in "a group calling
    itself (Red Lamp)"; ``at`` where nothing says so."""
    if at < 1:
        return at
    word = tokens[at].lower
    if word in ("itself", "themselves", "himself", "herself") and tokens[at - 1].lower in _CALLING:
        return at - 2
    if word == "as" and tokens[at - 1].lower == "known":
        return at - 2
    return at - 1 if word in ("called", "named", "dubbed") else at


_CALLING = frozenset(["calling", "styling", "naming"])


def is_the_one(tokens: Sequence[Token], at: int) -> bool:
    """Whether the role word at ``at`` ends "the transport minister", which opens a clause."""
    first = at
    while first > max(0, at - _TITLED) and tokens[first].text.islower():
        if tokens[first].lower == "the":
            break
        first -= 1
    opens = first == 0 or not tokens[first - 1].is_word
    return tokens[first].lower == "the" and first < at and opens


def heads_phrase(tokens: Sequence[Token], at: int) -> int | None:
    """Where the role is of which "the chief (of the port police)", ending at ``at``, tells whose
    it is; None where nothing opens so, or ends in what may bear a name of its own ("the master
    of the ship, Northern Star,")."""
    if tokens[at].lower in _NAMED_THINGS | word_set("person_roles"):
        return None  # "the mother of the victim, Ada Lund," names the victim
    for link in range(at - 1, max(1, at - _LONG), -1):
        word, head = tokens[link], tokens[link - 1]
        if not (word.is_word or word.text == "-"):
            return None
        if word.lower in ("of", "at") and head.lower in word_set("person_roles"):
            before = [token.lower for token in tokens[max(0, link - 1 - _TITLED) : link - 1]]
            return link - 1 if "the" in before else None
    return None


_LONG = 9
"""Words of "the head of the Lissa chamber of commerce" behind the role, at most."""
_NAMED_THINGS = frozenset(
    ["ship", "vessel", "ferry", "boat", "trawler", "tanker", "yacht", "band", "film", "show",
     "newspaper", "paper", "magazine", "website", "site", "firm", "company", "group", "startup",
     "charity", "label", "studio", "brand", "bank", "party", "club", "team", "airline", "agency"]
)  # fmt: skip
"""What is called by a name that follows it between commas as often as by its head's."""
_TITLED = 4
"""Words of "the deputy health minister" before the last."""


def is_possessed(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the role word at ``at`` says whose it is: "his sister", "the Kremlin's spokesman"."""
    before = [token.lower for token in tokens[max(0, at - 3) : at]]
    return any(word in _OWNERS for word in before)

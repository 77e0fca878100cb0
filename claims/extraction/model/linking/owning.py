"""Whose it is that a claim opens with: "Valia's army" is not "Orsk's army", nor "Valia army"."""

from __future__ import annotations

import re
from collections.abc import Iterable

OWNED = re.compile(r"(?P<owner>[A-Z][\w.-]*(?: [\w.-]+){0,2})['’]s (?P<thing>[a-z]+)\b")
"""Somebody with a name, and what is theirs, at the start of a sentence."""
_OWNED_OR_BARE = re.compile(r"(?:The )?(?P<owner>[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,2})")

_NO_NAMES = frozenset(["the", "a", "an", "his", "her", "its", "their", "our", "my"])


def with_owner(text: str, claims: Iterable[str]) -> str:
    """``text`` as it is told where ``claims`` tell whose the thing is that it opens with: with the
    "'s" that it left out; "" where it is somebody else's there."""
    told = _OWNED_OR_BARE.match(text)
    if told is None or told["owner"].lower() in _NO_NAMES:
        return text
    rest = text[told.end() :]
    owners = [
        own["owner"].removeprefix("The ")
        for claim in claims
        if (own := OWNED.match(claim)) is not None and _goes_on(rest, own["thing"])
    ]
    if not owners:
        return text
    name = told["owner"]
    if not any(_are_one(name, owner) for owner in owners):
        return ""
    return text if rest[0] in "'’" else f"{text[: told.end()]}'s{rest}"


def _goes_on(rest: str, thing: str) -> bool:
    """Whether the thing follows, with or without an "'s"."""
    bare = rest.removeprefix("'s").removeprefix("’s")
    return re.match(rf" {re.escape(thing)}\b", bare) is not None


def _are_one(one: str, other: str) -> bool:
    """Whether one name holds the other: "Kelso", "Kelso Corp"."""
    a, b = set(one.lower().split()), set(other.lower().split())
    return a <= b or b <= a

"""What a noun names that was told by a verb: "the merger" of "would merge"."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import yaml

from claims.extraction.model.linking.backdrop import Key
from claims.extraction.model.linking.linked import Linked
from claims.extraction.wording.joining import claim_key

_NEAR = 5
"""Letters at the start that a noun shares with its verb: "explosion", "exploded"."""


@cache
def _deeds() -> dict[str, Key]:
    """By the stem of a noun, those of the words that tell the deed."""
    rows = yaml.safe_load(
        files("claims.extraction.wording").joinpath("deed_nouns.yaml").read_text("utf-8")
    )
    found: dict[str, Key] = {}
    for row in rows:
        for nouns, verbs in row.items():
            words = claim_key(verbs)
            for noun in claim_key(nouns):
                found[noun] = found.get(noun, frozenset()) | words
    return found


def tells_deed(told: Linked, noun: str) -> bool:
    """Whether a position tells by a verb what the stem ``noun`` names."""
    act = _ACTS.get(noun)
    if act is not None and act.search(told.words) is not None:
        return True
    if noun in _PLANS and _TO_COME.search(told.position.claim) is not None:
        return True
    told_by = _deeds().get(noun)
    if told_by is not None and not told_by.isdisjoint(told.wording):
        return True
    start = noun[:_NEAR]
    return len(start) == _NEAR and any(word.startswith(start) for word in told.wording)


_PLANS = claim_key("plan plans proposal intention")
_TO_COME = re.compile(
    r"\b(?:will|would|plan(?:s|ned)?|intend(?:s|ed)?|aim(?:s|ed)?|is to|are to|was to|were to|"
    r"going to|about to|ready to)\b",
    re.I,
)
"""What tells that something is to come."""
_OWNS_UP = re.compile(r"\b(?:admi(?:t|ts|tted|tting)|acknowledg\w+|conced\w+|confess\w*)\b", re.I)
_ACTS = {
    stem: act
    for nouns, act in (
        ("admission confession concession acknowledgement acknowledgment", _OWNS_UP),
        ("confirmation", re.compile(r"\bconfirm", re.I)),
        ("announcement", re.compile(r"\bannounc", re.I)),
        ("warning", re.compile(r"\bwarn", re.I)),
        ("prediction forecast", re.compile(r"\b(?:predict|forecast)", re.I)),
        ("testimony", re.compile(r"\btestif", re.I)),
    )
    for stem in claim_key(nouns)
}
"""What somebody did in saying something, by the noun for it."""

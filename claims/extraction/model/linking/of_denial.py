"""Who doubts what was only denied or doubted right before: "There was no evidence that it was
bought, the panel said. Orr is not so sure." That is a doubt of the denial, and none of what was
denied; and so with who "contradicted the general" that had denied something."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.extraction.model.linking.linked import Linked, looked_back
from claims.extraction.position import same_voice
from claims.model import AFFIRMING, Stance

_BACK = 2
"""Sentences back in which the denial stands."""
_LOOKED_AT = 5
"""Positions before one that are looked at."""
_TOO = re.compile(r"\b(?:also|too|either|neither|nor|likewise|as well)\b", re.I)
_BARE = re.compile(
    r"\b(?:(?:not|n['’]t|never|far from) (?:\w+ )?(?:so sure|sure|convinced|persuaded)|"
    r"unconvinced|unpersuaded|s[ck]eptical|doubtful)\W*$",
    re.I,
)
"""A doubt that leaves out what it is on."""

_CONTRADICTS = re.compile(
    r"\bcontradict(?:s|ed) (?:the (?:[\w-]+ ){0,2}[\w-]+|him|her|them|"
    r"(?:[A-Z][\w.'’-]+ ?){1,4})\W*$"
)
"""Whom somebody contradicts, by no more than their name."""


def is_of_denial(linked: Sequence[Linked], at: int) -> bool:
    """Whether a doubt that leaves out what it is on is on another's denial or doubt."""
    each, here = linked[at], linked[at].position
    bare = {Stance.DOUBTS: _BARE, Stance.DENIES: _CONTRADICTS}.get(here.stance)
    if bare is None or bare.search(each.words) is None:
        return False
    if here.stance is Stance.DOUBTS and each.has_own_words:
        return False
    if _TOO.search(each.words) is not None:
        return False
    for number in looked_back(at, _LOOKED_AT):
        other = linked[number].position
        if here.sentence - other.sentence > _BACK or same_voice(other.voice, here.voice):
            return False
        if other.stance is Stance.DENIES or other.stance is here.stance is Stance.DOUBTS:
            return True
        if other.stance in AFFIRMING:
            return False
    return False

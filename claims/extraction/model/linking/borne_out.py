"""What somebody says outright of what was denied right before: "The rebels denied it. 'We did not
shoot at any convoy,' their spokesman said."

Such words are the denial once more, and no claim of "not P" of their own. They are on what was
denied where they stand beside it and tell of the same thing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.model.linking.backdrop import Key
from claims.extraction.model.linking.clusters import gather_members
from claims.extraction.model.linking.linked import Linked, looked_back
from claims.extraction.position import same_voice
from claims.extraction.text.main_clause import main_clause
from claims.extraction.wording.affirm import affirm
from claims.extraction.wording.joining import claim_key, is_negative, name_key
from claims.model import Stance

_BACK = 2
"""Sentences back in which the denial stands."""
_LOOKED_AT = 4
"""Positions before one that are looked at."""
_QUOTED = "mode=direct"


def put_on_denied(linked: Sequence[Linked], groups: Sequence[int]) -> list[int]:
    """The groups, with what says "not P" in quotation marks right behind a denial put on that."""
    found, members = list(groups), gather_members(groups)
    for at, each in enumerate(linked):
        position = each.position
        told = position.stance is Stance.ALLEGES and _QUOTED in position.features
        if not told or position.points or not is_negative(position.claim):
            continue
        affirmed = affirm(position.claim)
        if affirmed == position.claim or is_negative(affirmed) or _OF_REPORT.match(affirmed):
            continue
        denied = _denied_before(linked, at)
        if denied is None or groups[denied] == groups[at]:
            continue
        theirs = _THEIRS.match(each.words) is not None
        words = claim_key(main_clause(affirmed)) - name_key(affirmed[1:]) - each.voice_words
        if _tells_of_it(linked, members[groups[denied]], words, 1 if theirs else 2):
            points = replace(position, stance=Stance.DENIES, claim=affirmed, points=True)
            each.take(points)
            found[at] = groups[denied]
    return found


def _denied_before(linked: Sequence[Linked], at: int) -> int | None:
    """The last denial before a position, where nothing is put forward by another in between."""
    here = linked[at].position
    for number in looked_back(at, _LOOKED_AT):
        other = linked[number].position
        if here.sentence - other.sentence > _BACK:
            return None
        if other.stance is Stance.DENIES:
            return number
        if not same_voice(other.voice, here.voice):
            return None
    return None


def _tells_of_it(linked: Sequence[Linked], inside: Sequence[int], words: Key, least: int) -> bool:
    """Whether what was denied is told in so many of the same ``words`` at ``least``."""
    for number in inside:
        position = linked[number].position
        told = claim_key(position.claim) - name_key(position.claim[1:])
        if not position.points and len(words & told) >= least:
            return True
    return False


_THEIRS = re.compile(
    r"\W*(?:no,? )?(?:[^\"“”]{0,60}, (?:and|but) )?"
    r"(?:(?:he|she|they|we|i)|(?:my|our|his|her|their) (?:[\w-]+ ){0,1}[\w-]+)"
    r"(?:['’](?:re|m|s|ve)|\W(?:am|is|are|was|were|do|does|did|has|have|had|would|will|ca|can|could))?"
    r"(?: not\b|n['’]t\b| ?never\b)",
    re.I,
)
"""Who tells of themselves or of their own side: one word in common is enough."""
_OF_REPORT = re.compile(
    r"(?:therefore,? )?(?:the|this|that|these|those) (?:\w+ )?"
    r"(?:information|news|fact|claims?|reports?|stor(?:y|ies)|allegations?|rumou?rs?)\b",
    re.I,
)
"""What is said of a report: "the news is not surprising"."""

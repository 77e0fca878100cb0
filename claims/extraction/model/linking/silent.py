"""Who would not speak of something else than what is told: "declined to comment on plans for a new
stadium north of the city", beside the collapse of a tower.

That is no position on the tower, and no claim by itself. Where what they would not speak of is only
called "the matter" or takes few words, it may be the same in other ones.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.extraction.model.linking.linked import Linked
from claims.extraction.position import WITHHELD
from claims.extraction.text.lexicon import word_set
from claims.extraction.wording.joining import claim_key

LEAST = 4
"""Words of a thing that nothing told shares one with, from which on it is another: of 13 such with
fewer on annotated articles 11 were on what was told, of 5 with more 3, all three by a word of
``_GENERIC``."""
_THING = re.compile(
    r"\b(?:comment(?:ed|ing)?|elaborat(?:e|ed|ing)|sp(?:eak|oken)|talk(?:ed|ing)?)"
    r"(?: \w+ly| further)? (?:on|about)(?! (?:whether|if|who|what|how|why|when|where|which)\b) "
    r"(?P<thing>[^,;.“”\"]+)"
    r"|\bdetails (?:on|of|about) (?P<detail>[^,;.“”\"]+)",
    re.I,
)
_GENERIC = word_set("report_nouns") | frozenset(
    ["matter", "matters", "case", "cases", "issue", "issues", "situation", "post", "posts",
     "incident", "investigation", "subject", "topic", "part", "specifics"]
)  # fmt: skip
_NEVER = re.compile(r"\b(?:(?:do|does)(?: not|n['’]t)|never)\b", re.I)
"""Whoever "does not comment on the private lives of" others says so when asked of one of them."""
_WORD = re.compile(r"[a-z]+")


def is_silent_on_else(linked: Sequence[Linked], members: Sequence[int], at: int) -> bool:
    """Whether position ``at`` of a claim's ``members`` withholds a word on what no other tells."""
    each = linked[at]
    match = _THING.search(each.words) if each.position.stance in WITHHELD else None
    if match is None or _NEVER.search(each.words):
        return False
    thing = (match["thing"] or match["detail"]).lower()
    words = claim_key(thing)
    if len(words) < LEAST or not _GENERIC.isdisjoint(_WORD.findall(thing)):
        return False
    tell = (linked[n] for n in members if linked[n].position.stance not in WITHHELD)
    return all(words.isdisjoint(other.wording | other.quote) for other in tell)

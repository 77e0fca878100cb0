"""Claims whose words are a mere phrase: what stands beside something told tells nothing itself.

"Both reported it, without citing their sources" is on what was told before, as is "a rumour that
circulated on Friday": no part of either says what.
"""

from __future__ import annotations

import re
from dataclasses import replace

from claims.extraction.model.weighing.candidate import Candidate
from claims.extraction.text.broken import is_broken, is_fragment
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.quality import has_finite, has_no_verb, is_finite
from claims.extraction.wording.joining import claim_key
from claims.extraction.wording.sentence import finish

_PREPOSITION = re.compile(
    r"(?:by|with|without|in|on|at|from|for|during|despite|through|via|about|as|of)\b", re.I
)
_RELATIVE = re.compile(
    rf"\b(?:{'|'.join(sorted(word_set('report_nouns')))}) (?:that|which) (?:\w+ly )?(?P<verb>\w+)",
    re.I,
)
"""A rumour, and what is told of it rather than what it says: "a rumour that circulated"."""


def point_back(text: str, candidate: Candidate) -> Candidate:
    """The candidate on what was told before, or as the writer tells it, where its own words are a
    mere phrase; ``text`` is the page's."""
    position, reading = candidate.position, candidate.reading
    if position.points or not position.claim:
        return candidate
    quote = text[position.start : position.end]
    if not (_is_phrase(position.claim) or _tells_of_rumour(position.claim, quote)):
        return candidate
    told = finish(reading.told) if reading is not None and reading.told else ""
    if told and not (has_no_verb(told) or is_broken(told)):
        words = claim_key(told)
        if 2 * len(words & claim_key(quote)) > len(words):
            return replace(candidate, position=replace(position, claim=told))
    return replace(candidate, position=replace(position, points=True))


def _is_phrase(claim: str) -> bool:
    """Whether a claim opens with a preposition and has no clause: "In a press release."."""
    if _PREPOSITION.match(claim) is None:
        return False
    return has_no_verb(claim) or (is_fragment(claim) and not has_finite(claim))


def _tells_of_rumour(claim: str, quote: str) -> bool:
    """Whether a claim has no subject but the rumour of which it tells: "Circulated on Friday."."""
    first, blank, _ = claim.lower().partition(" ")
    if not blank or not (is_finite(first) or first.endswith("ed")):
        return False
    match = _RELATIVE.search(quote)
    return match is not None and match["verb"].lower() == first

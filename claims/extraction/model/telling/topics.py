"""What a sentence is on by its opening, kept with what is told: "As for the gold model, the maker
might sell 500" tells of 500 of that model."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.model.weighing.candidate import Candidate
from claims.extraction.position import NOBODY
from claims.extraction.text.quality import has_finite
from claims.extraction.wording.joining import claim_key
from claims.extraction.wording.saying_so import without_teller

_TOPIC = re.compile(
    r"[\"“”\s]*(?P<topic>(?:As for|As to|With regard to|With respect to|When it comes to) "
    r"(?!(?:whether|what|who|why|how|when|where|that|this|it|him|her|them|me|us|"
    r"their|his|its|my|our|your)\b)"
    r"(?P<thing>[^,;:]{3,80})), "
)


def with_topic(done: Attributed, candidate: Candidate) -> Candidate:
    """The candidate on what its sentence opens with, where its words leave that out."""
    position, reading = candidate.position, candidate.reading
    if position.points or not position.claim or position.voice.party == NOBODY.party:
        return candidate
    sentence = done.page.sentences[position.sentence]
    match = _TOPIC.match(done.page.text, sentence.start, sentence.end)
    if match is None or match.end() > position.end or has_finite(match["thing"]):
        return candidate
    told = claim_key(position.claim)
    if claim_key(match["thing"]) <= told or match["topic"].lower() in position.claim.lower():
        return candidate
    if reading is not None:
        reading = replace(reading, told="", told_else=())
    topic = " ".join(match["topic"].split())
    claim = without_teller(position.claim, position.voice.names)
    first = claim.split(" ", 1)[0]
    small = first.lower() in _SMALL
    claim = f"{topic}, {claim[0].lower() if small else claim[0]}{claim[1:]}"
    return replace(
        candidate,
        position=replace(position, claim=claim, start=min(position.start, match.start("topic"))),
        reading=reading,
    )


_SMALL = frozenset(
    ["the", "a", "an", "it", "he", "she", "they", "there", "this", "that", "these", "those", "its",
     "his", "her", "their", "some", "most", "many", "all", "no", "one", "two", "three", "four",
     "five", "several", "about", "around", "roughly", "nearly", "more", "at", "only"]
)  # fmt: skip

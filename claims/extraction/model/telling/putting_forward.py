"""Who calls something false that nobody told before puts that forward: "the photos are fake"."""

from __future__ import annotations

from dataclasses import replace

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.cues.find import is_report
from claims.extraction.model.weighing.candidate import Candidate
from claims.extraction.position import Position, tells_of_what
from claims.extraction.positions.judge import judge, names_false_report
from claims.extraction.text.quality import has_subject
from claims.extraction.text.verb_groups import is_telling
from claims.extraction.wording.joining import claim_key
from claims.extraction.wording.report_names import names_report
from claims.extraction.wording.sentence import finish
from claims.extraction.wording.something_meant import thing_at
from claims.model import Stance


def put_forward(done: Attributed, candidate: Candidate, stories: frozenset[str]) -> Candidate:
    """As an allegation, who calls something false before anything is told: "the photographs are
    fake" denies nothing then, unless the ``stories`` that are told later share a word with it."""
    position, reading = candidate.position, candidate.reading
    if reading is None or not (position.points and position.stance is Stance.DENIES):
        return candidate
    if tells_of_what(position):
        return candidate
    verdict = judge(reading.told)
    denies = verdict is not None and verdict.stance is Stance.DENIES
    if not denies or names_false_report(reading.told) or not has_subject(reading.told):
        return candidate
    claim = finish(_without_teller(done, position, reading.told))
    if not has_subject(claim) or names_report(claim) or not stories.isdisjoint(claim_key(claim)):
        return candidate
    told = replace(position, stance=Stance.ALLEGES, claim=claim, points=False)
    return replace(candidate, position=told)


def _without_teller(done: Attributed, position: Position, told: str) -> str:
    """What is told without who says so, "it" by the thing with which the sentence before opens:
    "The bank said it was fake", of a video. No sentence of "The bank denied the claim"."""
    words = told.split(" ")
    verb = next((n for n, word in enumerate(words[:_TELLER]) if n and is_telling(word)), 0)
    if not verb or not is_report(told):
        return told
    rest = words[verb + 1 + (words[verb + 1 : verb + 2] == ["that"]) :]
    if rest[:1] == ["it"] and position.sentence:
        before = done.page.sentences[position.sentence - 1].tokens
        rest[0] = thing_at(before, 0) or "it"
    return " ".join(rest)


_TELLER = 8
"""Words in which stands who tells something, and that they do."""

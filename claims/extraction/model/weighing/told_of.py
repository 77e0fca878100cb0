"""Whom the reader points at, and who only comes up in what another tells."""

from __future__ import annotations

import itertools
import re

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.cues.find import find_cues
from claims.extraction.model.weighing.candidate import Candidate
from claims.extraction.model.weighing.pointing import Pointed
from claims.extraction.text.verb_groups import AUXILIARIES, is_telling
from claims.extraction.voice import Voice
from claims.model import Stance


def is_told_of(source: Pointed) -> bool:
    """Whether the source is in what another would not say: "whether it was the skipper Lind"."""
    tokens = source.sentence.tokens
    opens = [at for at in range(source.first) if tokens[at].lower in ("whether", "if")]
    if not opens or not any(cue.last < opens[-1] for cue in find_cues(tokens[: opens[-1]])):
        return False
    return not find_cues(tokens[opens[-1] + 1 :])


def opens_told(source: Pointed) -> bool:
    """Whether the source is a pronoun that opens what is told: "a statement said she was hurt"."""
    tokens, at = source.sentence.tokens, source.first
    if not source.pronoun or at + 1 >= len(tokens) or tokens[at + 1].lower not in AUXILIARIES:
        return False
    before = [token.lower for token in tokens[max(0, at - 2) : at]]
    if before[-1:] == ["that"]:
        before.pop()
    return bool(before) and is_telling(before[-1])


def is_told_pair(source: Pointed) -> bool:
    """Whether the source is of two whom somebody only tells of, themselves among them: "Ada Orr
    denied that (she and Bo Lund) were"."""
    tokens, at = source.sentence.tokens, source.first
    while at > 0 and tokens[at].is_capital and tokens[at - 1].is_capital:
        at -= 1
    if at > 1 and tokens[at - 1].lower == "and":
        at -= 2
    pair = tokens[at].lower in ("he", "she") and at + 1 < len(tokens)
    if not pair or tokens[at + 1].lower != "and" or source.last >= len(tokens):
        return False
    before = [token.lower for token in tokens[max(0, at - 2) : at] if token.lower != "that"]
    told = bool(before) and (is_telling(before[-1]) or before[-1] in ("denied", "denies"))
    return told and tokens[source.last].lower in AUXILIARIES


def is_source_near(voice: Voice) -> bool:
    """Whether somebody unnamed is told of by whom they know: "sources close to the couple"."""
    words = voice.party.lower().split()
    return voice.entity is None and ("close", "to") in itertools.pairwise(words)


def is_of_a_charge(source: Pointed) -> bool:
    """Whether the source stands in what somebody is accused of: "accused of (killing his father)
    denies murder"."""
    before = [
        token.lower for token in source.sentence.tokens[max(0, source.first - 3) : source.first]
    ]
    return before[-2:] == ["accused", "of"] or before[:2] == ["accused", "of"]


def reports_the_contrary(done: Attributed, candidate: Candidate) -> bool:
    """Whether whom the reader sees denying it reported it: "contrary to a report by (Amnesty)"."""
    denies = candidate.position.stance is Stance.DENIES
    return denies and _stands_behind(done, candidate, _CONTRARY_TO)


_CONTRARY_TO = re.compile(
    r"\b(?:contrary to|despite|in spite of) (?:the |an? )?(?:\w+ ){0,2}"
    r"(?:reports?|claims?|findings?|allegations?|accusations?) (?:by|from|of) (?:the )?$"
)


def is_victim(done: Attributed, candidate: Candidate) -> bool:
    """Whether whom the reader sees is named as whom somebody harmed: "jailed for murdering his
    lodger, (Tim Noble)"."""
    return _stands_behind(done, candidate, _HARMED)


_HARMED = re.compile(
    r"\b(?:murder|kill|stab|shoot|shot|attack|assault|rap|beat|abus|strangl|poison|robb?|"
    r"kidnap)\w* (?:his|her|their|a|the) (?:[\w-]+ ){0,3}[\w-]+, $"
)


def _stands_behind(done: Attributed, candidate: Candidate, opening: re.Pattern[str]) -> bool:
    """Whether whom the reader sees stands right behind such an ``opening`` in the sentence."""
    reading = candidate.reading
    if reading is None or reading.source is None:
        return False
    start = done.page.sentences[candidate.position.sentence].start
    return opening.search(done.page.text, start, reading.source[0]) is not None

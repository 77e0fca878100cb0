"""What only the reader sees beside a verdict on what was told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.attribution.attributed import Attributed, Attribution, SentenceReading
from claims.extraction.cues.verdict_words import is_verdict
from claims.extraction.model.network.decode import Reading
from claims.extraction.model.weighing.candidate import Candidate
from claims.extraction.position import NOBODY, REJECTING, REJOINDER, VERDICT, Position
from claims.extraction.text.segment import Token, tokenize
from claims.extraction.voice import Voice
from claims.extraction.wording.joining import claim_key
from claims.model import Stance

NEAR = 24
"""Characters that "a charge that" takes before who calls it false."""
_SURE = 0.8
"""Probability of a party that the reader knows better than the rules."""


def names_verdict(done: Attributed, candidate: Candidate, around: Sequence[Position]) -> bool:
    """Whether nothing is seen to be told but what somebody says of a charge, "a charge that Lima
    called 'groundless'", or calls a report, wherever that was told (``around`` it)."""
    position = candidate.position
    if position.stance is not Stance.ALLEGES:
        return False
    if is_verdict(tokenize(position.claim, 0, len(position.claim))):
        return True
    words, reading = claim_key(position.claim), done.sentences[position.sentence]
    if any(_is_in(words, reading, each) for each in reading.attributions):
        return True
    if position.voice.party != NOBODY.party:
        return False
    return any(
        REJOINDER in other.features
        and other.start - NEAR <= position.start
        and position.end <= other.end + 2
        for other in around
    )


def _is_in(words: frozenset[str], reading: SentenceReading, attribution: Attribution) -> bool:
    """Whether the words are those by which somebody calls a report something, with their own."""
    cue, source, tokens = attribution.cue, attribution.source, reading.sentence.tokens
    if cue.until is None or cue.stance not in REJECTING:
        return False
    first = cue.first if source is None else min(source.first, cue.first)
    if words.isdisjoint(_key(tokens[cue.until[0] : cue.until[1]])):
        return False
    return words <= _key(tokens[first : cue.until[1]])


def _key(tokens: Sequence[Token]) -> frozenset[str]:
    return claim_key(" ".join(token.text for token in tokens if token.is_word))


def as_described(position: Position, voiced: Sequence[tuple[Reading, Voice]]) -> Position:
    """Who objects to what was told, as the reader takes the words for them where they tell
    something else besides: "(the company) contests that, saying P"."""
    mine = position.voice
    if VERDICT not in position.features or not mine.note or mine.pronoun:
        return position
    for reading, voice in voiced:
        opens = reading.source is not None and abs(reading.source[0] - position.start) <= _THE
        if opens and reading.party_probability >= _SURE:
            return replace(position, voice=voice)
    return position


_THE = 4
"""Characters of "The"."""

"""Whose claim a denial is on: "denied claims by Nigeria's government that P" names the alleger."""

from __future__ import annotations

from claims.extraction.attribution.attributed import Attributed, Attribution, SentenceReading
from claims.extraction.position import Position
from claims.extraction.positions.confidence import confidence_of, content_features, voice_features
from claims.extraction.sources.phrase import LINKS
from claims.extraction.sources.span import SourceSpan
from claims.extraction.sources.voices import resolve_voices
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.verb_groups import is_telling
from claims.extraction.wording.boasts import find_boast
from claims.extraction.wording.checkable import is_checkable
from claims.extraction.wording.reword import reword
from claims.model import Commitment, Mode, Stance

_MOST = 14
"""Tokens that the alleger's name may take."""


def read_reported(
    done: Attributed, reading: SentenceReading, attribution: Attribution
) -> list[Position]:
    """The position of whoever put forward what is contested here, if they are named."""
    if attribution.content is None:
        return []
    tokens, sentence = reading.sentence.tokens, reading.sentence
    last = attribution.content.last
    boast = find_boast(done, sentence, attribution.content.first, last)
    found = _alleger(reading, attribution)
    if boast is not None:
        found = (boast[0], attribution.content.first, attribution.content.first)
    if found is None:
        return []
    source, first, begin = found
    positions = []
    reasons = [f"named as who put it forward ({attribution.cue.reason})"]
    for voice in resolve_voices(done.register, done.discourse, sentence, source):
        words = reword(done, sentence, tokens[first:last], first, voice, direct=False)
        words = boast[1] if boast is not None else words
        if voice.vague or voice.guessed or not is_checkable(words, spoken=False):
            continue
        features = (
            "mode=indirect", "relation=reported", *voice_features(voice),
            *content_features(tokens[first:last], "indirect"),
        )  # fmt: skip
        positions.append(
            Position(
                sentence.index, tokens[begin].start, tokens[last - 1].end, voice,
                Stance.ALLEGES, words, False, Mode.INDIRECT, Commitment.CERTAIN,
                confidence_of(features), features, reasons,
            )
        )  # fmt: skip
    return positions


def _alleger(
    reading: SentenceReading, attribution: Attribution
) -> tuple[SourceSpan, int, int] | None:
    """The alleger's phrase, where their claim starts, and where the words begin that show both."""
    content = attribution.content
    if content is None:
        return None
    tokens = reading.sentence.tokens
    for at in range(content.first, min(content.last - 3, content.first + 12)):
        noun = tokens[at].lower
        if noun not in word_set("report_nouns"):
            continue
        if tokens[at + 1].lower == "by" or (tokens[at + 1].lower == "from" and noun not in _SENT):
            that = _that_after(reading, at + 2, content.last)
            if that is not None:
                begin = content.first if at - content.first <= _BEFORE_NOUN else at
                source = SourceSpan(at + 2, that, None, "reported")
                return source, _past_telling(reading, that + 1), begin
        first = content.first + (tokens[content.first].lower in LINKS)  # "by Baker's story that"
        if tokens[at + 1].lower == "that" and at - 1 > first and tokens[at - 1].lower == "'s":
            return SourceSpan(first, at - 1, None, "reported"), at + 2, first
    return None


def _past_telling(reading: SentenceReading, first: int) -> int:
    """Where what is told starts behind "that (said)" of a report that said so."""
    tokens = reading.sentence.tokens
    if not is_telling(tokens[first].lower):
        return first
    return first + 1 + (tokens[first + 1].lower == "that")


_SENT = frozenset(["report", "reports", "news", "word", "rumour", "rumours", "rumor", "rumors"])
"""What comes from a place: "reports from Orsk that" tell where, "claims from Orsk" tell who."""
_BEFORE_NOUN = 4
"""Words before the noun that belong to it: "an earlier, false claim"."""


def _that_after(reading: SentenceReading, first: int, last: int) -> int | None:
    tokens = reading.sentence.tokens
    for at in range(first + 1, min(last, first + _MOST)):
        if tokens[at].lower == "that":
            return at
        if tokens[at].text in ",;:":
            return None
    return None

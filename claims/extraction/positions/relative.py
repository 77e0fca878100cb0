"""What is told of a noun in a clause beside it, as a sentence."""

from __future__ import annotations

from claims.extraction.attribution.attributed import Attributed, Attribution, SentenceReading
from claims.extraction.voice import Voice
from claims.extraction.wording.reword import reword
from claims.extraction.wording.sentence import finish


def word_relative(
    done: Attributed, reading: SentenceReading, attribution: Attribution, voice: Voice
) -> str:
    """What a relative clause tells of a noun, as a sentence: "a plot he said was hatched there" as
    "A plot was hatched there"."""
    content = attribution.content
    told = (0, 0) if content is None else (content.first, content.last)
    parts = [
        reword(
            done, reading.sentence, reading.sentence.tokens[first:last], first, voice, direct=False
        )
        for first, last in (attribution.noun or attribution.carried or (0, 0), told)
    ]
    subject, rest = (part.rstrip(".") for part in parts)
    return finish(f"{subject} {rest[:1].lower()}{rest[1:]}")

"""What is told of a noun in a clause beside it, as a sentence."""

from __future__ import annotations

from claims.extraction.attribution.attributed import Attributed, Attribution, SentenceReading
from claims.extraction.voice import Voice
from claims.extraction.wording.reword import reword
from claims.extraction.wording.sentence import finish

_FIGURES = frozenset(["figure", "number", "toll", "total", "tally", "estimate", "sum", "count"])


def _name_figure(reading: SentenceReading, noun: tuple[int, int] | None, subject: str) -> str:
    """What a number told before is called, with that number: "the figure of 86" of "86 had died, a
    figure that doctors say is too low"; other subjects as they are."""
    article, _, rest = subject.partition(" ")
    if noun is None or article.lower() not in ("a", "an") or rest not in _FIGURES:
        return subject
    before = (token.text for token in reversed(reading.sentence.tokens[: noun[0]]))
    told = next((text for text in before if text[0].isdigit()), "")
    return f"The {rest} of {told}" if told else f"The {rest}"


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
    subject = _name_figure(reading, attribution.noun, subject)
    return finish(f"{subject} {rest[:1].lower()}{rest[1:]}")

"""What a source put forward in reports of its own, which another answers in the same sentence."""

from __future__ import annotations

import re

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.model.network.decode import Reading
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.segment import Sentence
from claims.extraction.wording.rumours import state_reported

NOTES = word_set("report_nouns") | frozenset(
    ["note", "warning", "forecast", "prediction", "estimate", "assessment", "finding", "conclusion"]
)
"""What such a report is called."""


def find_theirs(done: Attributed, reading: Reading) -> tuple[Sentence, int, int] | None:
    """What the source put forward in a report of its own, "disputing Orr's note that (it sank)", or
    was wrong to say: "Orr was wrong to claim that (it sank)"."""
    sentence = done.page.sentences[reading.sentence]
    if reading.source is None or not sentence.start <= reading.source[0] < sentence.end:
        return None
    tokens = sentence.tokens
    at = next((n for n, t in enumerate(tokens) if t.start >= reading.source[1]), len(tokens))
    words = [token.lower for token in tokens[at : at + 3]]
    wrong = _WRONG_TO.match(done.page.text, reading.source[1])
    if wrong is not None:
        that = (n for n in range(at, len(tokens)) if tokens[n].start >= wrong.end())
        first = next(that, len(tokens)) + 1
    elif words[:1] == ["'s"] and words[2:] == ["that"] and words[1] in NOTES:
        first = at + 3
    else:
        return None
    stops = (n for n in range(first, len(tokens)) if tokens[n].text in ",;:.")
    last = next(stops, len(tokens))
    return (sentence, first, last) if last > first else None


def is_called_wrong(done: Attributed, reading: Reading) -> bool:
    """Whether another says of the source that they were wrong to say so, and it is theirs all the
    same: "Kellmark said Orr was wrong to claim that it sank"."""
    if reading.source is None:
        return False
    return _WRONG_TO.match(done.page.text, reading.source[1]) is not None


_WRONG_TO = re.compile(
    r",? (?:is|was|had been|has been) (?:wrong|mistaken|incorrect|lying|misleading)"
    r" (?:to|when (?:he|she|they|it)) (?:claim|sa[iy]|suggest|alleg|assert|stat)\w* (?=that )"
)


def named_by_source(done: Attributed, sentence: Sentence, reading: Reading) -> str:
    """What the source's reports are of, where they stand right behind it: "media reports of a
    fire"; "" where they do not."""
    if reading.source is None or not sentence.start <= reading.source[0] < sentence.end:
        return ""
    behind = next((t for t in sentence.tokens if t.start >= reading.source[1]), None)
    if behind is None:
        return ""
    return state_reported(done.page.text[behind.start : sentence.end], whole=True)

"""What somebody leaves open around the words that name them: "It was not clear, Orr said, whether
the plant had caused it"."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.extraction.attribution.attributed import Attributed, Attribution, SentenceReading
from claims.extraction.attribution.content import Content
from claims.extraction.text.sought import Sought
from claims.model import Stance

_OPEN = Sought(
    r"\W*(?:(?:but|however|still|yet|and|though),? )?it(?:['’]s| is| was| remains| remained)"
    r"(?: \w+ly| still| also| yet)* (?:unclear|unknown|uncertain|not(?: \w+ly| yet)* "
    r"(?:clear|known|certain)), (?P<aside>[^;:]{2,90}?), (?:whether|if) (?=\S+ \S)",
    re.I,
)


_POINTS = frozenset(["that", "this", "it", "they", "these", "those"])
"""What points at something told before: nobody knows what is left open then."""


def put_left_open(done: Attributed, reading: SentenceReading) -> SentenceReading:
    """The sentence with who stands within "it was unclear, Orr said, whether" on what follows."""
    sentence = reading.sentence
    start = sentence.start
    match = _OPEN.match(done.page.text[start : sentence.end])
    if match is None:
        return reading
    first, last = (start + at for at in match.span("aside"))
    tokens = sentence.tokens
    end = len(tokens)
    while end and not tokens[end - 1].is_word:
        end -= 1
    begin = next((at for at, t in enumerate(tokens) if t.start >= start + match.end()), end)

    def is_asked(each: Attribution) -> bool:
        inside = first <= tokens[each.cue.main].start < last
        return inside and bool(each.voices) and each.cue.stance is Stance.ALLEGES

    if begin < end and tokens[begin].lower in _POINTS:
        return replace(reading, attributions=[a for a in reading.attributions if not is_asked(a)])
    if begin >= end or not any(is_asked(each) for each in reading.attributions):
        return reading
    told = Content(begin, end, "right", True, False)
    kept = [
        replace(a, cue=replace(a.cue, stance=Stance.NEITHER), content=told) if is_asked(a) else a
        for a in reading.attributions
        if is_asked(a) or a.cue.main < begin
    ]
    return replace(reading, attributions=kept)

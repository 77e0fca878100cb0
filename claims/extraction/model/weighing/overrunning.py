"""Where a reading's quote runs on into what another says, or into the next paragraph."""

from __future__ import annotations

from dataclasses import replace

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.model.network.decode import Reading


def cut_quote(done: Attributed, reading: Reading) -> Reading:
    """The reading with its quote cut where a later sentence has a source of its own, or opens a
    paragraph that no colon leads to."""
    start, end = reading.quote
    sentences = done.page.sentences
    for at in range(reading.sentence + 1, len(sentences)):
        sentence = sentences[at]
        if sentence.start >= end:
            break
        if sentence.start > start and _is_anothers(done, at):
            before = done.page.text[start : sentence.start].rstrip()
            return replace(reading, quote=(start, start + len(before)))
    return reading


def _is_anothers(done: Attributed, at: int) -> bool:
    here, before = done.page.sentences[at], done.page.sentences[at - 1]
    if here.paragraph != before.paragraph:
        return not done.page.text[before.start : here.start].rstrip().endswith(":")
    told = done.sentences[at].attributions
    return any(each.source is not None and each.voices and not each.inherited for each in told)

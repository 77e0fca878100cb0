"""Who is pointed at in another paragraph, and says nothing of what is quoted in this one: whom the
next paragraph is about, and whose tweet stands before."""

from __future__ import annotations

import re

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.model.network.decode import Reading
from claims.extraction.model.weighing.pointing import Pointed
from claims.extraction.model.weighing.ruled_out import GENDERS

_SIGNED = re.compile(r"[—–-]+ ?.+ \(@\w+\) [A-Z][a-z]+\.? \d{1,2}, \d{4}$")
"""The line below a tweet: "— Ada Orr (@adaorr) May 4, 2016"."""
_DASHES = "—–-"
_LINE = 60
"""Characters of a line that may be nothing but the name of who is quoted above."""


def without_far_off(
    done: Attributed,
    reading: Reading,
    source: Pointed | None,
    party: Pointed | None,
    speaker: Pointed | None,
) -> tuple[Pointed | None, Pointed | None, Pointed | None]:
    """Those pointed at, without who is far off; whom "he" means may be named further on, too."""
    if source is not None and _is_far_off(done, reading, source):
        source = None
    if source is not None and source.pronoun in GENDERS:
        return source, party, speaker
    near = [
        None if each is not None and _is_far_off(done, reading, each) else each
        for each in (party, speaker)
    ]
    return source, near[0], near[1]


def _is_far_off(done: Attributed, reading: Reading, pointed: Pointed) -> bool:
    """Whether who is pointed at stands in another paragraph, and does not say what is quoted."""
    page, told = done.page, done.page.sentences[reading.sentence].paragraph
    there = pointed.sentence.paragraph
    start, end = page.paragraphs[there]
    if there <= told:
        return there < told and _SIGNED.match(page.text, start, end) is not None
    quote = page.quote_at(reading.quote[0])
    if quote is None or not page.quotes[quote].closed or page.quotes[quote].paragraph != told:
        return False
    if _may_go_on(done, reading, pointed):
        return False
    signs = page.text[start] in _DASHES or (end - start < _LINE and page.text[end - 1].isalnum())
    return not signs  # "— Ada Orr" below a quotation


def _may_go_on(done: Attributed, reading: Reading, pointed: Pointed) -> bool:
    """Whether who is named in the next paragraph was told of before, and nobody else speaks in the
    one that is quoted: a quotation of several paragraphs goes on in it."""
    entity, told = pointed.entity, done.page.sentences[reading.sentence].paragraph
    if entity is None or entity.first[0] >= reading.sentence:
        return False
    near = range(max(0, reading.sentence - _NEAR), reading.sentence + _NEAR)
    here = [done.sentences[at] for at in near if at < len(done.sentences)]
    return not any(
        each.source is not None and not read.quoted[each.cue.first]
        for read in here
        if read.sentence.paragraph == told
        for each in read.attributions
    )


_NEAR = 12
"""Sentences of a paragraph before and behind one."""

"""Where a reading's quote runs on into what another says, or into the next paragraph."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.model.network.decode import Reading
from claims.extraction.position import same_voice
from claims.extraction.text.sought import Sought
from claims.extraction.text.verb_groups import is_telling
from claims.extraction.voice import Voice
from claims.extraction.wording.joining import claim_key


def cut_quote(done: Attributed, reading: Reading) -> Reading:
    """The reading with its quote cut where a later sentence has a source of its own, or opens a
    paragraph that no colon leads to; and begun behind what another says before."""
    reading = _end_before_unanswered(done, reading)
    reading = _begin_behind(done, _begin_behind_semicolon(done, reading))
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


def _end_before_unanswered(done: Attributed, reading: Reading) -> Reading:
    """The reading of what nobody could check without who could not be asked: "the memo could not
    be verified(, and a spokeswoman for the bank was not available for comment)"."""
    if reading.value not in ("neither_confirms_nor_denies", "doubts") or reading.source is None:
        return reading
    match = _UNCHECKED.search(done.page.text, *reading.quote)
    if match is None or reading.source[0] < match.end("checked"):
        return reading
    quote = (reading.quote[0], match.end("checked"))
    return replace(reading, quote=quote, kind="unattributed", source=None, party=None, speaker=None)


_UNCHECKED = Sought(
    r"(?P<checked>\b(?:could|can)(?: ?not|n['’]t)?(?: \w+ly)? be(?: \w+ly)? "
    r"(?:verified|confirmed|substantiated|corroborated|authenticated|checked))"
    r"(?:,? (?:and|but)|;) (?:[^.;]{3,80}? )?(?:(?:not|\w+n['’]t) (?:\w+ly )?"
    r"(?:be )?(?:available|reached|return|respond)|unavailable|declined)\b",
    re.I,
)


def _begin_behind_semicolon(done: Attributed, reading: Reading) -> Reading:
    """The reading begun behind a semicolon before its source, where what the writer told of it is
    what somebody else says before that: "the Sun claims that Orr was sacked; (Orr says he
    resigned)"."""
    start, end = reading.quote
    source, text = reading.source, done.page.text
    at = text.rfind(";", start, source[0]) if source is not None and reading.told else -1
    if at < max(start, done.page.sentences[reading.sentence].start):
        return reading
    told, behind = claim_key(reading.told), text[at + 1 : end].lstrip()
    if told <= claim_key(behind) or not told <= claim_key(text[start:at]):
        return reading
    if not any(is_telling(word) for word in behind.lower().split()[:_SAYS]):
        return reading
    return replace(reading, quote=(end - len(behind), end), told="", told_else=())


_SAYS = 8
"""Words in which who speaks stands with what they do."""


def _begin_behind(done: Attributed, reading: Reading) -> Reading:
    """The reading with its quote begun in the sentence of its source, if the one before it names
    others who say what stands there, and none of those that this one names."""
    start, end = reading.quote
    here = done.page.sentences[reading.sentence]
    source = reading.source
    if not start < here.start < end or source is None or source[0] < here.start:
        return reading
    before, own = (_speakers(done, at) for at in (reading.sentence - 1, reading.sentence))
    others = before and not any(same_voice(a, b) for a in before for b in own)
    return replace(reading, quote=(here.start, end)) if others and own else reading


def _speakers(done: Attributed, at: int) -> list[Voice]:
    """Whom a sentence names as the sources of what it tells."""
    told = done.sentences[at].attributions
    named = (each for each in told if each.source is not None and not each.inherited)
    return [voice for each in named for voice in each.voices]


def _is_anothers(done: Attributed, at: int) -> bool:
    here, before = done.page.sentences[at], done.page.sentences[at - 1]
    if here.paragraph != before.paragraph:
        return not done.page.text[before.start : here.start].rstrip().endswith(":")
    return bool(_speakers(done, at))

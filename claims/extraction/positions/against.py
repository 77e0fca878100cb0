"""Who tells "not P" contrary to what others report denies P: "Contrary to reports in the Courier,
no meeting was planned, the bank said"; and so does whoever writes, where nobody else is named."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.extraction.attribution.attributed import Attributed, Attribution, SentenceReading
from claims.extraction.position import AGAINST, NOBODY, Position
from claims.extraction.positions.own_verdicts import in_own_voice
from claims.extraction.text.sought import Sought
from claims.extraction.wording.affirm import affirm, without_any
from claims.extraction.wording.checkable import is_checkable
from claims.extraction.wording.joining import is_negative
from claims.extraction.wording.reword import reword
from claims.extraction.wording.sentence import finish
from claims.model import Stance

_REPORTS = (
    r"(?: (?!what\b)[\w'’-]+){0,4}? "
    r"(?:reports?|claims?|rumou?rs?|stor(?:y|ies)|speculation|headlines|posts|gossip|belief)\b"
    r"(?: to the contrary)?"
)
_BEFORE = Sought(rf"\W*contrary to{_REPORTS}(?! (?:that|of|about)\b)[^,;]{{0,80}}, (?=\w)", re.I)
_BEHIND = Sought(
    rf",? (?:contrary to|despite|in spite of|notwithstanding){_REPORTS}(?! (?:that|of)\b)"
    r"(?: (?:on|in|by|from|at) [^,;.]{2,60}?)?\W*$",
    re.I,
)


def put_against(done: Attributed, reading: SentenceReading) -> SentenceReading:
    """The sentence with what is told against others' reports as it is told without these, and of
    "not P" as the denial of P that it is."""
    found = [_put(done, reading, each) for each in reading.attributions]
    if all(new is old for new, old in zip(found, reading.attributions, strict=True)):
        return reading
    return replace(reading, attributions=found)


def _put(done: Attributed, reading: SentenceReading, attribution: Attribution) -> Attribution:
    content, tokens = attribution.content, reading.sentence.tokens
    if content is None or not attribution.voices or attribution.cue.stance is not Stance.ALLEGES:
        return attribution
    start, end = tokens[content.first].start, tokens[content.last - 1].end
    match = _BEFORE.search(done.page.text, start, end)
    if match is not None and match.start() == start:
        inside = (
            at for at in range(content.first, content.last) if tokens[at].start >= match.end()
        )
        told = replace(content, first=next(inside))
    else:
        match = _BEHIND.search(done.page.text, start, end)
        if match is None or match.start() <= start or match.end() < end:
            return attribution
        last = max(
            at for at in range(content.first, content.last) if tokens[at].end <= match.start()
        )
        told = replace(content, last=last + 1)
    words = finish(done.page.text[tokens[told.first].start : tokens[told.last - 1].end])
    if affirm(words) == words or not is_negative(words):
        return replace(attribution, content=told)
    cue = replace(attribution.cue, stance=Stance.DENIES, mark=AGAINST)
    return replace(attribution, cue=cue, content=told)


def doubt_in_own_voice(done: Attributed, reading: SentenceReading) -> list[Position]:
    """The doubt of whoever writes that "there is no evidence that P", where nobody is named who
    says so."""
    sentence = reading.sentence
    start, end = sentence.start, sentence.end
    match = _NO_EVIDENCE.search(done.page.text, start, end)
    if match is None or match.start() > start or done.page.has_quote(start, end):
        return []
    if any(each.voices for each in reading.attributions):
        return []
    first = next(at for at, t in enumerate(sentence.tokens) if t.start >= match.end())
    tokens = sentence.tokens[first:]
    told = without_any(reword(done, sentence, tokens, first, NOBODY, direct=True))
    if is_negative(told) or not is_checkable(told, spoken=False):
        return []
    return [in_own_voice(sentence, (start, tokens[-1].end), Stance.DOUBTS, told)]


_NO_EVIDENCE = Sought(
    r"\W*(?:(?:but|however|yet|so|and|still),? )?(?:there(?: (?:is|was|are|were|has been)|['’]s)"
    r"(?: \w+ly| also| still| as yet)? (?:no|little|zero) (?:[a-z]+ ){0,2}?"
    r"(?:evidence|proof|indications?|signs?) (?:that|to (?:suggest|indicate|show|prove)(?: that)?)|"
    r"it(?:['’]s| is| was| seems| appears| remains) (?:\w+ly )?"
    r"(?:unlikely|doubtful|improbable|questionable) (?:that|whether|if)) (?=\S+ \S)",
    re.I,
)


def deny_reports(done: Attributed, reading: SentenceReading) -> list[Position]:
    """The denial of whoever writes "not P, despite reports on Swedish websites", where nobody is
    named who says so."""
    sentence = reading.sentence
    start, end = sentence.start, sentence.end
    match = _BEHIND.search(done.page.text, start, end)
    if match is None or any(each.voices for each in reading.attributions):
        return []
    if done.page.has_quote(start, end):
        return []
    tokens = [token for token in sentence.tokens if token.end <= match.start()]
    told = reword(done, sentence, tokens, 0, NOBODY, direct=True) if tokens else ""
    denied = affirm(told)
    if denied == told or not is_negative(told) or not is_checkable(denied, spoken=False):
        return []
    return [in_own_voice(sentence, (start, match.end()), Stance.DENIES, denied)]

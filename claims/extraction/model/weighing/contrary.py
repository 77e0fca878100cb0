"""What others had claimed, told beside its denial: "she is not his wife, as officials had said"."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.cues.verdict_words import is_verdict
from claims.extraction.model.network.decode import Reading
from claims.extraction.model.weighing.wording import word_reading
from claims.extraction.position import Position
from claims.extraction.positions.judge import CALLED_RUBBISH, judge
from claims.extraction.text.quality import split_subject
from claims.extraction.text.segment import tokenize
from claims.extraction.voice import Voice
from claims.extraction.wording.affirm import affirm
from claims.extraction.wording.joining import claim_key, is_negative
from claims.extraction.wording.reword import reword
from claims.extraction.wording.sentence import finish
from claims.model import Stance

_AS_CLAIMED = re.compile(
    r",? as (?:(?!and\b|but\b)[^,;.]{2,80}? )?(?:had|ha[sv]e?|was|were|is|are)(?: been)?"
    r"(?: (?:previously|earlier|widely|initially|originally|first|once|popularly|\w+ly))*"
    r" (?:claimed|reported|alleged|suggested|asserted|announced|said|told|stated|believed|feared|"
    r"rumou?red|assumed|thought)\b|"
    r",? as (?:(?!and\b|but\b)[^,;.]{2,60}? )(?:claims?|claimed|alleges?|alleged|reported|reports|"
    r"suggests?|suggested|insists?|contends?|asserts?|asserted|maintains?)(?=[.,]|$)"
)
_JOINED = re.compile(
    r"^.+ (?:and|but) (?P<not>(?:is|are|was|were|had|has|did|does|do)(?: not|n['’]t) .+)$", re.S
)
"""What is denied last of several: "died in a fall and was not pushed"."""


def read_claimed(
    done: Attributed, reading: Reading, voice: Voice
) -> tuple[Reading, Position | None]:
    """A reading with its position; of what was claimed before, as who claimed it had it."""
    claimed = as_claimed(done, reading)
    instead = _told_instead(done, reading) if claimed is None else ""
    if instead:
        return _instead(reading, word_reading(done, reading, voice), instead)
    if claimed is None:
        worded = word_reading(done, reading, voice)
        return reading, _contradicted(done, reading, _behind_verdict(done, reading, worded))
    worded = word_reading(done, claimed, voice)
    if worded is not None:
        told = finish(_AS_CLAIMED.split(worded.claim, maxsplit=1)[0])
        joined = _JOINED.match(told)
        if joined is not None and (whom := split_subject(told)[0]):
            told = f"{whom} {joined['not']}"
        worded = replace(worded, claim=affirm(told))
    return claimed, worded


def _behind_verdict(done: Attributed, reading: Reading, worded: Position | None) -> Position | None:
    """Of whom a quotation has say that it is rubbish and what is so instead, that the first is what
    they deny: "Rubbish, he passed it on Friday"; and of whom it has say nothing else."""
    if worded is None or worded.stance is not Stance.DENIES:
        return worded
    verdict = judge(done.page.text[slice(*reading.quote)])
    rubbish = verdict is not None and verdict.reason == CALLED_RUBBISH
    rubbish = rubbish or is_verdict(tokenize(worded.claim, 0, len(worded.claim)))
    return replace(worded, claim="", points=True) if rubbish else worded


def _told_instead(done: Attributed, reading: Reading) -> str:
    """What somebody seen to deny something puts forward against it: "disagreed, saying (the crew
    had ignored two warnings)"; "" where they put forward nothing so."""
    if reading.value != Stance.DENIES.value:
        return ""
    match = _DISAGREES.search(done.page.text, *reading.quote)
    return match["told"] if match is not None else ""


def _instead(
    reading: Reading, worded: Position | None, instead: str
) -> tuple[Reading, Position | None]:
    """What they put forward as that, where nothing else was seen; what else was, as denied."""
    words = claim_key(instead)
    if worded is None or not claim_key(worded.claim) <= words:
        return reading, worded
    told = claim_key(reading.told)
    if 2 * len(told & words) < len(told):
        return reading, replace(worded, claim="", points=True)
    alleged = replace(reading, value=Stance.ALLEGES.value)
    return alleged, replace(worded, stance=Stance.ALLEGES, points=False)


_DISAGREES = re.compile(
    r"\b(?:disagree[sd]?|differ(?:s|ed)|beg(?:s|ged) to differ|counter(?:s|ed)|object(?:s|ed))"
    r"(?:,? (?:saying|arguing|insisting|claiming|adding|noting|stating)|,? and (?:said|insisted))"
    r"(?: that)? (?P<told>[^.;]+)",
    re.I,
)


def _contradicted(done: Attributed, reading: Reading, worded: Position | None) -> Position | None:
    """Of whom a sentence is "contrary to": they told the opposite of what it tells besides."""
    if worded is None:
        return None
    sentence = done.page.sentences[reading.sentence]
    if reading.source is not None:
        behind = _CONTRARY_BEHIND.search(done.page.text, sentence.start, sentence.end)
        if behind is not None and reading.source[0] > behind.start():
            return _opposite(worded, behind["what"])
        reports = _DESPITE_REPORTS.search(done.page.text, sentence.start, sentence.end)
        if reports is not None and reading.source[0] > reports.start():
            return _reported_instead(done, reading, worded, reports)
    nobody = reading.kind == "unattributed"  # "contrary to what has been reported"
    if nobody:
        otherwise = _TO_THE_CONTRARY.search(done.page.text, sentence.start, sentence.end)
        if otherwise is not None:
            other = _opposite(worded, otherwise[0])
            return other if other is not None and other.stance is Stance.ALLEGES else None
    match = _CONTRARY_TO.match(done.page.text, sentence.start, sentence.end)
    if match is None and nobody:
        match = _DESPITE_RUMOURS.match(done.page.text, sentence.start, sentence.end)
    if match is None or worded.stance is not Stance.ALLEGES:
        return worded
    if not nobody and (reading.source is None or reading.source[1] > match.end()):
        return worded
    told = affirm(worded.claim)
    return replace(worded, claim=told) if told != worded.claim else None


def _opposite(worded: Position, behind: str) -> Position | None:
    """What those told to whom a sentence is contrary: P, where it tells "not P", else they deny
    it. None where the words are no more than who they are."""
    words = claim_key(worded.claim)
    if worded.points or not words or words <= claim_key(behind) or _WERE_TOLD.search(behind):
        return None
    if worded.stance is Stance.DENIES:
        return replace(worded, stance=Stance.ALLEGES)
    if worded.stance is not Stance.ALLEGES:
        return worded
    told = affirm(worded.claim) if is_negative(worded.claim) else worded.claim
    stance = Stance.ALLEGES if told != worded.claim else Stance.DENIES
    return replace(worded, claim=told, stance=stance)


def _reported_instead(
    done: Attributed, reading: Reading, worded: Position, reports: re.Match[str]
) -> Position | None:
    """What the reports tell despite which a sentence tells "not P", or to the contrary of which:
    P; None where it tells what is so, the opposite of which nobody could put into words."""
    if worded.stance is not Stance.ALLEGES or worded.points:
        return None
    sentence = done.sentences[reading.sentence].sentence
    last = sum(token.end <= reports.start() for token in sentence.tokens)
    words = reword(done, sentence, sentence.tokens[:last], 0, worded.voice, direct=False)
    told = affirm(words)
    return replace(worded, claim=told) if told != words else None


_DESPITE_REPORTS = re.compile(
    r"[,–—]? (?:despite|notwithstanding|in spite of|contrary to)(?: (?!what\b)[\w-]+){0,3}? "
    r"(?:reports?|claims?|rumou?rs?|stor(?:y|ies)|speculation|headlines|posts|media)\b"
    r"(?: to the contrary)?(?! that\b)(?: (?:on|in|by|from|at) [^,;.]{2,60}?)?"
    r"(?=[.,;\"”]|$)",
    re.I,
)
"""What a sentence is told despite, of which nothing is told but whose it is: "despite reports on
Swedish websites"."""
_WERE_TOLD = re.compile(r"\b(?:is|are|was|were|been) (?:told|informed|promised|assured|led)\b")
"""Of what others told them they tell nothing: "contrary to what residents were told"."""
_CONTRARY_BEHIND = re.compile(
    r"[,–—] (?:contrary to|(?:despite|in spite of|unlike|in contrast to) what) "
    r"(?P<what>[^.;]{3,120})"
)
_TO_THE_CONTRARY = re.compile(
    r"\b(?:despite|notwithstanding|in spite of)(?: [\w-]+){0,3} "
    r"(?:claims?|reports?|rumou?rs?|suggestions?|speculation|stories) to the contrary\b",
    re.I,
)
_CONTRARY_TO = re.compile(
    r"[\"“]?(?:Contrary to|(?:Despite|In spite of|Unlike|In contrast to) what)"
    r" (?:[^,;.]|\.(?! )){3,100},"
)

_DESPITE_RUMOURS = re.compile(
    r"[\"“]?(?:Despite|Notwithstanding|In spite of) (?:[\w-]+ ){0,3}?"
    r"(?:rumou?rs|speculation|reports|claims|gossip|whispers|stories|headlines)\b[^,;.]{0,60},"
)


def as_claimed(done: Attributed, reading: Reading) -> Reading | None:
    """The reading of who had put forward what its sentence denies, as an allegation of that.

    None where it is none: whoever "said" so beside a denial may agree with it, but what "had been
    claimed" is what is denied. What the writer told of it and what was seen of it fall away.
    """
    sentence = done.page.sentences[reading.sentence]
    text = done.page.text[sentence.start : sentence.end]
    match = _AS_CLAIMED.search(text)
    if match is None or not is_negative(text[: match.start()]):
        return None
    if reading.source is not None:
        inside = reading.source[0] - sentence.start
        if not match.start() <= inside < match.end():
            return None
    elif reading.kind != "unattributed":
        return None
    return replace(reading, value=Stance.ALLEGES.value, told="", told_else=(), vector=None)

"""What somebody calls a report before saying of what it is: '"Ridiculous," Orr said of claims that
the mill was sold'; and what they call what was told before: '"Pure invention," said Orr'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.attribution.attributed import Attribution, SentenceReading
from claims.extraction.attribution.content import Content
from claims.extraction.cues.idioms import names_false
from claims.extraction.cues.verdict_words import is_verdict, only_rates
from claims.extraction.position import RATED, VERDICT, Position
from claims.extraction.positions.judge import judge
from claims.extraction.text.lexicon import word_set
from claims.model import Stance

_OF_REPORTS = re.compile(
    r"(?:of|about) (?:(?!that\b)[\w'’-]+ ){0,3}?"
    rf"(?:{'|'.join(sorted(word_set('report_nouns')))})\b",
    re.I,
)
_SAID_OF_REPORTS = re.compile(
    rf"[\"”] [^\"“”]{{0,60}}?\bsa(?:id|ys) (?:[\w.'’-]+ ){{0,4}}?{_OF_REPORTS.pattern} that\b", re.I
)
_WARNED_OF = re.compile(
    r"\b(?:(?:warn|caution|alert|complain)(?:s|ed|ing)? (?:[\w'’-]+ ){0,3}?"
    r"(?:of|about|against|over)|"
    r"(?:ignore|disregard|not (?:to )?(?:believe|share|spread|trust))) (?:[\w'’-]+ ){0,5}?"
    rf"(?:{'|'.join(sorted(word_set('source_documents') | word_set('report_nouns')))})s? "
    r"(?:(?:online|on social media|circulating|doing the rounds|being shared) )?"
    r"(?:that |which )?(?:(?:falsely|wrongly) )?(?:claim|say|alleg|suggest|stat|purport)\w*\b",
    re.I,
)
"""Who is on their guard against others' word: "warned of a message claiming that P"."""
_OPENS, _CLOSES = frozenset('"“'), frozenset('"”')
_LABEL = 12
"""Tokens that a label has at most, with its marks."""


def says_of_reports(words: str) -> bool:
    """Whether somebody says something of reports that P, or warns of them, and not P."""
    return _SAID_OF_REPORTS.search(words) is not None or _WARNED_OF.search(words) is not None


def put_on_reports(reading: SentenceReading) -> SentenceReading:
    """The sentence with each label of a report as the stance that it takes on that; without the
    attribution where it takes none: '"Ask the lawyers," Orr said of claims that P'."""
    found = [_on_report(reading, attribution) for attribution in reading.attributions]
    if all(new is old for new, old in zip(found, reading.attributions, strict=True)):
        return reading
    return replace(reading, attributions=[each for each in found if each is not None])


def _on_report(reading: SentenceReading, attribution: Attribution) -> Attribution | None:
    cue, source, tokens = attribution.cue, attribution.source, reading.sentence.tokens
    if cue.lemma in ("warn", "caution"):
        words = " ".join(token.text for token in tokens[cue.main : cue.main + 2 * _LABEL])
        return attribution if _WARNED_OF.search(words) is None else None
    if cue.lemma != "say" or cue.stance is not Stance.ALLEGES or source is None:
        return attribution
    behind = max(cue.last + 1, source.last)
    words = " ".join(token.text for token in tokens[behind : behind + _LABEL])
    if _OF_REPORTS.match(words) is None:
        return attribution
    close = min(cue.first, source.first) - 1
    opens = [at for at in range(max(0, close - _LABEL), close) if tokens[at].text in _OPENS]
    if close < _SHORTEST or tokens[close].text not in _CLOSES or not opens:
        return attribution
    label = tokens[opens[-1] + 1 : close]
    verdict = judge(" ".join(token.text for token in label))
    if verdict is None and not any(names_false(label, at) for at in range(len(label))):
        return None
    stance = verdict.stance if verdict is not None else Stance.DENIES
    end = len(tokens) - (not tokens[-1].is_word)
    content = Content(behind + 1, end, "right", introduced=False, nominal=True)
    cue = replace(cue, stance=stance, until=(opens[-1], close + 1))
    return replace(attribution, cue=cue, content=content)


_SHORTEST = 2
"""Tokens before the mark that closes a label."""
_PARTS = frozenset([":", ";", "–", "—", "--", "-"])
"""What parts a verdict from what it is on: "- utter nonsense, according to the mayor"."""


def put_verdicts(reading: SentenceReading, told: Sequence[Position]) -> SentenceReading:
    """The sentence with each verdict that is all that somebody says, as a denial of what was
    ``told`` before: '"Pure invention," said Orr', "Groundless, the ministry said"."""
    near = [p for p in told[-1:] if p.sentence >= reading.sentence.index - 1]
    alleged = any(p.stance is Stance.ALLEGES and not _TO_COME.search(p.claim) for p in near)
    denials = [_verdict(reading, each, alleged=alleged) for each in reading.attributions]
    if not any(denials):
        return reading
    found: list[Attribution] = []
    for attribution, denial in zip(reading.attributions, denials, strict=True):
        found.append(denial or attribution)
        goes_on = attribution.content
        if denial is not None and goes_on is not None and goes_on.introduced:
            found.append(attribution)  # "Not so, Lima said: it had learned of it from the radio"
    return replace(reading, attributions=found)


_TO_COME = re.compile(r"\b(?:will|would|should|shall|must|plans?|planned|intends?|wants?)\b", re.I)
"""What is told of a plan, which is called absurd by who denies nothing."""


def _verdict(
    reading: SentenceReading, attribution: Attribution, *, alleged: bool
) -> Attribution | None:
    """A verdict that is all that somebody says; ``alleged`` tells that it stands right behind what
    others put forward, which it must be on."""
    cue, source, tokens = attribution.cue, attribution.source, reading.sentence.tokens
    if cue.stance is not Stance.ALLEGES or source is None or cue.negated:
        return None
    end = min(cue.first, source.first)
    first = next((at + 1 for at in range(end - 1, -1, -1) if tokens[at].text in _PARTS), 0)
    label = tokens[first:end]
    if not label or label[-1].is_word or not is_verdict(label):
        return None
    mark = RATED if only_rates(label) and not alleged else VERDICT
    cue = replace(cue, stance=Stance.DENIES, weak=False, until=(first, end), mark=mark)
    return replace(attribution, cue=cue, content=None)

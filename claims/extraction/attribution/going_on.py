"""What a source goes on to tell behind its "said": "the patrol had crossed the line, Lima said, and
had walked into a minefield", "the gates were shut, police said, and nobody had been hurt"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.attribution.attributed import Attribution, SentenceReading
from claims.extraction.attribution.content import Content
from claims.extraction.cues.cue import Shape
from claims.extraction.text.quality import is_finite
from claims.extraction.text.segment import Token
from claims.model import Stance

_JOINS = frozenset(["and", "but"])
_BACK = frozenset(["had", "would", "hadn't", "wouldn't"])
"""What tells that it is said, and that the text does not tell it itself."""
_MAY_HAVE = frozenset(["must", "could", "might", "may"])
_BESIDE = 8
"""Tokens behind who says it, of when and where they do."""
_SUBJECT = 8
"""Tokens that the subject of a clause may take."""
_NO_SUBJECT = frozenset(["who", "which", "that", "when", "where", "while", "as", "after", "before"])


def find_gone_on(reading: SentenceReading) -> list[Attribution]:
    """What those who said what stands before them in a sentence tell in a clause behind an "and",
    where its verb shows that it is theirs."""
    found = []
    for each in reading.attributions:
        told = each.content
        plain = each.cue.stance is Stance.ALLEGES and each.cue.shape is Shape.FINITE
        if told is None or told.side != "left" or not (plain and each.voices) or each.noun:
            continue
        if each.source is None or any(reading.quoted[told.first : told.last]):
            continue
        more = _clause_behind(reading, each)
        if more is None:
            continue
        subject = None
        if reading.sentence.tokens[more.first].lower in _BACK:
            subject = _subject(reading.sentence.tokens, told)
            if subject is None:
                continue
        found.append(replace(each, content=more, carried=subject, goes_on=True))
    return found


def _clause_behind(reading: SentenceReading, said: Attribution) -> Content | None:
    """The clause behind "and" that follows who says what stands before; None where none does, or it
    may be the text's own."""
    tokens = reading.sentence.tokens
    source = said.source
    end = said.cue.last + 1 if source is None else max(said.cue.last + 1, source.last)
    if source is not None and source.apposition is not None:
        end = max(end, source.apposition[1])
    near = range(end, min(len(tokens) - 2, end + _BESIDE))
    comma = next((at for at in near if not tokens[at].is_word and tokens[at].text != "'s"), None)
    if comma is None or tokens[comma].text != "," or tokens[comma + 1].lower not in _JOINS:
        return None
    first, last = comma + 2, len(tokens)
    while last > first and not tokens[last - 1].is_word:
        last -= 1
    stop = next((at for at in range(first, last) if tokens[at].text in (";", ":", "—", "–")), last)
    others = (each.cue.main for each in reading.attributions)
    if any(comma < main for main in others) or any(reading.quoted[first:stop]):
        return None
    if stop - first < _FEWEST or not _is_told(tokens, first, stop):
        return None
    return Content(first, stop, "right", False, False)


_FEWEST = 3
"""Words of such a clause."""


def _is_told(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the first verb of a clause is one that its teller would use, and not the text."""
    for at in range(first, min(last, first + _SUBJECT)):
        lower = tokens[at].lower
        if lower in _NO_SUBJECT or (not tokens[at].is_word and lower != "'s"):
            return False
        after = tokens[at + 1].lower if at + 1 < last else ""
        if lower in _BACK:
            return True
        if is_finite(lower):
            return lower in _MAY_HAVE and after == "have"
    return False


def _subject(tokens: Sequence[Token], told: Content) -> tuple[int, int] | None:
    """Of whom the clause before tells: the tokens before its first verb."""
    first = told.first
    ends = (at for at in range(first + 1, min(told.last, first + _SUBJECT)) if _acts(tokens[at]))
    end = next(ends, None)
    plain = end is not None and all(t.is_word or t.lower == "'s" for t in tokens[first:end])
    return (first, end) if end is not None and plain else None


def _acts(token: Token) -> bool:
    return is_finite(token.lower) and token.text.islower()

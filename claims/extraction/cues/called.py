"""What somebody calls a report by which they deny or doubt it: "called the rumour a hoax",
'described the announcement as "a badly written farce"', 'termed the link "fragile"'."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claims.extraction.cues.idioms import (
    POINTERS,
    false_ends,
    namers,
    names_report,
    past_false,
    told_false,
)
from claims.extraction.cues.verdict_words import is_verdict
from claims.extraction.text.asides import QUOTE_MARKS
from claims.extraction.text.inflect import forms_of
from claims.extraction.text.lexicon import PREPOSITIONS, word_set
from claims.extraction.text.segment import Token
from claims.extraction.text.verb_groups import BE, walk_group
from claims.model import Stance

_FAR = 16
"""Tokens behind the verb among which it stands what a report is called."""
_INSIDE = 7
"""Tokens between the quotation mark, or "as", and the word that tells."""
_ENDS = frozenset(".;:,")
_OPENS = QUOTE_MARKS | {"as", "a", "an", "being"}
_BREAKS = frozenset(["but", "while", "and", "who", "which", "that", "for", "because", "of", "by"])


class Called(NamedTuple):
    """What a report is called: the stance, and where that starts and ends (``until``), or the
    ``last`` token of a verdict that stands for the report itself."""

    stance: Stance
    until: tuple[int, int] | None = None
    last: int | None = None


def called_at(tokens: tuple[Token, ...], at: int) -> Called | None:
    """What somebody calls a report by the verb at ``at``."""
    called = _called_so(tokens, at)
    if called is not None:
        return called
    last = _condemned_at(tokens, at)
    return None if last is None else Called(Stance.DENIES, last=last)


def _called_so(tokens: tuple[Token, ...], at: int) -> Called | None:
    """What a report is called that is named behind the verb at ``at``, or before it."""
    if not _is_verb(tokens, at):
        return None
    until = told_false(tokens, at)
    if until is not None:
        quoted = any(token.text in QUOTE_MARKS for token in tokens[until[0] - 1 : until[1]])
        return Called(Stance.DENIES, (until[0], _close(tokens, until[0]) if quoted else until[1]))
    if tokens[at].lower not in namers():
        return None
    doing = tokens[at].lower.endswith("ing")
    if walk_group(tokens, at, idiom=True).has_be and not doing:
        return None
    opens = _opening(tokens, at)
    if opens is None:
        return None
    whom = [token.lower for token in tokens[at + 1 : opens]]
    stance = _stance(tokens, whom, opens)
    if stance is None and names_report(tokens, at + 1, opens) and _is_verdict_at(tokens, opens):
        stance = Stance.DENIES
    return None if stance is None else Called(stance, (opens, _close(tokens, opens)))


def _opening(tokens: tuple[Token, ...], at: int) -> int | None:
    """Where what somebody calls a thing starts, behind the thing."""
    near = tokens[at + 1 : at + 3]
    if len(near) == 2 and near[0].lower in POINTERS and not _is_told(near[1].lower):
        return at + 2
    for here in range(at + 2, min(len(tokens), at + _FAR)):
        if tokens[here].text in QUOTE_MARKS or tokens[here].lower in ("as", "a", "an"):
            return here if tokens[here - 1].lower not in _BREAKS else None
        if tokens[here].text in _ENDS or tokens[here].lower in BE:
            return None
    return None


def _is_verb(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a verb stands there, and no noun: "a second term, a charge Lima called false"."""
    if tokens[at].lower not in word_set("idioms_namers") or at == 0:
        return True
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or not (after.is_word or after.text in QUOTE_MARKS):
        return False
    return after.lower not in PREPOSITIONS | BE | {"and", "or"}


def called_ends(tokens: Sequence[Token], first: int) -> tuple[Stance, int] | None:
    """The stance on a report that is named before, by what it is called from ``first`` on and by
    nothing else, and where that ends: "(a charge that Orr called) 'cheap politics'"."""
    end = false_ends(tokens, first)
    if end is not None:
        return Stance.DENIES, end
    if first >= len(tokens) or tokens[first].lower not in _OPENS | {"not"}:
        return None
    called = _called(tokens, first)
    if _tells(called, word_set("called_fictions")):
        return Stance.DENIES, _close(tokens, first)
    if _tells(called, word_set("called_doubtful")) or _is_not_credible(called):
        return Stance.DOUBTS, _close(tokens, first)
    return None


def _called(tokens: Sequence[Token], opens: int) -> list[str]:
    """The words that tell what something is called, from the mark or article before them on."""
    first = opens
    while first < len(tokens) and tokens[first].lower in _OPENS:
        first += 1
    near = tokens[first : first + _INSIDE]
    end = next((n for n, t in enumerate(near) if t.text in QUOTE_MARKS | _ENDS), len(near))
    return [token.lower for token in near[:end]]


def _is_told(lower: str) -> bool:
    """Whether a noun for what was told stands behind "that": "that (figure)"."""
    return lower in word_set("report_nouns") | _FIGURES | _CONCLUSIONS


def _condemned_at(tokens: tuple[Token, ...], at: int) -> int | None:
    """The last token of a verdict that stands for the report itself: "condemned 'sheer
    fabrications' about (the arrests)"."""
    if tokens[at].lower not in namers() | _WAVES_OFF:
        return None
    for here in range(at + 1, min(len(tokens) - 1, at + _INSIDE)):
        end = past_false(tokens, here)
        if end > here:
            end += end < len(tokens) and tokens[end].text in QUOTE_MARKS
            about = end < len(tokens) and tokens[end].lower in ("about", "over", "regarding")
            return end - 1 if about else None
        if tokens[here].lower not in word_set("idioms_before_false"):
            return None
    return None


_WAVES_OFF = forms_of("reject") | forms_of("dismiss")


def is_called(tokens: tuple[Token, ...]) -> bool:
    """Whether a sentence only tells what a report is: "The list is padded with namesakes"."""
    be = next((at for at, token in enumerate(tokens) if token.lower in BE), None)
    if not be or be + 1 >= len(tokens):
        return False
    whom = [token.lower for token in tokens[:be]]
    return _stance(tokens, whom, be + 1) is not None


def _stance(tokens: tuple[Token, ...], whom: list[str], opens: int) -> Stance | None:
    called = _called(tokens, opens)
    pointed = whom[0] in POINTERS and len(whom) == 1
    report = pointed or names_report(tokens, opens - len(whom), opens)
    if _FIGURES.intersection(whom) and _tells(called, _INFLATED):
        return Stance.DENIES
    found = not _CONCLUSIONS.isdisjoint(whom)
    if (report or found) and _tells(called, word_set("called_fictions")):
        return Stance.DENIES
    if "case" in whom and _tells(called, _FICTIONS):
        return Stance.DENIES
    if "list" in whom and _tells(called, word_set("hoax_words")):
        return Stance.DENIES
    theory = (report and not pointed) or found
    if theory and _tells(called, word_set("called_doubtful")):
        return Stance.DOUBTS
    return Stance.DOUBTS if theory and _is_not_credible(called) else None


def _is_verdict_at(tokens: tuple[Token, ...], opens: int) -> bool:
    """Whether what it is called is nothing but a verdict: "as 'entirely without foundation'"."""
    first, end = opens, _close(tokens, opens)
    while first < end and tokens[first].lower in _OPENS:
        first += 1
    while end > first and not tokens[end - 1].is_word:
        end -= 1
    return is_verdict(tokens[first:end])


def _tells(called: list[str], words: frozenset[str]) -> bool:
    """Whether what it is called is one of the words, before more is told of it."""
    for word in called:
        if word in words:
            return True
        if word in _BREAKS or word == "not":
            return False
    return False


def _is_not_credible(called: list[str]) -> bool:
    held = not _CREDIBLE.isdisjoint(called)
    return held and called[0] in ("not", "neither", "hardly", "scarcely")


def _close(tokens: Sequence[Token], opens: int) -> int:
    """Where what it is called ends: behind its quotation, or at the next mark."""
    inside = False
    for at in range(opens, min(len(tokens), opens + _FAR)):
        if tokens[at].text in QUOTE_MARKS:
            if inside:
                return at + 1
            inside = True
        elif not inside and (tokens[at].text in _ENDS or tokens[at].lower in ("but", "and")):
            return at
    return min(len(tokens), opens + _FAR)


_FIGURES = frozenset(
    ["figure", "figures", "number", "numbers", "toll", "count", "tally", "list", "estimate",
     "estimates", "total"]
)  # fmt: skip
_INFLATED = frozenset(["padded", "inflated", "exaggerated", "overstated", "cooked", "made-up"])
_FICTIONS = frozenset(["novel", "thriller", "fiction", "fantasy", "fairy", "film", "invention"])
"""What a case is called by whoever denies what is charged: a trial is called a farce as well."""
_CONCLUSIONS = frozenset(
    ["link", "links", "finding", "findings", "conclusion", "conclusions", "hypothesis", "estimate",
     "estimates", "connection", "correlation", "sighting", "sightings"]
)  # fmt: skip
"""What somebody found that others doubt."""
_CREDIBLE = frozenset(["credible", "plausible", "convincing", "supported", "proven", "proved"])

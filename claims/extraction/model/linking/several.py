"""Answers on more than one claim, "could not verify either account", and on none, "made no such
call" where nobody told of a call."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from claims.extraction.model.linking import apart, rejecting
from claims.extraction.model.linking.clusters import gather_members
from claims.extraction.model.linking.deeds_named import tells_deed
from claims.extraction.model.linking.linked import Linked, looked_back
from claims.extraction.model.linking.of_denial import is_of_denial
from claims.extraction.position import same_voice, takes_back
from claims.extraction.text.lexicon import word_set
from claims.extraction.wording.joining import claim_key, is_negative
from claims.model import AFFIRMING, Stance

_BACK = 12
"""Positions before an answer that are looked at."""
_FAR = 40
"""The same, of who takes something back."""
_NEAR = 3
"""Sentences back in which both of two accounts stand, or figures."""
_EITHER = re.compile(
    r"\b(?:either|neither|both)(?: of)?(?: (?:the|these|those))?(?: \w+)? "
    r"(?:accounts?|claims?|versions?|reports?|stor(?:y|ies)|statements?|figures?|accusations?|"
    r"allegations?|tolls?)\b(?! (?:that|of)\b)",
    re.I,
)
_OF_FIGURES = re.compile(r"\b(?:figure|toll)s?$", re.I)
_FAR_FIGURES = 12
"""Sentences back in which "either figure" stands, whatever else was told in between."""
_FIGURES = re.compile(r"\b(?:those|these) (?:\w+ )?(?:figures|numbers|tolls|estimates)\b", re.I)
NO_SUCH = re.compile(
    r"\bno such (\w+)(?=[,.;:\"”’']|$| (?:had|has|have|was|were|is|existed|exists|took)\b)", re.I
)
"""What somebody says that there was none of, told of before: "no such call"."""
_WRITES = re.compile(
    r"\b(?:wr[io]t\w+|wrote|publish\w*|commission\w*|produc\w*|sent|fil(?:ed|es)|draft\w*) $", re.I
)
_DENIES_REPORTS = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|refut\w*) "
    r"(?:the|those|these|all|any|such) (?:\w+ )?"
    r"(?:reports?|claims?|allegations?|accusations?|rumou?rs?|suggestions?)\b",
    re.I,
)
_WHATEVER = word_set("report_nouns") | word_set("several_whatever")
"""What may be no such of whatever was told."""


def told_twice(linked: Sequence[Linked], i: int) -> list[int]:
    """The two positions that answer ``i`` is on: both accounts, or all figures told just before;
    fewer where there are no two."""
    here = linked[i]
    if not (here.is_contested and here.position.points):
        return []
    match = _EITHER.search(here.words)
    either = match is not None
    counts = match is None or _OF_FIGURES.search(match[0]) is not None
    if not either and _FIGURES.search(here.words) is None:
        return []
    near = _FAR_FIGURES if either and counts else _NEAR
    found: list[int] = []
    for j in looked_back(i, _BACK):
        told = linked[j]
        if len(found) == _MOST or here.position.sentence - told.position.sentence > near:
            break
        fits = apart.answers(here, told) and (not counts or bool(told.figures))
        others = all(not same_voice(told.position.voice, linked[k].position.voice) for k in found)
        if fits and (others or not either):
            found.append(j)
    return found


_MOST = 2


def told_figure(linked: Sequence[Linked], i: int) -> int | None:
    """What another told last with a figure in it, where ``i`` says that "the number is inflated";
    of "the yield figure", what tells of the yield."""
    here = linked[i]
    of = rejecting.figure_of(here.words)
    for j in looked_back(i, _BACK):
        told = linked[j]
        if here.position.sentence - told.position.sentence > _SHORTLY:
            return None
        counts = any(not _YEARS[0] <= figure < _YEARS[1] for figure in told.figures)
        if counts and apart.answers(here, told) and of <= told.wording | told.quote:
            return j
    return None


def _is_on_no_figure(linked: Sequence[Linked], groups: Sequence[int], i: int) -> bool:
    """Whether somebody says that "the number is inflated" of what tells no number."""
    here = linked[i]
    if not (here.rates and rejecting.is_on_figure(here.words)) or told_twice(linked, i):
        return False
    told = (linked[j] for j, number in enumerate(groups) if number == groups[i] and j != i)
    return not any(each.figures for each in told if each.has_own_words)


_SHORTLY = 6
"""Sentences back in which a figure stands that somebody speaks of."""
_YEARS = (1900, 2100)
"""Figures that most often are years."""


def is_on_nothing(linked: Sequence[Linked], i: int) -> bool:
    """Whether answer ``i`` says that there was "no such call" where nobody told of one, takes back
    what its party is not told to have said, or only doubts or contradicts a denial."""
    here = linked[i]
    if is_of_denial(linked, i):
        return True
    if here.position.stance is not Stance.DENIES:
        return False
    party = here.position.voice.party
    named = party[:1].isupper() and not party.startswith(("The ", "A ", "An "))
    if named and here.position.points and takes_back(here.position):
        voices = (linked[j].position.voice for j in range(max(0, i - _FAR), i))
        return not any(same_voice(here.position.voice, voice) for voice in voices)
    match = NO_SUCH.search(here.words)
    if match is None:
        return False
    if match[1].lower() in _WHATEVER and _WRITES.search(here.words, 0, match.start()) is None:
        return False
    thing = claim_key(match[1])
    others = (each for each in linked if each is not here)
    return not any(
        thing <= each.wording or any(tells_deed(each, noun) for noun in thing) for each in others
    )


def _denies_own(linked: Sequence[Linked], members: Sequence[int], i: int) -> bool:
    """Whether who "denied the reports" would deny nothing but what the same party put forward among
    the ``members`` of their claim: what was reported is not told here. Who said "not P" before does
    not contradict themselves."""
    here = linked[i]
    if here.position.stance is not Stance.DENIES or not here.position.points:
        return False
    if _DENIES_REPORTS.search(here.words) is None:
        return False
    told = [linked[j].position for j in members[:_FAR] if linked[j].has_own_words]
    return bool(told) and all(
        each.stance in AFFIRMING
        and same_voice(each.voice, here.position.voice)
        and not is_negative(each.claim)
        for each in told
    )


def settle_several(
    linked: Sequence[Linked], groups: Sequence[int], lost: Collection[int] = ()
) -> tuple[list[Linked], list[int]]:
    """The positions with the number of each one's claim, an answer on two claims once for each,
    and without those that are on nothing told, or ``lost``."""
    kept: list[tuple[Linked, int]] = []
    members = gather_members(groups)
    for i, (each, number) in enumerate(zip(linked, groups, strict=True)):
        if i in lost or is_on_nothing(linked, i) or _is_on_no_figure(linked, groups, i):
            continue
        if _denies_own(linked, members[number], i):
            continue
        kept.append((each, number))
        others = [groups[j] for j in told_twice(linked, i) if groups[j] != number]
        if len(others) == 1:  # it is on the other of the two already
            again = replace(each, told="", told_words=frozenset(), told_else={})
            kept.append((again, others[0]))
    return [each for each, _ in kept], [number for _, number in kept]

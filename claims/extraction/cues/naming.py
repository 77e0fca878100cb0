"""Who tells what something is, or what there was, with no clause: "identified the mine as a PMN-2",
"gave the decline as 6 per cent", "spoke of two blasts", "raised its toll to 19", "boasted of having
sunk the ship"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from claims.extraction.cues.figures import FIGURE
from claims.extraction.text.inflect import forms_of
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.segment import Token

NAMING = "naming"
"""The mark of a cue that tells so."""
_WORDS = r"(?:(?!(?:as|known|described|seen) )[\w'’-]+ )"
_WHOM = (
    rf"(?:(?:the|an?|his|her|its|their|two|three|four) {_WORDS}{{1,6}}?|him |her |them |"
    rf"(?-i:[A-Z])[\w'’-]* {_WORDS}{{0,3}}?|cause (?:of )?{_WORDS}{{0,2}}?)"
)
"""Who or what it is told of, to the blank before "as"."""
_NO_FACT = (
    r"(?:\w+ )?(?:priority|goals?|targets?|opportunity|concern|challenge|area|risk|way|key|means|"
    r"problem|threat|example|model|reason|weakness|strength)\b"
)
"""What something is only held to be: "identified it as a priority"."""
EVENTS = (
    r"(?:explosions|blasts|shots|bangs|booms|strikes|attacks|raids|drones|missiles|rockets|shells|"
    r"planes|jets|helicopters|deaths|dead|fatalities|injuries|injured|wounded|casualties|victims|"
    r"bodies|corpses|arrests|detainees|gunmen|attackers|assailants|fires|cases|infections|patients|"
    r"survivors|incidents|leaks|spills|craters|graves|abductions|killings|rapes|beatings)\b"
)
"""What there may be several of, as whoever saw them tells."""


class _Naming(NamedTuple):
    """Verbs, what stands behind them, and how many words of that belong to the verb."""

    verbs: tuple[str, ...]
    behind: re.Pattern[str]
    more: int = 0


_NAMINGS = tuple(
    _Naming(verbs, re.compile(behind, re.I), more)
    for verbs, behind, more in (
        (
            ("identify",),
            rf"{_WHOM}as (?:(?:the|an?|his|her|its|their) (?!{_NO_FACT})|(?-i:[A-Z])|\d)",
            0,
        ),
        (("name",), rf"{_WHOM}as (?-i:[A-Z])[\w’'-]+(?: (?-i:[A-Z])|[,.]? *$| ?[,.])", 0),
        (
            ("list",),
            rf"(?:the|his|her|its|their) {_WORDS}{{0,2}}?(?:cause|owner|date|place|age|manner) "
            rf"{_WORDS}{{0,3}}?as \w",
            0,
        ),
        (("give",), rf"(?:the|its|an?) {_WORDS}{{1,6}}?as {FIGURE}", 0),
        (("give",), rf"(?:his|her|their|its|the) {_WORDS}?name as (?-i:[A-Z])", 0),
        (
            ("raise", "lower", "revise", "cut", "reduce", "increase", "update"),
            r"(?:its|the|their) (?:[\w'’-]+ ){0,2}?(?:toll|tally|count) "
            rf"(?:(?!to )[\w'’,.-]+ ){{0,5}}?to {FIGURE}",
            0,
        ),
        (("speak", "tell"), rf"of {FIGURE} ?(?:[\w'’-]+ ){{0,4}}?{EVENTS}", 1),
        (("speak", "tell"), r"of having \w+ \w", 1),
        (("boast", "brag"), r"of (?:having \w|\w{2,}ing )", 1),
    )
)
_FAR = 16
"""Tokens behind the verb that tell it."""


def naming_end(tokens: Sequence[Token], at: int) -> int | None:
    """Where the words end by which a verb at ``at`` tells what something is: at the verb, or at the
    "of" of "boasted of"; None where it tells no such thing."""
    if tokens[at].lower not in naming_verbs() or _is_of_report(tokens, at):
        return None
    behind = " ".join(token.text for token in tokens[at + 1 : at + 1 + _FAR])
    for verbs, pattern, more in _NAMINGS:
        if any(tokens[at].lower in _forms(verb) for verb in verbs) and pattern.match(behind):
            return at + more
    return None


def _is_of_report(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is told of a report that another judges: "would not confirm the report, which
    named him": whose that is, hardly a text tells."""
    before = [token.lower for token in tokens[max(0, at - 3) : at] if token.is_word]
    return before[-1:] in (["which"], ["that"]) and not _REPORTS.isdisjoint(before[-2:-1])


_REPORTS = word_set("report_nouns")


@cache
def naming_verbs() -> frozenset[str]:
    """Forms of the verbs that may tell so."""
    return frozenset(form for naming in _NAMINGS for verb in naming.verbs for form in _forms(verb))


@cache
def _forms(verb: str) -> frozenset[str]:
    return forms_of(verb)

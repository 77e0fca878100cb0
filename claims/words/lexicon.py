"""Words that say the same thing of an event, and words that say the opposite.

Written by hand for contested news: few classes, each narrow, because a wrong
synonym joins two claims that are not the same. Stems are looked up, so one
form of each word is enough.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from claims.words.stems import stem

_SAME = """
capture captured seize seized kidnap kidnapped abduct abducted
arrest arrested apprehend apprehended detain detained custody
ceasefire truce armistice
supply supplied provide provided deliver delivered ship shipped furnish shipment delivery
attack attacked assault assaulted strike struck
explosion explode exploded blast detonate detonated
behead beheaded beheading decapitate decapitated decapitation
violate violated violation breach breached breaches contravene
destroy destroyed
shoot shot gunned
car automobile
plane aircraft airplane jet airliner jetliner
weapon weapons arms armament weaponry munition munitions
soldier soldiers troop troops
doctor physician
purchase purchased buy bought acquire acquired acquisition
marry married wed wedding marriage
fire fired sack sacked dismissed
resign resigned quit
launch launched introduce introduced unveil unveiled
publish published post posted
pregnant expecting pregnancy
girlfriend boyfriend dating relationship
baby newborn infant
child children kid kids
woman women female
man men male
picture photo photograph image
film movie
hostage hostages captive captives
militant militants fighter fighters jihadist jihadists extremist extremists
gift present
meteorite meteor
fund funded finance financed
hack hacked cyberattack
flee fled escape escaped
employ employed hire hired
sibling brother sister
assassinate assassinated murder murdered
smuggle smuggled
lawsuit sue sued suing
find found discover discovered
suicide
company firm
fake hoax fabricated
"""
_COMPLEMENTS = """
alive living survive survived surviving | dead die died dies dying death deceased kill killed slain
true real genuine authentic truth fact | false untrue fake hoax fabricated bogus fictitious fiction
innocent | guilty
safe unharmed unhurt well fine | harmed hurt injured wounded
legal lawful | illegal unlawful
succeed succeeded successful | fail failed unsuccessful
present | absent
correct right accurate | wrong incorrect inaccurate
safe | dangerous unsafe
"""
"""Opposites of which one must hold: who denies the one says the other."""
_CONTRARIES = """
increase increased rise rose risen grow grew | decrease decreased fall fell fallen drop dropped
win won victory | lose lost defeat
accept accepted agree agreed approve approved | reject rejected refuse refused decline declined
allow allowed permit permitted | ban banned prohibit prohibited forbid forbidden
start started begin began begun | stop stopped end ended halt halted
open opened reopen | close closed shut
free freed release released liberate liberated | hold held imprison imprisoned
support supported back backed | oppose opposed
enter entered arrive arrived | leave left depart departed withdraw withdrew
guilty convicted | acquitted cleared
married | single divorced
military | civilian
"""
"""Opposites that may both be untrue, or true one after the other: two claims."""
_CONTRARY_NAMES = frozenset(f"~{line.split()[0]}" for line in _CONTRARIES.strip().splitlines())

NEGATORS = frozenset(
    """
    not no never none neither nor without cannot nobody nothing nowhere hardly n't don't doesn't
    didn't isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't couldn't
    shouldn't
    ain't dont doesnt didnt isnt wasnt cant wont lack lacks lacked
    لا لم لن ليس ليست غير
    """.split()  # noqa: SIM905 - a page of words reads better than a list of them
)
"""Words that turn a statement round."""
NEGATORS_BEFORE_TO = frozenset(
    {"fail", "fails", "failed", "refuse", "refuses", "refused", "decline", "declines", "declined"}
)
"""Verbs that do so when "to" follows: "failed to deliver"."""


class Concept(NamedTuple):
    """What a stem stands for: its class and the pole of it (+1 or -1; 0 has no opposite)."""

    name: str
    pole: int


@cache
def _concepts() -> dict[str, Concept]:
    known: dict[str, Concept] = {}
    for line in (_COMPLEMENTS.strip() + _CONTRARIES.rstrip()).splitlines():
        plus, minus = (part.split() for part in line.split("|"))
        for pole, words in ((1, plus), (-1, minus)):
            for word in words:
                known.setdefault(stem(word), Concept(f"~{plus[0]}", pole))
    for line in _SAME.strip().splitlines():
        words = line.split()
        for word in words:
            known.setdefault(stem(word), Concept(f"={words[0]}", 0))
    return known


def are_contrary(name: str) -> bool:
    """Whether a concept's poles are contraries: both may be untrue, or true in turn."""
    return name in _CONTRARY_NAMES


def concept_of(stemmed: str) -> Concept:
    """The concept of a stem; a stem in no class stands for itself."""
    return _concepts().get(stemmed) or Concept(stemmed, 0)

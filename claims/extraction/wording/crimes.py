"""What somebody denies by the name of a crime, told as a sentence.

Who "denied dangerous driving" denies that they were guilty of it, and not that there is any; who
"denies two counts of stealing it" denies that they stole it.
"""

from __future__ import annotations

import re

from claims.extraction.text.inflect import is_doing
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.nouns import tell_deed_by, tell_past_by
from claims.extraction.wording.sentence import finish
from claims.extraction.wording.stating import FINITE, tell_guilty

_COUNTED = re.compile(
    r"(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|a|an|several|"
    r"multiple|\d+) (?:(?:lesser|minor|single|separate|different|reduced|other|similar|further) )?"
    r"(?:counts?|charges?|offences?|offenses?) of) (?P<what>.+)",
    re.I | re.S,
)


def _one_of(*names: str) -> str:
    return "|".join(sorted(frozenset().union(*map(word_set, names))))


_PLAIN = rf"(?:{_one_of('sentence_crimes')})"
_NAMED = (
    rf"(?:(?:{_one_of('crimes_kinds')})[ -]){{1,3}}(?:{_one_of('sentence_crimes', 'crimes_acts')})|"
    rf"(?:{_one_of('crimes_alone')})"
)
_ENDS = r"(?=$| (?:on|against|causing|with|while|without|between|from|to|and|or|over|under)\b)"
_CRIME = re.compile(
    rf"(?:{_NAMED})(?:{_ENDS}| (?:in|at|during|of)\b).*|{_PLAIN}{_ENDS}(?! (?:to|from)\b) .*",
    re.I | re.S,
)
"""A crime of some kind, or one that is told at length: "murder" alone may be anybody's."""
_MOST = 16
"""Words of what names a crime."""


def state_crime(words: str, subject: str) -> str:
    """ "Two counts of rape" as "Orr was guilty of two counts of rape", "one count of stealing it"
    as "Orr stole it", of who denies that; "" of what names no crime of their own."""
    bare = words.strip(" .,;:\"“”'‘’")
    if len(bare.split()) > _MOST or FINITE.search(bare):
        return ""
    bare = f"{bare[:1].lower()}{bare[1:]}"
    counted = _COUNTED.fullmatch(bare)
    if counted is not None and is_doing(counted["what"]) and not _CRIME.fullmatch(counted["what"]):
        return finish(f"{subject} {tell_deed_by(subject, counted['what'])}")
    if counted is None and _CRIME.fullmatch(bare) is None:
        return ""
    one = counted is not None and _ONE.match(bare) is not None
    return tell_guilty(subject, counted["what"] if one and counted else bare)


_ONE = re.compile(r"(?:an?|one) ")


def is_court(party: str) -> bool:
    """Whether a party is a court, a judge or a jury."""
    return _COURT.search(party) is not None


_COURT = re.compile(r"\b(?:courts?|judges?|jur(?:y|ies|ors?)|tribunal|magistrates?)\b", re.I)


def state_cleared(words: str) -> str:
    """ "A court found Orr innocent of stealing it" as "Orr stole it"; "" of anything else."""
    match = _CLEARED.search(words)
    if match is None:
        return ""
    whom, deed = match["whom"], match["deed"].rstrip(".")
    if deed.split(" ", 1)[0].endswith("ing"):
        return finish(f"{whom} {tell_past_by(whom, deed)}")
    return tell_guilty(whom, deed)


_CLEARED = re.compile(
    r"\b(?:found|finds|declared|ruled) "
    r"(?P<whom>(?!(?:him|her|them|it)\b)[\w.'’-]+(?: [\w.'’-]+){0,4}?) "
    r"(?:to be )?(?:innocent|not guilty) of (?P<deed>[^,;]+?)"
    r"(?=\.?$|[,;]| (?:on|last|in) (?:\w+day|week|month|year|\d{4})\b)"
)


def state_guilty(words: str, subject: str) -> str:
    """ "To false accounting" as "Clara was guilty of false accounting", after "pleaded guilty", "to
    charges that she stole it" as "Clara stole it"; the words themselves where they tell what
    somebody did ("to stealing it")."""
    of_what = words.removeprefix("to ").removeprefix("To ")
    if of_what == words or of_what.split(" ", 1)[0].endswith("ing"):
        return words
    charged = _CHARGES_THAT.match(of_what)
    if charged is not None:  # "to charges that she stole it"
        return finish(f"{subject} {charged['deed']}" if charged["deed"] else charged["told"])
    return tell_guilty(subject, _OF_CHARGES.sub(r"\g<what>", of_what.rstrip(".")))


_CHARGES_THAT = re.compile(
    r"(?:(?:the|all|any) )?(?:[a-z]+ ){0,2}?(?:charges?|counts?|accusations?|allegations?) "
    r"(?:(?:alleging|claiming) )?that (?:(?:he|she|they|it) (?P<deed>.+)|(?P<told>.+))$",
    re.S,
)


_OF_CHARGES = re.compile(
    r"^(?:(?:(?:an?|one) )?charges? of (?=\S)|"
    r"(?P<what>(?!(?:the|an?|all|any|both|these|those|his|her|its|their|one|two|three|four|five|six|"
    r"several|more|such|no)\b)[a-z]+(?: [a-z-]+){0,3}) charges?$)"
)
"""The name of a charge, and what it is: "(a charge of) fraud", "fraud (charges)"."""

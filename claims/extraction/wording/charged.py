"""What somebody is charged with, convicted or cleared of, as what they are said to have done.

Who "denies the charges" after "Orr has been charged with theft" denies the theft, and no charge.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.extraction.text.sought import Sought
from claims.extraction.voice import GENDERS
from claims.extraction.wording.sentence import finish
from claims.extraction.wording.stating import state_charge

_WHAT = (
    r"(?P<what>(?!(?:the|these|those|that) (?:charges?|allegations?|claims?)\b)"
    r"(?:[^,;.]|[.,](?=\d)){3,100})"
)
_NAME = r"(?:[A-Z][\w'’-]*\.? ?){1,4}(?<=\w)"
_SOME = r"(?:the|an?|two|three|four|five|six|seven|eight|nine|ten|several|\d+)"
_WHO = rf"(?:(?:{_SOME} )?(?:[\w-]+ ){{0,3}}?{_NAME}|{_SOME} (?:[\w-]+ ){{0,3}}?[a-z-]+)"
_ASIDE = r"(?:, [^,;]{1,60},)?"
_WHEN = r"(?: (?:on|in|last|this|by|at|earlier|late|early|yesterday|today)(?: [\w'’-]+){0,4}?)??"
_HELD = r"(?:arrested|indicted|detained|held|questioned|jailed|imprisoned|tried|wanted|expelled)"
_FOR = r"(?:for|on (?:charges|suspicion) of)"
_SUFFERED = re.compile(
    rf"(?P<who>[^,;]{{2,60}}?){_ASIDE} (?:ha[sd] been|have been|was|were|is|are|stands?|went|goes) "
    rf"(?:\w+ly )?(?:(?:charged{_WHEN} with|accused of|convicted{_WHEN} of|"
    rf"found{_WHEN} (?:not )?guilty of|cleared{_WHEN} of|acquitted{_WHEN} of|jailed{_WHEN} for|"
    rf"indicted for|suspected of)|{_HELD}{_WHEN} {_FOR}|on trial{_WHEN} (?:for|accused of)) {_WHAT}"
)
_DONE_TO = re.compile(
    r"(?:[^,;]{2,80}? )?(?:accuse[sd]?|convict(?:s|ed)?|acquit(?:s|ted)?|charge[sd]?|"
    r"clear(?:s|ed)?|arrest(?:s|ed)?|detain(?:s|ed)?|indict(?:s|ed)?|jail(?:s|ed)?|found|find) "
    rf"(?P<who>{_WHO}){_ASIDE}{_WHEN} "
    rf"(?:(?:of|with|(?:not )?guilty of|{_FOR}) {_WHAT}|on (?P<crime>[a-z]+) charges\b)"
)
_TOLD_OF = re.compile(
    rf"\b(?P<who>(?:{_SOME} (?:[\w-]+ ){{1,3}}?|{_NAME} ))"
    rf"(?:(?:that |whom )?(?P<teller>it|he|she|they) (?:ha[sd] |have )?)?"
    rf"(?:accuse[sd]?|suspect(?:ed|s)?) of {_WHAT}"
)
_GOES_ON = re.compile(
    r" (?:(?:who|which|that|when|where|after|before|and|while) )?"
    r"(?:is|are|was|were|has|had|have|will|would|could|may|might|said|says|told)\b"
)
"""What is told of them besides: "accused of theft (was freed)"."""
_JOINS_ON = re.compile(r",?(?: (?:and|but|or|while))+\W*$")
"""What goes on behind the words: "charged with theft and (has denied it)"."""
_TOLD_BY = re.compile(
    r".*\b(?:said|says|told \w+|that|confirmed|announced|reported|claimed|added) (?:that )?"
    r"(?=\S)"
)
"""Who tells of it: "(police said that) Orr was charged"."""
_DENIES = re.compile(r"\b(?:den(?:y|ies|ied)|not|no|never)\b")
_ENDS_IN_BE = re.compile(r"\b(?:is|are|was|were|been|being|also|he|she|it|they)$")
_CHARGES = Sought(
    r"\b(?:accuse|convict|acquit|charge|clear|arrest|detain|indict|jail|found|find|suspect|trial|"
    r"held|tried|wanted|expelled|questioned|imprisoned)",
    re.I,
)


@dataclass(frozen=True)
class Charge:
    """Whom something is laid to, as the text tells of them, and that they did it."""

    who: str
    told: str
    beside: bool = False
    """Whether it is told beside of somebody to whom something else happens: "freed a man accused of
    theft"."""
    by_teller: bool = False
    """Whether who acts on them says so: "expelled two envoys it accused of spying"."""


def find_charge(text: str) -> Charge | None:
    """What "a jury convicted Orr of fraud" lays to Orr; None where nobody is charged with,
    convicted or cleared of anything."""
    if not _CHARGES.may_stand_in(text):
        return None
    match = _SUFFERED.match(text) or _TOLD_OF.search(text) or _DONE_TO.match(text)
    if match is None:
        return None
    parts, beside = match.groupdict(), match.re is _TOLD_OF
    what = parts.get("crime") or parts["what"]
    what = _JOINS_ON.sub("", _GOES_ON.split(what, maxsplit=1)[0] if beside else what)
    who = _TOLD_BY.sub("", parts["who"]).strip(" ,")
    if who.lower() in (*GENDERS, "it", "they") or _DENIES.search(who) or _ENDS_IN_BE.search(who):
        return None
    told = finish(state_charge(f"{who[:1].upper()}{who[1:]} of {what.strip()}"))
    return Charge(who, told, beside, bool(parts.get("teller")))


def state_charged(text: str) -> str:
    """ "A jury convicted Orr of fraud" as "Orr was guilty of fraud"; "" where nobody is charged
    with, convicted or cleared of anything."""
    charge = find_charge(text)
    return charge.told if charge is not None else ""

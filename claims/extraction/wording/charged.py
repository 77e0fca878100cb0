"""What somebody is charged with, convicted or cleared of, as what they are said to have done.

Who "denies the charges" after "Orr has been charged with theft" denies the theft, and no charge.
"""

from __future__ import annotations

import re

from claims.extraction.wording.sentence import finish
from claims.extraction.wording.stating import state_charge

_WHAT = r"(?P<what>(?!(?:the|these|those|that) (?:charges?|allegations?|claims?)\b)[^,;.]{3,80})"
_NAME = r"(?:[A-Z][\w'’-]*\.? ){1,4}"
_SUFFERED = re.compile(
    r"(?P<who>[^,;]{2,60}? )(?:[^,;]{2,40}, )?(?:ha[sd] been|have been|was|were|is|are|stands?) "
    r"(?:\w+ly )?(?:charged with|accused of|convicted of|found (?:not )?guilty of|cleared of|"
    r"acquitted of|jailed for|indicted for|suspected of|"
    rf"(?:arrested|indicted|detained|held) (?:for|on (?:charges|suspicion) of)) {_WHAT}"
)
_DONE_TO = re.compile(
    r"(?:[^,;]{2,60}? )?(?:accuse[sd]?|convict(?:s|ed)?|acquit(?:s|ted)?|charge[sd]?|"
    r"clear(?:s|ed)?|arrest(?:s|ed)?|detain(?:s|ed)?|indict(?:s|ed)?|jail(?:s|ed)?|found|find) "
    rf"(?P<who>(?:(?:the|an?) )?(?:[a-z-]+ ){{0,3}}{_NAME}|(?:the|an?|two|three|four|five) [a-z]+ )"
    rf"(?:(?:of|with|(?:not )?guilty of|for|on (?:charges|suspicion) of) {_WHAT}|"
    r"on (?P<crime>[a-z]+) charges\b)"
)
_TOLD_OF = re.compile(
    rf"\b(?P<who>(?:the|an?|two|three|four|five|several|\d+) (?:[a-z-]+ ){{1,2}}|{_NAME})"
    rf"(?:accused|suspected) of {_WHAT}"
)


def state_charged(text: str) -> str:
    """ "A jury convicted Orr of fraud" as "Orr was guilty of fraud"; "" where nobody is charged
    with, convicted or cleared of anything."""
    match = _SUFFERED.match(text) or _DONE_TO.match(text) or _TOLD_OF.search(text)
    if match is None:
        return ""
    parts = match.groupdict()
    what = parts.get("crime") or parts["what"]
    who = parts["who"].strip(" ,")
    return finish(state_charge(f"{who[:1].upper()}{who[1:]} of {what.strip()}"))

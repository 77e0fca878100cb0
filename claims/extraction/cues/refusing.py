"""What is refused, and not denied: "denied bail", "rejected an offer of talks"."""

from __future__ import annotations

import re

_ASKED_FOR = (
    r"(?:re-?)?(?:entry|access|bail|asylum|parole|permission|visas?|boarding|admission|service|"
    r"treatment|care|leave to|the right|licen[cs]es?|motions?|petitions?|appeals?|applications?|"
    r"pardons?|injunctions?|permits?|lawsuits?|suits?|cases?|"
    r"requests?(?! for (?:an? )?(?:comment|interview)))"
)
_OFFERED = (
    r"(?:offers?|proposals?|plans?|bids?|deals?|terms|ultimatums?|resolutions?|demands?|bills?|"
    r"invitations?|amendments?|treat(?:y|ies)|ceasefires?|truces?|pleas?|overtures?|"
    r"apolog(?:y|ies)|condolences|thanks|"
    r"calls?(?= as\b|[.,;]|$))"
)
_BETWEEN = (
    r"(?:\s+(?!\w+ing\b|(?:it|he|she|they|that|had|has|was|were|of|by|in|on|from|claims?|reports?|"
    r"rumou?rs?|allegations?|suggestions?|accusations?)\b)[\w'’-]+){0,4}?"
)
"""Whose it is, and of what sort: "denied Karl Orr bail", "rejected the latest offer"."""
_REJECTS = (
    r"(?:reject(?:s|ed|ing)?|refus(?:e[sd]?|ing)|dismiss(?:es|ed|ing)?|turn(?:s|ed|ing)? down)"
)
_STAFF = (
    r"(?:its|his|her|their|the|an?|two|three|four|five|several|\d+) (?:[\w'’-]+ ){0,2}?"
    r"(?:managers?|coach(?:es)?|employees?|workers?|staff|officers?|guards?|ministers?|teachers?|"
    r"drivers?|editors?|directors?|officials?|aides?|nurses?|doctors?)\b(?!['’]| as\b)"
)
"""Whom somebody sends away: "dismissed the manager", but not "dismissed the manager's word"."""
_CLAUSE = r"(?! (?:had|has|have|was|were|is|are|would|will|could|may|might)\b)"
DOUBTED = (
    rf"\b(?:doubt(?:s|ed|ing)?|question(?:s|ed|ing)?)\b{_BETWEEN}\s+"
    r"(?:methods?|promises?|pledges?|motives?|sincerity|commitment|competence|wisdom|timing|"
    r"loyalty|patriotism|priorities|leadership|impartiality|fitness|resolve)"
    r"(?=\W*$|[.,;]|\s+(?:and|but)\b)"
)
"""What is doubted that nobody told: "doubted the government's promises"."""
_BE = r"(?:is|are|was|were|been|being)(?: \w+ly)? "
REFUSES = (
    rf"\bden(?:y|ies|ied|ying)\b{_BETWEEN}\s+{_ASKED_FOR}\b{_CLAUSE}|"
    rf"\b{_REJECTS}\b{_BETWEEN}\s+(?:{_ASKED_FOR}|{_OFFERED})\b{_CLAUSE}|"
    rf"\bdismiss(?:es|ed|ing)? {_STAFF}|"
    rf"\b{_ASKED_FOR}\b[^.;,]{{0,40}}? {_BE}(?:denied|{_REJECTS})\b|"
    rf"\b{_OFFERED}\b[^.;,]{{0,40}}? {_BE}{_REJECTS}\b"
)
"""The pattern of what turns a request or an offer down, from its verb on or up to it."""
_REFUSES = re.compile(REFUSES, re.I)
_BACK = 80
"""Characters before a verb in which stands what was refused."""


def refuses_at(text: str, start: int, end: int) -> bool:
    """Whether the verb at ``text[start:end]`` turns a request or an offer down."""
    if _REFUSES.match(text, start) is not None:
        return True
    return any(m.end() == end for m in _REFUSES.finditer(text, max(0, start - _BACK), end))

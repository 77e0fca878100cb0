"""What a report is called and what it is of: "claims by Y that P", "rumours of P", "charges"."""

from __future__ import annotations

import re

from claims.extraction.text.lexicon import word_set

_REPORT_OF = re.compile(
    r"^(?:(?:any|all|the|these|those|such|this|that|his|her|its|their|a|an|latest|recent|unconfirmed|"
    r"online|internet|viral|false|new|media|press) )*"
    r"(?:(?-i:[A-Z])[^,;:]{1,60}?['’]s? )?"
    r"(?:(?!(?:that|ha[sd]|have|was|were|is|are|be|been|to|of|in|on|by|for|and|or|who|which|ma[dk]e)\b)"
    r"[\w.'’-]+ ){0,2}?"
    r"(?:claims?|reports?|rumou?rs?|allegations?|accusations?|stor(?:y|ies)|suggestions?|assertions?|"
    r"charges?|speculation|notion|hoax|news|idea|theory|possibility|information|statements?|fact|"
    r"suspicions?|announcement|talk|lies|arguments?|contentions?)['’\"”]*"
    r"(?: (?:made )?by [^,]{2,60}?| (?:from|in|on) [^,]{2,60}?"
    r"(?= that (?!suggest|claim|sa(?:id|ys)|alleg|stat|show|(?:ha[sd]|was|were|is)\b)))?"
    r"(?:,? (?:which|that) (?:\w+ly )?(?:claim(?:ed|s)|said|says|alleged|suggested|stated)\b"
    r"| that| of| about| claiming| suggesting|"
    r" saying| regarding| alleging)(?: that)? (?P<rest>.+)$",
    re.I | re.S,
)
_REPORT_SAYS = re.compile(
    r"^(?:(?:any|all|such|latest|recent|unconfirmed|online|internet|viral|false|new|media|press) )*"
    r"(?:claims|reports|rumou?rs|allegations|accusations|suggestions|speculation|stories) "
    r"(?P<rest>(?:he|she|it|they|there|(?:the|his|her|its|their)(?: [\w'’-]+){1,3}?|"
    r"(?-i:[A-Z])[\w.'’-]*(?: [\w.'’-]+){0,4}?) "
    r"(?:had|has|have|was|were|is|are|would|will|could|may|might)(?:n['’]t)? "
    r"(?!(?:made|heard|seen|read|received|published|spread|put)$)\S+(?: .+)?)$",
    re.I | re.S,
)
"""With no "that": "claims he had slapped a player", but not "claims he had made"."""

_ASKED = re.compile(
    r"^(?:to )?(?:(?:a|an|any|the|its|his|her|their|our|several|repeated|multiple|further) )*"
    r"(?:requests?|questions?|inquir(?:y|ies)|enquir(?:y|ies)|calls?|e-?mails?|messages?)"
    r"(?: (?:for|seeking) (?:comments?|clarification|information))?"
    r"(?: (?:on|about|as to|over|regarding|asking))? (?:whether|if) (?P<rest>.+)$",
    re.I | re.S,
)


def unwrap_report(words: str) -> str | None:
    """What was reported or asked, from "claims by Y that P", "rumours of P" or "a request for
    comment on whether P"; None if it is neither."""
    bare = words.strip(" \"“”'")
    match = _REPORT_OF.match(bare) or _ASKED.match(bare) or _REPORT_SAYS.match(bare)
    return without_verdict(match["rest"]) if match else None


def without_verdict(words: str) -> str:
    """What somebody is said to do, without what is told of the rumours of it: "the king selling
    arms" of "the king selling arms were absurd"."""
    match = _DOING.match(words) if "ing " in words else None
    return words[: match.end("doing")] if match is not None else words


_DOING = re.compile(
    r"(?P<doing>(?:(?i:the) (?:[a-z]+[^\Ws] )|(?:[A-Z][\w.’'-]* ){1,3})(?:[a-z]+ly )?"
    r"[a-z]{3,}ing (?:(?!(?:and|who|which|that|when|while|because)\b)[\w'’-]+ ?){1,10}?)"
    r" (?:are|were) (?:not )?[\"“]?\w+[\"”]?\.?$"
)
"""One person's deed and a verb that is of many."""


def names_report(words: str) -> bool:
    """Whether words are a report's name and no more, "the charges", or with what it is of: "reports
    of a crash"."""
    bare = words.rstrip(".").lower().split(" ")
    alone = len(bare) <= _NAMED and bare[-1] in word_set("report_nouns")
    return alone or unwrap_report(words) is not None


_NAMED = 2
"""Words by which a report is named alone."""

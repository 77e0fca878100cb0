"""Whether a point behind an abbreviation ends a sentence, too: "Kelso Corp. Villagers say so."."""

from __future__ import annotations

import re

from claims.extraction.text.lexicon import word_set

_ABBREVIATIONS = word_set("segment_abbreviations")
_CLOSING = frozenset(["inc", "corp", "co", "ltd", "jr", "sr", "bros"])
"""Abbreviations that a sentence may well end in: of firms, and of who bears a father's name."""
_HOURS = frozenset(["a.m", "p.m"])
_POINTED = re.compile(r"(?:[a-z]\.)+[a-z]")
_OPENS = re.compile(
    r"[\"“‘]|(?:The|A|An|It|He|She|They|We|I|But|In|On|At|This|That|These|Those|There|His|Her|Its|"
    r"Their|When|After|Before|By|For|As)\b"
)
"""What begins a sentence, and is no name's part."""
_TELLS = re.compile(
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[A-Z][a-z][\w'’-]*,? (?:\w+ )?"
    r"(?:sa(?:y|ys|id)|told|den(?:y|ies|ied)|declin(?:e|es|ed)|refus(?:e|es|ed)|reject(?:s|ed)?|"
    r"confirm(?:s|ed)?|admit(?:s|ted)?|claim(?:s|ed)?|insist(?:s|ed)?|report(?:s|ed)?|ha[sd]|have|"
    r"is|was|are|were|did|does|would|will)\b"
)
"""Somebody who says or does something: "Villagers say", "Price denied"."""
_OF_HOURS = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"|[A-Z]{2,5}\b|\d|\(|\w+(?: (?:[Ss]tandard|[Dd]aylight|[Ss]ummer))? [Tt]ime\b|Eastern|Pacific|"
    r"Central|Greenwich|Today|Tonight|Tomorrow|Yesterday"
)
"""What goes on behind "at 9 p.m.": a day, a zone."""


def ends_behind(word: str, text: str, follow: int) -> bool:
    """Whether a sentence ends in the ``word`` before a point, where ``text[follow:]`` goes on with
    what is no small letter."""
    bare = word.strip("\"'“”‘’([").lower()
    if bare in _HOURS:
        return _OF_HOURS.match(text, follow) is None
    opens = _OPENS.match(text, follow) is not None
    if bare in _CLOSING:
        return opens or _TELLS.match(text, follow) is not None
    if bare in _ABBREVIATIONS or (len(bare) == 1 and bare.isalpha()):
        return False
    return opens or _POINTED.fullmatch(bare) is None

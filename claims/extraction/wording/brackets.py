"""What an editor set in brackets: "They [the guards] left" as "The guards left"."""

from __future__ import annotations

import re

from claims.extraction.text.asides import TIME_WORDS
from claims.extraction.text.lexicon import word_set

_BRACKETS = re.compile(r"(?P<blank> ?)\[(?P<inside>[^\[\]]*)\]")
_REMARK = re.compile(
    r"\W*(?:(?:sic|sik|sp|emphasis (?:added|mine)|laughs|laughter|crosstalk|inaudible|expletive|"
    r"pauses?|applause)\W*)?$",
    re.I,
)
"""What says something of the words, and nothing of what they tell."""
_PERSONAL = frozenset(["he", "she", "it", "they", "him", "them", "we", "us"])
_POSSESSIVE = frozenset(["his", "her", "their", "its", "our", "my"])
_PHRASE = re.compile(
    r"(?:the|an?|his|her|its|their|two|three|some|\d+)\b|(?-i:[A-Z])(?!.*\b(?:will|has|is|was)\b)",
    re.I,
)
_DATE = re.compile(
    r"(?:on |last |this |in )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\b|\d)",
    re.I,
)
_TIMES = TIME_WORDS | frozenset(["day"])
_PLACED = frozenset(["in", "at", "on", "from", "of", "to", "near", "with", "by", "for", "and"])
_ARTICLES = frozenset(["a", "an"])
_NOT_NOUNS = re.compile(
    r"\w+(?:al|ive|ous|ful|ic|[ai]ble|less|ing|ed|ish|ary|[ae]nt|est|ly|y)$|"
    r"(?:only|own|same|whole|first|last|new|old|big|good|bad|other|next|great|main|real|of|more)$",
    re.I,
)


def settle_brackets(words: str) -> str:
    """The words without an editor's brackets.

    A remark ("[sic]") goes, and what explains the word before it ("yesterday [Sunday]", "Orr [the
    mayor]"); what names a pronoun takes its place; what stands for words left out stays. Where it
    might be either ("a lugger [sailing boat]") the brackets stay.
    """
    words = _unwrap_named(words) if "(" in words else words
    found, end = "", 0
    for match in _BRACKETS.finditer(words):
        found += words[end : match.start()]
        found = _settled(found, match["blank"], match["inside"].strip(), words[match.end() :])
        end = match.end()
    return found + words[end:]


def _unwrap_named(words: str) -> str:
    """The words without round brackets around what they cannot do without: whom a preposition
    wants, "by (the rebels)", and the subject that stands at the start."""
    return _WANTED.sub(r"\g<inside>", words)


_WANTED = re.compile(
    r"(?:(?<=\bby )|(?<=\bof )|(?<=\bfrom )|(?<=\bwith )|(?<=\bagainst )|(?<=\bto )|"
    r"(?:^|(?<=^[\"“'‘])))"
    r"\((?P<inside>(?:(?:the|an?|his|her|its|their) |[A-Z])[^()]*)\)(?=[ ,.;]|$)"
)


def _settled(before: str, blank: str, inside: str, after: str) -> str:
    """The words ``before`` a bracket with what becomes of it."""
    if _REMARK.match(inside):
        return before
    *_, second, last = ["", "", *(word.lstrip("\"“‘'(") for word in before.split())]
    lower = last.lower()
    owned = inside.endswith(("'s", "’s"))
    if lower in (_POSSESSIVE if owned else _PERSONAL | {"her"}) and _PHRASE.match(inside):
        return before.removesuffix(last) + inside
    if lower in _TIMES and _DATE.match(inside):
        return before
    if _is_named(last, second) and _PHRASE.match(inside) and inside[0].islower():
        return before
    if last.isupper() and len(last) > 1 and inside[0].isupper():
        return before  # "IFC [Inland Ferry Company]"
    glossed = second.lower() in _ARTICLES and last.islower() and not _NOT_NOUNS.match(last)
    if glossed and inside[0].islower() and after[:1] in ("", " ", ",", "."):
        return f"{before}{blank}[{inside}]"
    return f"{before}{blank}{inside}"


def _is_named(word: str, before: str) -> bool:
    """Whether a word is a name that may be explained, and no "But" or "in Leith"."""
    lower = word.lower()
    opens = lower in word_set("joining_stop") | word_set("sources_clause") | TIME_WORDS
    return word[:1].isupper() and not opens and before.lower() not in _PLACED

"""What somebody owns up to by a noun, told as a sentence of its own: "admitted two counts of theft"
is no word on whatever else they are accused of."""

from __future__ import annotations

import re

from claims.extraction.text.articles import put_article
from claims.extraction.text.lexicon import word_set
from claims.extraction.wording.sentence import finish
from claims.extraction.wording.stating import FINITE, tell_guilty, was_or_were

OWNING_UP = frozenset(["admit", "acknowledge", "concede", "accept"])
"""Verbs of it; who "confirmed" something bears out what was told."""
_KNOWN = re.compile(
    r"(?:the|this|that|these|those|his|her|its|their|it|them|all|both|everything|such|any|so|"
    r"responsibility|guilt|blame|liability|involvement|defeat|fault|as much|to)\b|[\w'’-]+['’]s? ",
    re.I,
)
"""What a noun opens with that was told of before, or says whose it is."""
_CRIME = re.compile(
    rf"(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|a|an|several|\d+) "
    r"(?:(?:lesser|minor|single|separate|different|reduced|other|similar) )?"
    r"(?:counts?|charges?|offences?|offenses?)\b.*|"
    rf"(?:{'|'.join(sorted(word_set('sentence_crimes')))}|[\w-]+-driving|shoplifting|stalking|"
    r"smuggling|trespass|trespassing|speeding|perjury|conspiracy)\b.*)",
    re.I | re.S,
)
_COUNTED = re.compile(
    r"(?:\d|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|few|another|"
    r"more|further|other|no|only)\b)"
)
_BEHIND_HEAD = re.compile(r" (?:of|in|with|at|on|to|for|from|between|by)\b")
_REPORTS = re.compile(rf"\b(?:{'|'.join(sorted(word_set('report_nouns')))})\b", re.I)
_MOST = 12
"""Words of such a noun phrase."""


def state_admitted(words: str, subject: str) -> str:
    """ "Drink-driving" as "Orr was guilty of drink-driving", and "mistakes" as "There were
    mistakes", after "admitted"; "" where the words mean what was told before, or hold a clause."""
    bare = words.strip(" .,;:\"“”'‘’")
    bare = f"{bare[:1].lower()}{bare[1:]}"
    if words.startswith(subject):
        return ""  # a sentence of what they did: "Orr sold a boat", after "admitted to selling"
    if not bare or len(bare.split()) > _MOST or _KNOWN.match(bare) or FINITE.search(bare):
        return ""
    if _CRIME.fullmatch(bare):
        return tell_guilty(subject, bare)
    doing = bare.split(" ", 1)[0].endswith("ing")
    if doing or _REPORTS.search(bare):
        return ""
    head = _BEHIND_HEAD.split(bare, maxsplit=1)[0]
    told = bare if _COUNTED.match(bare) else put_article(bare)
    return finish(f"There {was_or_were(head)} {told}")

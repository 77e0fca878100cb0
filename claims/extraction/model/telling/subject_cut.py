"""What the writer told without the start of its subject, or without what a "helped" governs.

"Orr's last hours have been shown" lacks the head of "pictures of Orr's last hours have been shown",
"part of the town is dry" the "that" of "although it rained, that part of the town is dry".
"""

from __future__ import annotations

import re
from functools import lru_cache

from claims.extraction.text.lexicon import word_set
from claims.extraction.text.quality import is_finite
from claims.extraction.text.whole_words import find_whole
from claims.extraction.wording.report_names import without_verdict

_MARKS = re.compile(r"[\"“”]")
_MOST = 14
"""Words of a subject at most."""
_FEWEST = 2
"""Words before a verb from which they may be an end of a subject."""


def restore_subject(told: str, beside: str) -> str:
    """The sentence with the start of its subject and the infinitive that it breaks off before, and
    without what is told of the rumours of it."""
    told = without_verdict(told)
    words = told.split(" ")
    verb = next((at for at, w in enumerate(words[:_MOST]) if at and is_finite(w.lower())), 0)
    whole = _unmarked(beside)
    if verb >= _FEWEST:
        opening = " ".join(words[: verb + 1])
        start = next(iter(find_whole(opening, whole)), -1)
        head = _HEAD_OF.search(whole, max(0, start - _REACH), start) if start > 0 else None
        if head is not None:
            return f"{head['head']} of {head['title'] or ''}{told}"
        aside = _ASIDE.search(whole, 0, start) if start > 0 and told[0].islower() else None
        if aside is not None:
            return f"That {told}"
    return _with_infinitive(told, whole)


@lru_cache(maxsize=16)
def _unmarked(beside: str) -> str:
    return " ".join(_MARKS.sub("", beside).split())


_REACH = 80
_HEAD_OF = re.compile(r"(?P<head>\b[A-Z][a-z]+ and [a-z]+) of (?P<title>[a-z]+ )?$")
"""What the subject is of which a part was told: "Video and pictures of (Orr's last hours)"."""
_ASIDE = re.compile(
    r"\b(?:[Aa]lthough|[Tt]hough|[Ww]hile|[Bb]ecause|[Ss]ince|[Ww]hen|[Ii]f) [^.!?;,]{8,150}, "
    r"that $"
)
"""A clause before the main one, which starts with a "that" of its own."""


def _with_infinitive(told: str, whole: str) -> str:
    """With what somebody helped others do: "it helped clients from Lima (hide gold)"."""
    helped = _HELPED.search(told)
    if helped is None or told[-1:] == ".":
        return told
    start = next(iter(find_whole(helped[0], whole)), -1)
    does = _DOES.match(whole, start + len(helped[0])) if start >= 0 else None
    if does is None or does["do"] in word_set("cues_auxiliaries") or _NO_VERB.match(does["do"]):
        return told
    return f"{told}{does[0].rstrip()}"


_HELPED = re.compile(r"\bhelp(?:ed|s|ing) (?:[\w'’-]+ ){0,10}?[\w'’-]+$")
_DOES = re.compile(
    r" (?P<do>[a-z]{3,}) (?:(?:the|an?|his|her|its|their|some|hundreds|thousands|millions|dozens|"
    r"more|about|over|to|into|from|out|up|away|[a-z]*\d\S*|[A-Z]\S+)\b|[a-z]+s\b)[^.,;:!?—–]*"
)
_NO_VERB = re.compile(
    r"(?:in|on|at|by|for|from|with|to|into|over|under|after|before|during|since|until|through|across|"
    r"against|between|among|via|and|or|but|as|when|while|who|which|that|because|if|so|last|next|this|"
    r"these|those|the|not|also|than|than|where|about|around|despite|without|within|near|more|most|"
    r"\w+ly|\w+ed|\w+ing|\w+s)$"
)
"""What follows on "helped clients" and is no infinitive."""

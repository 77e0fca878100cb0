"""How good a claim's sentence is on its own: whole, naming who it is about, free of its teller.

A guess from the words alone, without a parser. It chooses between wordings of one claim
and lowers the confidence of those that are no sentence; it judges no truth.
"""

from __future__ import annotations

import re
from functools import lru_cache

from claims.extraction.text.inflect import may_be_past
from claims.extraction.text.lexicon import load_lexicon, word_set
from claims.extraction.text.sought import Sought
from claims.model import UNATTRIBUTED

FEWEST, MOST = 4, 35
"""Words that a claim's sentence has at least and at most, as people write them."""
_WORD = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*")
_US = Sought(r"\bUS\b")
"""No "us"."""
_LIKE_VERBS = re.compile(r"\bIS\b|\b(?:United|Gulf|Baltic|Arab|Member) States\b")
_NOT_FINITE = frozenset(["be", "been", "being", "having", "am"])
_TOLD = Sought(
    r"\b(?:said|says|saying|told|tells|tweeted|according to|reportedly|allegedly|it emerged|"
    r"claimed that|reported that|confirmed that|denied that|added that)\b",
    re.I,
)
_HALF_FINITE = re.compile(r"(?<=[\w'’] )(?<!\bof )(?<!\bthe )(?<!\band )(?<!\ba )\w{2,}ed\b")
_NO_VERB = 0.25
"""What a sentence is worth in which nothing may be a verb."""
_THERE = re.compile(r"^there (?:is|are|was|were|has|have|had|will|would|may|could|isn't)\b", re.I)


@lru_cache(maxsize=4096)
def sentence_quality(text: str) -> float:
    """From 0 (no sentence) to 1 (whole and self-contained), for a claim's ``text``.

    Asks for a finite verb, a start with a name or noun phrase, no pronoun that the
    reader would have to resolve, no attribution left and a fit length.
    """
    words = _words(_US.sub("USA", text))
    if len(words) < 2 or UNATTRIBUTED in words:
        return 0.0
    quality = _length(len(words)) * _verb(text, words) * _start(text, words)
    inner = words[1:]
    if any(word in word_set("quality_first_persons") for word in words):
        quality *= 0.6
    if any(word in word_set("quality_subjects") for word in inner):
        quality *= 0.85
    if _TOLD.search(text):
        quality *= 0.6
    if words[-1] in word_set("quality_open_ends"):
        quality *= 0.5
    if "?" in text:
        quality *= 0.4
    return round(quality, 3)


@lru_cache(maxsize=4096)
def has_subject(text: str) -> bool:
    """Whether the words start with what a verb after it is about, and no pronoun."""
    words = _words(text)
    return len(words) > 1 and _start(text, words) >= _PLAIN and _verb(text, words) >= _LIKELY


_PLAIN, _LIKELY = 0.95, 0.8


def has_finite(text: str) -> bool:
    """Whether a word of the text is surely a finite verb."""
    return any(is_finite(word) for word in _words(text))


def has_no_verb(text: str) -> bool:
    """Whether no word of the text may be a finite verb: "The fire on a lamp"."""
    return _verb(text, _words(text)) <= _NO_VERB


def without_verb_names(text: str) -> str:
    """The text without names that look like verbs: "IS" is no "is"."""
    named = ("IS" in text and not text.isupper()) or " States" in text
    return _LIKE_VERBS.sub("Isis", text) if named else text


def _words(text: str) -> list[str]:
    """Lower case, with typographic apostrophes made plain."""
    return [word.lower() for word in _WORD.findall(without_verb_names(text).replace("’", "'"))]


def _length(count: int) -> float:
    if count < FEWEST:
        return 0.5 if count == FEWEST - 1 else 0.25
    return 1.0 if count <= MOST else max(0.3, MOST / count)


def _verb(text: str, words: list[str]) -> float:
    """1 where a finite verb stands after a first word, less where one may only seem to."""
    if any(is_finite(word) for word in words[1:]):
        return 1.0
    if _HALF_FINITE.search(text):
        return 0.8
    return 0.45 if any(len(w) > 3 and w.endswith("s") for w in words[1:]) else _NO_VERB


@lru_cache(maxsize=4096)
def is_finite(word: str) -> bool:
    """Whether a lower-case word is a finite verb form that is hardly anything else."""
    if word in _NOT_FINITE:
        return False
    if word in word_set("cues_auxiliaries") or word in word_set("content_common_verbs"):
        return True
    if word.endswith("n't") or word in word_set("quality_verbs"):
        return True
    form = load_lexicon().verbs["affirm"].get(word)
    return form is not None and form.sort in ("past", "third")


def may_be_finite(word: str) -> bool:
    """Whether a lower-case word is a finite verb form, or seems to be a past."""
    return is_finite(word) or may_be_past(word)


@lru_cache(maxsize=4096)
def split_subject(claim: str) -> tuple[str, str]:
    """What a claim's sentence is about, and from its first verb on what it says of it; where no
    word behind the first may be one, all of it says something of nothing. "It was Orr who fell" is
    about Orr."""
    cleft = _CLEFT.match(claim)
    if cleft is not None:
        return cleft[1], cleft[2].rstrip(".")
    words = claim.rstrip(".").split()
    for at, word in enumerate(words):
        if at and word[0].islower() and may_be_finite(word.replace("’", "'")):
            return " ".join(words[:at]), " ".join(words[at:])
    return "", claim


_CLEFT = re.compile(
    r"[Ii]t (?:was|is) ([A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*) (?:who|that) (.+)", re.S
)


def _start(text: str, words: list[str]) -> float:
    first = words[0]
    if _THERE.match(text):
        return 0.95
    if first in word_set("quality_subjects") or first in word_set("quality_demonstratives"):
        return 0.55
    if first in word_set("cues_auxiliaries") or first in word_set("quality_bad_starts"):
        return 0.3
    if first in word_set("quality_adverbial_starts"):
        return 0.6
    if first.endswith("ing") and len(first) > 5:
        return 0.6
    return 1.0

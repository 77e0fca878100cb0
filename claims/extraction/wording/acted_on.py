"""Whom "they" and "it" mean who do not tell it: "expelled two envoys, saying they had spied" tells
of the envoys, and "friends of the couple say they have split" of the couple."""

from __future__ import annotations

import re

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.cues.cue import Shape
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.segment import Sentence
from claims.extraction.voice import Voice
from claims.extraction.wording.persons import are_several

_NUMBERS = frozenset(
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "dozens",
     "some", "the", "more"]
)  # fmt: skip
_DAYS = frozenset(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "week", "month"]
)
_MOST_WORDS = 5
"""Words of a phrase that names several."""
_SEVERAL = ("s", "men", "people", "children")


def several_acted_on(
    done: Attributed, sentence: Sentence, base: int, at: int, voice: Voice
) -> str | None:
    """The several whom the clause before acts on, where a clause on -ing behind it opens with
    "they" or "them" at the token ``at``; None where nobody fits."""
    if at > base + 1 or sentence.index >= len(done.sentences):
        return None
    tokens = sentence.tokens
    cue = next(
        (
            each.cue
            for each in done.sentences[sentence.index].attributions
            if each.content is not None
            and each.content.first == base
            and each.cue.shape is Shape.GERUND
        ),
        None,
    )
    if cue is None or cue.first < 3 or tokens[cue.first - 1].text != ",":  # "who, saying they"
        return None
    if tokens[at].lower != "them":
        acts = {token.lower for token in tokens[: cue.first]} & word_set("meant_acts_on_others")
        if not acts or are_several(voice.party, voice):
            return None
    return _phrase_before(sentence, cue.first - 1)


def _phrase_before(sentence: Sentence, end: int) -> str | None:
    """The words for several that end before the token ``end``: "two Russian envoys"."""
    tokens = sentence.tokens
    if end > 3 and tokens[end - 1].lower in word_set("sources_time_words") | _DAYS:
        end -= 2 if tokens[end - 2].lower in ("on", "last", "this") else 1
    if not tokens[end - 1].lower.endswith(_SEVERAL) or not tokens[end - 1].text.islower():
        return None
    for first in range(end - 2, max(-1, end - 1 - _MOST_WORDS), -1):
        token = tokens[first]
        if not token.is_word or token.lower in word_set("cues_auxiliaries"):
            return None
        if token.lower in _NUMBERS or token.text.isdigit():
            return " ".join(each.text for each in tokens[first:end])
    return None


def near_ones_tell_of(lower: str, at: int, base: int, voice: Voice) -> str | None:
    """The couple of "friends of the couple", or the firm of "a person close to the firm", of whom
    they tell; None where the words for the voice name nobody whom the pronoun fits."""
    match = _NEAR_ONES.match(voice.mention or voice.party) if at <= base + 1 else None
    if match is None:
        return None
    head = match["whom"].rpartition(" ")[2]
    if lower in ("they", "their"):
        return f"the {match['whom']}" if head in _PAIRS else None
    body = match["close"] is not None and head in word_set("org_roles")
    return f"the {match['whom']}" if body else None


_NEAR_ONES = re.compile(
    r"(?:\w+ ){0,2}?(?:sources?|insiders?|friends?|relatives?|people|person|pals?|aides?|\w+) "
    r"(?:(?P<close>close to|(?:claim|purport|profess)ing to (?:represent|speak for|be from))|of|to)"
    r" the (?P<whom>[a-z]+(?: [a-z]+)?)$",
    re.I,
)
_PAIRS = frozenset(["couple", "pair", "duo", "trio", "twins", "newlyweds", "stars", "singers"])
"""Those of whom others tell what both did."""

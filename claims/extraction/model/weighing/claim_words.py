"""Where the words of a reading's claim stand in its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.model.network.decode import Reading
from claims.extraction.model.weighing.elsewhere import says_another
from claims.extraction.model.weighing.hearers import hearer_tokens
from claims.extraction.model.weighing.region import find_region, told_from
from claims.extraction.model.weighing.theirs import find_theirs
from claims.extraction.positions.accusing import is_reciprocal
from claims.extraction.text.asides import before_aside
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.nearby import overlaps
from claims.extraction.text.quality import may_be_finite
from claims.extraction.text.segment import Sentence, Token
from claims.extraction.text.verb_groups import BE, is_telling
from claims.extraction.voice import Voice
from claims.extraction.wording.clauses import binding_opening
from claims.extraction.wording.thinking_so import end_of_thought

_JOINS = frozenset(["and", "but", "while"])
_SUBJECT = 8
"""Words behind an "and" that may hold the subject of what follows."""


def find_words(
    done: Attributed, reading: Reading, voice: Voice
) -> tuple[Sentence, int, int] | None:
    """The sentence and the tokens ``first:last`` in which the claim is told; None where the quote
    holds no word, or only another's."""
    found = find_theirs(done, reading) or find_region(done, reading)
    if found is None:
        return None
    sentence, first, last = found
    first, last = _behind_as(sentence, first, last, reading)
    if last < len(sentence.tokens) and sentence.tokens[last - 1].lower == "what":
        ends = (n for n, t in enumerate(sentence.tokens) if t.end >= reading.quote[1])
        last = max(last, next(ends, last - 1) + 1)  # "dismissed for what (the bank said was theft)"
    first = _from_noun(sentence.tokens, _from_opening(done, sentence, first), last)
    heard = {*hearer_tokens(done, sentence.index)}  # "told TMZ (she is ill)"
    first = next((at for at in range(first, last) if at not in heard), first)
    first = _with_subject(done, sentence, first, reading)
    last = end_of_thought(sentence.tokens, first, last)
    if _is_anothers(done, sentence, first, voice) or is_reciprocal(sentence.tokens[first:last]):
        return None
    if _is_told_before(done, sentence, first, last, reading):
        return None
    if reading.source is None and says_another(done, sentence.tokens[first:last], voice):
        return None
    return sentence, first, last


def _is_anothers(done: Attributed, sentence: Sentence, first: int, voice: Voice) -> bool:
    """Whether the words tell what another person did: "..., and Minister Orr apologised"."""
    if sentence.tokens[first].lower not in _JOINS:
        return False
    people = (
        place.entity
        for place in done.register.in_tokens(sentence.index, first, first + _SUBJECT)
        if done.register.entities[place.entity].is_person
    )
    return next(people, voice.entity) != voice.entity


def _behind_as(sentence: Sentence, first: int, last: int, reading: Reading) -> tuple[int, int]:
    """The words, or those behind the source's verb where the words end before it: "Lima calls it a
    trawler as Quito insists (it was spying)"."""
    begun, tokens = told_from(sentence, reading), sentence.tokens
    if not begun or reading.source is None or last >= begun:
        return first, last
    at = next(n for n, token in enumerate(tokens) if token.end > reading.source[0])
    if at < last or tokens[at - 1].lower not in ("as", "while", "but", "though"):
        return first, last
    return begun, len(tokens)


def _from_noun(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where the words begin: at a noun of which the "that" before them only tells more, "(the man
    that) police arrested is not the killer"."""
    if first < _NOUN or tokens[first - 1].lower != "that":
        return first
    noun, begun = tokens[first - 2], first - _NOUN
    if not noun.text.islower() or noun.lower in word_set("report_nouns") or is_telling(noun.lower):
        return first
    if begun > 1 and tokens[begun].lower not in word_set("sources_determiners"):
        begun -= tokens[begun - _TWO].lower not in BE | {"isn't", "wasn't"}
    if tokens[begun].lower not in word_set("sources_determiners"):
        return first
    heard = begun > 0 and is_telling(tokens[begun - 1].lower)  # "told the man that ..."
    verbs = sum(may_be_finite(token.lower) for token in tokens[first:last])
    return first if heard or verbs < _OF_BOTH else begun


def _from_opening(done: Attributed, sentence: Sentence, first: int) -> int:
    """Where the words begin: at the condition that they stand under, or what makes a wish of them:
    "(in the event that) P, Q", "(it is vital that) P"."""
    tokens, text = sentence.tokens, done.page.text
    for at in range(max(0, first - _OPENING), first - 1):
        if at and tokens[at - 1].is_word and tokens[at - 1].lower not in _BEFORE_OPENING:
            continue  # "even if"
        opening = text[tokens[at].start : tokens[first].start].strip()
        whole = f"{opening} {_STANDS_IN}"
        if binding_opening(whole) in (opening, whole):
            return at
    return first


_OPENING = 6
"""Tokens of "it is really very important that"."""
_BEFORE_OPENING = frozenset(
    ["that", "and", "but", "said", "says", "told", "monday", "tuesday", "wednesday", "thursday",
     "friday", "saturday", "sunday", "today", "yesterday", "reporters"]
)  # fmt: skip
_STANDS_IN = "P,"
"""What stands for a clause, and the comma behind it."""
_TWO = 2
_NOUN = 3
"""Tokens of "the man that"."""
_OF_BOTH = 2
"""Verbs where the noun has one of its own."""


def _with_subject(done: Attributed, sentence: Sentence, first: int, reading: Reading) -> int:
    """Where the words begin: at the name of whom they tell, where they open with its verb: "told
    the Post (Orr) was not ill"."""
    behind = before_aside(sentence.tokens, first)
    if sentence.tokens[first].lower not in _OPENS_VERB and behind == first:
        return first
    places = done.register.places[sentence.index]
    name = next((place for place in places if place.last == behind), None)
    if name is None:
        return first
    start, end = sentence.tokens[name.first].start, sentence.tokens[name.last - 1].end
    is_source = reading.source is not None and overlaps(reading.source, (start, end))
    return first if is_source else name.first


_OPENS_VERB = frozenset(
    ["is", "are", "was", "were", "has", "had", "have", "will", "would", "could", "did", "does"]
)


def _is_told_before(
    done: Attributed, sentence: Sentence, first: int, last: int, reading: Reading
) -> bool:
    """Whether the words end in a part before a semicolon, or are another's before ", but", behind
    which the source stands: "five died, the mayor said; the army put it at eight"."""
    if reading.source is None or not sentence.start <= reading.source[0] < sentence.end:
        return False
    between = [t.lower for t in sentence.tokens[last - 1 :] if t.start < reading.source[0]]
    if ";" in between[1:]:
        return True
    against = any(a == "," and b in _AGAINST for a, b in pairwise(between))
    return against and any(
        a.content is not None and a.content.first <= first < a.content.last and bool(a.voices)
        for a in done.sentences[sentence.index].attributions
        if a.source is not None and sentence.tokens[a.source.first].start < reading.source[0]
    )


_AGAINST = frozenset(["but", "while", "whereas", "although", "though"])

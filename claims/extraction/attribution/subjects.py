"""Who a sentence is about, who dismisses or tells something further on in it with no name there."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.attribution.attributed import Attributed, SentenceReading
from claims.extraction.sources.span import SourceSpan
from claims.extraction.sources.starts import DETERMINERS, skip_time
from claims.extraction.sources.taking import voice_of
from claims.extraction.sources.voices import resolve_voices
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.quality import is_finite, may_be_finite
from claims.extraction.text.segment import Sentence, Token
from claims.extraction.voice import Voice


def first_subject(done: Attributed, reading: SentenceReading, before: int) -> Voice | None:
    """Who the sentence is about: its leading pronoun, its first name or what it opens with.

    A name behind its verb is no subject: "The statement identified her as Ada Orr and said ...".
    """
    sentence = reading.sentence
    for at, token in enumerate(sentence.tokens[:4]):
        if token.lower in ("he", "she", "they") and at < before:
            return done.discourse.pronoun(token.lower, sentence, at)
    verb = _first_verb(sentence.tokens[:before])
    for place in done.register.places[sentence.index]:
        if place.first > 10 or place.last > before:
            break
        if verb is not None and place.first > verb:
            return _who_opens(done, sentence, verb)
        entity = done.register.entities[place.entity]
        if verb is not None and place.last < skip_time(sentence.tokens, verb):
            return _who_opens(done, sentence, verb)  # "the Valian foreign ministry"
        end = _body_end(sentence.tokens, place.last, before)
        if end > place.last and not reading.quoted[place.first]:
            article = place.first > 0 and sentence.tokens[place.first - 1].lower == "the"
            return _of_span(done, sentence, place.first - article, end)
        if entity.sort != "adjective" and not reading.quoted[place.first]:
            return voice_of(done.register, entity)
    return None


def plain_subject(done: Attributed, sentence: Sentence, before: int) -> Voice | None:
    """The same who has no name: "the king's doctor smiled, denying that he was ill"."""
    if sentence.tokens[0].lower not in _OPENS:
        return None
    near = range(2, min(before, _PLAIN + 1))
    verb = next((at for at in near if may_be_finite(sentence.tokens[at].lower)), None)
    return None if verb is None else _who_opens(done, sentence, verb)


_OPENS = frozenset(["the", "a", "an", "his", "her", "their", "its"])
_PLAIN = 5
"""Tokens of a subject without a name: "the king's doctor"."""


def _who_opens(done: Attributed, sentence: Sentence, verb: int) -> Voice | None:
    """Who is told of before the first verb of a sentence, if that is one."""
    return _of_span(done, sentence, 0, max(1, skip_time(sentence.tokens, verb)))


def _of_span(done: Attributed, sentence: Sentence, first: int, last: int) -> Voice | None:
    span = SourceSpan(first, last, None, "subject")
    found = resolve_voices(done.register, done.discourse, sentence, span)
    return found[0] if len(found) == 1 else None


def _body_end(tokens: Sequence[Token], at: int, before: int) -> int:
    """Where a body ends of which a name is but the first word: "the Valian (foreign ministry)";
    ``at`` where no such words follow, or its own name does: "Valian newspaper The Post"."""
    for here in range(at, min(at + _BODY, before)):
        if not tokens[here].text.islower() or not tokens[here].is_word:
            return at
        if tokens[here].lower in word_set("org_roles"):
            named = tokens[here + 1 : here + 2]
            return at if named and named[0].is_capital else here + 1
    return at


_BODY = 3
"""Words of "foreign ministry" behind a name, at most."""


def _first_verb(tokens: Sequence[Token]) -> int | None:
    """Where the verb of a subject stands that opens the sentence: behind a word, or an article
    and a noun. None where it opens with anything else, or in doubt."""
    articled = bool(tokens) and tokens[0].lower in DETERMINERS
    for at, token in enumerate(tokens[1 : _SUBJECT if articled else 2], 1):
        if not token.is_word:
            return None
        acts = is_finite(token.lower) or _is_past(token.lower)
        if acts and token.text.islower() and (at > 1 or not articled):
            return at
    return None


def _is_past(lower: str) -> bool:
    return len(lower) > 4 and lower.endswith("ed")


_SUBJECT = 6
"""Tokens in which a subject ends that opens a sentence."""

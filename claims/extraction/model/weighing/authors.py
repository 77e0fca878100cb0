"""Who "I" is outside a quotation, and who does not speak whom only a quotation names."""

from __future__ import annotations

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.model.weighing.pointing import Pointed
from claims.extraction.text.segment import Token
from claims.extraction.text.verb_groups import is_telling
from claims.extraction.voice import Voice

_ONE, _FIRST = frozenset(["i", "me"]), frozenset(["i", "me", "we", "us"])
_OURS = frozenset(["we", "us", "our", "ours", "we're", "we've", "we'll", "we'd"])
_AROUND, _MANY = 8, 4
"""Of so many sentences on each side, from how many with "we" a text is a body's own."""
AUTHOR = Voice("the article's author", None, (), anonymous=True, confidence=0.6, mention="I")


def is_author(done: Attributed, source: Pointed) -> bool:
    """Whether "I" or "we" stands in no quotation: whoever wrote the article.

    Not where the text says "we" again and again, as a body's own statement does.
    """
    sentence = source.sentence
    if source.pronoun not in _FIRST or sentence.paragraph in done.block_voice:
        return False
    if _is_quoted(done, sentence.tokens[source.first]):
        return False
    if source.pronoun in _ONE:
        return True
    near = done.page.sentences[max(0, sentence.index - _AROUND) : sentence.index + _AROUND]
    ours = sum(any(t.lower in _OURS and not _is_quoted(done, t) for t in s.tokens) for s in near)
    return ours < _MANY


def _is_quoted(done: Attributed, token: Token) -> bool:
    return done.page.quote_at(token.start) is not None


def is_only_in_quote(done: Attributed, source: Pointed, speaker: Pointed) -> bool:
    """Whether a source is but what a quotation opens with, and another by name speaks: "'Acme has
    had it for years,' said Orr"."""
    tokens = source.sentence.tokens
    quote = done.page.quote_at(tokens[source.first].start)
    if quote is None or source.entity is None or speaker.person in (None, source.entity):
        return False
    told = any(is_telling(token.lower) for token in tokens[source.last : source.last + _SAYING])
    return not told and done.page.quote_at(speaker.sentence.tokens[speaker.first].start) is None


_SAYING = 4
"""Tokens behind a name in which it says something itself, in a quotation, too."""

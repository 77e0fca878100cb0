"""Where somebody is named or told of around a sentence, as it tells who "he" and "the company"
are."""

from __future__ import annotations

from claims.extraction.names.entities import Register
from claims.extraction.names.entity import Place
from claims.extraction.names.mentions import UNKNOWN
from claims.extraction.text.segment import Page, Sentence

_WHERE = frozenset(["in", "near", "outside", "inside", "around", "across", "throughout"])


def is_near(register: Register, entity: int | None, sentence: Sentence) -> bool:
    """Whether somebody is named in a sentence or in the one before."""
    near = register.places[max(0, sentence.index - 1) : sentence.index + 1]
    return any(place.entity == entity for places in near for place in places)


def only_quoted(register: Register, sentence: Sentence, token: int) -> set[int]:
    """Whom quotations alone name in a sentence and the one before: who says it there, at a token
    outside of them, is none of them."""
    page, named, outside = register.page, set[int](), set[int]()
    if page.quote_at(sentence.tokens[token].start) is not None:
        return named
    for index in range(max(0, sentence.index - 1), sentence.index + 1):
        tokens = page.sentences[index].tokens
        for place in register.places[index]:
            quoted = page.quote_at(tokens[place.first].start) is not None
            (named if quoted else outside).add(place.entity)
    return named - outside


def only_where(register: Register, sentence: int, place: Place) -> bool:
    """Whether a name of no known sort only tells where something was: "captured near Koba"."""
    before = register.page.sentences[sentence].tokens[max(0, place.first - 1) : place.first]
    where = any(token.lower in _WHERE for token in before)
    return where and register.entities[place.entity].sort == UNKNOWN


def quotes_pronoun(page: Page, sentence: Sentence, lower: str) -> bool:
    """Whether what is quoted in a sentence tells of "he": who says it is somebody else."""
    near = {page.quote_at(token.start) for token in sentence.tokens} - {None}
    for other in page.sentences[max(0, sentence.index - 1) : sentence.index + 1] if near else ():
        for at, token in enumerate(other.tokens):
            opens = at == 0 or not other.tokens[at - 1].is_word
            if token.lower == lower and opens and page.quote_at(token.start) in near:
                return True
    return False

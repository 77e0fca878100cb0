"""Whom a report goes back to: "the paper said, citing two officials, that the mill was sold"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.extraction.sources.phrase import Phrase
from claims.extraction.sources.span import SourceSpan, right_phrase
from claims.extraction.sources.starts import CITING
from claims.extraction.text.asides import STOPS
from claims.extraction.text.lexicon import body_words, word_set
from claims.extraction.text.segment import Token

_GIVEN = 7
"""Tokens that what is attributed may take: "attributing the figure to"."""
_PEOPLE = (
    word_set("anonymous_heads") | word_set("person_roles") | word_set("spokes_roles")
    | word_set("org_roles") | body_words()
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Citation:
    """Tokens ``first:last`` of a sentence with the marks around them, and who is cited."""

    first: int
    last: int
    source: SourceSpan | None


def find_citations(tokens: Sequence[Token], quoted: Sequence[bool]) -> list[Citation]:
    """The asides of a sentence that tell whom or what a report goes back to."""
    found = []
    for at in range(1, len(tokens) - 1):
        opened = tokens[at - 1].text in STOPS and not quoted[at]
        begin = _cited_from(tokens, at) if opened else None
        if begin is None:
            continue
        source = right_phrase(tokens, begin, quoted, "cited", wide=True)
        last = begin if source is None else source.last
        closed = last < len(tokens) and tokens[last].text == tokens[at - 1].text
        found.append(Citation(at - 1, last + closed, source))
    return found


def _cited_from(tokens: Sequence[Token], at: int) -> int | None:
    """Where the cited begin behind "citing", or "attributing the figure to"."""
    if tokens[at].lower in CITING:
        return at + 1
    if tokens[at].lower != "attributing":
        return None
    inside = range(at + 2, min(len(tokens) - 1, at + _GIVEN))
    return next((to + 1 for to in inside if tokens[to].lower == "to"), None)


def may_be_cited(phrase: Phrase) -> bool:
    """Whether a cited phrase tells of people or a body, and of no thing or reason."""
    if phrase.head in word_set("source_documents"):
        return False
    ends = any(place.last == phrase.last for place in phrase.named)
    return phrase.head in _PEOPLE or (ends and not phrase.is_owned)

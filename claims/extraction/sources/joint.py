"""Several parties told of in one source phrase: "Peru, the Pentagon and its allies"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.names.entities import Register
from claims.extraction.names.entity import Place
from claims.extraction.names.mentions import ADJECTIVE
from claims.extraction.sources.served import SERVING
from claims.extraction.text.lexicon import agent_words, body_words, word_set
from claims.extraction.text.segment import Sentence, Token
from claims.extraction.voice import POSSESSIVES


def opens_relative(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a phrase has the "that" of its clause before it: "a report (that both clubs)"."""
    behind = tokens[first + 1].lower if first + 1 < last else ""
    return tokens[first].lower in ("that", "which") and behind in ("both", "neither", "the")


def speaks_for_owner(opening: str, head: str) -> bool:
    """Whether a phrase with this first word and this head is who speaks for somebody told of
    before: "its lawyer" of "the company and its lawyer"."""
    return opening in POSSESSIVES and head in word_set("spokes_roles")


def split_joint(
    register: Register, sentence: Sentence, first: int, last: int
) -> list[tuple[int, int]]:
    """Split "Peru, the Pentagon and the White House" at its "and"; not inside a name."""
    tokens = sentence.tokens
    for at in range(first + 1, last - 1):
        if tokens[at].lower in SERVING and tokens[at - 1].lower in body_words():
            return [(first, last)]  # "a firm representing Telmar and Norvest"
        if tokens[at].lower in ("and", "nor") and _parts_names(register, sentence, first, at, last):
            return [*_split_list(register, sentence, first, at), (at + 1, last)]
    return [(first, last)]


def _split_list(
    register: Register, sentence: Sentence, first: int, last: int
) -> list[tuple[int, int]]:
    """The names of a list before its "and", by its commas."""
    tokens = sentence.tokens
    end = last - 1 if tokens[last - 1].text == "," else last
    for at in range(end - 2, first, -1):
        if tokens[at].text == "," and _parts_names(register, sentence, first, at, end):
            return [*_split_list(register, sentence, first, at), (at + 1, end)]
    return [(first, end)]


def _parts_names(register: Register, sentence: Sentence, first: int, at: int, last: int) -> bool:
    """Whether one party ends before the token ``at`` and another begins right behind it."""
    if any(p.first <= at < p.last for p in register.places[sentence.index]):
        return False
    edge = at - (sentence.tokens[at - 1].text == ",")
    left = register.in_tokens(sentence.index, first, edge)
    right = register.in_tokens(sentence.index, at + 1, last)
    ends = any(p.last == edge for p in left)
    ends = ends and _sort(register, left[-1]) != ADJECTIVE
    starts = bool(right) and right[0].first <= at + 3
    tokens = sentence.tokens
    if tokens[edge - 1].text in _SHORT_STATES and _is_nationality(register, right, at + 1):
        return False  # "U.S. and French prosecutors"
    if _share_media(tokens, first, edge, last):
        return False  # "the state and Kurdish media"
    if _are_one(tokens, first, edge, at + 1, last):
        return False  # "a senator and frequent traveller"
    begins = starts or _is_role(tokens, at + 1, last) or _are_people(tokens[at + 1 : last])
    return (ends or _is_role(tokens, first, edge)) and begins


def _are_one(tokens: Sequence[Token], first: int, edge: int, begin: int, last: int) -> bool:
    """Whether one article stands before two things that one person is."""
    roles = word_set("person_roles") - word_set("plural_people")
    opens = tokens[first].lower in ("a", "an")
    if not opens or tokens[edge - 1].lower not in roles or tokens[last - 1].lower not in roles:
        return False
    plain = tokens[edge - 1].text.islower() and tokens[last - 1].text.islower()
    return plain and last - begin > 1 and tokens[begin].lower not in _OPENS | POSSESSIVES.keys()


_OPENS = frozenset(["a", "an", "the", "another", "one", "some", "several"])


def _share_media(tokens: Sequence[Token], first: int, edge: int, last: int) -> bool:
    """Whether "the government and Kurdish media" are the media of both."""
    own = [token.lower for token in tokens[first:edge] if token.lower != "the"]
    return own in (["government"], ["state"]) and tokens[last - 1].lower in _MEDIA


_MEDIA = frozenset(["media", "press", "television", "tv", "radio", "newspapers", "broadcasters"])


def _are_people(tokens: Sequence[Token]) -> bool:
    """Whether a plural with no article tells of people: the "witnesses" of "Orr and witnesses"."""
    plain = 0 < len(tokens) < 3 and all(token.text.islower() for token in tokens)
    return plain and tokens[-1].lower in word_set("plural_people")


_SHORT_STATES = frozenset(["U.S.", "US", "U.K.", "UK", "EU"])
"""Names of states that stand for nationalities as well."""


def _is_nationality(register: Register, places: Sequence[Place], at: int) -> bool:
    """Whether the first of the names is a nationality and starts at token ``at``."""
    return bool(places) and places[0].first == at and _sort(register, places[0]) == ADJECTIVE


def _sort(register: Register, place: Place) -> str:
    return register.entities[place.entity].sort


_WHOSE = frozenset(["for", "of", "from", "in", "at", "with"])
"""Words behind which is told whose somebody is, or of what."""


def _is_role(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether tokens are a body or people told of by a word: "the army", "a senior source", "its
    lawyer", "a spokesman for the bank", "Mali's army"."""
    last = next((at for at in range(first + 2, last) if tokens[at].lower in _WHOSE), last)
    head, opening = tokens[last - 1].lower, tokens[first].lower
    several = word_set("plural_people")
    if opening == "the":
        known = word_set("org_roles") | word_set("person_roles") | several
    elif opening in ("a", "an"):
        known = word_set("anonymous_heads") | word_set("person_roles")
    elif opening in POSSESSIVES:
        known = word_set("person_roles") | several | agent_words()
    elif last - first in (3, 4) and tokens[last - 2].lower == "'s":
        return head in word_set("org_roles")  # "Mali's army"
    else:
        return last - first == 1 and head in several
    owned = any(token.lower == "'s" for token in tokens[first:last])
    return head in known and 2 <= last - first <= 4 + owned

"""Outlets that only reported what others are told to have done: no "its spokesman" is theirs."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from claims.extraction.names.entities import Register
from claims.extraction.names.entity import Entity
from claims.extraction.names.mentions import ADJECTIVE
from claims.extraction.names.words import is_outlet
from claims.extraction.sources.starts import DETERMINERS
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.segment import Sentence, Token

_REPORTS = frozenset(["report", "reports", "reported"])
_NEAR = 3
"""Tokens of "has reported that", of which the verb may be any."""
_OPENING = 5
"""Tokens behind the verb in which what is told has its subject: "reported that airline Orsk"."""
_JOURNALISTS = frozenset(
    ["editor", "reporter", "correspondent", "publisher", "journalist", "anchor"]
)
_BODIES = word_set("org_roles") | {"band", "retailer", "startup"}
_STANDS = frozenset(["stand", "stands", "stood", "standing"])


def may_report(sentence: Sentence, token: int, name: str) -> bool:
    """Whether who tells something by a verb at ``token`` is an outlet, or reports it."""
    return is_outlet(name) or reports(sentence, token)


def reports(sentence: Sentence, token: int) -> bool:
    """Whether the verb at ``token`` is that of somebody who reports what others did."""
    for each in sentence.tokens[token : token + _NEAR]:
        if each.lower in DETERMINERS:
            return False  # "denied the report"
        if each.lower in _REPORTS:
            return True
    return False


def reported_of(register: Register, sentence: Sentence, token: int, teller: int) -> Entity | None:
    """The body that what an outlet tells opens with, by a verb at ``token``: "(Orsk) plans cuts,
    the Post reported", "the Post reported that (Orsk)"; None where none does."""
    for place in register.places[sentence.index]:
        entity = register.entities[place.entity]
        opens = place.first <= 1 or token < place.first <= token + _OPENING
        if not opens or place.entity == teller:
            continue
        return None if entity.is_person or entity.sort == ADJECTIVE else entity
    return None


def described_in(sentence: Sentence, token: int) -> tuple[int, int] | None:
    """Where the body without a name stands that opens what an outlet tells by a verb at ``token``:
    "(The startup) raised 40 million, the Post said", "the Post said (the band) would split"."""
    tokens = sentence.tokens
    that = token + 1 < len(tokens) and tokens[token + 1].lower == "that"
    for first in (0, token + 1 + that):
        if first >= len(tokens) or tokens[first].lower not in ("the", "a", "an"):
            continue
        near = range(first + 1, min(first + _NEAR + 1, len(tokens)))
        noun = next((at for at in near if tokens[at].lower in _BODIES), None)
        if noun is not None and (first > 0 or noun < token - 1):
            return first, noun + 1
    return None


def tells_of_itself(sentence: Sentence, token: int) -> bool:
    """Whether what is told opens with who tells it: "the Post said its servers had failed"."""
    behind = sentence.tokens[token + 1 : token + _NEAR + 1]
    return any(each.lower in ("it", "its") for each in behind)


def speaks_for_outlet(tokens: Sequence[Token], head: str) -> bool:
    """Whether who speaks is an outlet's own: its editor, or who stands by what it told."""
    if head in _JOURNALISTS:
        return True
    pairs = itertools.pairwise(token.lower for token in tokens)
    return any(a in _STANDS and b in ("by", "behind") for a, b in pairs)

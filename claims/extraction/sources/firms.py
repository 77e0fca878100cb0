"""Who "the company" is where a text tells of one in business alone."""

from __future__ import annotations

from claims.extraction.names.entities import Register
from claims.extraction.names.entity import Entity
from claims.extraction.names.mentions import ADJECTIVE, PLACE
from claims.extraction.names.words import TRADES, is_firm, is_outlet
from claims.extraction.text.lexicon import word_set

_FIRMS = frozenset(["company", "firm", "drugmaker", "carmaker", "retailer", "airline", "bank"])
"""What one in business is called."""
_FIRST_NAMED = 60
"""Of those whom a text names, how many are looked at for the only firm."""


def only_firm(register: Register, head: str, before: tuple[int, int]) -> Entity | None:
    """The one in business alone that a text names before a sentence's token."""
    found: Entity | None = None
    for entity in register.entities[:_FIRST_NAMED] if head in _FIRMS else ():
        if entity.first >= before:
            break
        if _may_be_firm(register, entity, head):
            if found is not None:
                return None
            found = entity
    return found


def is_plain_firm(register: Register, entity: Entity) -> bool:
    """Whether a name or what is told of it says that it is a firm's."""
    return is_firm(entity.name, entity.roles) or _has_shares(register, entity)


def _may_be_firm(register: Register, entity: Entity, head: str) -> bool:
    """Whether somebody named may be one in business: no person, place, outlet or public body, and
    not told of by what no "bank" is."""
    if entity.is_person or entity.sort in (PLACE, ADJECTIVE) or is_outlet(entity.name):
        return False
    words = entity.name.lower().split()
    if is_firm(entity.name, entity.roles):
        return True
    if entity.name.isupper():
        return _has_shares(register, entity)  # an agency or station as likely
    public = not word_set("org_words").isdisjoint(words) or "of" in words
    told = entity.roles & word_set("org_roles")
    return (
        not public
        and not (told and told.isdisjoint(TRADES | {head}))
        and _is_thing(register, entity)
    )


def _is_thing(register: Register, entity: Entity) -> bool:
    """Whether a name is no mere place or product by where it stands: it opens a sentence, or
    "shares in" stands before it."""
    if _has_shares(register, entity):
        return True
    index, token = entity.first
    before = register.page.sentences[index].tokens[max(0, token - 1) : token]
    return not before or before[0].lower in _BEFORE_FIRMS or entity.count > 1


_BEFORE_FIRMS = frozenset(["and", "that", "the", ",", "after", "but", "when", "while", "because"])


def _has_shares(register: Register, entity: Entity) -> bool:
    """Whether a name comes up first as that of whose shares are told of: "Shares in Kellmark"."""
    index, token = entity.first
    tokens = register.page.sentences[index].tokens
    return (
        token > 1 and tokens[token - 1].lower in ("in", "of") and tokens[token - 2].lower in _STOCK
    )


_STOCK = frozenset(["shares", "stock", "shareholders", "investors"])

"""Which words may stand in a name, and which names are known: the catalogue's and states'."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache, lru_cache

from claims.extraction.text.lexicon import load_lexicon, word_set
from claims.extraction.text.segment import SITE, Token
from claims.model import PartyKind
from claims.parties import NameSort, load_catalogue

OF = frozenset({"of", "for", "on"})


def is_name_word(token: Token) -> bool:
    """Whether a word looks like one of a name: a capital, a handle, a site, "al-", "iPhone"."""
    text = token.text
    if text.islower() and text.isalpha():
        return False  # most words
    if text.endswith(COMPOUNDS):
        return False
    if text[0].isupper() or is_site(text):
        return True
    if text[0] in "@#":
        return len(text) > 1
    if text[0].isdigit():
        if _SPELT_OUT.fullmatch(text):
            return True
        return any(letter.isupper() for letter in text) and not text[-1].isdigit() and len(text) > 4
    inner = len(text) > 2 and text[0].islower() and text[1].isupper()
    return inner or text[:3] in ("al-", "el-") or _ELIDED.match(text) is not None


def is_seat(text: str) -> bool:
    """Whether a word tells of which side and from where somebody sits: "D-Calif", "R-Ohio"."""
    return _SEAT.fullmatch(text) is not None


_SEAT = re.compile(r"[DRI]-[A-Z][A-Za-z.]*")


def is_site(text: str) -> bool:
    """Whether a word is the address of a site: "example.com"."""
    return "." in text and _SITE.fullmatch(text) is not None


_SITE = re.compile(SITE)
_SPELT_OUT = re.compile(r"\d+(?:to|for|four|by)\d+")
"""A figure that is a word of a name: "8to4 Gadgets"."""
_ELIDED = re.compile(r"(?:[dl]|dell|dall|nell|sull|all)['’][A-ZÀ-Þ]")
"""How "Corriere dell'Adriatico" and "Hydrocarbures de l'Égée" go on."""


def is_shortened(tokens: Sequence[Token], at: int) -> bool:
    """Whether the full stop at ``at`` ends a title ("Dr.") or an initial ("Eva T. Lund")."""
    return tokens[at - 1].lower in word_set("titles") or is_initial(tokens, at)


def is_initial(tokens: Sequence[Token], at: int) -> bool:
    """Whether the full stop at ``at`` ends an initial inside a name."""
    before = tokens[at - 1]
    one = tokens[at].text == "." and len(before.text) == 1 and before.text.isupper()
    return one and at > 1 and at + 1 < len(tokens) and tokens[at + 1].is_capital


def is_particle(token: Token | None) -> bool:
    """Whether a small word may stand inside a name: "de", "bin", "dello"."""
    return token is not None and token.lower in word_set("names_particles") and not token.is_capital


def is_time(token: Token) -> bool:
    """Whether a word is a day's or a month's name."""
    return token.text in _TIMES


COMPOUNDS = tuple(f"-{word}" for word in word_set("names_compounds"))
_TIMES = word_set("names_times")


def is_known_body(name: str) -> bool:
    """Whether the catalogue of parties knows a name for something that is no person."""
    return _kind_of(name) not in (None, PartyKind.PERSON)


def is_known(name: str) -> bool:
    """Whether the catalogue of parties knows a name for one party."""
    return _kind_of(name) is not None


def is_firm(name: str, roles: Collection[str]) -> bool:
    """Whether a name's last word is of firms' names, or its bearer is told to be in business."""
    last = name.rsplit(" ", 1)[-1].lower()
    return last in word_set("names_of_firms") or not TRADES.isdisjoint(roles)


TRADES = word_set("coref_trades")
"""Bodies that are in business: "the airline" may be told of as a company."""


def is_outlet(name: str) -> bool:
    """Whether a name is of an outlet that the catalogue knows, or has a word of such names."""
    words = set(name.lower().split())
    return not words.isdisjoint(word_set("coref_media_words")) or _kind_of(name) is PartyKind.OUTLET


@lru_cache(4096)
def _kind_of(name: str) -> PartyKind | None:
    catalogue = load_catalogue()
    known = catalogue.resolve(name).party_id
    party = catalogue.get(known) if known is not None else None
    return party.kind if party is not None else None


@cache
def states() -> frozenset[str]:
    """States, their capitals and other names of them, lower case."""
    found = {state.lower() for state in load_lexicon().demonyms.values()}
    places = {NameSort.NAME, NameSort.SHORT, NameSort.CAPITAL}
    for party in load_catalogue().parties:
        if party.kind is PartyKind.STATE:
            found |= {name.text.lower() for name in party.names if name.sort in places}
    return frozenset(found | {"u.s.", "us", "u.k.", "england"})


@cache
def nationalities() -> frozenset[str]:
    """Adjectives of states and faiths that stand for nobody by themselves, lower case."""
    found = {
        name.text.lower()
        for party in load_catalogue().parties
        for name in party.names
        if party.kind is PartyKind.STATE and name.sort is NameSort.DEMONYM
    }
    told = {name for name in found if _ADJECTIVE.search(name)}
    return frozenset(told | load_lexicon().demonyms.keys() | word_set("names_adjectives"))


_ADJECTIVE = re.compile(r"\w{3}(?:an|ese|ish|i|ch)$")


@cache
def metonyms() -> frozenset[str]:
    """Names that stand for whoever governs from there: "Downing Street", lower case."""
    return frozenset(
        name.text.lower().removeprefix("the ")
        for party in load_catalogue().parties
        for name in party.names
        if name.sort is NameSort.METONYM
    )

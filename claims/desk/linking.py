"""The names that one document uses, linked to parties. Pure.

A name that the catalogue resolves to one party becomes that party. A name it
does not know becomes a party of its own under a slug of the name, so that the
same name leads to the same party in every document. A name that may be
several parties, or that does not say whose it is, becomes an unresolved party
with the reason as its note: the desk never guesses, a person merges it later.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from claims.model import ANONYMOUS_PREFIX, UNATTRIBUTED, Finding, PartyKind
from claims.parties import Catalogue, normalise, slug

UNRESOLVED_PREFIX = "unresolved:"
"""Keys of parties whose name may be several catalogued ones."""
UNLISTED_PREFIX = "unlisted:"
"""Keys of names whose slug is a catalogue id of somebody else."""

MAX_ALIAS_CHARS = 80
PRONOUNS = frozenset(
    (
        *("i", "me", "my", "he", "him", "his", "she", "her", "hers", "it", "its", "we", "us"),
        *("our", "ours", "they", "them", "their", "theirs", "you", "your", "who", "whom"),
        *("this", "that", "these", "those", "one", "someone", "somebody", "nobody", "everyone"),
    )
)
CONNECTIVES = frozenset(
    (
        *("of", "the", "for", "and", "on", "in", "at", "to", "a", "an", "de", "la", "le", "du"),
        *("des", "da", "do", "dos", "del", "der", "den", "di", "van", "von", "bin", "ibn"),
        *("al", "el", "ben", "y", "e", "und"),
    )
)
_WORD = re.compile(r"[^\s\-/]+")


@dataclass(frozen=True, slots=True)
class PartyLink:
    """The party that a name stands for: the columns of its row, and how it is told."""

    key: str
    name: str
    kind: PartyKind
    part_of: str | None = None
    organ_of: str | None = None
    catalogued: bool = False
    note: str | None = None
    anonymous: bool = False
    """The name stands for nobody in particular inside the party ("a Pentagon official")."""


@dataclass(frozen=True, slots=True)
class NameUse:
    """A name as a document uses it."""

    name: str
    is_speaker: bool = False
    anonymous: bool = False


def list_names(findings: Iterable[Finding]) -> list[NameUse]:
    """Every party and speaker of the findings, each use once, in order."""
    uses: dict[NameUse, None] = {}
    for finding in findings:
        own = finding.speaker is not None and finding.speaker == finding.party
        uses[NameUse(finding.party, is_speaker=own, anonymous=finding.anonymous)] = None
        if finding.speaker is not None and not own:
            uses[NameUse(finding.speaker, is_speaker=True)] = None
    return list(uses)


def link_names(
    catalogue: Catalogue, uses: Iterable[NameUse], on: date | None = None
) -> dict[NameUse, PartyLink]:
    """Link every name, the document's clear ones serving as context for its ambiguous ones."""
    uses = list(uses)
    clear = {use: catalogue.resolve(use.name, on=on).party_id for use in uses}
    context = tuple(dict.fromkeys(found for found in clear.values() if found))
    return {use: link_name(catalogue, use, on, context) for use in uses}


def link_name(
    catalogue: Catalogue, use: NameUse, on: date | None = None, context: Iterable[str] = ()
) -> PartyLink:
    """Link one name; ``context`` holds ids of the document's other parties."""
    if use.name == UNATTRIBUTED:
        return PartyLink(UNATTRIBUTED, UNATTRIBUTED, PartyKind.UNATTRIBUTED, anonymous=True)
    found = catalogue.resolve(use.name, on=on, context=context)
    if found.party_id is not None:
        return link_catalogued(catalogue, found.party_id, anonymous=found.anonymous)
    if found.candidates or _depends_on_document(catalogue, use.name, on):
        return PartyLink(
            key=UNRESOLVED_PREFIX + slug(use.name),
            name=use.name,
            kind=PartyKind.UNKNOWN,
            note=found.reason,
            anonymous=use.anonymous or found.anonymous,
        )
    return _link_unknown(catalogue, use)


def _depends_on_document(catalogue: Catalogue, name: str, on: date | None) -> bool:
    """Whether the name says what the party is but not whose ("the foreign ministry"):
    in a document that names one state it would be that state's."""
    state = next((p.id for p in catalogue.parties if p.kind is PartyKind.STATE), None)
    if state is None:
        return False
    return catalogue.resolve(name, on=on, context=(state,)).party_id is not None


def link_catalogued(catalogue: Catalogue, party_id: str, anonymous: bool = False) -> PartyLink:
    """The link to a party of the catalogue. KeyError for an id it does not hold."""
    party = catalogue.get(party_id)
    if party is None:
        raise KeyError(f"the party catalogue holds no id {party_id!r}")
    return PartyLink(
        key=party.id,
        name=party.name,
        kind=party.kind,
        part_of=party.part_of,
        organ_of=party.organ_of,
        catalogued=True,
        anonymous=anonymous,
    )


def _link_unknown(catalogue: Catalogue, use: NameUse) -> PartyLink:
    key = slug(use.name)
    if use.anonymous:
        return PartyLink(ANONYMOUS_PREFIX + key, use.name, PartyKind.ANONYMOUS, anonymous=True)
    if catalogue.get(key) is not None or key == UNATTRIBUTED:
        key = UNLISTED_PREFIX + key
    kind = PartyKind.PERSON if use.is_speaker else PartyKind.UNKNOWN
    return PartyLink(key, use.name, kind)


def names_properly(alias: str) -> bool:
    """Whether an alias names its party by itself: "Moscow" does, "he" and "the company" do not.

    Every word but small connectives starts with a letter that is not lower
    case, and the whole is no pronoun.
    """
    words = _WORD.findall(alias.strip())
    if not words or not 2 <= len(alias.strip()) <= MAX_ALIAS_CHARS:
        return False
    if alias.strip().casefold() in PRONOUNS:
        return False
    telling = [word for word in words if word.casefold() not in CONNECTIVES]
    return bool(telling) and not any(word.lstrip("\"'“‘(")[:1].islower() for word in telling)


def keys_by_name(links: Mapping[NameUse, PartyLink]) -> dict[str, set[str]]:
    """The keys of a document's parties and speakers by what it calls them."""
    keys: dict[str, set[str]] = {}
    for use, link in links.items():
        keys.setdefault(normalise(use.name), set()).add(link.key)
    return keys


def new_aliases(
    catalogue: Catalogue,
    link: PartyLink,
    aliases: Iterable[str],
    keys: Mapping[str, set[str]] | None = None,
) -> list[str]:
    """Aliases worth keeping: proper names that the catalogue lacks and gives to nobody else.

    Nor is it one that the document, by ``keys_by_name``, gives to another party or speaker.
    """
    kept: dict[str, None] = {}
    keys = keys or {}
    for alias in aliases:
        clean = " ".join(alias.split())
        if not names_properly(clean) or normalise(clean) == normalise(link.name):
            continue
        if not keys.get(normalise(clean), {link.key}) <= {link.key}:
            continue
        if not catalogue.resolve(clean).candidates:
            kept[clean] = None
    return list(kept)

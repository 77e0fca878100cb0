"""Which origin a report counts under. Pure.

Keys: ``outlet:reuters`` for an outlet or agency, ``party:kcna`` for the organ
of a party (its word is that party's own), ``text:<digest>`` for a text whose
outlet nobody knows. One outlet has one key, whether it published the document
itself or another document credits it.
"""

from __future__ import annotations

from dataclasses import dataclass

from claims.desk.linking import PartyLink
from claims.model import Document, PartyKind
from claims.parties import Catalogue, slug


@dataclass(frozen=True, slots=True)
class OriginLink:
    """An origin's key and its name for people."""

    key: str
    name: str


def outlet_origin(
    catalogue: Catalogue, outlet: str | None, name: str | None, organ_of: str | None = None
) -> OriginLink | None:
    """The origin of an outlet's own reporting. None where neither id nor name is known."""
    if not outlet and not name:
        return None
    party_id = _find_outlet(catalogue, outlet, name)
    party = catalogue.get(party_id) if party_id else None
    if party is not None:
        prefix = "party" if party.organ_of or organ_of else "outlet"
        return OriginLink(f"{prefix}:{party.id}", party.name)
    key = outlet or slug(name or "")
    return OriginLink(f"{'party' if organ_of else 'outlet'}:{key}", name or key)


def _find_outlet(catalogue: Catalogue, outlet: str | None, name: str | None) -> str | None:
    if outlet and _is_outlet(catalogue, outlet):
        return outlet
    for mention in filter(None, (name, outlet)):
        found = catalogue.resolve(mention).party_id
        if found and _is_outlet(catalogue, found):
            return found
    return None


def _is_outlet(catalogue: Catalogue, party_id: str) -> bool:
    party = catalogue.get(party_id)
    return party is not None and party.kind is PartyKind.OUTLET


def party_origin(link: PartyLink) -> OriginLink | None:
    """The origin of what an outlet says itself ("KCNA said"). None for any other party."""
    if link.kind is not PartyKind.OUTLET or link.anonymous:
        return None
    return OriginLink(f"{'party' if link.organ_of else 'outlet'}:{link.key}", link.name)


def own_origin(catalogue: Catalogue, document: Document, organ_of: str | None) -> OriginLink | None:
    """The origin of the document's outlet, None where nobody knows it."""
    return outlet_origin(catalogue, document.outlet, document.outlet_name, organ_of)


def text_origin(document: Document, text_sha256: str) -> OriginLink:
    """The origin of a text whose outlet nobody knows: the text itself."""
    return OriginLink(f"text:{text_sha256}", document.title or f"text {text_sha256[:12]}")

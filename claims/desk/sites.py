"""Which origin an address counts under, so that a report and its address are not two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from sqlalchemy.orm import defer
from sqlmodel import col, select

from claims.desk.origins import OriginLink, outlet_origin
from claims.parties import Catalogue
from claims.store import Transaction
from claims.store.facts import Document, Evidence, Origin, StanceRow


class _Held(NamedTuple):
    """A document that a claim rests on: where it stands, and whose it is."""

    url: str
    outlet_id: str | None
    outlet_name: str | None
    organ_of: str | None
    origin: OriginLink


def address_origin(
    tx: Transaction, catalogue: Catalogue, claim_id: int, url: str, source: str | None
) -> OriginLink | None:
    """The origin of what stands at an address: its document's, else the ``source`` named,
    else its outlet's, else its site's. None where the address names no site and nobody is named.

    Of documents only those are asked on which the claim rests: nothing else is counted with it.
    """
    host = _host(url)
    held = _read_held(tx, claim_id) if host else []
    for document in held:
        if _address(document.url) == _address(url):
            return document.origin
    if source:
        return outlet_origin(catalogue, None, source)
    outlet = catalogue.by_domain(host)
    if outlet is not None:
        return outlet_origin(catalogue, outlet.id, outlet.name)
    for document in held:
        if _host(document.url) == host and (document.outlet_id or document.outlet_name):
            _, outlet_id, name, organ_of, _ = document
            return outlet_origin(catalogue, outlet_id, name, organ_of)
    return OriginLink(f"site:{host}", host) if host else None


def _read_held(tx: Transaction, claim_id: int) -> Sequence[_Held]:
    evidence = select(Evidence.document_id).where(col(Evidence.claim_id) == claim_id)
    stances = select(StanceRow.document_id).where(col(StanceRow.claim_id) == claim_id)
    found = tx.session.exec(
        select(Document, Origin)
        .join(Origin, col(Document.origin_id) == col(Origin.id))
        .where(col(Document.id).in_(evidence) | col(Document.id).in_(stances))
        .where(col(Document.url).is_not(None))
        .options(defer(col(Document.text)))  # type: ignore[arg-type]
        .order_by(col(Document.id))
    )
    return [
        _Held(
            document.url or "",
            document.outlet_id,
            document.outlet_name,
            document.organ_of,
            OriginLink(origin.key, origin.name),
        )
        for document, origin in found
    ]


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _address(url: str) -> tuple[str, str, str]:
    """What of an address tells a page: neither scheme nor "www.", fragment or last slash."""
    parts = urlsplit(url)
    return _host(url), parts.path.rstrip("/"), parts.query

"""A document's own rows: capture, text and origin."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from claims.desk.origins import OriginLink, outlet_origin, own_origin, text_origin
from claims.desk.rows import ensure_origins
from claims.desk.values import CaptureInfo, Material
from claims.evidence import (
    Fingerprint,
    KnownOrigin,
    assign_origin,
    credited_origin,
)
from claims.parties import Catalogue
from claims.store import Transaction, find_documents_by_bands, mark_document, read_fingerprints
from claims.store.facts import Capture, Document, Origin, Reading
from claims.store.indexing import Mark

FEED_ITEM = "feed_item"
MAX_TWINS = 20
"""Documents compared with a new one to find the text it copies."""
HEAD_CHARS = 600
"""How much of a text is searched for a dateline."""


@dataclass(frozen=True, slots=True)
class HeldDocument:
    """A document on the record with its origin."""

    id: int
    origin_id: int
    origin_key: str


def find_document(session: Session, material: Material) -> HeldDocument | None:
    """The document of this capture and item, else the one that the item tells again; None
    where the record lacks both."""
    query = (
        select(Document.id, Document.origin_id, Origin.key)
        .join(Origin, col(Origin.id) == col(Document.origin_id))
        .where(col(Document.item) == material.item)
        .order_by(col(Document.id))
    )
    row = session.exec(query.where(Document.capture_sha256 == material.capture.sha256)).first()
    if row is None and material.item:
        row = session.exec(query.where(*_tell_again(material))).first()
    if row is None or row[0] is None:
        return None
    return HeldDocument(row[0], row[1], row[2])


def _tell_again(material: Material) -> list[ColumnElement[bool]]:
    """What a document has that this item tells again, unchanged in other bytes.

    A feed that is read every hour holds most of its items each time. A feed's item with an
    address is the same one where id, address and text are; anything else where all that is
    told of it is, so that nothing which somebody put right is taken for known.
    """
    document = material.document
    same = [
        col(Document.text_sha256) == hash_text(document.text),
        col(Document.kind) == material.kind,
        col(Document.url) == document.url,
    ]
    if material.kind == FEED_ITEM and document.url:
        return same
    return [
        *same,
        col(Document.outlet_name) == document.outlet_name,
        col(Document.title) == document.title,
        col(Document.published_at) == document.published_at,
    ]


def was_read(session: Session, document_id: int, extractor: str) -> bool:
    """Whether this extractor's reading of the document is on the record."""
    found = session.exec(
        select(Reading.id).where(
            col(Reading.document_id) == document_id, col(Reading.extractor) == extractor
        )
    )
    return found.first() is not None


def add_document(tx: Transaction, catalogue: Catalogue, material: Material) -> HeldDocument:
    """Add capture, origin and document, and make the text findable for its copies."""
    add_capture(tx, material.capture)
    document = material.document
    digest = hash_text(document.text)
    mark = mark_document(document.text)
    origin = find_origin(tx, catalogue, material, mark, digest)
    origin_id = ensure_origins(tx, [origin])[origin.key]
    row = Document(
        capture_sha256=material.capture.sha256,
        item=material.item,
        kind=material.kind,
        name=material.name,
        text=document.text,
        text_sha256=digest,
        title=document.title,
        outlet_id=document.outlet,
        outlet_name=document.outlet_name,
        outlet_reliability=material.outlet_reliability.value
        if material.outlet_reliability
        else None,
        organ_of=material.organ_of,
        language=document.language,
        published_at=document.published_at,
        url=document.url,
        origin_id=origin_id,
        recorded_at=tx.now,
    )
    document_id = tx.add(row)
    tx.index_document(document_id, *mark)
    return HeldDocument(document_id, origin_id, origin.key)


def add_capture(tx: Transaction, capture: CaptureInfo) -> None:
    """Add the capture's row where the record lacks its digest."""
    held = tx.session.exec(select(Capture.id).where(col(Capture.sha256) == capture.sha256))
    if held.first() is None:
        tx.add(Capture(**capture.model_dump()))


def hash_text(text: str) -> str:
    """SHA-256 of a document's text, hex."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def find_origin(
    tx: Transaction, catalogue: Catalogue, material: Material, mark: Mark, digest: str
) -> OriginLink:
    """Where the text really comes from: a copy of it, a credited wire, its outlet, itself."""
    twin = _find_twin(tx, digest)
    if twin is not None:
        return twin
    near = _find_near(tx, mark[0])
    own = own_origin(catalogue, material.document, material.organ_of)
    own = own or text_origin(material.document, digest)
    wire = wire_origin(catalogue, material)
    known = {link.key: link for link in (own, wire, *(link for link, _ in near)) if link}
    chosen = assign_origin(
        Fingerprint.from_bytes(mark[1]),
        outlet=own.key,
        credited=wire.key if wire else None,
        near=[KnownOrigin(link.key, held) for link, held in near],
    )
    return known[chosen.name]


def wire_origin(catalogue: Catalogue, material: Material) -> OriginLink | None:
    """The agency that the document's dateline credits, None where it has none."""
    credited = read_dateline(material.document.text)
    return outlet_origin(catalogue, None, credited) if credited else None


def read_dateline(text: str) -> str | None:
    """The agency named in the dateline: asked for an empty last line, beside which no
    credit stands, so that "KCNA said" in a first paragraph makes nothing a wire of KCNA's."""
    head = text[:HEAD_CHARS] + "\n"
    return credited_origin(head, len(head), len(head))


def credited_beside(
    catalogue: Catalogue, text: str, dateline: str | None, start: int, end: int
) -> OriginLink | None:
    """The outlet that a text credits beside a span. None where it credits nobody there, or
    only its ``dateline``, which the document's own origin stands for."""
    name = credited_origin(text, start, end)
    if name is None or name == dateline:
        return None
    return outlet_origin(catalogue, None, name)


def _find_twin(tx: Transaction, digest: str) -> OriginLink | None:
    row = tx.session.exec(
        select(Origin.key, Origin.name)
        .join(Document, col(Document.origin_id) == col(Origin.id))
        .where(col(Document.text_sha256) == digest)
        .order_by(col(Document.id))
    ).first()
    return None if row is None else OriginLink(row[0], row[1])


def _find_near(tx: Transaction, bands: Sequence[int]) -> list[tuple[OriginLink, Fingerprint]]:
    """Documents that share a band with the text, oldest first, with their origins."""
    ids = find_documents_by_bands(tx.session, bands, MAX_TWINS)
    if not ids:
        return []
    rows = tx.session.exec(
        select(Document.id, Origin.key, Origin.name)
        .join(Origin, col(Origin.id) == col(Document.origin_id))
        .where(col(Document.id).in_(ids))
        .order_by(col(Document.id))
    )
    marks = read_fingerprints(tx.session, ids)
    return [
        (OriginLink(key, name), Fingerprint.from_bytes(marks[row_id]))
        for row_id, key, name in rows
        if row_id is not None and row_id in marks
    ]

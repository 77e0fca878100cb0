"""Other documents that tell a document's text: copies of one wire, each with its address."""

from __future__ import annotations

from pydantic import AwareDatetime
from sqlalchemy.orm import defer
from sqlmodel import col, select

from claims.evidence import Fingerprint, bands, near_copy
from claims.evidence.origins import COPY
from claims.model import Value
from claims.store import Store, find_documents_by_bands, read_fingerprints
from claims.store.facts import Document

LOOKED_AT = 50
"""Documents that share an index key with the text, compared with it at most."""


class Copy(Value):
    """A document that tells the same text, whole or in large part."""

    document_id: int
    title: str
    name: str
    outlet: str | None
    published_at: AwareDatetime | None
    same_origin: bool
    """It counts under the same origin: together they are one voice."""
    share: float
    """Share of the shorter text that stands word for word in the longer, 0-1 (estimated)."""


def copies(store: Store, document_id: int) -> tuple[Copy, ...]:
    """Copies of a document, the most alike first. Empty for an unknown or a very short one."""
    with store.read() as session:
        marks = read_fingerprints(session, [document_id])
        if document_id not in marks:
            return ()
        own = Fingerprint.from_bytes(marks[document_id])
        near = find_documents_by_bands(session, bands(own), LOOKED_AT)
        shares = {
            other: near_copy(own, Fingerprint.from_bytes(mark))
            for other, mark in read_fingerprints(session, near).items()
        }
        alike = [other for other, share in shares.items() if share >= COPY]
        rows = session.exec(
            select(Document)
            .where(col(Document.id).in_([*alike, document_id]))
            .options(defer(Document.text))  # type: ignore[arg-type]  # seen as str
        ).all()
    origins = {row.id: row.origin_id for row in rows}
    found = [
        Copy(
            document_id=row.id or 0,
            title=row.title,
            name=row.name,
            outlet=row.outlet_name or row.outlet_id,
            published_at=row.published_at,
            same_origin=row.origin_id == origins[document_id],
            share=shares[row.id or 0],
        )
        for row in rows
        if row.id != document_id
    ]
    return tuple(sorted(found, key=lambda copy: (-copy.share, copy.document_id)))

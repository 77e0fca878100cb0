"""Where a quote stands in a document."""

from __future__ import annotations

from sqlmodel import select

from claims.store import Store
from claims.store.facts import Document
from claims.views.errors import NotOnRecord, RangeError


def find_quote(store: Store, document_id: int, quote: str) -> tuple[int, int]:
    """Start and end of ``quote`` in the document's text, where it stands exactly once.

    NotOnRecord for an unknown document; RangeError where the quote stands nowhere or often.
    """
    with store.read() as session:
        text = session.exec(select(Document.text).where(Document.id == document_id)).first()
    if text is None:
        raise NotOnRecord("document", document_id)
    start = text.find(quote)
    if start < 0 or text.find(quote, start + 1) >= 0:
        how = "nowhere" if start < 0 else "more than once"
        raise RangeError(
            f"document {document_id} holds this quote {how}: give a passage that stands in it once",
            "quote",
        )
    return start, start + len(quote)

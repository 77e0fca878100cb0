"""Every projection emptied and computed again from the facts: the same content comes out."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Table, delete, select, text
from sqlalchemy.orm import Session

from claims.store.counters import count_facts
from claims.store.effective import DOCUMENT
from claims.store.fulltext import TEXT_TABLE
from claims.store.indexing import (
    DOCUMENTS_AT_ONCE,
    fill_folds,
    index_terms,
    mark_document,
    write_claim_terms,
    write_document_marks,
)
from claims.store.refresh import refresh_claims
from claims.store.session import Store
from claims.store.standing import CLAIM
from claims.store.tables import PROJECTION_TABLES

CLAIMS_AT_ONCE = 500


def rebuild(store: Store) -> None:
    """Empty every projection and write it anew, in one transaction.

    Readers see the old content until it is committed. Needed after a change of
    the code that computes projections, or of the party catalogue; never after
    a crash, as projections are committed with their facts.
    """
    with store.begin() as session:
        for table in PROJECTION_TABLES:
            session.execute(delete(table))
        if store.dialect == "sqlite":
            session.execute(text(f"DELETE FROM {TEXT_TABLE}"))
        for claims in read_texts(session, CLAIM, CLAIM.c.text, CLAIMS_AT_ONCE):
            refresh_claims(session, claims)
            write_claim_terms(session, {key: index_terms(told) for key, told in claims.items()})
        for documents in read_texts(session, DOCUMENT, DOCUMENT.c.text, DOCUMENTS_AT_ONCE):
            write_document_marks(
                session, {key: mark_document(told) for key, told in documents.items()}
            )
        fill_folds(session.connection())
        count_facts(session)


def read_texts(
    session: Session, table: Table, column: ColumnElement[str], at_once: int
) -> Iterator[dict[int, str]]:
    """All texts of a table by id, some at a time."""
    after = 0
    while True:
        found = session.execute(
            select(table.c.id, column).where(table.c.id > after).order_by(table.c.id).limit(at_once)
        ).all()
        if not found:
            return
        yield {row[0]: row[1] for row in found}
        after = found[-1][0]

"""Which claims and documents a flow has to work on."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import case, or_
from sqlmodel import Session, col, func, select

from claims.model import Stage, Value
from claims.store import Store
from claims.store.facts import (
    Assessment,
    Claim,
    Document,
    Evidence,
    Publication,
    Reading,
    StanceRow,
    Withdrawal,
)
from claims.store.indexing import holds
from claims.store.projections import Board
from claims.views.cells import chunk
from claims.views.errors import NotOnRecord

DOCUMENTS_LOOKED_AT = 2_000
"""Latest documents whose text is searched for a claim's words."""
WORDS_USED = 8
_WORD = re.compile(r"[^\W\d_]{4,}|\d{2,}")


class DocumentText(Value):
    """A document to read passages from."""

    id: int
    title: str
    text: str


def claims_at(store: Store, stage: Stage | str) -> list[int]:
    """Numbers of the claims at a stage, the oldest first. ValueError for an unknown stage."""
    with store.read() as session:
        query = select(Board.claim_id).where(Board.stage == Stage(stage))
        return list(session.exec(query.order_by(col(Board.claim_id))))


def require_claims(store: Store, claim_ids: Collection[int]) -> None:
    """NotOnRecord for the first number that is no claim's; one merged away is a claim, too."""
    with store.read() as session:
        for some in chunk(list(claim_ids)):
            held = set(session.exec(select(Claim.id).where(col(Claim.id).in_(some))))
            for claim_id in some:
                if claim_id not in held:
                    raise NotOnRecord("claim", claim_id)


def open_claim_ids(store: Store) -> list[int]:
    """Numbers of the claims that are neither parked nor merged away, the oldest first."""
    with store.read() as session:
        query = select(Board.claim_id).where(Board.stage != Stage.PARKED)
        return list(session.exec(query.order_by(col(Board.claim_id))))


def claims_due(store: Store, before: datetime) -> list[int]:
    """Numbers of the challenged claims, and of those last published before ``before``."""
    last = func.max(Publication.at)
    published = (
        select(Publication.claim_id)
        .join(Board, col(Board.claim_id) == col(Publication.claim_id))
        .where(Board.stage == Stage.PUBLISHED)
        .group_by(col(Publication.claim_id))
        .having(last < before)
    )
    with store.read() as session:
        due = set(session.exec(published))
    return sorted(due | set(claims_at(store, Stage.CHALLENGED)))


def claims_behind(store: Store) -> list[int]:
    """Numbers of the claims that were not assessed since something was last recorded on them,
    or taken off them.

    After a kill these are what the run recorded and did not come to assess. A claim
    on which the last assessment changed nothing may be among them too.
    """
    last = (
        select(col(Assessment.claim_id).label("claim_id"), func.max(Assessment.at).label("at"))
        .group_by(col(Assessment.claim_id))
        .subquery()
    )
    later = [
        select(row.claim_id)
        .outerjoin(last, last.c.claim_id == row.claim_id)
        .where(or_(last.c.at.is_(None), col(row.recorded_at) > last.c.at))
        .distinct()
        for row in (StanceRow, Evidence)
    ]
    later += [
        select(row.claim_id)
        .join(Withdrawal, (col(Withdrawal.row_id) == col(row.id)) & (Withdrawal.what == what))
        .join(last, last.c.claim_id == row.claim_id)
        .where(col(Withdrawal.at) > last.c.at)
        .distinct()
        for what, row in (("stance", StanceRow), ("evidence", Evidence))
    ]
    never = select(Claim.id).outerjoin(last, last.c.claim_id == Claim.id).where(last.c.at.is_(None))
    with store.read() as session:
        behind = {number for query in later for number in session.exec(query)}
        return sorted(behind | {number or 0 for number in session.exec(never)})


def known_items(
    store: Store, digests: Collection[str], extractors: Collection[str]
) -> dict[tuple[str, str], int]:
    """Items of these captures that one of the extractors has read: the document's number
    by (SHA-256, item)."""
    known: dict[tuple[str, str], int] = {}
    with store.read() as session:
        for part in chunk(sorted(digests)):
            found = session.exec(
                select(Document.capture_sha256, Document.item, Document.id)
                .join(Reading, col(Reading.document_id) == col(Document.id))
                .where(
                    col(Document.capture_sha256).in_(part),
                    col(Reading.extractor).in_(extractors),
                )
            )
            known |= {(sha256, item): number or 0 for sha256, item, number in found}
    return known


def search_documents(store: Store, text: str, limit: int = 40) -> list[DocumentText]:
    """Documents that hold the most of the longest words of ``text``, at least two of them.

    Looks at the latest ``DOCUMENTS_LOOKED_AT`` documents: a full-text index
    over all documents would cost more than the record itself.
    """
    words = sorted({word.casefold() for word in _WORD.findall(text)}, key=lambda w: (-len(w), w))
    if not words:
        return []
    with store.read() as session:
        return _rank(session, words[:WORDS_USED], limit)


def _rank(session: Session, words: list[str], limit: int) -> list[DocumentText]:
    held = [case((holds(word), 1), else_=0) for word in words]
    shared = sum(held[1:], start=held[0])
    newest = session.exec(select(func.max(Document.id))).one() or 0
    found = session.exec(
        select(Document.id, Document.title, Document.text)
        .where(
            col(Document.id) > newest - DOCUMENTS_LOOKED_AT,
            shared >= min(2, len(words)),
        )
        .order_by(shared.desc(), col(Document.id).desc())
        .limit(limit)
    )
    return [DocumentText(id=number or 0, title=title, text=body) for number, title, body in found]

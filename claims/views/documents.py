"""Documents on record, and one document with the stances at their offsets."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import AwareDatetime
from sqlalchemy import ColumnElement, ScalarSelect, func
from sqlalchemy.orm import defer
from sqlmodel import Session, col, select

from claims.model import Value
from claims.store import Store
from claims.store.among import among
from claims.store.facts import Capture, Claim, Document, Origin, Reading
from claims.store.fulltext import MAX_WORDS
from claims.store.indexing import holds
from claims.store.projections import MatrixCell
from claims.store.reading import find_by_keys
from claims.views.cells import Held, read_cells
from claims.views.cursor import read_cursor, write_cursor
from claims.views.errors import NotOnRecord
from claims.views.matrix import Cell
from claims.views.names import find_outlet
from claims.views.values import Page


class DocumentRow(Value):
    """One document in the list of documents."""

    document_id: int
    name: str
    """File, address, or file and item: how a person knows it."""
    title: str
    kind: str
    """``article``, ``feed_item`` or ``fact_check``."""
    outlet_id: str | None
    outlet: str | None
    url: str | None
    language: str | None
    published_at: AwareDatetime | None
    recorded_at: AwareDatetime
    origin: str
    stances: int
    """Stances of it that count."""
    claims: int
    """Claims that they count for."""
    read_by: str | None = None
    """The extractor that read it last."""
    not_read: str | None = None
    """Why that one tried nothing (another language, say), None where it did."""


class ReadingView(Value):
    """One extractor's pass over the document."""

    extractor: str
    findings: int
    skipped: str | None
    """Why nothing was tried, None where something was."""
    at: AwareDatetime


class DocumentStance(Value):
    """A stance at its place in the text, with the claim that it counts for."""

    counts_for: int
    claim: str
    cell: Cell


class DocumentPage(Value):
    """One document: its text as it never changes, and what was found in it."""

    document: DocumentRow
    text: str
    capture_sha256: str
    item: str
    media_type: str
    size_bytes: int
    captured_at: AwareDatetime
    outlet_reliability: str | None
    """The outlet's grade on the day of recording (A-F)."""
    organ_of: str | None
    readings: tuple[ReadingView, ...]
    stances: tuple[DocumentStance, ...]
    """In the order of the text."""


def documents(
    store: Store,
    *,
    outlet: str | None = None,
    words: str = "",
    not_read: bool = False,
    cursor: str | None = None,
    limit: int = 50,
) -> Page[DocumentRow]:
    """One page of documents, the latest recorded first.

    ``outlet`` is an outlet's id or name; ``words`` must all stand in the text or the title, in any
    language, whatever their case and accents; ``not_read`` keeps those whose last reading
    tried nothing. CursorError for a cursor that is not ours; NotOnRecord for an outlet that no
    document came from, with names near it.
    """
    shape = f"documents|{outlet}|{words}|{not_read}"
    query = (
        select(Document, Origin.name)
        .join(Origin, col(Origin.id) == col(Document.origin_id))
        .options(defer(Document.text))  # type: ignore[arg-type]  # seen as str
    )
    query = query.where(*(holds(word) for word in words.split()[:MAX_WORDS]))
    if not_read:
        query = query.join(Reading, col(Reading.id) == _last_reading_id()).where(
            col(Reading.skipped).is_not(None)
        )
    if cursor is not None:
        (last,) = read_cursor(cursor, shape, 1)
        query = query.where(col(Document.id) < last)
    with store.read() as session:
        if outlet is not None:
            query = query.where(_told_by(session, outlet))
        found = session.exec(query.order_by(col(Document.id).desc()).limit(limit + 1)).all()
        ids = [row.id or 0 for row, _ in found]
        counts, read = _count_stances(session, ids), _read_last(session, ids)
        items = tuple(_make_row(row, origin, counts, read) for row, origin in found[:limit])
    more = len(found) > limit
    return Page(items=items, next=write_cursor((items[-1].document_id,), shape) if more else None)


def _told_by(session: Session, asked: str) -> ColumnElement[bool]:
    """What keeps an outlet's documents; of one that the catalogue lacks, those that name it so."""
    try:
        return col(Document.outlet_id) == find_outlet(session, asked)
    except NotOnRecord:
        named = col(Document.outlet_id).is_(None) & (col(Document.outlet_name) == asked.strip())
        if session.exec(select(Document.id).where(named).limit(1)).first() is None:
            raise
        return named


def document(store: Store, document_id: int) -> DocumentPage:
    """One document with its text and its stances. NotOnRecord for an unknown id."""
    with store.read() as session:
        found = session.exec(
            select(Document, Capture, Origin.name)
            .join(Capture, col(Capture.sha256) == col(Document.capture_sha256))
            .join(Origin, col(Origin.id) == col(Document.origin_id))
            .where(Document.id == document_id)
        ).first()
        if found is None:
            raise NotOnRecord("document", document_id)
        row, capture, origin = found
        return DocumentPage(
            document=_make_row(
                row,
                origin,
                _count_stances(session, [document_id]),
                _read_last(session, [document_id]),
            ),
            text=row.text,
            capture_sha256=row.capture_sha256,
            item=row.item,
            media_type=capture.media_type,
            size_bytes=capture.size_bytes,
            captured_at=capture.captured_at,
            outlet_reliability=row.outlet_reliability,
            organ_of=row.organ_of,
            readings=_read_readings(session, document_id),
            stances=read_stances(session, document_id),
        )


def undated(store: Store, document_ids: Sequence[int]) -> tuple[int, ...]:
    """Those of them whose day of publication is not known, in the order recorded."""
    with store.read() as session:
        found = session.exec(
            select(Document.id)
            .where(col(Document.id).in_(document_ids), col(Document.published_at).is_(None))
            .order_by(col(Document.id))
        )
        return tuple(document_id or 0 for document_id in found)


def _count_stances(session: Session, document_ids: list[int]) -> dict[int, tuple[int, int]]:
    statement = (
        select(
            MatrixCell.document_id,
            func.count(),
            func.count(func.distinct(MatrixCell.claim_id)),
        )
        .where(among(col(MatrixCell.document_id)))
        .group_by(col(MatrixCell.document_id))
    )
    found = find_by_keys(session, statement, document_ids)
    return {document_id: (stances, claims) for document_id, stances, claims in found}


def _last_reading_id() -> ScalarSelect[int | None]:
    """The latest reading of the document in the query around it."""
    return (
        select(func.max(Reading.id))
        .where(col(Reading.document_id) == col(Document.id))
        .correlate(Document)
        .scalar_subquery()
    )


def _read_last(session: Session, document_ids: list[int]) -> dict[int, tuple[str, str | None]]:
    """For each document the extractor that read it last, and why that one tried nothing."""
    statement = (
        select(Reading.document_id, Reading.extractor, Reading.skipped)
        .where(among(col(Reading.document_id)))
        .order_by(col(Reading.id))
    )
    found = find_by_keys(session, statement, document_ids)
    return {document_id: (extractor, skipped) for document_id, extractor, skipped in found}


def _make_row(
    row: Document,
    origin: str,
    counts: dict[int, tuple[int, int]],
    read: dict[int, tuple[str, str | None]],
) -> DocumentRow:
    stances, claims = counts.get(row.id or 0, (0, 0))
    read_by, not_read = read.get(row.id or 0, (None, None))
    return DocumentRow(
        document_id=row.id or 0,
        name=row.name,
        title=row.title,
        kind=row.kind,
        outlet_id=row.outlet_id,
        outlet=row.outlet_name or row.outlet_id,
        url=row.url,
        language=row.language,
        published_at=row.published_at,
        recorded_at=row.recorded_at,
        origin=origin,
        stances=stances,
        claims=claims,
        read_by=read_by,
        not_read=not_read,
    )


def _read_readings(session: Session, document_id: int) -> tuple[ReadingView, ...]:
    found = session.exec(
        select(Reading).where(Reading.document_id == document_id).order_by(col(Reading.id))
    )
    return tuple(
        ReadingView(
            extractor=row.extractor,
            findings=row.findings,
            skipped=row.skipped,
            at=row.recorded_at,
        )
        for row in found
    )


def read_stances(session: Session, document_id: int) -> tuple[DocumentStance, ...]:
    """Stances of a document that count, in the order of the text."""
    found = session.exec(
        select(MatrixCell, Claim.text)
        .join(Claim, col(Claim.id) == col(MatrixCell.claim_id))
        .where(MatrixCell.document_id == document_id)
    ).all()
    held = [Held(row.stance_id, row.claim_id, row.party_id, row.value) for row, _ in found]
    under = {row.stance_id: (row.claim_id, text) for row, text in found}
    cells = sorted(read_cells(session, held), key=lambda cell: (cell.span.start, cell.stance_id))
    return tuple(
        DocumentStance(
            counts_for=under[cell.stance_id][0], claim=under[cell.stance_id][1], cell=cell
        )
        for cell in cells
    )

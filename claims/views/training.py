"""What people corrected, as training data: one line a document, in the form of the gold.

A line holds every position of the document as it counts now, those that a
person set marked ``corrected``, and what a person withdrew, which is as
instructive. The article's text is not in it: its SHA-256 (``sha256``) says to which
text the offsets (code points) belong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy.orm import defer
from sqlmodel import Session, col, select, union

from claims.model import ClaimDraft, Extraction, Finding
from claims.store import LedgerEntry, Store
from claims.store.facts import Document, PartyName, StanceRow, Withdrawal
from claims.views.cells import chunk
from claims.views.documents import DocumentStance, read_stances
from claims.views.taken_off import TakenOff, read_taken_off

MADE_BY = "record"
"""Stands for the extractor: these positions are the record's, whoever found them."""


def corrected_documents(store: Store) -> Iterator[dict[str, Any]]:
    """The lines, by document. Each document is read in a snapshot of its own."""
    with store.read() as session:
        document_ids = sorted(_find_documents(session))
    for document_id in document_ids:
        with store.read() as session:
            yield _write_line(session, document_id)


def _find_documents(session: Session) -> set[int]:
    """Documents in which a person corrected or withdrew a position."""
    corrected = (
        select(StanceRow.document_id)
        .join(LedgerEntry, col(LedgerEntry.seq) == col(StanceRow.seq))
        .where(col(StanceRow.supersedes).is_not(None), LedgerEntry.action == "correct_stance")
    )
    withdrawn = (
        select(StanceRow.document_id)
        .join(Withdrawal, col(Withdrawal.row_id) == col(StanceRow.id))
        .join(LedgerEntry, col(LedgerEntry.seq) == col(Withdrawal.seq))
        .where(Withdrawal.what == "stance", LedgerEntry.action == "withdraw")
    )
    return {row[0] for row in session.connection().execute(union(corrected, withdrawn))}


def _write_line(session: Session, document_id: int) -> dict[str, Any]:
    # The package around it loads the trained reader's parts, which no other read needs.
    from claims.extraction.gold_form import as_gold_line

    document = session.exec(
        select(Document).where(Document.id == document_id).options(defer(Document.text))  # type: ignore[arg-type]  # seen as str
    ).one()
    stances = read_stances(session, document_id)
    off = read_taken_off(session, document_id)
    by_people = {each.replaced_by for each in off if each.by_person}
    aliases = _read_aliases(session, document_id, {told.cell.party.id for told in stances})
    line = as_gold_line(f"document-{document_id}", _extract(stances, aliases))
    for row, told in zip(line["stances"], stances, strict=True):
        row["corrected"] = told.cell.stance_id in by_people
    return {
        "doc": line["doc"],
        "document_id": document_id,
        "name": document.name,
        "capture_sha256": document.capture_sha256,
        "item": document.item,
        "sha256": document.text_sha256,
        "language": document.language,
        **{key: line[key] for key in ("claims", "stances")},
        "withdrawn": [_write_off(each) for each in off if each.by_person and not each.replaced_by],
    }


def _extract(stances: tuple[DocumentStance, ...], aliases: dict[int, set[str]]) -> Extraction:
    claims = {told.counts_for: told.claim for told in stances}
    return Extraction(
        extractor=MADE_BY,
        claims=tuple(ClaimDraft(id=f"c{key}", text=text) for key, text in claims.items()),
        findings=tuple(_find(told, aliases[told.cell.party.id]) for told in stances),
    )


def _find(told: DocumentStance, aliases: set[str]) -> Finding:
    cell = told.cell
    return Finding(
        claim=f"c{told.counts_for}",
        span=cell.span,
        party=cell.party.name,
        speaker=None if cell.speaker is None else cell.speaker.name,
        aliases=tuple(sorted({*aliases, cell.told_as} - {cell.party.name, ""})),
        stance=cell.value,
        mode=cell.mode,
        commitment=cell.commitment,
        anonymous=cell.anonymous,
        confidence=cell.confidence,
    )


def _read_aliases(
    session: Session, document_id: int, party_ids: set[int]
) -> defaultdict[int, set[str]]:
    """Names under which this document speaks of the parties."""
    aliases: defaultdict[int, set[str]] = defaultdict(set)
    for ids in chunk(sorted(party_ids)):
        found = session.exec(
            select(PartyName.party_id, PartyName.name).where(
                col(PartyName.party_id).in_(ids), PartyName.document_id == document_id
            )
        )
        for party_id, name in found:
            aliases[party_id].add(name)
    return aliases


def _write_off(each: TakenOff) -> dict[str, Any]:
    return {
        "start": each.start,
        "end": each.end,
        "party": each.party.name,
        "stance": each.value.value,
        "by": each.by,
        "reason": each.reason,
    }

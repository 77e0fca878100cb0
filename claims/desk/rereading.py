"""A second extractor reads a document: its reading replaces the earlier machine's.

What people did stays: a position that a person corrected or withdrew is not
recorded again, and a person's own rows are never touched.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlmodel import col, select

from claims.store import Transaction
from claims.store.among import among
from claims.store.facts import Reading, StanceMove, StanceRow, Withdrawal
from claims.store.reading import find_by_keys

REVIEWS_READER = "fact_check/1"
"""Extractor name of positions taken from published fact-checks; no other reading replaces them."""


@dataclass(frozen=True, slots=True)
class Rereading:
    """What a second reading adds, and the earlier rows that it no longer finds."""

    add: list[StanceRow]
    """New rows; one that changes an earlier row's value supersedes it."""
    drop: list[int]
    """Ids of earlier machine rows to withdraw."""
    touched: list[int]
    """Claims on which earlier rows stood."""


def compare_readings(tx: Transaction, rows: list[StanceRow], document_id: int) -> Rereading:
    """Compare new rows with the document's earlier ones. Adds nothing itself."""
    earlier = _load_rows(tx, document_id)
    if not earlier:
        return Rereading(rows, [], [])
    machines = set(
        tx.session.exec(select(Reading.extractor).where(col(Reading.document_id) == document_id))
    ) - {REVIEWS_READER}
    moved = _load_moves(tx, earlier)
    withdrawn = _load_withdrawn(tx, earlier)
    superseded = {row.supersedes for row in earlier if row.supersedes is not None}
    known = {_place(row, claim): row for row in earlier for claim in _claims_of(row, moved)}
    standing = {
        row.id
        for row in earlier
        if row.recorded_by in machines and row.id not in superseded and row.id not in withdrawn
    }
    add: list[StanceRow] = []
    seen: set[int | None] = set()
    for row in rows:
        held = known.get(_place(row, row.claim_id))
        if held is None:
            add.append(row)
            continue
        if held.id in standing and held.id not in seen and _differs(row, held):
            row.supersedes = held.id
            add.append(row)
        seen.add(held.id)
    drop = [row_id for row_id in sorted(filter(None, standing)) if row_id not in seen]
    touched = sorted({claim for row in earlier for claim in _claims_of(row, moved)})
    return Rereading(add, drop, touched)


def withdraw_unfound(tx: Transaction, row_ids: Iterable[int], extractor: str, actor: str) -> None:
    """Withdraw earlier machine rows that the new reading does not find."""
    reason = f"Read again by {extractor}, which finds no such position."
    tx.add_many(
        [
            Withdrawal(what="stance", row_id=row_id, actor=actor, reason=reason, at=tx.now)
            for row_id in row_ids
        ]
    )


def _load_rows(tx: Transaction, document_id: int) -> list[StanceRow]:
    found = tx.session.exec(
        select(StanceRow)
        .where(col(StanceRow.document_id) == document_id)
        .order_by(col(StanceRow.id))
    )
    return list(found)


def _load_moves(tx: Transaction, rows: list[StanceRow]) -> dict[int, int]:
    ids = [row.id for row in rows]
    statement = (
        select(StanceMove.stance_id, StanceMove.claim_id)
        .where(among(col(StanceMove.stance_id)))
        .order_by(col(StanceMove.id))
    )
    return dict(find_by_keys(tx.session, statement, ids))


def _load_withdrawn(tx: Transaction, rows: list[StanceRow]) -> set[int]:
    ids = [row.id for row in rows]
    statement = select(Withdrawal.row_id).where(
        col(Withdrawal.what) == "stance", among(col(Withdrawal.row_id))
    )
    return set(find_by_keys(tx.session, statement, ids))


def _claims_of(row: StanceRow, moved: dict[int, int]) -> set[int]:
    return {row.claim_id, moved.get(row.id or 0, row.claim_id)}


def _place(row: StanceRow, claim_id: int) -> tuple[int, int, int, int]:
    return (claim_id, row.party_id, row.start, row.end)


def _differs(row: StanceRow, held: StanceRow) -> bool:
    mine = (row.value, row.mode, row.commitment, row.anonymous)
    return mine != (held.value, held.mode, held.commitment, held.anonymous)

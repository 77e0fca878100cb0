"""A second extractor reads a document: its reading replaces the earlier machine's.

What people did stays. Where a person corrected, withdrew or moved a party's
position, that party's words there are the person's (a *settled* spot): what
another reader finds there is left out, and what stands there stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlmodel import col, select

from claims.store import Transaction
from claims.store.among import among
from claims.store.facts import Reading, StanceMove, StanceRow, Withdrawal
from claims.store.reading import find_by_keys

REVIEWS_READER = "fact_check/1"
"""Extractor name of positions taken from published fact-checks; no other reading replaces them."""

Spot = tuple[int, int, int]
"""A party's id, and where in the document it speaks: start and end."""


@dataclass(frozen=True, slots=True)
class EarlierReadings:
    """What earlier readings of a document left on the record."""

    standing: tuple[StanceRow, ...] = ()
    """Rows that count, of machines and of people."""
    machines: frozenset[str] = frozenset()
    """Extractors whose rows another reading replaces."""
    settled: frozenset[Spot] = frozenset()
    """Where a person corrected, withdrew or moved a position."""
    claims: frozenset[int] = frozenset()
    """Claims under which its positions ever stood."""


@dataclass(frozen=True, slots=True)
class Rereading:
    """What a second reading adds, and the earlier rows that it no longer finds."""

    add: list[StanceRow]
    """New rows; one that changes an earlier row's value supersedes it."""
    drop: list[int]
    """Ids of earlier machine rows to withdraw."""


def load_earlier(tx: Transaction, document_id: int) -> EarlierReadings:
    """The document's rows so far, and which of them are people's business."""
    rows = _load_rows(tx, document_id)
    passes = tx.session.exec(
        select(Reading.extractor, Reading.seq).where(col(Reading.document_id) == document_id)
    ).all()
    readers = {extractor for extractor, _ in passes}
    read_at = {seq for _, seq in passes}
    moved = _load_moves(tx, rows)
    withdrawn = _load_withdrawn(tx, rows)
    superseded = {row.supersedes for row in rows}
    # A machine withdraws as it reads; whatever was withdrawn at another time, a person withdrew.
    own: set[int | None] = {row_id for row_id, seq in withdrawn.items() if seq not in read_at}
    own |= {row_id for row_id, _ in moved}
    for row in rows:
        if row.recorded_by not in readers:
            own |= {row.id, row.supersedes}
    gone = superseded | withdrawn.keys()
    return EarlierReadings(
        standing=tuple(row for row in rows if row.id not in gone),
        machines=frozenset(readers - {REVIEWS_READER}),
        settled=frozenset(spot_of(row) for row in rows if row.id in own),
        claims=frozenset({row.claim_id for row in rows} | {claim for _, claim in moved}),
    )


def compare_readings(rows: Sequence[StanceRow], earlier: EarlierReadings) -> Rereading:
    """Compare new rows, none of a settled spot, with the earlier ones. Adds nothing itself."""
    partners = _pair(rows, earlier.standing)
    add = []
    for row, held in zip(rows, partners, strict=True):
        if held is not None:
            if held.recorded_by not in earlier.machines or not _differs(row, held):
                continue
            row.supersedes = held.id
        add.append(row)
    found = {held.id for held in partners if held is not None}
    drop = [
        row.id
        for row in earlier.standing
        if row.id is not None
        and row.id not in found
        and row.recorded_by in earlier.machines
        and spot_of(row) not in earlier.settled
    ]
    return Rereading(add, drop)


def spot_of(row: StanceRow) -> Spot:
    """Whose words a row quotes, and where."""
    return row.party_id, row.start, row.end


def _pair(rows: Sequence[StanceRow], standing: Iterable[StanceRow]) -> list[StanceRow | None]:
    """For each row the earlier one that it repeats or reads otherwise, each at most once.

    A party may take two positions with the same words: the one that says the same first.
    """
    free: dict[tuple[int, Spot], list[StanceRow]] = {}
    for held in standing:
        free.setdefault((held.claim_id, spot_of(held)), []).append(held)
    partners: list[StanceRow | None] = [None] * len(rows)
    for same_value in (True, False):
        for at, row in enumerate(rows):
            there = free.get((row.claim_id, spot_of(row)), [])
            fits = [each for each in there if each.value == row.value or not same_value]
            if partners[at] is None and fits:
                partners[at] = fits[0]
                there.remove(fits[0])
    return partners


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


def _load_moves(tx: Transaction, rows: list[StanceRow]) -> list[tuple[int, int]]:
    """Each move of one of the rows: its id, and the claim it was moved to."""
    ids = [row.id for row in rows]
    statement = (
        select(StanceMove.stance_id, StanceMove.claim_id)
        .where(among(col(StanceMove.stance_id)))
        .order_by(col(StanceMove.id))
    )
    return find_by_keys(tx.session, statement, ids)


def _load_withdrawn(tx: Transaction, rows: list[StanceRow]) -> dict[int, int]:
    """The rows that were withdrawn, each with the ledger entry that did it."""
    ids = [row.id for row in rows]
    statement = select(Withdrawal.row_id, Withdrawal.seq).where(
        col(Withdrawal.what) == "stance", among(col(Withdrawal.row_id))
    )
    return dict(find_by_keys(tx.session, statement, ids))


def _differs(row: StanceRow, held: StanceRow) -> bool:
    mine = (row.value, row.mode, row.commitment, row.anonymous)
    return mine != (held.value, held.mode, held.commitment, held.anonymous)

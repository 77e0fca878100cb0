"""Is the page that a request comes from still true? If not: what changed since."""

from __future__ import annotations

from sqlmodel import Session, col, func, select

from claims.desk.errors import StaleClaimError
from claims.model import Stage
from claims.store.among import among
from claims.store.facts import (
    Assessment,
    ClaimMerge,
    Decision,
    Evidence,
    StageMove,
    StanceMove,
    StanceRow,
    StatusChange,
)
from claims.store.merges import load_claim_forest
from claims.store.reading import find_by_keys


def require_fresh(
    session: Session,
    claim_id: int,
    stage: Stage,
    expected_seq: int | None,
    expected_stage: Stage | None,
) -> None:
    """Raise StaleClaimError where the claim changed after ledger entry ``expected_seq``.

    ``expected_seq`` is the head of the ledger when the page was read; None
    does not ask. ``expected_stage`` is the stage that the page showed.
    """
    changes = list_changes(session, claim_id, expected_seq) if expected_seq is not None else []
    if not changes and expected_stage is not None and expected_stage is not stage:
        changes = [f"it was {expected_stage.value} and is {stage.value}"]
    if changes:
        raise StaleClaimError(claim_id, changes)


def list_changes(session: Session, claim_id: int, seq: int) -> list[str]:
    """What was written about a claim, or one merged into it, after ledger entry ``seq``."""
    forest = load_claim_forest(session, [claim_id], None)
    root = forest.roots[claim_id].claim_id
    ids = sorted({claim_id, *(member.claim_id for member in forest.members[root])})
    return [
        *_name_moves(session, claim_id, seq),
        *_name_judgements(session, claim_id, seq),
        *_count_material(session, ids, seq),
    ]


def _name_moves(session: Session, claim_id: int, seq: int) -> list[str]:
    moves = session.exec(
        select(StageMove)
        .where(col(StageMove.claim_id) == claim_id, col(StageMove.seq) > seq)
        .order_by(col(StageMove.id))
    )
    merges = session.exec(
        select(ClaimMerge)
        .where(
            (col(ClaimMerge.claim_id) == claim_id) | (col(ClaimMerge.into_id) == claim_id),
            col(ClaimMerge.seq) > seq,
        )
        .order_by(col(ClaimMerge.id))
    )
    told = [f"{m.actor} moved it from {m.source.value} to {m.target.value}" for m in moves]
    told += [
        f"{m.actor} {'merged' if m.act.value == 'do' else 'unmerged'} claim {m.claim_id}"
        f" {'into' if m.act.value == 'do' else 'from'} claim {m.into_id}"
        for m in merges
    ]
    return told


def _name_judgements(session: Session, claim_id: int, seq: int) -> list[str]:
    decisions = session.exec(
        select(Decision).where(col(Decision.claim_id) == claim_id, col(Decision.seq) > seq)
    )
    told = [f"{row.actor} decided {row.status.value}" for row in decisions]
    statuses = session.exec(
        select(StatusChange)
        .where(col(StatusChange.claim_id) == claim_id, col(StatusChange.seq) > seq)
        .order_by(col(StatusChange.id))
    )
    told += [
        f"the machine's suggestion is now {row.target.value}"
        for row in statuses
        if row.basis == "suggested"
    ]
    if not told:
        assessed = session.exec(
            select(Assessment.id).where(
                col(Assessment.claim_id) == claim_id, col(Assessment.seq) > seq
            )
        )
        told += ["the machine's reasons changed"] if assessed.first() is not None else []
    return told


def _count_material(session: Session, claim_ids: list[int], seq: int) -> list[str]:
    told = []
    for tables, one, many in (
        ((StanceRow, StanceMove), "position", "positions"),
        ((Evidence,), "piece of evidence", "pieces of evidence"),
    ):
        count = sum(_count_new(session, table, claim_ids, seq) for table in tables)
        if count:
            told.append(f"{count} new {one if count == 1 else many}")
    return told


def _count_new(
    session: Session,
    table: type[StanceRow] | type[StanceMove] | type[Evidence],
    claim_ids: list[int],
    seq: int,
) -> int:
    statement = select(func.count()).where(among(col(table.claim_id)), col(table.seq) > seq)
    return sum(find_by_keys(session, statement, claim_ids))

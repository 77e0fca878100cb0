"""Is the page that a request comes from still true? If not: what changed since."""

from __future__ import annotations

from sqlmodel import Session, col, select

from claims.desk.errors import StaleClaimError
from claims.model import Stage
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
    """What was written about a claim after ledger entry ``seq``, in words."""
    return [
        *_name_moves(session, claim_id, seq),
        *_name_judgements(session, claim_id, seq),
        *_count_material(session, claim_id, seq),
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


def _count_material(session: Session, claim_id: int, seq: int) -> list[str]:
    told = []
    stances = session.exec(
        select(StanceRow.id).where(col(StanceRow.claim_id) == claim_id, col(StanceRow.seq) > seq)
    ).all()
    moved = session.exec(
        select(StanceMove.id).where(col(StanceMove.claim_id) == claim_id, col(StanceMove.seq) > seq)
    ).all()
    evidence = session.exec(
        select(Evidence.id).where(col(Evidence.claim_id) == claim_id, col(Evidence.seq) > seq)
    ).all()
    for count, one, many in (
        (len(stances) + len(moved), "position", "positions"),
        (len(evidence), "piece of evidence", "pieces of evidence"),
    ):
        if count:
            told.append(f"{count} new {one if count == 1 else many}")
    return told

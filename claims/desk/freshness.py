"""Is the page that a request comes from still true? If not: what changed since."""

from __future__ import annotations

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, func, or_, select

from claims.desk.errors import StaleClaimError
from claims.model import Stage
from claims.store.among import among
from claims.store.facts import (
    Assessment,
    ClaimMerge,
    Decision,
    Evidence,
    Party,
    PartyMerge,
    StageMove,
    StanceMove,
    StanceRow,
    StatusChange,
    Withdrawal,
)
from claims.store.merges import load_claim_forest, resolve_parties
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
        *_name_parties(session, ids, seq),
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
    positions = sum(_count_new(session, each, claim_ids, seq) for each in (StanceRow, StanceMove))
    pieces = _count_new(session, Evidence, claim_ids, seq)
    counted = (
        (positions, "new position", "new positions"),
        (pieces, "new piece of evidence", "new pieces of evidence"),
        (_count_left(session, claim_ids, seq), "position moved away", "positions moved away"),
        (
            _count_withdrawn(session, StanceRow, claim_ids, seq),
            "position withdrawn",
            "positions withdrawn",
        ),
        (
            _count_withdrawn(session, Evidence, claim_ids, seq),
            "piece of evidence withdrawn",
            "pieces of evidence withdrawn",
        ),
    )
    return [f"{count} {one if count == 1 else many}" for count, one, many in counted if count]


def _count_new(
    session: Session,
    table: type[StanceRow] | type[StanceMove] | type[Evidence],
    claim_ids: list[int],
    seq: int,
) -> int:
    statement = select(func.count()).where(among(col(table.claim_id)), col(table.seq) > seq)
    return sum(find_by_keys(session, statement, claim_ids))


def _count_left(session: Session, claim_ids: list[int], seq: int) -> int:
    """Positions that stood on the claims at ``seq``, and were moved to another one since."""
    moved = select(StanceMove.stance_id).where(col(StanceMove.seq) > seq)
    statement = select(func.count()).where(
        col(StanceRow.id).in_(moved),
        _home_of_stance(seq).in_(claim_ids),
        _home_of_stance().not_in(claim_ids),
    )
    return session.exec(statement.select_from(StanceRow)).one()


def _count_withdrawn(
    session: Session, table: type[StanceRow] | type[Evidence], claim_ids: list[int], seq: int
) -> int:
    own = table is Evidence  # evidence is never moved
    what, home = ("evidence", col(Evidence.claim_id)) if own else ("stance", _home_of_stance())
    statement = (
        select(func.count())
        .select_from(Withdrawal)
        .join(table, col(table.id) == col(Withdrawal.row_id))
        .where(Withdrawal.what == what, col(Withdrawal.seq) > seq, home.in_(claim_ids))
    )
    return session.exec(statement).one()


def _home_of_stance(until: int | None = None) -> ColumnElement[int]:
    """The claim under which a stance stands, merges apart: now, or at ledger entry ``until``."""
    moves = select(StanceMove.claim_id).where(col(StanceMove.stance_id) == col(StanceRow.id))
    if until is not None:
        moves = moves.where(col(StanceMove.seq) <= until)
    last = moves.order_by(col(StanceMove.id).desc()).limit(1)
    return func.coalesce(last.scalar_subquery(), col(StanceRow.claim_id))


def _name_parties(session: Session, claim_ids: list[int], seq: int) -> list[str]:
    """Parties with a position on the claims that count as another one than at ``seq``."""
    merged = session.exec(select(PartyMerge.id).where(col(PartyMerge.seq) > seq)).first()
    if merged is None:
        return []
    moved = select(StanceMove.stance_id).where(col(StanceMove.claim_id).in_(claim_ids))
    speaking = session.exec(
        select(StanceRow.party_id)
        .where(or_(col(StanceRow.claim_id).in_(claim_ids), col(StanceRow.id).in_(moved)))
        .distinct()
    ).all()
    now, then = resolve_parties(session, speaking), resolve_parties(session, speaking, seq)
    changed = [party for party in speaking if now[party] != then[party]]
    wanted = {*changed, *(now[party] for party in changed)}
    statement = select(Party.id, Party.name).where(among(col(Party.id)))
    names = dict(find_by_keys(session, statement, sorted(wanted)))
    return [
        f"{names[party]} counts as {names[now[party]] if now[party] != party else 'itself again'}"
        for party in sorted(changed)
    ]

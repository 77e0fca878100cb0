"""What waits for whom: claims on the desk, proposals to answer, failures to look at."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from pydantic import AwareDatetime
from sqlalchemy import ColumnElement, ScalarSelect
from sqlalchemy import Select as CoreSelect
from sqlmodel import Session, col, func, select

from claims.model import Stage, Status, Value
from claims.status import Role
from claims.store import Store
from claims.store.facts import (
    Decision,
    Failure,
    FailureAnswer,
    Proposal,
    ProposalAnswer,
    StageMove,
)
from claims.store.projections import Board, BoardCount
from claims.views.failures import count_open_failures


class QueueItem(Value):
    """One thing that waits. ``waits_for`` is a person's name, or a role anyone of which may act."""

    act: str
    """What is to be done: ``triage``, ``assign``, ``review``, ``decide``, ``approve``,
    ``publish``, ``answer challenge``, ``answer proposal``, ``look at failure``."""
    waits_for: str
    not_for: str | None
    """Who may not do it: the one who decided may not approve."""
    claim_id: int | None
    ref_id: int | None
    """The proposal's or the failure's number."""
    text: str
    status: Status | None
    status_basis: str | None = None
    """``decided`` by a person, or ``suggested``; of a claim."""
    since: AwareDatetime
    why: str


class QueueGroup(Value):
    """Everything of one act, the longest waiting first."""

    act: str
    waiting: int
    """How many wait in all; ``items`` holds the first of them."""
    items: tuple[QueueItem, ...]


class Step(NamedTuple):
    """What a claim in a stage waits for."""

    act: str
    role: Role
    to_assignee: bool
    why: str


STEPS: Mapping[Stage, Step] = {
    Stage.CHALLENGED: Step(
        "answer challenge", Role.REVIEWER, False, "new material speaks against what was published"
    ),
    Stage.APPROVED: Step("publish", Role.APPROVER, False, "approved and not yet published"),
    Stage.DECIDED: Step("approve", Role.APPROVER, False, "a second person must approve"),
    Stage.IN_REVIEW: Step("decide", Role.REVIEWER, True, "in review"),
    Stage.ASSIGNED: Step("review", Role.REVIEWER, True, "assigned and not begun"),
    Stage.TRIAGED: Step("assign", Role.REVIEWER, False, "worth a look, nobody has it"),
    Stage.NEW: Step("triage", Role.REVIEWER, False, "nobody has looked at it"),
}
"""Most urgent first. Published, parked and merged claims wait for nobody."""


def queue(store: Store, who: str | None = None, limit: int = 1000) -> tuple[QueueItem, ...]:
    """What waits, the most urgent first; at most ``limit`` items of each act."""
    return tuple(item for group in queue_groups(store, who, limit) for item in group.items)


def queue_groups(store: Store, who: str | None = None, limit: int = 20) -> tuple[QueueGroup, ...]:
    """What waits, in groups, the most urgent first; at most ``limit`` items a group.

    ``who`` leaves out what is another person's, and approvals of what they decided.
    """
    with store.read() as session:
        groups = [
            read_stage(session, stage, limit, *_leave_others(stage, step, who))
            for stage, step in STEPS.items()
        ]
        groups.insert(3, _read_proposals(session, limit))
        groups.append(_read_failures(session, limit))
    return tuple(group for group in groups if group.waiting)


def _leave_others(stage: Stage, step: Step, who: str | None) -> list[ColumnElement[bool]]:
    """Conditions that leave out what is another person's, and approvals of ``who``'s own."""
    if who is None:
        return []
    if step.to_assignee:
        return [col(Board.assignee).is_(None) | (col(Board.assignee) == who)]
    return [last_decider() != who] if stage is Stage.DECIDED else []


def read_stage(
    session: Session, stage: Stage, limit: int, *conditions: ColumnElement[bool]
) -> QueueGroup:
    """The claims in a stage that fit the conditions, the longest unchanged first."""
    step = STEPS[stage]
    query = select(Board).where(Board.stage == stage, *conditions)
    rows = session.exec(query.order_by(col(Board.last_change), col(Board.claim_id)).limit(limit))
    listed = list(rows)
    claim_ids = [row.claim_id for row in listed]
    since = _read_entries(session, claim_ids)
    deciders = _read_deciders(session, claim_ids) if stage is Stage.DECIDED else {}
    items = tuple(
        QueueItem(
            act=step.act,
            waits_for=(row.assignee if step.to_assignee else None) or step.role.value,
            not_for=deciders.get(row.claim_id),
            claim_id=row.claim_id,
            ref_id=None,
            text=row.text,
            status=row.status,
            status_basis=row.status_basis,
            since=since.get(row.claim_id, row.opened_at),
            why=step.why,
        )
        for row in listed
    )
    waiting = _count(session, query) if conditions else _count_stage(session, stage)
    return QueueGroup(act=step.act, waiting=waiting, items=items)


def last_decider() -> ScalarSelect[str]:
    """Who decided the board's claim last, inside a query over the board."""
    return (
        select(Decision.actor)
        .where(Decision.claim_id == Board.claim_id)
        .order_by(col(Decision.id).desc())
        .limit(1)
        .scalar_subquery()
    )


def _read_deciders(session: Session, claim_ids: list[int]) -> dict[int, str]:
    rows = session.exec(
        select(Decision.claim_id, Decision.actor)
        .where(col(Decision.claim_id).in_(claim_ids))
        .order_by(col(Decision.id))
    )
    return dict(rows.all())


def _read_entries(session: Session, claim_ids: list[int]) -> dict[int, datetime]:
    """When each claim entered the stage it is in."""
    rows = session.exec(
        select(StageMove.claim_id, StageMove.at)
        .where(col(StageMove.claim_id).in_(claim_ids))
        .order_by(col(StageMove.id))
    )
    return dict(rows.all())


def _count_stage(session: Session, stage: Stage) -> int:
    """From the counter: most claims of a large record wait in one stage."""
    counted = select(func.sum(BoardCount.n)).where(BoardCount.stage == stage)
    return int(session.exec(counted).one() or 0)


def _count(session: Session, query: CoreSelect[Any]) -> int:
    counted = query.with_only_columns(func.count(), maintain_column_froms=True)
    return int(session.execute(counted).scalar_one())


def _read_proposals(session: Session, limit: int) -> QueueGroup:
    query = (
        select(Proposal, Board.text, Board.status)
        .outerjoin(Board, col(Board.claim_id) == col(Proposal.claim_id))
        .outerjoin(ProposalAnswer, col(ProposalAnswer.proposal_id) == col(Proposal.id))
        .where(col(ProposalAnswer.id).is_(None))
    )
    waiting = _count(session, query)
    rows = session.exec(query.order_by(col(Proposal.score).desc(), col(Proposal.id)).limit(limit))
    return QueueGroup(
        act="answer proposal",
        waiting=waiting,
        items=tuple(_show_proposal(*row) for row in rows),
    )


def _show_proposal(row: Proposal, text: str | None, status: str | None) -> QueueItem:
    other = "" if row.other_claim_id is None else f" and claim {row.other_claim_id}"
    return QueueItem(
        act="answer proposal",
        waits_for=Role.REVIEWER.value,
        not_for=None,
        claim_id=row.claim_id,
        ref_id=row.id,
        text=text or row.exact or f"claim {row.claim_id}{other}",
        status=None if status is None else Status(status),
        since=row.at,
        why=f"{row.kind.value.replace('_', ' ')}{other}: {'; '.join(row.reasons)}",
    )


def _read_failures(session: Session, limit: int) -> QueueGroup:
    query = (
        select(Failure)
        .outerjoin(FailureAnswer, col(FailureAnswer.failure_id) == col(Failure.id))
        .where(col(FailureAnswer.id).is_(None))
    )
    waiting = count_open_failures(session)
    rows = session.exec(query.order_by(col(Failure.id)).limit(limit))
    items = tuple(
        QueueItem(
            act="look at failure",
            waits_for=Role.CONTRIBUTOR.value,
            not_for=None,
            claim_id=None,
            ref_id=row.id,
            text=f"{row.name} {row.item}".strip(),
            status=None,
            since=row.at,
            why=f"{row.step}: {row.reason}",
        )
        for row in rows
    )
    return QueueGroup(act="look at failure", waiting=waiting, items=items)

"""What waits for whom: claims on the desk, proposals to answer, failures to look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple, TypeVar

from pydantic import AwareDatetime
from sqlalchemy import ColumnElement
from sqlalchemy import Select as CoreSelect
from sqlalchemy.orm import aliased
from sqlalchemy.sql.elements import SQLCoreOperations
from sqlmodel import Session, col, func, select
from sqlmodel.sql.expression import Select, SelectOfScalar

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
from claims.store.projections import Board
from claims.store.reading import pick, read_latest
from claims.store.tables import table_of
from claims.views.board_keys import count_places
from claims.views.failures import count_open_failures, name_failed
from claims.views.proposals import count_proposals

Query = TypeVar("Query", bound=CoreSelect[Any])


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
    """``decided`` by a person, or ``suggested``; null where there is no status."""
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
    Stage.TRIAGED: Step("assign", Role.REVIEWER, False, "nobody has it"),
    Stage.NEW: Step("triage", Role.REVIEWER, False, "nobody has looked at it"),
}
"""Most urgent first. Published, parked and merged claims wait for nobody."""
PROPOSALS_AT = 3
"""How many of the steps are more urgent than the machine's proposals; failures come last."""


def queue_groups(store: Store, who: str | None = None, limit: int = 20) -> tuple[QueueGroup, ...]:
    """What waits, in groups, the most urgent first; at most ``limit`` items a group.

    ``who`` leaves out what is another person's, and approvals of what they decided.
    """
    with store.read() as session:
        wanted = [Wanted(stage, *_leave_others(session, stage, who)) for stage in STEPS]
        groups = read_stages(session, wanted, limit)
        groups.insert(PROPOSALS_AT, _read_proposals(session, limit))
        groups.append(_read_failures(session, limit))
    return tuple(group for group in groups if group.waiting)


class Wanted(NamedTuple):
    """Claims of one stage that are asked for."""

    stage: Stage
    condition: ColumnElement[bool] | None = None
    left_out: int | None = None
    """How many of the stage the condition leaves out, where that is known: else it is counted."""
    constant: tuple[SQLCoreOperations[Any], ...] = ()
    """Columns that the condition leaves no choice. The order begins with them: for what is
    NULL, PostgreSQL would not take the index otherwise (50 ms where it takes 0.1)."""
    rest: bool = False
    """These are all of the stage but those asked for before: most of a large record, so they
    are not counted one by one."""


def _leave_others(
    session: Session, stage: Stage, who: str | None
) -> tuple[ColumnElement[bool] | None, int | None]:
    """The condition that leaves out what is another person's, and approvals of ``who``'s own."""
    if who is None:
        return None, None
    if STEPS[stage].to_assignee:
        return col(Board.assignee).is_(None) | (col(Board.assignee) == who), None
    return leave_own(session, who) if stage is Stage.DECIDED else (None, None)


def leave_own(session: Session, who: str) -> tuple[ColumnElement[bool], int]:
    """The condition that ``who`` did not decide the board's claim last, and of how many they
    did. Those are counted by their decisions: all that anybody decided are many more."""
    last = (
        select(Decision.actor)
        .where(Decision.claim_id == Board.claim_id)
        .order_by(col(Decision.id).desc())
        .limit(1)
        .scalar_subquery()
    )
    later = aliased(Decision)
    own = (
        select(func.count())
        .select_from(Decision)
        .join(Board, col(Board.claim_id) == col(Decision.claim_id))
        .where(
            Decision.actor == who,
            Board.stage == Stage.DECIDED,
            ~select(1)
            .where(later.claim_id == Decision.claim_id, col(later.id) > col(Decision.id))
            .exists(),
        )
    )
    return last != who, session.exec(own).one()


def read_stages(session: Session, wanted: Sequence[Wanted], limit: int) -> list[QueueGroup]:
    """The claims of some stages, the longest unchanged first; at most ``limit`` of each."""
    listed = [_read_lines(session, each, limit) for each in wanted]
    items = show_claims(session, [row for rows in listed for row in rows])
    totals: Counter[Stage] = Counter()
    for (_, stage), n in count_places(session).items():
        totals[stage] += n
    counted: Counter[Stage] = Counter()
    groups = []
    for each, rows in zip(wanted, listed, strict=True):
        total = totals[each.stage]
        waiting = total - counted[each.stage] if each.rest else _count(session, each, total)
        counted[each.stage] += waiting
        group = tuple(islice(items, len(rows)))
        groups.append(QueueGroup(act=STEPS[each.stage].act, waiting=waiting, items=group))
    return groups


def show_claims(session: Session, rows: Sequence[Board]) -> Iterator[QueueItem]:
    """What lines of the board wait for, in their order."""
    since = _read_last(session, [row.claim_id for row in rows], StageMove.at)
    decided = [row.claim_id for row in rows if row.stage is Stage.DECIDED]
    deciders = _read_last(session, decided, Decision.actor)
    for row in rows:
        step = STEPS[row.stage]
        yield QueueItem(
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


def _read_lines(session: Session, wanted: Wanted, limit: int) -> Sequence[Board]:
    query = _select(select(Board), wanted)
    order = (*wanted.constant, col(Board.last_change), col(Board.claim_id))
    return session.exec(query.order_by(*order).limit(limit)).all()


def _select(query: Query, wanted: Wanted) -> Query:
    query = query.where(col(Board.stage) == wanted.stage)
    return query if wanted.condition is None else query.where(wanted.condition)


def _count(session: Session, wanted: Wanted, total: int) -> int:
    """How many wait, of the ``total`` in the stage: most claims of a large record wait in one."""
    if wanted.condition is None:
        return total
    if wanted.left_out is not None:
        return total - wanted.left_out
    return session.exec(_select(select(func.count()).select_from(Board), wanted)).one()


def _read_last(session: Session, claim_ids: list[int], value: Any) -> dict[int, Any]:
    """Of each claim the value of a fact's column that was recorded last."""
    table = table_of(value.class_)
    columns = pick(table, "claim_id", value.key)
    found = read_latest(session, columns, table.c.claim_id, claim_ids)
    return {row[0]: row[1] for row in found}


def _read_proposals(session: Session, limit: int) -> QueueGroup:
    rows = session.exec(select_proposals().limit(limit))
    return QueueGroup(
        act="answer proposal",
        waiting=count_proposals(session),
        items=tuple(show_proposal(*row) for row in rows),
    )


def select_proposals() -> Select[Proposal, str, str, str]:
    """Proposals without an answer, the likeliest first, each with its claim's line."""
    return (
        select(Proposal, Board.text, Board.status, Board.status_basis)
        .outerjoin(Board, col(Board.claim_id) == col(Proposal.claim_id))
        .outerjoin(ProposalAnswer, col(ProposalAnswer.proposal_id) == col(Proposal.id))
        .where(col(ProposalAnswer.id).is_(None))
        .order_by(col(Proposal.score).desc(), col(Proposal.id))
    )


def show_proposal(
    row: Proposal, text: str | None, status: str | None, basis: str | None
) -> QueueItem:
    """A proposal as something that waits."""
    other = "" if row.other_claim_id is None else f" and claim {row.other_claim_id}"
    return QueueItem(
        act="answer proposal",
        waits_for=Role.REVIEWER.value,
        not_for=None,
        claim_id=row.claim_id,
        ref_id=row.id,
        text=text or row.exact or f"claim {row.claim_id}{other}",
        status=None if status is None else Status(status),
        status_basis=basis,
        since=row.at,
        why=f"{row.kind.value.replace('_', ' ')}{other}: {'; '.join(row.reasons)}",
    )


def _read_failures(session: Session, limit: int) -> QueueGroup:
    waiting = count_open_failures(session)
    items = tuple(show_failure(row) for row in session.exec(select_failures().limit(limit)))
    return QueueGroup(act="look at failure", waiting=waiting, items=items)


def select_failures() -> SelectOfScalar[Failure]:
    """Failures without an answer, the oldest first."""
    return (
        select(Failure)
        .outerjoin(FailureAnswer, col(FailureAnswer.failure_id) == col(Failure.id))
        .where(col(FailureAnswer.id).is_(None))
        .order_by(col(Failure.id))
    )


def show_failure(row: Failure) -> QueueItem:
    """A failure as something that waits."""
    return QueueItem(
        act="look at failure",
        waits_for=Role.CONTRIBUTOR.value,
        not_for=None,
        claim_id=None,
        ref_id=row.id,
        text=name_failed(row.name, row.item),
        status=None,
        since=row.at,
        why=f"{row.step}: {row.reason}",
    )

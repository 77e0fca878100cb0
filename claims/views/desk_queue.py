"""What waits on the desk as one person sees it: theirs, anybody's, and what is with others."""

from __future__ import annotations

from sqlalchemy import ColumnElement
from sqlmodel import Session, col

from claims.model import Stage, Value
from claims.store import Store
from claims.store.projections import Board
from claims.views.proposals import count_proposals, read_proposals
from claims.views.queue import QueueGroup, QueueItem, last_decider, read_stage
from claims.views.shapes import ProposalView

ASSIGNED = (Stage.IN_REVIEW, Stage.ASSIGNED)


class DeskQueue(Value):
    """What waits, in groups; each holds its first items and how many there are in all."""

    mine: QueueGroup
    """Assigned to the person: to be decided, or to be begun."""
    challenged: QueueGroup
    approve: QueueGroup
    """Decided, by somebody else."""
    own_decisions: int
    """Decided by the person: another one approves."""
    publish: QueueGroup
    assign: QueueGroup
    """Worth a look, and nobody has it; in review with nobody's name on it."""
    triage: QueueGroup
    others: QueueGroup
    """With somebody else."""
    proposals: tuple[ProposalView, ...]
    """What the machine proposes, the likeliest first."""
    proposals_waiting: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits for anybody."""
        groups = (
            self.mine, self.challenged, self.approve, self.publish, self.assign, self.triage,
            self.others,
        )  # fmt: skip
        return not (
            any(group.waiting for group in groups) or self.own_decisions or self.proposals_waiting
        )


def desk_queue(store: Store, who: str, limit: int = 20, *, desk_of_one: bool = False) -> DeskQueue:
    """What waits for ``who`` and for everybody, the longest unchanged first in each group.

    ``desk_of_one``: whoever decided may approve, so nothing is kept from them.
    """
    with store.read() as session:
        other = () if desk_of_one else (last_decider() != who,)
        decided = read_stage(session, Stage.DECIDED, limit)
        approve = read_stage(session, Stage.DECIDED, limit, *other) if other else decided
        nobodys = _read_assigned(session, limit, "assign", col(Board.assignee).is_(None))
        triaged = read_stage(session, Stage.TRIAGED, limit)
        return DeskQueue(
            mine=_read_assigned(session, limit, "decide", col(Board.assignee) == who),
            challenged=read_stage(session, Stage.CHALLENGED, limit),
            approve=approve,
            own_decisions=decided.waiting - approve.waiting,
            publish=read_stage(session, Stage.APPROVED, limit),
            assign=_join(triaged, nobodys, limit),
            triage=read_stage(session, Stage.NEW, limit),
            others=_read_assigned(session, limit, "wait", col(Board.assignee) != who),
            proposals=read_proposals(session, None, None, limit),
            proposals_waiting=count_proposals(session),
        )


def _read_assigned(
    session: Session, limit: int, act: str, condition: ColumnElement[bool]
) -> QueueGroup:
    """Claims in work whose assignee fits, those in review before those not begun."""
    groups = [read_stage(session, stage, limit, condition) for stage in ASSIGNED]
    return QueueGroup(
        act=act,
        waiting=sum(group.waiting for group in groups),
        items=tuple(item for group in groups for item in group.items)[:limit],
    )


def _join(first: QueueGroup, second: QueueGroup, limit: int) -> QueueGroup:
    items: tuple[QueueItem, ...] = (*second.items, *first.items)
    return QueueGroup(act=first.act, waiting=first.waiting + second.waiting, items=items[:limit])

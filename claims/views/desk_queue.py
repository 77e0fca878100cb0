"""What waits on the desk as one person sees it: theirs, anybody's, and what is with others."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import col

from claims.model import Stage, Value
from claims.store import Store
from claims.store.projections import Board
from claims.views.proposals import count_proposals, read_proposals
from claims.views.queue import QueueGroup, Wanted, leave_own, read_stages
from claims.views.shapes import ProposalView

ASSIGNED = (Stage.IN_REVIEW, Stage.ASSIGNED)
"""In work: those in review come before those not begun."""


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
    """Triaged, and nobody has it; in review with nobody's name on it."""
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
    assignee = col(Board.assignee)
    with store.read() as session:
        other, own = (None, 0) if desk_of_one else leave_own(session, who)
        asked = [
            Wanted(Stage.CHALLENGED),
            Wanted(Stage.DECIDED, other, own),
            Wanted(Stage.APPROVED),
            Wanted(Stage.TRIAGED),
            Wanted(Stage.NEW),
            *(Wanted(stage, assignee == who) for stage in ASSIGNED),
            *(Wanted(stage, assignee.is_(None), constant=(assignee,)) for stage in ASSIGNED),
            *(Wanted(stage, assignee != who, rest=True) for stage in ASSIGNED),
        ]
        challenged, approve, publish, triaged, triage, *assigned = read_stages(
            session, asked, limit
        )
        return DeskQueue(
            mine=_join("decide", assigned[:2], limit),
            challenged=challenged,
            approve=approve,
            own_decisions=own,
            publish=publish,
            assign=_join("assign", [*assigned[2:4], triaged], limit),
            triage=triage,
            others=_join("wait", assigned[4:], limit),
            proposals=read_proposals(session, None, None, limit),
            proposals_waiting=count_proposals(session),
        )


def _join(act: str, groups: Sequence[QueueGroup], limit: int) -> QueueGroup:
    """Several groups as one, in their order."""
    return QueueGroup(
        act=act,
        waiting=sum(group.waiting for group in groups),
        items=tuple(item for group in groups for item in group.items)[:limit],
    )

"""Where a claim is on the desk and what is shown of it, read from the facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlmodel import Session, col, func, select

from claims.desk.errors import NotOnRecordError
from claims.model import Stage, Status
from claims.store.among import among
from claims.store.facts import Assessment, Decision, StageMove, StatusChange
from claims.store.reading import find_by_keys, pick, read_rows
from claims.store.standing import CLAIM, UNASSIGNED

Judgement = TypeVar("Judgement", Decision, Assessment, StatusChange)

DECIDED = "decided"
"""Basis of a status that a person set."""
SUGGESTED = "suggested"
"""Basis of a status that the policy derived."""


@dataclass(frozen=True, slots=True)
class DeskState:
    """One claim's stage, decision and shown status."""

    claim_id: int
    text: str
    stage: Stage
    earlier: Stage | None
    """The stage that a parked or merged claim came from."""
    assignee: str | None
    decision: Decision | None
    assessment: Assessment | None
    change: StatusChange | None
    """The last change of the shown status."""

    @property
    def shown(self) -> Status:
        """The status that dashboards show."""
        return Status(self.change.target) if self.change else Status.UNVERIFIED

    @property
    def basis(self) -> str:
        """``decided`` or ``suggested``."""
        return self.change.basis if self.change else SUGGESTED


def load_state(session: Session, claim_id: int) -> DeskState:
    """The state of one claim. NotOnRecordError where the record lacks it."""
    states = load_states(session, [claim_id])
    if not states:
        raise NotOnRecordError("claim", claim_id)
    return states[0]


def load_states(session: Session, claim_ids: Sequence[int]) -> list[DeskState]:
    """The states of claims, by ascending id; ids that the record lacks are left out."""
    ids = list(claim_ids)
    texts = read_rows(session, pick(CLAIM, "id", "text"), CLAIM.c.id, ids)
    moves = _load_moves(session, ids)
    decisions = {row.claim_id: row for row in _load_last(session, Decision, ids)}
    assessments = {row.claim_id: row for row in _load_last(session, Assessment, ids)}
    changes = {row.claim_id: row for row in _load_last(session, StatusChange, ids)}
    states = []
    for claim_id, text in texts:
        own = moves.get(claim_id, [])
        states.append(
            DeskState(
                claim_id=claim_id,
                text=text,
                stage=Stage(own[-1].target) if own else Stage.NEW,
                earlier=Stage(own[-1].source) if own else None,
                assignee=find_assignee(own),
                decision=decisions.get(claim_id),
                assessment=assessments.get(claim_id),
                change=changes.get(claim_id),
            )
        )
    return states


def find_assignee(moves: Sequence[StageMove]) -> str | None:
    """Whose claim it is after those moves, oldest first; None where it is nobody's."""
    holder = None
    for move in moves:
        held = None if Stage(move.target) in UNASSIGNED else holder
        holder = move.assignee or held
    return holder


def _load_moves(session: Session, ids: list[int]) -> dict[int, list[StageMove]]:
    moves: dict[int, list[StageMove]] = {}
    asked = select(StageMove).where(among(col(StageMove.claim_id))).order_by(col(StageMove.id))
    for move in find_by_keys(session, asked, ids):
        moves.setdefault(move.claim_id, []).append(move)
    return moves


def _load_last(session: Session, table: type[Judgement], ids: list[int]) -> Sequence[Judgement]:
    """The last row of each claim in one of the tables that hold its judgements."""
    last = (
        select(func.max(col(table.id)))
        .where(among(col(table.claim_id)))
        .group_by(col(table.claim_id))
    )
    return find_by_keys(session, select(table).where(col(table.id).in_(last)), ids)

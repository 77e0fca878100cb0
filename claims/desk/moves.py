"""Checked moves and status changes, written down. Shared by review, merging and assessing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from claims.desk.errors import MoveRefusedError, RefusedInputError
from claims.desk.freshness import require_fresh
from claims.desk.merging import effective_claim
from claims.desk.state import DeskState, load_state
from claims.model import Stage, Status, Value
from claims.status import (
    Actor,
    InputMissing,
    Move,
    MoveContext,
    MoveRefused,
    ask_for,
    check_move,
    refuse_move,
    route,
)
from claims.store import Transaction
from claims.store.facts import StageMove, StatusChange


class Moved(Value):
    """What a move left behind."""

    claim_id: int
    source: Stage
    target: Stage
    decision_id: int | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Expected:
    """What the page showed that a request comes from; None does not ask."""

    seq: int | None = None
    stage: Stage | None = None


ANYTHING = Expected()

LAST_STEP = {
    Stage.TRIAGED: Stage.NEW,
    Stage.ASSIGNED: Stage.TRIAGED,
    Stage.IN_REVIEW: Stage.ASSIGNED,
    Stage.DECIDED: Stage.IN_REVIEW,
}
"""From where a claim on its way comes to a stage: what that step lacks is what is missing."""


def load_expected(tx: Transaction, claim_id: int, expected: Expected) -> DeskState:
    """The claim's state. StaleClaimError where it is not what the page showed."""
    state = load_state(tx.session, claim_id)
    require_fresh(tx.session, claim_id, state.stage, expected.seq, expected.stage)
    return state


def load_working(tx: Transaction, claim_id: int, expected: Expected) -> DeskState:
    """The state of a claim to work on. MoveRefusedError for one that was laid aside."""
    state = load_expected(tx, claim_id, expected)
    require_working(tx, state)
    return state


def require_working(tx: Transaction, state: DeskState) -> None:
    """MoveRefusedError for a claim that was laid aside: it is taken up again first."""
    if state.stage is Stage.PARKED:
        raise MoveRefusedError(f"Claim {state.claim_id} is parked: unpark it first.")
    if state.stage is Stage.MERGED:
        root = effective_claim(tx.session, state.claim_id)
        raise MoveRefusedError(
            f"Claim {state.claim_id} is merged into claim {root}: name that one, or unmerge it"
            " first."
        )


def earlier_of(state: DeskState) -> Stage:
    """The stage that a parked or merged claim returns to."""
    return state.earlier or Stage.NEW


def write_challenge(tx: Transaction, state: DeskState, actor: Actor, context: MoveContext) -> Moved:
    """Move a published claim to ``challenged`` and tell the outbox why."""
    moves = ask(lambda: (check_move(state.stage, Stage.CHALLENGED, actor, context),))
    payload = {"claim_id": state.claim_id, "reason": context.rationale, "actor": actor.name}
    tx.emit("claim.challenged", f"claim:{state.claim_id}", payload)
    return write_moves(tx, state, moves, decision_id=decision_id_of(state))


def change_status(
    tx: Transaction, state: DeskState, target: Status, basis: str, actor: str, reason: str
) -> StatusChange | None:
    """The row that changes the shown status, not yet added; None where nothing changes.

    A claim's first row says how it is shown from the start; it is told to the
    outbox only where that is more than ``unverified``.
    """
    before = (state.shown, state.basis)
    if state.change is not None and before == (target, basis):
        return None
    if before != (target, basis):
        payload = {
            "claim_id": state.claim_id,
            "source": state.shown.value,
            "target": target.value,
            "basis": basis,
        }
        tx.emit("claim.status_changed", f"claim:{state.claim_id}", payload)
    return StatusChange(
        claim_id=state.claim_id,
        source=state.shown if state.change else None,
        target=target,
        basis=basis,
        actor=actor,
        reason=reason,
        at=tx.now,
    )


def write_moves(
    tx: Transaction,
    state: DeskState,
    moves: Sequence[Move],
    assignee: str | None = None,
    decision_id: int | None = None,
) -> Moved:
    """Write checked moves in order and refresh the claim.

    ``assignee`` belongs to the move to ``assigned``, ``decision_id`` to the last one.
    """
    rows = [
        StageMove(
            claim_id=state.claim_id,
            source=move.current,
            target=move.target,
            actor=move.actor,
            role=move.role.value,
            reason=move.rationale,
            assignee=assignee if move.target is Stage.ASSIGNED else None,
            decision_id=decision_id if move is moves[-1] else None,
            desk_of_one=bool(move.notes),
            at=tx.now,
        )
        for move in moves
    ]
    tx.add_many(rows)
    last = moves[-1]
    payload = {
        "claim_id": state.claim_id,
        "source": state.stage.value,
        "target": last.target.value,
        "decision_id": decision_id,
        "actor": last.actor,
    }
    tx.emit("claim.moved", f"claim:{state.claim_id}", payload)
    return Moved(
        claim_id=state.claim_id,
        source=state.stage,
        target=moves[-1].target,
        decision_id=decision_id,
        notes=tuple(note for move in moves for note in move.notes),
    )


def ask(check: Callable[[], Sequence[Move]]) -> Sequence[Move]:
    """The moves that ``claims.status`` allows.

    RefusedInputError where the move lacks what goes with it, MoveRefusedError where it is
    not open.
    """
    try:
        return check()
    except InputMissing as missing:
        raise RefusedInputError(str(missing)) from missing
    except MoveRefused as refusal:
        raise MoveRefusedError(str(refusal), refusal.allowed, refusal.reason) from refusal


def find_way(current: Stage, target: Stage, actor: Actor, context: MoveContext) -> Sequence[Move]:
    """The shortest run of allowed moves to ``target``; a claim assigned anew is triaged anew.

    MoveRefused (of ``claims.status``) where there is none, with what the last step lacks.
    """
    if current is target is Stage.ASSIGNED:
        back = check_move(current, Stage.TRIAGED, actor, context)
        return (back, check_move(Stage.TRIAGED, target, actor, context))
    if target in LAST_STEP:
        try:
            check_move(LAST_STEP[target], target, actor, context)
        except InputMissing as lacking:
            raise ask_for(current, target, lacking.reason) from lacking
        except MoveRefused as lacking:
            raise refuse_move(current, target, actor, context, lacking.reason) from lacking
    return route(current, target, actor, context)


def decision_id_of(state: DeskState) -> int | None:
    """The row of the decision that stands."""
    return state.decision.id if state.decision else None

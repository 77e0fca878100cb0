"""The table of allowed stage moves, who may make them, and their guards. Pure."""

from __future__ import annotations

from enum import StrEnum

from claims.model import Stage, Status, Value


class Role(StrEnum):
    """What an actor may do on the desk."""

    CONTRIBUTOR = "contributor"
    REVIEWER = "reviewer"
    APPROVER = "approver"
    ADMIN = "admin"
    MACHINE = "machine"


class Actor(Value):
    """Who wants to move a claim."""

    name: str
    role: Role


class MoveContext(Value):
    """What the guards look at."""

    rationale: str = ""
    assignee: str | None = None
    decision: Status | None = None
    """The status being decided, for a move to ``decided``."""
    decided_by: str | None = None
    """Name of the person whose decision stands, for a move to ``approved``."""
    desk_of_one: bool = False
    """Whether this desk lets the decider approve (there is nobody else)."""
    earlier: Stage | None = None
    """The stage that a parked or merged claim came from."""
    contrary_material: bool = False
    """Whether new material speaks against the published status."""
    merged_into: int | None = None
    """The claim that a merged one now counts under."""


class Move(Value):
    """An allowed move, ready to be written down."""

    current: Stage
    target: Stage
    actor: str
    role: Role
    rationale: str = ""
    notes: tuple[str, ...] = ()
    """What the record must say beside it, e.g. that the decider approved alone."""


class MoveRefused(ValueError):
    """The move is not allowed; ``allowed`` says where this actor may go instead."""

    def __init__(self, message: str, allowed: tuple[Stage, ...] = ()) -> None:
        super().__init__(message)
        self.allowed = allowed


def check_move(current: Stage, target: Stage, actor: Actor, context: MoveContext) -> Move:
    """Check the move against table, roles and guards. MoveRefused says what is allowed instead."""
    return Move(
        current=current,
        target=target,
        actor=actor.name,
        role=actor.role,
        rationale=context.rationale,
    )


def allowed_moves(current: Stage, actor: Actor, context: MoveContext) -> tuple[Stage, ...]:
    """Stages that ``actor`` may move a claim to from ``current``, guards included."""
    return tuple(stage for stage in Stage if stage is not current)

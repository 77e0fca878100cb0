"""The table of allowed stage moves, who may make them, and their guards. Pure.

Stage is where a claim is on the desk; how it stands (its status) is another
field, which only a decision changes. Every change of stage asks ``check_move``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from itertools import pairwise
from typing import Annotated, Self
from unicodedata import normalize

from pydantic import StringConstraints, model_validator

from claims.model import Stage, Status, Value

MIN_REASON = 3
"""Characters (spaces at the ends apart) that a reason must have, wherever one is needed."""
MIN_RATIONALE = 10
"""Characters that a decision's rationale must have, and the reason to park, challenge or reopen."""


class Role(StrEnum):
    """What an actor may do on the desk."""

    CONTRIBUTOR = "contributor"
    REVIEWER = "reviewer"
    APPROVER = "approver"
    ADMIN = "admin"
    MACHINE = "machine"


class Scope(StrEnum):
    """What the bearer of a token may do over HTTP; ``admin`` holds every other."""

    READ = "read"
    CONTRIBUTE = "contribute"
    REVIEW = "review"
    APPROVE = "approve"
    ADMIN = "admin"


ROLE_OF: Mapping[Scope, Role] = {
    Scope.CONTRIBUTE: Role.CONTRIBUTOR,
    Scope.REVIEW: Role.REVIEWER,
    Scope.APPROVE: Role.APPROVER,
    Scope.ADMIN: Role.ADMIN,
}
"""In which role somebody acts who needed that scope. Who only reads has none."""

REVIEWERS = frozenset({Role.REVIEWER, Role.APPROVER, Role.ADMIN})
APPROVERS = frozenset({Role.APPROVER, Role.ADMIN})
ANYONE = frozenset(Role)


class Guard(StrEnum):
    """A condition beside the role. ``_GUARDS`` says how each is checked."""

    RATIONALE = "rationale"
    DECISION = "decision"
    ASSIGNEE = "assignee"
    OTHER_PERSON = "other_person"
    CONTRARY_MATERIAL = "contrary_material"
    MERGE_TARGET = "merge_target"
    EARLIER_STAGE = "earlier_stage"


MACHINE_PREFIX = "machine:"
"""How the names begin under which the machine signs. No person may be called so."""


def fold_name(name: str) -> str:
    """A person's name as it is compared: case, spaces and ways to write a letter do not tell."""
    return " ".join(normalize("NFKC", name).casefold().split())


def is_machine_name(name: str) -> bool:
    """Whether the record would take the name for the machine's."""
    return fold_name(name).startswith(MACHINE_PREFIX)


class Actor(Value):
    """Who wants to move a claim. A person does not bear one of the machine's names."""

    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
    role: Role

    @model_validator(mode="after")
    def _is_who_they_say(self) -> Self:
        if self.role is not Role.MACHINE and is_machine_name(self.name):
            raise ValueError(f"{self.name} is the machine's name: sign with a person's")
        return self


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


class MoveRefused(ValueError):  # noqa: N818 - a refusal is an answer, not a fault
    """The move is not allowed; ``allowed`` says where this actor may go instead.

    ``reason`` is what speaks against it, without the stages.
    """

    def __init__(self, message: str, allowed: tuple[Stage, ...] = (), reason: str = "") -> None:
        super().__init__(message)
        self.allowed = allowed
        self.reason = reason or message


class InputMissing(MoveRefused):
    """The move is open to this actor, once they give what goes with it."""


class MoveRule(Value):
    """One row of the table: who may make a move, and under which conditions."""

    roles: frozenset[Role]
    guards: tuple[Guard, ...] = ()


_BACK_TO_WORK = MoveRule(roles=REVIEWERS, guards=(Guard.RATIONALE,))
_WORKING = (Stage.NEW, Stage.TRIAGED, Stage.ASSIGNED, Stage.IN_REVIEW, Stage.CHALLENGED)
_MERGEABLE = tuple(stage for stage in Stage if stage not in {Stage.PARKED, Stage.MERGED})

MOVES: Mapping[tuple[Stage, Stage], MoveRule] = {
    (Stage.NEW, Stage.TRIAGED): MoveRule(roles=REVIEWERS | {Role.MACHINE}),
    (Stage.TRIAGED, Stage.ASSIGNED): MoveRule(
        roles=REVIEWERS | {Role.MACHINE}, guards=(Guard.ASSIGNEE,)
    ),
    (Stage.ASSIGNED, Stage.TRIAGED): MoveRule(roles=REVIEWERS),
    (Stage.ASSIGNED, Stage.IN_REVIEW): MoveRule(roles=REVIEWERS),
    (Stage.IN_REVIEW, Stage.ASSIGNED): MoveRule(roles=REVIEWERS, guards=(Guard.ASSIGNEE,)),
    (Stage.IN_REVIEW, Stage.DECIDED): MoveRule(
        roles=REVIEWERS, guards=(Guard.DECISION, Guard.RATIONALE)
    ),
    (Stage.DECIDED, Stage.IN_REVIEW): _BACK_TO_WORK,
    (Stage.DECIDED, Stage.APPROVED): MoveRule(roles=APPROVERS, guards=(Guard.OTHER_PERSON,)),
    (Stage.APPROVED, Stage.IN_REVIEW): _BACK_TO_WORK,
    (Stage.APPROVED, Stage.PUBLISHED): MoveRule(roles=APPROVERS | {Role.MACHINE}),
    **{
        (stage, Stage.CHALLENGED): MoveRule(roles=ANYONE, guards=(Guard.CONTRARY_MATERIAL,))
        for stage in (Stage.APPROVED, Stage.PUBLISHED)
    },
    (Stage.CHALLENGED, Stage.IN_REVIEW): MoveRule(roles=REVIEWERS),
    **{(stage, Stage.PARKED): _BACK_TO_WORK for stage in _WORKING},
    **{
        (Stage.PARKED, stage): MoveRule(roles=REVIEWERS, guards=(Guard.EARLIER_STAGE,))
        for stage in _WORKING
    },
    **{
        (stage, Stage.MERGED): MoveRule(roles=REVIEWERS, guards=(Guard.MERGE_TARGET,))
        for stage in _MERGEABLE
    },
    **{
        (Stage.MERGED, stage): MoveRule(roles=REVIEWERS, guards=(Guard.EARLIER_STAGE,))
        for stage in _MERGEABLE
    },
}
"""Every allowed move. What is not here is refused for everybody."""

ALONE = "approved by the person who decided: this desk has one person"
"""Note on a move that ``desk_of_one`` alone allows."""


def check_move(current: Stage, target: Stage, actor: Actor, context: MoveContext) -> Move:
    """Check the move against table, roles and guards. MoveRefused says what is allowed instead."""
    rule = MOVES.get((current, target))
    if rule is None:
        raise _refusal(f"no claim moves from {current} to {target}", current, actor, context)
    if actor.role not in rule.roles:
        who = ", ".join(sorted(rule.roles))
        reason = f"{actor.name} is {actor.role}, and {current} to {target} takes {who}"
        raise _refusal(reason, current, actor, context)
    for guard in rule.guards:
        reason = _objection(guard, target, actor, context)
        if reason and _is_input(guard, actor):
            raise ask_for(current, target, reason)
        if reason:
            raise refuse_move(current, target, actor, context, reason)
    alone = Guard.OTHER_PERSON in rule.guards and _decided_it(actor, context)
    return Move(
        current=current,
        target=target,
        actor=actor.name,
        role=actor.role,
        rationale=context.rationale.strip(),
        notes=(ALONE,) if alone else (),
    )


def allowed_moves(current: Stage, actor: Actor, context: MoveContext) -> tuple[Stage, ...]:
    """Stages that ``actor`` may move a claim to from ``current``, guards included."""
    return tuple(
        target
        for target, guards in _list_moves(current, actor)
        if not any(_objection(guard, target, actor, context) for guard in guards)
    )


def open_moves(current: Stage, actor: Actor, context: MoveContext) -> tuple[Stage, ...]:
    """Stages that ``actor`` may move a claim to once they give what each move takes."""
    return tuple(
        target
        for target, guards in _list_moves(current, actor)
        if not any(
            _objection(guard, target, actor, context)
            for guard in guards
            if not _is_input(guard, actor)
        )
    )


def _list_moves(current: Stage, actor: Actor) -> Iterator[tuple[Stage, tuple[Guard, ...]]]:
    for (stage, target), rule in MOVES.items():
        if stage is current and actor.role in rule.roles:
            yield target, rule.guards


def route(current: Stage, target: Stage, actor: Actor, context: MoveContext) -> tuple[Move, ...]:
    """The shortest run of allowed moves from ``current`` to ``target``, each one checked.

    For a person who decides a claim that nobody triaged yet: each stage on the
    way is recorded. Never leads through ``parked``, ``merged``, ``approved`` or
    ``published``. Empty when already there. MoveRefused when there is no such way.
    """
    aside = {Stage.PARKED, Stage.MERGED, Stage.APPROVED, Stage.PUBLISHED} - {target}
    paths: list[tuple[Stage, ...]] = [(current,)]
    seen = {current}
    for path in paths:
        if path[-1] is target:
            return tuple(check_move(a, b, actor, context) for a, b in pairwise(path))
        for step in allowed_moves(path[-1], actor, context):
            if step not in seen and step not in aside:
                seen.add(step)
                paths.append((*path, step))
    if (current, target) in MOVES:
        check_move(current, target, actor, context)
    raise _refusal(f"no way leads from {current} to {target}", current, actor, context)


def ask_for(current: Stage, target: Stage, what: str) -> InputMissing:
    """The answer to a move that is open once ``what`` is given."""
    return InputMissing(f"To move it from {current} to {target}, {what}.", (), what)


def refuse_move(
    current: Stage, target: Stage, actor: Actor, context: MoveContext, reason: str
) -> MoveRefused:
    """The refusal of a move for ``reason``, with where this actor may go instead."""
    return _refusal(f"{current} to {target}: {reason}", current, actor, context, reason)


def _refusal(
    told: str, current: Stage, actor: Actor, context: MoveContext, reason: str = ""
) -> MoveRefused:
    allowed = open_moves(current, actor, context)
    instead = ", ".join(allowed) if allowed else "nothing"
    whole = f"{told}. From {current}, {actor.name} may go to: {instead}."
    return MoveRefused(whole, allowed, reason or told)


def _objection(guard: Guard, target: Stage, actor: Actor, context: MoveContext) -> str:
    return _GUARDS[guard](target, actor, context)


def _lacks_rationale(target: Stage, actor: Actor, context: MoveContext) -> str:
    if len(context.rationale.strip()) >= MIN_RATIONALE:
        return ""
    what = "rationale" if target is Stage.DECIDED else "reason"
    return f"give a {what} of at least {MIN_RATIONALE} characters"


def _lacks_decision(target: Stage, actor: Actor, context: MoveContext) -> str:
    return "" if context.decision else "say which status is decided"


def _lacks_assignee(target: Stage, actor: Actor, context: MoveContext) -> str:
    return "" if context.assignee else "say to whom it is assigned"


def _same_person(target: Stage, actor: Actor, context: MoveContext) -> str:
    if context.decided_by is None:
        return "there is no decision to approve"
    if not _decided_it(actor, context) or context.desk_of_one:
        return ""
    return (
        f"{actor.name} decided it, so another person must approve it (a desk of one person sets"
        " ONRECORD_DESK_OF_ONE=1)"
    )


def _decided_it(actor: Actor, context: MoveContext) -> bool:
    return context.decided_by is not None and fold_name(context.decided_by) == fold_name(actor.name)


def _lacks_material(target: Stage, actor: Actor, context: MoveContext) -> str:
    """People may challenge in words; the machine only with new contrary material."""
    if context.contrary_material:
        return ""
    if actor.role is Role.MACHINE:
        return "the machine challenges only on new contrary material"
    return _lacks_rationale(target, actor, context)


def _lacks_merge_target(target: Stage, actor: Actor, context: MoveContext) -> str:
    return "" if context.merged_into is not None else "say into which claim it is merged"


def _other_stage(target: Stage, actor: Actor, context: MoveContext) -> str:
    if context.earlier is None:
        return "the stage it came from is not known"
    return "" if context.earlier is target else f"it came from {context.earlier} and returns there"


_INPUT = frozenset({Guard.RATIONALE, Guard.DECISION, Guard.ASSIGNEE, Guard.MERGE_TARGET})
"""Guards that ask for what goes with the move; the others ask how the claim stands."""


def _is_input(guard: Guard, actor: Actor) -> bool:
    in_words = guard is Guard.CONTRARY_MATERIAL and actor.role is not Role.MACHINE
    return in_words or guard in _INPUT


_GUARDS: Mapping[Guard, Callable[[Stage, Actor, MoveContext], str]] = {
    Guard.RATIONALE: _lacks_rationale,
    Guard.DECISION: _lacks_decision,
    Guard.ASSIGNEE: _lacks_assignee,
    Guard.OTHER_PERSON: _same_person,
    Guard.CONTRARY_MATERIAL: _lacks_material,
    Guard.MERGE_TARGET: _lacks_merge_target,
    Guard.EARLIER_STAGE: _other_stage,
}

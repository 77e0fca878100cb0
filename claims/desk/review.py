"""What people do with a claim: triage, assign, review, decide, approve, publish.

Every function checks the move against ``claims.status``, writes it with its
reason, and may be given ``expected_seq`` (the head of the ledger when the page
was read) or ``expected_stage``: a stale page is refused with what changed.
"""

from __future__ import annotations

from collections.abc import Collection

from claims.desk.access import find_person
from claims.desk.assess import assess_in, find_objection
from claims.desk.errors import MoveRefusedError
from claims.desk.moves import (
    ANYTHING,
    Expected,
    Moved,
    ask,
    change_status,
    decision_id_of,
    earlier_of,
    find_way,
    load_expected,
    load_working,
    require_working,
    write_challenge,
    write_moves,
)
from claims.desk.state import DECIDED
from claims.model import Stage, Status
from claims.settings import Settings, load_settings
from claims.status import Actor, MoveContext, check_move, open_moves
from claims.store import Store
from claims.store.facts import Decision, Publication


def triage(
    store: Store, actor: Actor, claim_id: int, reason: str = "", expected: Expected = ANYTHING
) -> Moved:
    """Say that a new claim is worth the desk's time."""
    return _move(store, actor, claim_id, Stage.TRIAGED, expected, MoveContext(rationale=reason))


def assign(
    store: Store,
    actor: Actor,
    claim_id: int,
    assignee: str,
    reason: str = "",
    expected: Expected = ANYTHING,
) -> Moved:
    """Give a claim to a reviewer; a new one is triaged on the way.

    Who has a token is found however the name's letters are written.
    """
    context = MoveContext(rationale=reason, assignee=find_person(store, assignee))
    return _move(store, actor, claim_id, Stage.ASSIGNED, expected, context)


def start_review(
    store: Store, actor: Actor, claim_id: int, reason: str = "", expected: Expected = ANYTHING
) -> Moved:
    """Begin to work on a claim, the actor taking it where nobody has it."""
    context = MoveContext(rationale=reason, assignee=actor.name)
    return _move(store, actor, claim_id, Stage.IN_REVIEW, expected, context)


REOPENED = frozenset({Stage.DECIDED, Stage.APPROVED, Stage.CHALLENGED})
"""Where a claim may be taken back from."""


def reopen(
    store: Store, actor: Actor, claim_id: int, reason: str, expected: Expected = ANYTHING
) -> Moved:
    """Take a decided, approved or challenged claim back into review.

    The decision goes on being shown until a new one replaces it.
    """
    context = MoveContext(rationale=reason, assignee=actor.name)
    return _move(store, actor, claim_id, Stage.IN_REVIEW, expected, context, source=REOPENED)


def park(
    store: Store, actor: Actor, claim_id: int, reason: str, expected: Expected = ANYTHING
) -> Moved:
    """Lay a claim aside, with the reason."""
    return _move(store, actor, claim_id, Stage.PARKED, expected, MoveContext(rationale=reason))


def unpark(
    store: Store, actor: Actor, claim_id: int, reason: str = "", expected: Expected = ANYTHING
) -> Moved:
    """Take a parked claim back to the stage it came from."""
    with store.write(actor=actor.name, action="unpark", note=f"claim {claim_id}") as tx:
        state = load_expected(tx, claim_id, expected)
        if state.stage is not Stage.PARKED or state.earlier is None:
            raise MoveRefusedError(f"Claim {claim_id} is {state.stage.value}, not parked.")
        context = MoveContext(rationale=reason, earlier=state.earlier)
        moves = ask(lambda: (check_move(state.stage, earlier_of(state), actor, context),))
        return write_moves(tx, state, moves)


def challenge(
    store: Store, actor: Actor, claim_id: int, reason: str, expected: Expected = ANYTHING
) -> Moved:
    """Call an approved or published claim into question, in words."""
    with store.write(actor=actor.name, action="challenge", note=f"claim {claim_id}") as tx:
        state = load_working(tx, claim_id, expected)
        return write_challenge(tx, state, actor, MoveContext(rationale=reason))


def decide(
    store: Store,
    actor: Actor,
    claim_id: int,
    status: Status,
    rationale: str,
    expected: Expected = ANYTHING,
) -> Moved:
    """Set a claim's status, with the rationale. The stages on the way are recorded too."""
    context = MoveContext(rationale=rationale, assignee=actor.name, decision=status)
    with store.write(actor=actor.name, action="decide", note=f"claim {claim_id}") as tx:
        state = load_working(tx, claim_id, expected)
        if state.assessment is None:  # what is decided against is what the policy says now
            assess_in(tx, [claim_id])
            state = load_expected(tx, claim_id, ANYTHING)
        if state.stage is Stage.DECIDED:
            raise MoveRefusedError(
                f"Claim {claim_id} is decided already: reopen it to decide it anew.",
                open_moves(state.stage, actor, context),
            )
        moves = ask(lambda: find_way(state.stage, Stage.DECIDED, actor, context))
        row = Decision(
            claim_id=claim_id,
            status=status,
            rationale=rationale.strip(),
            assessment_id=state.assessment.id if state.assessment else None,
            actor=actor.name,
            at=tx.now,
        )
        decision_id = tx.add(row)
        change = change_status(tx, state, status, DECIDED, actor.name, rationale.strip())
        tx.add_many([change] if change else [])
        return write_moves(tx, state, moves, actor.name, decision_id)


def approve(
    store: Store,
    actor: Actor,
    claim_id: int,
    reason: str = "",
    expected: Expected = ANYTHING,
    settings: Settings | None = None,
) -> Moved:
    """Approve a decision: a second person, unless the desk is one person's, and then it is said.

    Where what came in since the decision speaks against it, the machine challenges it at
    once: the move then ends at ``challenged``, and its notes say why.
    """
    alone = (settings or load_settings()).desk_of_one
    with store.write(actor=actor.name, action="approve", note=f"claim {claim_id}") as tx:
        state = load_working(tx, claim_id, expected)
        context = MoveContext(
            rationale=reason,
            decided_by=state.decision.actor if state.decision else None,
            desk_of_one=alone,
        )
        moves = ask(lambda: (check_move(state.stage, Stage.APPROVED, actor, context),))
        moved = write_moves(tx, state, moves, decision_id=decision_id_of(state))
        for change in assess_in(tx, [claim_id]):
            if change.challenged is not None:
                notes = (*moved.notes, change.challenged)
                return moved.model_copy(update={"target": Stage.CHALLENGED, "notes": notes})
        return moved


def publish(
    store: Store, actor: Actor, claim_id: int, reason: str = "", expected: Expected = ANYTHING
) -> Moved:
    """Publish an approved claim under its decision.

    MoveRefusedError where what came in since the decision speaks against it.
    """
    with store.write(actor=actor.name, action="publish", note=f"claim {claim_id}") as tx:
        state = load_working(tx, claim_id, expected)
        context = MoveContext(rationale=reason)
        moves = ask(lambda: (check_move(state.stage, Stage.PUBLISHED, actor, context),))
        decision_id = decision_id_of(state)
        if decision_id is None:
            raise MoveRefusedError(f"Claim {claim_id} has no decision to publish: decide it first.")
        objection = find_objection(tx, state)
        if objection is not None:
            raise MoveRefusedError(f"{objection} Take claim {claim_id} back to review.")
        row = Publication(claim_id=claim_id, decision_id=decision_id, actor=actor.name, at=tx.now)
        publication_id = tx.add(row)
        payload = {"claim_id": claim_id, "publication_id": publication_id}
        tx.emit("claim.published", f"claim:{claim_id}", payload)
        return write_moves(tx, state, moves, decision_id=decision_id)


def _move(
    store: Store,
    actor: Actor,
    claim_id: int,
    target: Stage,
    expected: Expected,
    context: MoveContext,
    source: Collection[Stage] = frozenset(Stage),
) -> Moved:
    """Lead a claim to ``target`` by the shortest run of allowed moves, from one of ``source``."""
    with store.write(actor=actor.name, action=target.value, note=f"claim {claim_id}") as tx:
        state = load_expected(tx, claim_id, expected)
        if state.stage is target and state.assignee == (context.assignee or state.assignee):
            raise MoveRefusedError(f"Claim {claim_id} is {target.value} already.")
        require_working(tx, state)
        moves = ask(lambda: find_way(state.stage, target, actor, context))
        if not moves:
            raise MoveRefusedError(
                f"Claim {claim_id} is {target.value} already, by {state.assignee}: assign it to"
                " somebody else first."
            )
        if state.stage not in source:
            listed = ", ".join(stage.value for stage in Stage if stage in source)
            raise MoveRefusedError(
                f"Claim {claim_id} is {state.stage.value}: this takes one that is {listed}.",
                open_moves(state.stage, actor, context),
            )
        return write_moves(tx, state, moves, assignee=context.assignee)

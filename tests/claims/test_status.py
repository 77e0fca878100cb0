"""Stage moves as a table, and the machine walked at random."""

from __future__ import annotations

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from pydantic import ValidationError

from claims.model import Stage, Status
from claims.status import (
    ALONE,
    MOVES,
    Actor,
    InputMissing,
    MoveContext,
    MoveRefused,
    Role,
    allowed_moves,
    check_move,
    open_moves,
    route,
)

ANNA = Actor(name="anna", role=Role.REVIEWER)
BORIS = Actor(name="boris", role=Role.APPROVER)
CARLA = Actor(name="carla", role=Role.CONTRIBUTOR)
ADMIN = Actor(name="dora", role=Role.ADMIN)
MACHINE = Actor(name="onrecord", role=Role.MACHINE)
WHY = "Two agencies saw the shipping papers."
DECISION = MoveContext(decision=Status.SUPPORTED, rationale=WHY)

TABLE = [
    ("the machine triages", "new", "triaged", MACHINE, MoveContext(), ""),
    ("a contributor does not triage", "new", "triaged", CARLA, MoveContext(), "takes"),
    ("nobody skips the review", "new", "decided", ADMIN, DECISION, "no claim moves"),
    ("an assignment names somebody", "triaged", "assigned", ANNA, MoveContext(), "to whom"),
    ("assigned to Anna", "triaged", "assigned", ANNA, MoveContext(assignee="anna"), ""),
    ("a decision", "in_review", "decided", ANNA, DECISION, ""),
    (
        "contrary material stops what is approved before it is published",
        "approved",
        "challenged",
        MACHINE,
        MoveContext(contrary_material=True),
        "",
    ),
    (
        "a decision without rationale",
        "in_review",
        "decided",
        ANNA,
        MoveContext(decision=Status.SUPPORTED),
        "rationale",
    ),
    (
        "spaces are no rationale",
        "in_review",
        "decided",
        ANNA,
        MoveContext(decision=Status.SUPPORTED, rationale="x        " * 3 + " " * 20).model_copy(
            update={"rationale": "  short   " + " " * 20}
        ),
        "rationale",
    ),
    (
        "a decision without status",
        "in_review",
        "decided",
        ANNA,
        MoveContext(rationale=WHY),
        "which status",
    ),
    ("the machine never decides", "in_review", "decided", MACHINE, DECISION, "takes"),
    (
        "another person approves",
        "decided",
        "approved",
        BORIS,
        MoveContext(decided_by="anna"),
        "",
    ),
    (
        "nobody approves a decision of their own",
        "decided",
        "approved",
        BORIS,
        MoveContext(decided_by="boris"),
        "another person",
    ),
    *(
        (why, "decided", "approved", BORIS, MoveContext(decided_by=name), "another person")
        for why, name in (
            ("nor one under their name in capitals", "BORIS"),
            ("nor with spaces around it", " Boris "),
            ("nor in letters of full width", "\uff22\uff4f\uff52\uff49\uff53"),
        )
    ),
    (
        "not even an admin",
        "decided",
        "approved",
        ADMIN,
        MoveContext(decided_by="dora"),
        "another person",
    ),
    (
        "a reviewer does not approve",
        "decided",
        "approved",
        ANNA,
        MoveContext(decided_by="boris"),
        "takes",
    ),
    ("nothing to approve", "decided", "approved", BORIS, MoveContext(), "no decision"),
    ("the machine publishes what is approved", "approved", "published", MACHINE, MoveContext(), ""),
    (
        "the machine challenges on contrary material",
        "published",
        "challenged",
        MACHINE,
        MoveContext(contrary_material=True),
        "",
    ),
    (
        "the machine does not challenge for nothing",
        "published",
        "challenged",
        MACHINE,
        MoveContext(rationale=WHY),
        "contrary material",
    ),
    (
        "a contributor challenges in words",
        "published",
        "challenged",
        CARLA,
        MoveContext(rationale=WHY),
        "",
    ),
    ("a challenge is reviewed", "challenged", "in_review", ANNA, MoveContext(), ""),
    (
        "a challenge is not waved through",
        "challenged",
        "published",
        ADMIN,
        DECISION,
        "no claim moves",
    ),
    ("parking says why", "assigned", "parked", ANNA, MoveContext(), "a reason of at least 10"),
    ("published claims are not parked", "published", "parked", ADMIN, DECISION, "no claim moves"),
    (
        "a parked claim returns to where it was",
        "parked",
        "assigned",
        ANNA,
        MoveContext(earlier=Stage.ASSIGNED),
        "",
    ),
    (
        "and nowhere else",
        "parked",
        "in_review",
        ANNA,
        MoveContext(earlier=Stage.ASSIGNED),
        "came from assigned",
    ),
    ("a merge names the other claim", "published", "merged", ANNA, MoveContext(), "which claim"),
    ("merged", "published", "merged", ANNA, MoveContext(merged_into=7), ""),
    (
        "unmerged to where it was",
        "merged",
        "published",
        ANNA,
        MoveContext(earlier=Stage.PUBLISHED),
        "",
    ),
    ("the machine merges nothing", "new", "merged", MACHINE, MoveContext(merged_into=7), "takes"),
]


@pytest.mark.parametrize(("sentence", "current", "target", "actor", "context", "refused"), TABLE)
def test_a_move(
    sentence: str, current: str, target: str, actor: Actor, context: MoveContext, refused: str
) -> None:
    if not refused:
        move = check_move(Stage(current), Stage(target), actor, context)
        assert (move.current, move.target, move.actor) == (current, target, actor.name), sentence
        return
    with pytest.raises(MoveRefused, match=refused) as error:
        check_move(Stage(current), Stage(target), actor, context)
    there = open_moves(Stage(current), actor, context)
    assert Stage(target) not in allowed_moves(Stage(current), actor, context)
    if isinstance(error.value, InputMissing):
        assert Stage(target) in there, "only what goes with it is missing"
    else:
        assert Stage(target) not in there
        assert error.value.allowed == there


@pytest.mark.parametrize("name", ["machine:policy", " Machine:review", "", "  "])
def test_nobody_signs_as_the_machine_or_as_nobody(name: str) -> None:
    with pytest.raises(ValidationError):
        Actor(name=name, role=Role.REVIEWER)


def test_a_desk_of_one_approves_its_own_decision_and_the_record_says_so() -> None:
    context = MoveContext(decided_by="boris", desk_of_one=True)
    assert check_move(Stage.DECIDED, Stage.APPROVED, BORIS, context).notes == (ALONE,)
    other = MoveContext(decided_by="anna", desk_of_one=True)
    assert check_move(Stage.DECIDED, Stage.APPROVED, BORIS, other).notes == ()


def test_a_refusal_says_what_is_allowed_instead() -> None:
    with pytest.raises(MoveRefused, match="may go to: triaged, in_review, parked, merged"):
        check_move(Stage.ASSIGNED, Stage.PUBLISHED, ANNA, MoveContext())
    with pytest.raises(MoveRefused, match="may go to: nothing"):
        check_move(Stage.IN_REVIEW, Stage.DECIDED, CARLA, DECISION)


def test_a_route_records_every_stage_on_the_way() -> None:
    context = DECISION.model_copy(update={"assignee": "anna"})
    moves = route(Stage.NEW, Stage.DECIDED, ANNA, context)
    assert [move.target for move in moves] == ["triaged", "assigned", "in_review", "decided"]
    assert route(Stage.DECIDED, Stage.DECIDED, ANNA, context) == ()


def test_a_route_from_published_goes_through_the_challenge() -> None:
    context = DECISION.model_copy(update={"assignee": "anna"})
    moves = route(Stage.PUBLISHED, Stage.DECIDED, ANNA, context)
    assert [move.target for move in moves] == ["challenged", "in_review", "decided"]


def test_no_route_without_the_guards() -> None:
    with pytest.raises(MoveRefused, match="rationale"):
        route(Stage.IN_REVIEW, Stage.DECIDED, ANNA, MoveContext(decision=Status.REFUTED))
    with pytest.raises(MoveRefused, match="no way leads"):
        route(Stage.NEW, Stage.PUBLISHED, BORIS, DECISION.model_copy(update={"assignee": "b"}))


def test_every_stage_can_be_reached_and_left() -> None:
    assert {target for _, target in MOVES} | {Stage.NEW} == set(Stage)
    assert {current for current, _ in MOVES} == set(Stage)


actors = st.sampled_from([ANNA, BORIS, CARLA, ADMIN, MACHINE])


class Desk(RuleBasedStateMachine):
    """One claim, moved about by anybody who tries."""

    @initialize()
    def begin(self) -> None:
        self.stage = Stage.NEW
        self.earlier: Stage | None = None
        self.decided_by: str | None = None
        self.approved_by: str | None = None

    @rule(
        target_stage=st.sampled_from(list(Stage)),
        actor=actors,
        rationale=st.sampled_from(["", "short", WHY]),
        decision=st.sampled_from([None, Status.SUPPORTED]),
        contrary=st.booleans(),
    )
    def attempt(
        self,
        target_stage: Stage,
        actor: Actor,
        rationale: str,
        decision: Status | None,
        contrary: bool,
    ) -> None:
        context = MoveContext(
            rationale=rationale,
            decision=decision,
            contrary_material=contrary,
            decided_by=self.decided_by,
            earlier=self.earlier,
            assignee="anna",
            merged_into=7,
        )
        allowed = allowed_moves(self.stage, actor, context)
        try:
            move = check_move(self.stage, target_stage, actor, context)
        except MoveRefused:
            assert target_stage not in allowed
            return
        assert target_stage in allowed
        if target_stage is Stage.DECIDED and self.stage is Stage.IN_REVIEW:
            assert actor.role is not Role.MACHINE
            assert len(move.rationale) >= 10
            self.decided_by, self.approved_by = actor.name, None
        if target_stage is Stage.APPROVED and self.stage is Stage.DECIDED:
            self.approved_by = actor.name
        aside = {Stage.PARKED, Stage.MERGED}
        self.earlier = self.stage if target_stage in aside else None
        self.stage = target_stage

    @invariant()
    def published_means_decided_and_approved_by_two(self) -> None:
        if self.stage in {Stage.APPROVED, Stage.PUBLISHED}:
            assert self.decided_by is not None
            assert self.approved_by not in {None, self.decided_by}


TestDesk = Desk.TestCase
TestDesk.settings = settings(max_examples=40, stateful_step_count=40)

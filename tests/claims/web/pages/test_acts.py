"""The table of acts says the same as the rules of the desk."""

from __future__ import annotations

from typing import cast

import pytest

from claims.desk.moves import find_way
from claims.model import Stage, Status
from claims.settings import Settings
from claims.status import ROLE_OF, Actor, MoveContext, MoveRefused
from claims.store import Store
from claims.web.app import create_app
from claims.web.pages.acts import ACTS, NEXT, Act
from claims.web.pages.calls import CALLS

MOVING = [(name, act, stage) for name, act in ACTS.items() if act.target for stage in Stage]


def may_move(act: Act, stage: Stage) -> bool:
    """Whether the desk leads a claim from that stage to the act's target, all else given."""
    assert act.target is not None
    context = MoveContext(
        rationale="A reason that is long enough.",
        assignee="Ana",
        decision=Status.REFUTED,
        decided_by="Bo",
        merged_into=2,
        earlier=Stage.NEW,
    )
    actor = Actor(name="Ana", role=ROLE_OF[act.scope])
    try:
        return bool(find_way(stage, act.target, actor, context))
    except MoveRefused:
        return False


@pytest.mark.parametrize(("name", "act", "stage"), MOVING, ids=lambda each: str(each)[:12])
def test_an_act_is_offered_only_where_the_desk_allows_it(name: str, act: Act, stage: Stage) -> None:
    if stage in act.stages:
        assert may_move(act, stage), f"{name} from {stage}"


@pytest.mark.parametrize(
    "stage", [stage for stage in Stage if stage not in {Stage.PUBLISHED, Stage.MERGED}]
)
def test_every_claim_on_the_desk_has_a_next_act(stage: Stage) -> None:
    assert stage in ACTS[NEXT[stage]].stages


def test_every_move_of_the_desk_has_a_form() -> None:
    """Ways that people may lead a claim by one step; taking a merge back has a form of its own."""
    from claims.status import MOVES, REVIEWERS

    for (source, target), rule in MOVES.items():
        if source in {Stage.MERGED, Stage.PARKED} or not rule.roles & REVIEWERS:
            continue
        if (source, target) == (Stage.ASSIGNED, Stage.TRIAGED):
            continue  # happens on the way when a claim is assigned to somebody else
        assert any(act.target is target and source in act.stages for act in ACTS.values()), (
            f"{source} to {target}"
        )


def test_every_act_is_a_call() -> None:
    assert set(ACTS) == set(CALLS)


def test_an_act_takes_the_scope_that_the_api_takes_for_it() -> None:
    paths = create_app(cast(Store, None), Settings()).openapi()["paths"]
    for name, act in ACTS.items():
        told = paths[f"/api/v1/claims/{{claim_id}}/{'start-review' if name == 'review' else name}"]
        assert f"Scope: {act.scope.value}" in told["post"]["description"], name

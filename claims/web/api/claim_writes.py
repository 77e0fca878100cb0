"""Routes that move, merge and split claims. Each is one call of the desk."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends, Response

from claims import desk
from claims.desk import Moved
from claims.model import Value
from claims.web.access import Person, Scope, writes
from claims.web.access.once import OnceRoute, note_key
from claims.web.api.answering import TheSettings, TheStore, answer_json
from claims.web.api.asking import RowId
from claims.web.api.examples import MOVED, give_example
from claims.web.api.refusals import WRITE_PROBLEMS
from claims.web.api.writing import (
    ArguedMove,
    Assignment,
    ClaimMerged,
    ClaimSplit,
    DecisionMade,
    Move,
    ReasonedMove,
    Seen,
    StancesMoved,
    expect,
)

router = APIRouter(
    prefix="/claims/{claim_id}",
    tags=["desk"],
    responses=WRITE_PROBLEMS,
    route_class=OnceRoute,
    dependencies=[Depends(note_key)],
)

Reviewer = Annotated[Person, Depends(writes(Scope.REVIEW))]
Approver = Annotated[Person, Depends(writes(Scope.APPROVE))]
AnyMove = Annotated[Move, Body()]
PLAIN = Move()
SAYS_MOVED: dict[str, Any] = {"response_model": Moved, "responses": give_example(MOVED)}


class CountsUnder(Value):
    """Under which claim one counts now."""

    claim_id: int
    counts_under: int


class Opened(Value):
    """A claim just opened."""

    claim_id: int


def _tell(moved: Moved) -> Response:
    return answer_json(moved, {"Cache-Control": "no-store"})


@router.post("/triage", summary="Worth the desk's time", **SAYS_MOVED)
def triage(
    person: Reviewer, claim_id: RowId, seen: Seen, store: TheStore, asked: AnyMove = PLAIN
) -> Response:
    """Say that a new claim is worth the desk's time. Scope: review."""
    actor = person.acting(Scope.REVIEW)
    return _tell(desk.triage(store, actor, claim_id, asked.reason, expect(seen, asked)))


@router.post("/assign", summary="Give it to somebody", **SAYS_MOVED)
def assign(
    person: Reviewer, claim_id: RowId, seen: Seen, store: TheStore, asked: Assignment
) -> Response:
    """Give a claim to a reviewer; a new one is triaged on the way. Scope: review."""
    actor, expected = person.acting(Scope.REVIEW), expect(seen, asked)
    return _tell(desk.assign(store, actor, claim_id, asked.assignee, asked.reason, expected))


@router.post("/start-review", summary="Begin to work on it", **SAYS_MOVED)
def start_review(
    person: Reviewer, claim_id: RowId, seen: Seen, store: TheStore, asked: AnyMove = PLAIN
) -> Response:
    """Begin to work on a claim; you take it where nobody has it. Scope: review."""
    actor = person.acting(Scope.REVIEW)
    return _tell(desk.start_review(store, actor, claim_id, asked.reason, expect(seen, asked)))


@router.post("/decide", summary="Decide how it stands", **SAYS_MOVED)
def decide(
    person: Reviewer, claim_id: RowId, seen: Seen, store: TheStore, asked: DecisionMade
) -> Response:
    """Set the status, with the rationale; a second person approves it. Scope: review."""
    actor, expected = person.acting(Scope.REVIEW), expect(seen, asked)
    return _tell(desk.decide(store, actor, claim_id, asked.status, asked.rationale, expected))


@router.post("/approve", summary="Approve the decision", **SAYS_MOVED)
def approve(
    person: Approver,
    claim_id: RowId,
    seen: Seen,
    store: TheStore,
    settings: TheSettings,
    asked: AnyMove = PLAIN,
) -> Response:
    """Approve a decision that another person took. Scope: approve."""
    actor, expected = person.acting(Scope.APPROVE), expect(seen, asked)
    return _tell(desk.approve(store, actor, claim_id, asked.reason, expected, settings))


@router.post("/publish", summary="Publish it", **SAYS_MOVED)
def publish(
    person: Approver, claim_id: RowId, seen: Seen, store: TheStore, asked: AnyMove = PLAIN
) -> Response:
    """Publish an approved claim under its decision. Scope: approve."""
    actor = person.acting(Scope.APPROVE)
    return _tell(desk.publish(store, actor, claim_id, asked.reason, expect(seen, asked)))


@router.post("/challenge", summary="Call it into question", **SAYS_MOVED)
def challenge(
    person: Reviewer, claim_id: RowId, seen: Seen, store: TheStore, asked: ArguedMove
) -> Response:
    """Call an approved or published claim into question, in words. Scope: review."""
    actor = person.acting(Scope.REVIEW)
    return _tell(desk.challenge(store, actor, claim_id, asked.reason, expect(seen, asked)))


@router.post("/reopen", summary="Back into review", **SAYS_MOVED)
def reopen(
    person: Reviewer, claim_id: RowId, seen: Seen, store: TheStore, asked: ArguedMove
) -> Response:
    """Take a decided, approved or challenged claim back into review. Scope: review."""
    actor = person.acting(Scope.REVIEW)
    return _tell(desk.reopen(store, actor, claim_id, asked.reason, expect(seen, asked)))


@router.post("/park", summary="Lay it aside", **SAYS_MOVED)
def park(
    person: Reviewer, claim_id: RowId, seen: Seen, store: TheStore, asked: ArguedMove
) -> Response:
    """Lay a claim aside, with the reason. Scope: review."""
    actor = person.acting(Scope.REVIEW)
    return _tell(desk.park(store, actor, claim_id, asked.reason, expect(seen, asked)))


@router.post("/unpark", summary="Take it up again", **SAYS_MOVED)
def unpark(
    person: Reviewer, claim_id: RowId, seen: Seen, store: TheStore, asked: AnyMove = PLAIN
) -> Response:
    """Take a parked claim back to the stage it came from. Scope: review."""
    actor = person.acting(Scope.REVIEW)
    return _tell(desk.unpark(store, actor, claim_id, asked.reason, expect(seen, asked)))


@router.post(
    "/merge",
    summary="Merge it into another",
    response_model=CountsUnder,
    responses=give_example({"claim_id": 7, "counts_under": 3}),
)
def merge(
    person: Reviewer, claim_id: RowId, seen: Seen, store: TheStore, asked: ClaimMerged
) -> Response:
    """Let a claim count under another one; `unmerge` undoes it. Scope: review."""
    desk.merge_claims(
        store,
        person.acting(Scope.REVIEW),
        claim_id,
        asked.into,
        asked.reason,
        opposite=asked.opposite,
        expected=expect(seen, asked),
    )
    return answer_json(CountsUnder(claim_id=claim_id, counts_under=asked.into), {})


@router.post(
    "/unmerge",
    summary="Undo its merge",
    response_model=CountsUnder,
    responses=give_example({"claim_id": 7, "counts_under": 7}),
)
def unmerge(
    person: Reviewer, claim_id: RowId, seen: Seen, store: TheStore, asked: ReasonedMove
) -> Response:
    """Let a merged claim stand for itself again, at the stage it had. Scope: review."""
    actor = person.acting(Scope.REVIEW)
    desk.unmerge_claims(store, actor, claim_id, asked.reason, expect(seen, asked))
    return answer_json(CountsUnder(claim_id=claim_id, counts_under=claim_id), {})


@router.post(
    "/split",
    summary="Split it in two",
    status_code=201,
    response_model=Opened,
    responses=give_example({"claim_id": 8}, status=201),
)
def split(
    person: Reviewer, claim_id: RowId, seen: Seen, store: TheStore, asked: ClaimSplit
) -> Response:
    """Open a claim of its own for some stances; merging it back undoes it. Scope: review."""
    actor, expected = person.acting(Scope.REVIEW), expect(seen, asked)
    new_id = desk.split_claim(
        store, actor, claim_id, asked.text, asked.stances, asked.reason, expected
    )
    return answer_json(Opened(claim_id=new_id), {}, status=201)


@router.post("/move-stances", summary="Move stances to another claim", status_code=204)
def move_stances(
    person: Reviewer, claim_id: RowId, store: TheStore, asked: StancesMoved
) -> Response:
    """Move stances that belong to another claim; moving them back undoes it. Scope: review."""
    actor = person.acting(Scope.REVIEW)
    desk.move_stances(store, actor, asked.stances, claim_id, asked.to, asked.reason)
    return Response(status_code=204)

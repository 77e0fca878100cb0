"""Routes that add evidence, correct findings and answer proposals; parties that are one."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Response

from claims import desk, views
from claims.model import Value
from claims.web.access import Person, Scope, writes
from claims.web.access.once import OnceRoute, note_key
from claims.web.api.answering import TheStore, answer_json
from claims.web.api.asking import RowId, Words
from claims.web.api.examples import give_example
from claims.web.api.refusals import WRITE_PROBLEMS
from claims.web.api.writing import (
    Correction,
    EvidenceGiven,
    PartyMerged,
    ProposalAnswered,
    Reasoned,
)

router = APIRouter(
    tags=["desk"],
    responses=WRITE_PROBLEMS,
    route_class=OnceRoute,
    dependencies=[Depends(note_key)],
)

Contributor = Annotated[Person, Depends(writes(Scope.CONTRIBUTE))]
Reviewer = Annotated[Person, Depends(writes(Scope.REVIEW))]
PartyKey = Annotated[Words, Path(description="Its key, its name, or a further name.")]


class EvidenceAdded(Value):
    """Evidence just attached."""

    evidence_id: int


class StanceCorrected(Value):
    """The row that stands in the place of the corrected one."""

    stance_id: int
    supersedes: int


@router.post(
    "/claims/{claim_id}/evidence",
    summary="Attach evidence",
    status_code=201,
    response_model=EvidenceAdded,
    responses=give_example({"evidence_id": 5}, status=201),
)
def attach_evidence(
    person: Contributor, claim_id: RowId, store: TheStore, asked: EvidenceGiven
) -> Response:
    """Attach a passage or something published elsewhere; the claim is assessed anew.

    Scope: contribute. A file goes in by `onrecord evidence attach --file`.
    """
    draft = asked.draft(store)
    new_id = desk.attach_evidence(store, person.acting(Scope.CONTRIBUTE), claim_id, draft)
    return answer_json(EvidenceAdded(evidence_id=new_id), {}, status=201)


@router.post("/evidence/{evidence_id}/withdraw", summary="Withdraw evidence", status_code=204)
def withdraw_evidence(
    person: Reviewer, evidence_id: RowId, store: TheStore, asked: Reasoned
) -> Response:
    """Take a piece of evidence off the balance; it stays in the history. Scope: review."""
    desk.withdraw(store, person.acting(Scope.REVIEW), "evidence", evidence_id, asked.reason)
    return Response(status_code=204)


@router.post(
    "/stances/{stance_id}/correct",
    summary="Correct a stance",
    status_code=201,
    response_model=StanceCorrected,
    responses=give_example({"stance_id": 31, "supersedes": 12}, status=201),
)
def correct_stance(
    person: Reviewer, stance_id: RowId, store: TheStore, asked: Correction
) -> Response:
    """Put what is right in the place of what the machine found. Scope: review."""
    actor = person.acting(Scope.REVIEW)
    new_id = desk.correct_stance(store, actor, stance_id, asked.correction(), asked.reason)
    return answer_json(StanceCorrected(stance_id=new_id, supersedes=stance_id), {}, status=201)


@router.post("/stances/{stance_id}/withdraw", summary="Withdraw a stance", status_code=204)
def withdraw_stance(
    person: Reviewer, stance_id: RowId, store: TheStore, asked: Reasoned
) -> Response:
    """Take a finding that is none off the balance ("not a claim"). Scope: review."""
    desk.withdraw(store, person.acting(Scope.REVIEW), "stance", stance_id, asked.reason)
    return Response(status_code=204)


@router.post("/proposals/{proposal_id}/answer", summary="Answer a proposal", status_code=204)
def answer_proposal(
    person: Reviewer, proposal_id: RowId, store: TheStore, asked: ProposalAnswered
) -> Response:
    """Accepted, the merge is made or the evidence attached; refused, it is not made again.

    Scope: review.
    """
    desk.answer_proposal(
        store,
        person.acting(Scope.REVIEW),
        proposal_id,
        asked.accepted,
        asked.reason,
        relation=asked.relation,
        reliability=asked.reliability,
        credibility=asked.credibility,
    )
    return Response(status_code=204)


@router.post("/parties/{key}/merge", summary="Merge a party into another", status_code=204)
def merge_party(person: Reviewer, key: PartyKey, store: TheStore, asked: PartyMerged) -> Response:
    """Let a party's stances count as another's; `unmerge` undoes it. Scope: review."""
    here, there = views.party_id(store, key), views.party_id(store, asked.into)
    desk.merge_parties(store, person.acting(Scope.REVIEW), here, there, asked.reason)
    return Response(status_code=204)


@router.post("/parties/{key}/unmerge", summary="Undo a party's merge", status_code=204)
def unmerge_party(person: Reviewer, key: PartyKey, store: TheStore, asked: Reasoned) -> Response:
    """Let a merged party stand for itself again. Scope: review."""
    here = views.party_id(store, key)
    desk.unmerge_parties(store, person.acting(Scope.REVIEW), here, asked.reason)
    return Response(status_code=204)

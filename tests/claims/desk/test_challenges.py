"""When the machine challenges a decision: what counts now, against what counted as it was taken."""

from collections.abc import Callable
from typing import Any

import pytest

from claims import desk as work
from claims.desk import (
    EvidenceDraft,
    MoveRefusedError,
    StanceCorrection,
    assess_claims,
    attach_evidence,
    correct_stance,
    merge_claims,
    merge_parties,
    move_stances,
    record_document,
    split_claim,
    unmerge_claims,
    unmerge_parties,
)
from claims.model import Commitment, EvidenceKind, Relation, Reliability, Stage, Status
from claims.store.facts import Party, Publication

CLAIM = "Northland supplies cement to Southland."
OTHER = "A cargo of gravel left the northern port for the southern one."
WHY = "Two reports agree on it."
LATE = "Mara Pohl denies it all. So it is."


def attach(desk: Any, claim: int, relation: Relation, site: str) -> None:
    draft = EvidenceDraft(
        relation=relation,
        kind=EvidenceKind.RECORD,
        reliability=Reliability.A,
        credibility=1,
        url=f"https://{site}.example/1",
    )
    attach_evidence(desk.store, desk.ana, claim, draft)


def party_of(desk: Any, name: str) -> int:
    return next(row.id for row in desk.rows(Party) if row.name == name)


@pytest.fixture
def claim(desk: Any) -> int:
    """A claim that two strong origins support, and that Ines denies."""
    found: int = desk.say(CLAIM, "Oskar Lund", "alleges")
    desk.say(CLAIM, "Ines Valdoria", "denies")
    for site in ("one", "two"):
        attach(desk, found, Relation.SUPPORTS, site)
    return found


def correct_commitment(desk: Any, claim: int) -> None:
    correction = StanceCorrection(commitment=Commitment.PROBABLE)
    correct_stance(desk.store, desk.ana, 2, correction, "Not that sure.")


def correct_party(desk: Any, claim: int) -> None:
    correct_stance(desk.store, desk.ana, 2, StanceCorrection(party="Mara Pohl"), "It was she.")


def name_as_another(desk: Any, claim: int) -> None:
    desk.say(OTHER, "Ines V.", "alleges")
    into = party_of(desk, "Ines V.")
    merge_parties(desk.store, desk.ana, party_of(desk, "Ines Valdoria"), into, "One woman.")


def move_there_and_back(desk: Any, claim: int) -> None:
    new = split_claim(desk.store, desk.ana, claim, OTHER, [2], "Of gravel only.")
    move_stances(desk.store, desk.ana, [2], new, claim, "Of cement after all.")


def deny_again(desk: Any, claim: int) -> None:
    desk.say(CLAIM, "Ines Valdoria", "denies")


def deny(desk: Any, claim: int) -> None:
    desk.say(CLAIM, "Mara Pohl", "denies")


def merge_an_old_denial(desk: Any, claim: int) -> None:
    merge_claims(desk.store, desk.ana, claim + 1, claim, "The same shipment.")


def move_an_old_denial(desk: Any, claim: int) -> None:
    move_stances(desk.store, desk.ana, [3], claim + 1, claim, "It was of this one.")


@pytest.mark.parametrize(
    ("act", "stage", "why"),
    [
        (correct_commitment, Stage.PUBLISHED, "she denied it before, and still does"),
        (name_as_another, Stage.PUBLISHED, "the same woman under another name"),
        (move_there_and_back, Stage.PUBLISHED, "her denial counts as it did"),
        (deny_again, Stage.PUBLISHED, "she denied it before"),
        (correct_party, Stage.CHALLENGED, "another one denies it than was known"),
        (deny, Stage.CHALLENGED, "another one denies it"),
        (merge_an_old_denial, Stage.CHALLENGED, "said before, but not of this claim"),
        (move_an_old_denial, Stage.CHALLENGED, "said before, but not of this claim"),
    ],
)
def test_whose_denial_counted_at_the_decision(
    desk: Any, claim: int, act: Callable[[Any, int], None], stage: Stage, why: str
) -> None:
    assert desk.say(OTHER, "Mara Pohl", "denies") == claim + 1
    desk.publish(claim, Status.SUPPORTED)
    act(desk, claim)
    assert desk.board(claim).stage == stage, why


def test_what_was_merged_at_the_decision_stays_known(desk: Any, claim: int) -> None:
    other = desk.say(OTHER, "Mara Pohl", "denies")
    merge_claims(desk.store, desk.ana, other, claim, "The same shipment.")
    desk.publish(claim, Status.SUPPORTED)
    unmerge_claims(desk.store, desk.ana, other, "Not the same.")
    merge_claims(desk.store, desk.ana, other, claim, "The same after all.")
    assert desk.board(claim).stage == "published"


def test_who_was_merged_at_the_decision_denied_it_too(desk: Any, claim: int) -> None:
    name_as_another(desk, claim)
    desk.publish(claim, Status.SUPPORTED)
    ines = party_of(desk, "Ines Valdoria")
    unmerge_parties(desk.store, desk.ana, ines, "Two women.")
    assert desk.board(claim).stage == "published"


@pytest.mark.parametrize(
    ("late", "told"),
    [
        (deny, "Mara Pohl denies it"),
        (lambda d, c: attach(d, c, Relation.UNDERMINES, "three"), "it suggests contested"),
    ],
)
def test_what_came_in_between_decision_and_approval_challenges_at_once(
    desk: Any, claim: int, late: Callable[[Any, int], None], told: str
) -> None:
    work.decide(desk.store, desk.ana, claim, Status.SUPPORTED, WHY)
    late(desk, claim)
    moved = work.approve(desk.store, desk.bo, claim)
    assert (moved.target, desk.board(claim).stage) == (Stage.CHALLENGED, "challenged")
    assert told in moved.notes[-1]
    with pytest.raises(MoveRefusedError):
        work.publish(desk.store, desk.bo, claim)


def test_what_nobody_came_to_assess_is_not_published_over(
    desk: Any, claim: int, material: Any, extraction: Any
) -> None:
    work.decide(desk.store, desk.ana, claim, Status.SUPPORTED, WHY)
    assert work.approve(desk.store, desk.bo, claim).target is Stage.APPROVED
    told = extraction(LATE, (CLAIM, "Mara Pohl", "denies", "Mara Pohl denies it all."))
    record_document(desk.store, desk.machine, material(LATE), told)
    with pytest.raises(MoveRefusedError, match="since then Mara Pohl denies it"):
        work.publish(desk.store, desk.bo, claim)
    assert desk.rows(Publication) == []
    assess_claims(desk.store, desk.machine, [claim])
    assert desk.board(claim).stage == "challenged"

"""What people do with a claim: moves, guards, stale pages, and what the machine may not touch."""

from collections.abc import Callable
from typing import Any

import pytest

from claims import desk as work
from claims.desk import (
    Actor,
    Expected,
    MoveRefusedError,
    NotOnRecordError,
    RefusedInputError,
    Role,
    StaleClaimError,
    assess_claims,
    attach_evidence,
    make_token,
    merge_claims,
    merge_parties,
    split_claim,
    withdraw,
)
from claims.desk.values import EvidenceDraft
from claims.model import EvidenceKind, Relation, Reliability, Stage, Status
from claims.settings import Settings
from claims.status import Scope
from claims.store import LedgerEntry, pending_outbox
from claims.store.facts import Decision, Party, Publication, StageMove, StatusChange

CLAIM = "Northland supplies cement to Southland."
WHY = "Read all positions and the customs records."
ONE = Settings(desk_of_one=True)
TWO = Settings(desk_of_one=False)


@pytest.fixture
def claim(desk: Any) -> int:
    found: int = desk.say(CLAIM, "Oskar Lund", "alleges")
    return found


def head(desk: Any) -> int:
    from sqlmodel import func, select

    with desk.store.read() as session:
        return session.exec(select(func.max(LedgerEntry.seq))).one()


def stages(desk: Any) -> list[tuple[str, str, str]]:
    return [(m.source.value, m.target.value, m.actor) for m in desk.rows(StageMove)]


def strong(relation: Relation, source: str) -> EvidenceDraft:
    return EvidenceDraft(
        relation=relation,
        kind=EvidenceKind.RECORD,
        reliability=Reliability.A,
        credibility=1,
        url="https://customs.example/2024",
        source=source,
    )


def test_from_new_to_published(desk: Any, claim: int) -> None:
    work.triage(desk.store, desk.ana, claim)
    work.assign(desk.store, desk.bo, claim, "Ana")
    work.start_review(desk.store, desk.ana, claim)
    work.decide(desk.store, desk.ana, claim, Status.REFUTED, WHY)
    work.approve(desk.store, desk.bo, claim, settings=TWO)
    work.publish(desk.store, desk.bo, claim)
    assert [target for _, target, _ in stages(desk)] == [
        "triaged",
        "assigned",
        "in_review",
        "decided",
        "approved",
        "published",
    ]
    line = desk.board(claim)
    assert (line.status, line.status_basis, line.stage) == ("refuted", "decided", "published")
    assert (line.assignee, line.published) == ("Ana", True)
    assert desk.rows(Publication)[0].decision_id == desk.rows(Decision)[0].id


def test_deciding_a_new_claim_records_the_stages_on_the_way(desk: Any, claim: int) -> None:
    moved = work.decide(desk.store, desk.ana, claim, Status.MISLEADING, WHY)
    assert (moved.source, moved.target) == (Stage.NEW, Stage.DECIDED)
    assert [target for _, target, _ in stages(desk)] == [
        "triaged",
        "assigned",
        "in_review",
        "decided",
    ]
    assert desk.board(claim).assignee == "Ana"


@pytest.mark.parametrize("rationale", ["", "   ", "because"])
def test_a_decision_needs_a_rationale(desk: Any, claim: int, rationale: str) -> None:
    with pytest.raises(RefusedInputError, match="give a rationale of at least 10 characters"):
        work.decide(desk.store, desk.ana, claim, Status.REFUTED, rationale)
    assert desk.rows(Decision) == []
    assert desk.rows(StageMove) == []


def test_the_machine_decides_nothing(desk: Any, claim: int) -> None:
    with pytest.raises(MoveRefusedError):
        work.decide(desk.store, desk.machine, claim, Status.REFUTED, WHY)


def test_approval_takes_a_second_person(desk: Any, claim: int) -> None:
    cato = Actor(name="Cato", role=Role.APPROVER)
    work.decide(desk.store, cato, claim, Status.REFUTED, WHY)
    with pytest.raises(MoveRefusedError, match="another person"):
        work.approve(desk.store, cato, claim, settings=TWO)
    work.approve(desk.store, desk.bo, claim, settings=TWO)
    assert desk.rows(StageMove)[-1].desk_of_one is False


def test_on_a_desk_of_one_the_record_says_that_nobody_else_approved(desk: Any, claim: int) -> None:
    cato = Actor(name="Cato", role=Role.APPROVER)
    work.decide(desk.store, cato, claim, Status.REFUTED, WHY)
    moved = work.approve(desk.store, cato, claim, settings=ONE)
    assert moved.notes
    assert desk.rows(StageMove)[-1].desk_of_one is True


Act = Callable[[Any, int], object]


@pytest.mark.parametrize(
    ("act", "why"),
    [
        (lambda d, c: work.publish(d.store, d.bo, c), "nothing was approved"),
        (lambda d, c: work.approve(d.store, d.bo, c), "nothing was decided"),
        (lambda d, c: work.unpark(d.store, d.ana, c), "it is not parked"),
        (lambda d, c: work.park(d.store, d.ana, c, ""), "parking needs a reason"),
        (lambda d, c: work.challenge(d.store, d.ana, c, "Not so at all."), "nothing is published"),
        (lambda d, c: work.assign(d.store, d.ana, c, ""), "nobody is named"),
        (lambda d, c: work.reopen(d.store, d.machine, c, "again please"), "the machine may not"),
        (lambda d, c: work.reopen(d.store, d.ana, c, "again please"), "nothing was decided"),
    ],
)
def test_moves_that_are_refused_leave_nothing(desk: Any, claim: int, act: Act, why: str) -> None:
    before = head(desk)
    with pytest.raises((MoveRefusedError, RefusedInputError)):
        act(desk, claim)
    assert head(desk) == before, why


def test_parked_and_taken_up_again(desk: Any, claim: int) -> None:
    work.triage(desk.store, desk.ana, claim)
    work.park(desk.store, desk.ana, claim, "Waits for the court's ruling.")
    assert desk.board(claim).stage == "parked"
    work.unpark(desk.store, desk.ana, claim)
    assert desk.board(claim).stage == "triaged"


@pytest.mark.parametrize(
    "act",
    [
        lambda d, c: work.decide(d.store, d.ana, c, Status.REFUTED, WHY),
        lambda d, c: work.assign(d.store, d.ana, c, "Bo"),
        lambda d, c: work.approve(d.store, d.bo, c),
        lambda d, c: work.challenge(d.store, d.ana, c, "Not so at all."),
    ],
)
def test_what_was_laid_aside_is_taken_up_first(lite: Any, act: Act) -> None:
    claim = lite.say(CLAIM, "Oskar Lund", "alleges")
    other = lite.say("A flood closed the coastal road for a week.", "Oskar Lund", "alleges")
    work.park(lite.store, lite.ana, claim, "Waits for the court's ruling.")
    merge_claims(lite.store, lite.ana, other, claim, "One matter.")
    for aside, told in ((claim, "is parked: unpark it"), (other, f"into claim {claim}: name that")):
        with pytest.raises(MoveRefusedError, match=told):
            act(lite, aside)


def test_a_refusal_speaks_of_the_stage_where_the_claim_is(lite: Any) -> None:
    claim = lite.say(CLAIM, "Oskar Lund", "alleges")
    work.assign(lite.store, lite.ana, claim, "Ana")
    told = "^To move it from assigned to decided, give a rationale of at least 10 characters"
    with pytest.raises(RefusedInputError, match=told):
        work.decide(lite.store, lite.ana, claim, Status.REFUTED, "x")


def test_assigned_to_somebody_else_goes_through_triage(desk: Any, claim: int) -> None:
    work.assign(desk.store, desk.bo, claim, "Ana")
    with pytest.raises(MoveRefusedError, match="already"):
        work.assign(desk.store, desk.bo, claim, "Ana")
    work.assign(desk.store, desk.bo, claim, "Cleo")
    assert desk.board(claim).assignee == "Cleo"


def test_who_has_a_token_is_found_however_the_name_is_written(desk: Any, claim: int) -> None:
    make_token(desk.store, "root", "laptop", "Ána Ruiz", [Scope.REVIEW])
    ways = ("ána ruiz", "ÁNA  RUIZ", "A\u0301na Ruiz")
    for written, assignee in [pair for way in ways for pair in ((way, "Ána Ruiz"), ("Cleo",) * 2)]:
        work.assign(desk.store, desk.bo, claim, written)
        assert desk.board(claim).assignee == assignee


def test_reopened_the_decision_is_still_shown(desk: Any, claim: int) -> None:
    work.decide(desk.store, desk.ana, claim, Status.REFUTED, WHY)
    with pytest.raises(MoveRefusedError, match="reopen"):
        work.decide(desk.store, desk.ana, claim, Status.SUPPORTED, WHY)
    work.reopen(desk.store, desk.ana, claim, "A reader sent new records.")
    line = desk.board(claim)
    assert (line.status, line.stage) == ("refuted", "in_review")
    work.decide(desk.store, desk.ana, claim, Status.SUPPORTED, WHY)
    assert desk.board(claim).status == "supported"


def test_a_claim_that_is_not_on_record(desk: Any) -> None:
    with pytest.raises(NotOnRecordError, match="claim 99"):
        work.triage(desk.store, desk.ana, 99)


CHANGES: list[tuple[Act, str]] = [
    (lambda d, c: work.triage(d.store, d.bo, c), "Bo moved it from new to triaged"),
    (lambda d, c: d.say(CLAIM, "Mara Pohl", "denies"), "1 new position"),
    (lambda d, c: d.say(CLAIM, "Mara Pohl", "denies"), "suggestion is now contested"),
    (lambda d, c: work.decide(d.store, d.bo, c, Status.REFUTED, WHY), "Bo decided refuted"),
    (
        lambda d, c: attach_evidence(d.store, d.bo, c, strong(Relation.SUPPORTS, "Customs")),
        "1 new piece of evidence",
    ),
    (
        lambda d, c: withdraw(d.store, d.bo, "stance", 1, "He spoke of another shipment."),
        "1 position withdrawn",
    ),
    (
        lambda d, c: withdraw(d.store, d.bo, "evidence", 1, "It was forged."),
        "1 piece of evidence withdrawn",
    ),
    (
        lambda d, c: split_claim(d.store, d.bo, c, "The mill burned.", [1], "Of the mill."),
        "1 position moved away",
    ),
    (
        lambda d, c: merge_parties(d.store, d.bo, 1, name_party(d, "O. Lund"), "One man."),
        "Oskar Lund counts as O. Lund",
    ),
]


def name_party(desk: Any, name: str) -> int:
    """The number of a party that speaks of something else."""
    desk.say("The mill burned.", name, "alleges")
    return next(row.id for row in desk.rows(Party) if row.name == name)


@pytest.mark.parametrize(("change", "told"), CHANGES)
def test_a_stale_page_is_refused_with_what_changed(
    desk: Any, claim: int, change: Act, told: str
) -> None:
    attach_evidence(desk.store, desk.bo, claim, strong(Relation.CONTEXT, "Port"))
    seen = Expected(seq=head(desk))
    change(desk, claim)
    with pytest.raises(StaleClaimError, match=told):
        work.decide(desk.store, desk.ana, claim, Status.SUPPORTED, WHY, seen)


def test_material_on_a_merged_claim_makes_the_other_stale(desk: Any, claim: int) -> None:
    other = desk.say("A flood closed the coastal road for a week.", "Mara Pohl", "alleges")
    work.merge_claims(desk.store, desk.ana, other, claim, "Try it.")
    seen = Expected(seq=head(desk))
    desk.say("A flood closed the coastal road for a week.", "Ines Valdoria", "alleges")
    with pytest.raises(StaleClaimError, match="1 new position"):
        work.triage(desk.store, desk.ana, claim, expected=seen)


def test_a_page_stays_fresh_while_other_claims_change(desk: Any, claim: int) -> None:
    seen = Expected(seq=head(desk), stage=Stage.NEW)
    desk.say("The mill burned.", "Mara Pohl", "alleges")
    moved = work.decide(desk.store, desk.ana, claim, Status.SUPPORTED, WHY, seen)
    assert moved.target is Stage.DECIDED


def test_what_was_moved_away_before_is_no_business_of_the_page(desk: Any, claim: int) -> None:
    other = split_claim(desk.store, desk.bo, claim, "The mill burned.", [1], "Of the mill.")
    seen = Expected(seq=head(desk))
    withdraw(desk.store, desk.bo, "stance", 1, "Of another mill.")
    work.triage(desk.store, desk.ana, claim, expected=seen)
    with pytest.raises(StaleClaimError, match="1 position withdrawn"):
        work.triage(desk.store, desk.ana, other, expected=seen)


def test_a_page_that_shows_another_stage_is_stale(desk: Any, claim: int) -> None:
    work.triage(desk.store, desk.bo, claim)
    with pytest.raises(StaleClaimError, match="it was new and is triaged"):
        work.triage(desk.store, desk.ana, claim, expected=Expected(stage=Stage.NEW))


def test_the_policy_never_overwrites_a_decision(desk: Any, claim: int) -> None:
    work.decide(desk.store, desk.ana, claim, Status.UNVERIFIABLE, WHY)
    desk.say(CLAIM, "Mara Pohl", "denies")
    line = desk.board(claim)
    assert (line.status, line.status_basis) == ("unverifiable", "decided")
    assert line.suggestion == "contested"
    assert [row.basis for row in desk.rows(StatusChange)] == ["suggested", "decided"]


def test_contrary_material_challenges_what_is_published(desk: Any, claim: int) -> None:
    desk.publish(claim, Status.SUPPORTED)
    desk.say(CLAIM, "Mara Pohl", "denies")
    line = desk.board(claim)
    assert (line.status, line.stage) == ("supported", "challenged")
    move = desk.rows(StageMove)[-1]
    assert (move.actor, move.role) == ("machine:policy", "machine")
    assert "contested" in move.reason
    with desk.store.read() as session:
        topics = [event.topic for event in pending_outbox(session, 100)]
    assert topics.count("claim.challenged") == 1
    assert topics.count("claim.published") == 1


def test_contrary_material_stops_what_is_approved(desk: Any, claim: int) -> None:
    work.decide(desk.store, desk.ana, claim, Status.SUPPORTED, WHY)
    desk.say(CLAIM, "Mara Pohl", "denies")
    assert desk.board(claim).stage == "decided", "whoever approves will see it"
    work.approve(desk.store, desk.bo, claim)
    assess_claims(desk.store, desk.machine, [claim])
    assert desk.board(claim).stage == "challenged"
    with pytest.raises(MoveRefusedError):
        work.publish(desk.store, desk.bo, claim)


def test_what_agrees_challenges_nothing(desk: Any, claim: int) -> None:
    desk.publish(claim, Status.SUPPORTED)
    desk.say(CLAIM, "Mara Pohl", "alleges")
    desk.say(CLAIM, "Ines Valdoria", "declines_to_comment")
    assert desk.board(claim).stage == "published"


def test_a_challenged_claim_is_decided_anew_and_then_stands(desk: Any, claim: int) -> None:
    desk.publish(claim, Status.SUPPORTED)
    desk.say(CLAIM, "Mara Pohl", "denies")
    desk.publish(claim, Status.CONTESTED)
    desk.say(CLAIM, "Mara Pohl", "denies")
    assert desk.board(claim).stage == "published"
    assert len(desk.rows(Publication)) == 2


def test_a_person_challenges_in_words(desk: Any, claim: int) -> None:
    desk.publish(claim, Status.SUPPORTED)
    work.challenge(desk.store, desk.ana, claim, "The customs records were forged.")
    assert desk.board(claim).stage == "challenged"


@pytest.mark.parametrize(
    ("evidence", "status"),
    [
        ([(Relation.SUPPORTS, "Customs")], "unverified"),
        ([(Relation.SUPPORTS, "Customs"), (Relation.SUPPORTS, "Customs")], "unverified"),
        ([(Relation.SUPPORTS, "Customs"), (Relation.SUPPORTS, "Port")], "supported"),
        ([(Relation.UNDERMINES, "Customs")], "refuted"),
        ([(Relation.SUPPORTS, "Customs"), (Relation.UNDERMINES, "Port")], "contested"),
        ([(Relation.CONTEXT, "Customs"), (Relation.CONTEXT, "Port")], "unverified"),
    ],
)
def test_evidence_moves_the_suggestion_by_origins(
    desk: Any, claim: int, evidence: list[tuple[Relation, str]], status: str
) -> None:
    for relation, source in evidence:
        attach_evidence(desk.store, desk.ana, claim, strong(relation, source))
    assert desk.board(claim).status == status


def test_a_claim_in_review_is_not_taken_from_who_has_it(desk: Any, claim: int) -> None:
    work.start_review(desk.store, desk.ana, claim)
    for take in (work.start_review, work.reopen):
        with pytest.raises(MoveRefusedError, match="in_review already, by Ana"):
            take(desk.store, desk.bo, claim, WHY)
    work.assign(desk.store, desk.bo, claim, "Bo")
    work.start_review(desk.store, desk.bo, claim)
    assert desk.board(claim).assignee == "Bo"

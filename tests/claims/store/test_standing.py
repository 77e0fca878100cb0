"""What counts for a claim, and how it stands: the rules as sentences."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from claims.model import Relation, Stage, Stance, Status
from claims.store import ClaimState, RecordError, Store, load_claims, resolve_claims
from claims.store.facts import ActKind, ClaimMerge, Withdrawal


def load(store: Store, claim: int) -> ClaimState:
    with store.read() as session:
        (state,) = load_claims(session, [claim]).values()
    return state


def values(store: Store, claim: int) -> list[Stance]:
    return [stance.value for stance in load(store, claim).stances]


@pytest.fixture
def scene(scribe: Any) -> Any:
    """Two claims, two parties, one document."""
    scribe.doc = scribe.document()
    scribe.north, scribe.south = scribe.party("northland"), scribe.party("southland")
    scribe.one, scribe.two = scribe.claim("One is so."), scribe.claim("Two is so.")
    return scribe


def test_a_new_claim_is_unverified_and_merely_suggested(scene: Any, store: Store) -> None:
    state = load(store, scene.one)
    assert (state.status, state.status_basis) == (Status.UNVERIFIED, "suggested")
    assert (state.stage, state.assignee, state.suggestion) == (Stage.NEW, None, None)


def test_a_superseded_stance_counts_no_longer(scene: Any, store: Store) -> None:
    old = scene.stance(scene.one, scene.north, scene.doc, Stance.ALLEGES)
    scene.stance(scene.one, scene.north, scene.doc, Stance.DENIES, supersedes=old)
    assert values(store, scene.one) == [Stance.DENIES]


def test_a_withdrawn_stance_counts_no_longer(scene: Any, store: Store) -> None:
    scene.withdraw("stance", scene.stance(scene.one, scene.north, scene.doc))
    assert values(store, scene.one) == []


def test_a_withdrawn_evidence_leaves_the_stance_of_that_number(scene: Any, store: Store) -> None:
    stance = scene.stance(scene.one, scene.north, scene.doc)
    assert scene.evidence(scene.one, scene.doc) == stance
    scene.withdraw("evidence", stance)
    assert len(load(store, scene.one).stances) == 1
    assert load(store, scene.one).evidence == ()


def test_a_moved_stance_counts_for_the_other_claim_alone(scene: Any, store: Store) -> None:
    stance = scene.stance(scene.one, scene.north, scene.doc)
    scene.move_stance(stance, scene.two)
    assert (values(store, scene.one), values(store, scene.two)) == ([], [Stance.ALLEGES])
    scene.move_stance(stance, scene.one)
    assert (values(store, scene.one), values(store, scene.two)) == ([Stance.ALLEGES], [])


def test_a_merged_claim_answers_as_the_one_it_is_in(scene: Any, store: Store) -> None:
    scene.stance(scene.two, scene.north, scene.doc)
    scene.merge(scene.two, scene.one)
    state = load(store, scene.two)
    assert state.claim_id == scene.one
    assert [member.claim_id for member in state.members] == [scene.one, scene.two]
    assert [stance.told_claim_id for stance in state.stances] == [scene.two]


def test_an_undone_merge_parts_them_again(scene: Any, store: Store) -> None:
    scene.stance(scene.two, scene.north, scene.doc)
    scene.merge(scene.two, scene.one)
    scene.merge(scene.two, scene.one, act=ActKind.UNDO)
    assert values(store, scene.one) == []
    assert values(store, scene.two) == [Stance.ALLEGES]


FLIPS = [
    (Stance.ALLEGES, Stance.DENIES),
    (Stance.CONFIRMS, Stance.DENIES),
    (Stance.DENIES, Stance.ALLEGES),
    (Stance.DOUBTS, Stance.DOUBTS),
    (Stance.NEITHER, Stance.NEITHER),
    (Stance.DECLINES, Stance.DECLINES),
    (Stance.NO_RESPONSE, Stance.NO_RESPONSE),
    (Stance.RETRACTS, Stance.RETRACTS),
]


def test_an_opposite_merge_turns_positions_and_evidence_round(scene: Any, store: Store) -> None:
    for told, _ in FLIPS:
        scene.stance(scene.two, scene.north, scene.doc, told)
    scene.evidence(scene.two, scene.doc, Relation.SUPPORTS)
    scene.evidence(scene.two, scene.doc, Relation.CONTEXT)
    scene.merge(scene.two, scene.one, opposite=True)
    state = load(store, scene.one)
    assert [(stance.told_value, stance.value) for stance in state.stances] == FLIPS
    assert [(piece.told_relation, piece.relation) for piece in state.evidence] == [
        (Relation.SUPPORTS, Relation.UNDERMINES),
        (Relation.CONTEXT, Relation.CONTEXT),
    ]


def test_two_opposite_merges_cancel_out(scene: Any, store: Store) -> None:
    three = scene.claim("Three is so.")
    scene.stance(three, scene.north, scene.doc, Stance.DENIES)
    scene.merge(three, scene.two, opposite=True)
    scene.merge(scene.two, scene.one, opposite=True)
    assert values(store, scene.one) == [Stance.DENIES]
    with store.read() as session:
        assert resolve_claims(session, [three])[three].claim_id == scene.one


def test_merges_in_a_circle_are_refused_and_nothing_is_written(scene: Any, store: Store) -> None:
    scene.merge(scene.two, scene.one)
    with pytest.raises(RecordError, match="circle"):
        scene.merge(scene.one, scene.two)
    assert load(store, scene.two).claim_id == scene.one


def test_a_merged_party_speaks_as_the_one_it_is_in(scene: Any, store: Store) -> None:
    scene.stance(scene.one, scene.south, scene.doc)
    scene.merge_parties(scene.south, scene.north)
    (stance,) = load(store, scene.one).stances
    assert (stance.party_id, stance.told_party_id) == (scene.north, scene.south)
    scene.merge_parties(scene.south, scene.north, act=ActKind.UNDO)
    assert load(store, scene.one).stances[0].party_id == scene.south


def test_a_decision_outweighs_the_suggestion(scene: Any, store: Store) -> None:
    scene.assess(scene.one, Status.CONTESTED, ("denied",))
    assert (load(store, scene.one).status, load(store, scene.one).status_basis) == (
        Status.CONTESTED, "suggested",
    )  # fmt: skip
    decision = scene.decide(scene.one, Status.MISLEADING)
    state = load(store, scene.one)
    assert (state.status, state.status_basis) == (Status.MISLEADING, "decided")
    assert state.suggestion is not None
    assert state.suggestion.status is Status.CONTESTED
    assert state.decision is not None
    assert not state.decision.published
    scene.publish(scene.one, decision)
    state = load(store, scene.one)
    assert state.decision is not None
    assert state.decision.published
    scene.decide(scene.one, Status.SUPPORTED)
    state = load(store, scene.one)
    assert state.decision is not None
    assert not state.decision.published, "the new decision has not gone out"


def test_an_assignment_lasts_until_the_claim_goes_back(scene: Any, store: Store) -> None:
    scene.move(scene.one, Stage.ASSIGNED, "bo")
    scene.move(scene.one, Stage.IN_REVIEW)
    assert load(store, scene.one).assignee == "bo"
    scene.move(scene.one, Stage.TRIAGED)
    assert load(store, scene.one).assignee is None


def test_a_proposal_between_two_claims_waits_on_both(scene: Any, store: Store) -> None:
    proposal = scene.propose(scene.one, scene.two)
    assert [load(store, claim).open_proposals for claim in (scene.one, scene.two)] == [1, 1]
    scene.answer(proposal)
    assert [load(store, claim).open_proposals for claim in (scene.one, scene.two)] == [0, 0]


def test_a_claim_does_not_exist_before_it_was_opened(scene: Any, store: Store) -> None:
    opened = load(store, scene.two).opened_at
    with store.read() as session:
        before = load_claims(session, [scene.one, scene.two], opened - timedelta(microseconds=1))
        assert list(before) == [scene.one]
        assert set(load_claims(session, [scene.one, scene.two], opened)) == {scene.one, scene.two}


def test_last_change_is_the_moment_of_the_last_fact_about_the_claim(
    scene: Any, store: Store
) -> None:
    before = load(store, scene.one).last_change
    scene.stance(scene.two, scene.north, scene.doc)
    assert load(store, scene.one).last_change == before
    scene.evidence(scene.one, scene.doc)
    assert load(store, scene.one).last_change > before


def test_a_transaction_sees_what_it_added_after_it_read(scene: Any, store: Store) -> None:
    first = scene.stance(scene.one, scene.north, scene.doc)
    scene.stance(scene.two, scene.south, scene.doc)
    with store.write(actor="ana", action="test") as tx:

        def read() -> list[int]:
            return [
                each.party_id for each in load_claims(tx.session, [scene.one])[scene.one].stances
            ]

        assert [read(), read()] == [[scene.north], [scene.north]]
        told = {"actor": "ana", "reason": "the same", "at": tx.now}
        tx.add(ClaimMerge(claim_id=scene.two, into_id=scene.one, act=ActKind.DO, **told))
        assert [read(), read()] == [[scene.north, scene.south], [scene.north, scene.south]]
        tx.add(Withdrawal(what="stance", row_id=first, **told))
        assert read() == [scene.south]

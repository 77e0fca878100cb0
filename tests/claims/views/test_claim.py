"""One claim's page: standing, matrix, evidence, merges, proposals, history, past days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from claims import views
from claims.model import Relation, Stage, Stance, Status
from claims.store import Store
from claims.store.facts import StanceMove
from claims.views import NotOnRecord

DAY = date(2026, 3, 1)
GRAIN = "Northland ships grain through the strait."


@pytest.fixture
def grain(seed: Any) -> int:
    """A claim that one party turns on, with evidence of one wire in three copies."""
    with seed.together():
        number: int = seed.claim(GRAIN)
        seed.stance(number, "Southland", Stance.DENIES, DAY, quote="No such ship left.")
        seed.stance(number, "Southland", Stance.NEITHER, DAY + timedelta(days=1))
        seed.stance(number, "Southland", Stance.CONFIRMS, DAY + timedelta(days=2))
        seed.stance(number, "Northland", Stance.ALLEGES, DAY, speaker="Ro Venn")
        for _ in range(3):
            seed.evidence(number, Relation.SUPPORTS, "B2", origin="wire")
        seed.evidence(number, Relation.UNDERMINES, "A1", origin="port office")
    seed.assess(number, Status.CONTESTED, "denied")
    return number


def test_standing_says_why_and_what_would_change_it(grain: int, store: Store) -> None:
    standing = views.claim(store, grain).standing
    assert (standing.status, standing.basis, standing.stage) == (
        Status.CONTESTED,
        "suggested",
        Stage.NEW,
    )
    assert standing.suggestion is not None
    assert standing.suggestion.reasons == ("Northland affirms it and Southland denies it.",)
    assert standing.suggestion.would_change[0].status is Status.ACKNOWLEDGED
    assert standing.decision is None
    assert standing.published is None
    assert not standing.disputed


def test_matrix_holds_every_stance_with_its_proof(grain: int, store: Store) -> None:
    page = views.claim(store, grain)
    southland, northland = page.matrix.rows
    assert southland.path_in_words == "denies → neither confirms nor denies → confirms"
    assert [change.target for change in page.matrix.changes] == [Stance.NEITHER, Stance.CONFIRMS]
    cell = southland.days[0].cells[0]
    assert cell.span.exact == "No such ship left."
    assert cell.outlet == "Paper"
    assert cell.url is not None
    assert cell.url.startswith("https://paper.example/")
    text = views.document(store, cell.document_id).text
    assert cell.span.holds_in(text)
    assert northland.days[0].cells[0].speaker is not None
    assert northland.days[0].cells[0].speaker.name == "Ro Venn"


def test_evidence_stands_by_origin_with_copies_folded(grain: int, store: Store) -> None:
    page = views.claim(store, grain)
    assert [group.origin for group in page.evidence] == ["port office", "wire"]
    (piece,) = page.evidence[1].pieces
    assert len(piece.copies) == 2
    assert page.balance == views.Balance(
        supports=1, undermines=1, strong_supports=1, strong_undermines=1, items=4
    )


@pytest.mark.parametrize(
    ("then", "now", "disputed"),
    [
        (Status.CONTESTED, Status.CONTESTED, False),  # decided against it, and nothing changed
        (Status.CONTESTED, Status.REFUTED, False),  # it came round to the decision
        (Status.CONTESTED, Status.SUPPORTED, True),
        (Status.REFUTED, Status.REFUTED, False),
        (Status.REFUTED, Status.CONTESTED, True),
    ],
)
def test_a_decision_is_disputed_once_the_suggestion_changed(
    seed: Any, store: Store, then: Status, now: Status, disputed: bool
) -> None:
    claim = seed.claim("Northland ships coal through the strait.")
    seed.decide(claim, Status.REFUTED, assessment_id=seed.assess(claim, then))
    seed.assess(claim, now)
    assert views.claim(store, claim).standing.disputed is disputed


def test_decision_stands_over_the_suggestion(grain: int, seed: Any, store: Store) -> None:
    decision = seed.decide(grain, Status.REFUTED)
    seed.publish(grain, decision)
    standing = views.claim(store, grain).standing
    assert (standing.status, standing.basis) == (Status.REFUTED, "decided")
    assert standing.disputed
    assert standing.decision is not None
    assert (standing.decision.by, standing.decision.rationale) == (
        "Ana",
        "The register shows it plainly.",
    )
    assert standing.published is not None
    assert standing.published.by == "Bo"


def test_history_tells_who_when_what_and_why(grain: int, seed: Any, store: Store) -> None:
    seed.decide(grain, Status.REFUTED)
    seed.withdraw("evidence", 1, "the register was a copy")
    other = seed.claim("Southland closes the strait.")
    seed.merge(other, grain)
    seed.merge(other, grain, undo=True)
    history = views.claim(store, grain).history
    kinds = [entry.kind for entry in history]
    assert kinds == [
        *["opened"],
        *["stance"] * 4,
        *["evidence"] * 4,
        *["suggested", "status", "decided", "status", "withdrawn", "merged", "unmerged"],
    ]
    assert [entry.seq for entry in history] == sorted(entry.seq for entry in history)
    withdrawn = history[kinds.index("withdrawn")]
    assert (withdrawn.who, withdrawn.why) == ("Ana", "the register was a copy")
    assert "separated again" in history[-1].what


def test_a_position_moved_here_and_withdrawn_is_in_both_histories(
    grain: int, seed: Any, store: Store
) -> None:
    other = seed.claim("Southland closes the strait.")
    at = seed.clock.moment
    seed.add(StanceMove(stance_id=4, claim_id=other, actor="Ana", reason="its own", at=at))
    seed.withdraw("stance", 4, "a joke")
    for number in (grain, other):
        history = views.claim(store, number).history
        (gone,) = (entry for entry in history if entry.kind == "withdrawn")
        assert (gone.why, gone.claim_id) == ("a joke", other)


def test_merged_claim_answers_as_the_one_it_counts_under(
    grain: int, seed: Any, store: Store
) -> None:
    other = seed.claim("Northland ships no grain through the strait.")
    seed.stance(other, "Westland", Stance.ALLEGES)
    seed.merge(other, grain, opposite=True)
    page = views.claim(store, other)
    assert (page.claim_id, page.asked_id) == (grain, other)
    (merged,) = page.merged
    assert (merged.claim_id, merged.opposite, merged.by) == (other, True, "Ana")
    westland = next(row for row in page.matrix.rows if row.party.name == "Westland")
    cell = westland.days[0].cells[0]
    assert (cell.value, cell.said) == (Stance.DENIES, Stance.ALLEGES)
    assert cell.claim_id == other


def test_withdrawn_and_corrected_stances_do_not_count(grain: int, seed: Any, store: Store) -> None:
    seed.withdraw("stance", 4)
    seed.stance(grain, "Southland", Stance.DOUBTS, DAY + timedelta(days=2), supersedes=3)
    (southland,) = views.claim(store, grain).matrix.rows
    assert southland.path == (Stance.DENIES, Stance.NEITHER, Stance.DOUBTS)
    assert southland.days[-1].cells[0].supersedes == 3


def test_proposals_wait_until_answered(grain: int, seed: Any, store: Store) -> None:
    other = seed.claim("Grain moves through the strait.")
    seed.propose_merge(other, grain)
    (proposal,) = views.claim(store, grain).proposals
    assert (proposal.claim_id, proposal.other_claim_id) == (grain, other)
    assert proposal.other_text == "Grain moves through the strait."
    assert views.proposals(store, [other])[0].other_claim_id == grain
    assert len(views.proposals(store)) == 1


def test_past_day_is_told_as_it_was_held(grain: int, seed: Any, clock: Any, store: Store) -> None:
    before = views.claim(store, grain)
    clock.go_to(DAY + timedelta(days=10))
    seed.stance(grain, "Westland", Stance.DENIES, DAY - timedelta(days=30))
    seed.decide(grain, Status.REFUTED)
    past = views.claim(store, grain, DAY + timedelta(days=9))
    assert past.model_copy(update={"as_of": None, "head": before.head}) == before
    assert len(views.claim(store, grain).matrix.rows) == 3


def test_unknown_claim_is_named(grain: int, store: Store) -> None:
    with pytest.raises(NotOnRecord, match="no claim 99 is on record"):
        views.claim(store, 99)
    with pytest.raises(NotOnRecord, match="on 2026-02-01: it was opened on 2026-03-01"):
        views.claim(store, grain, date(2026, 2, 1))


def test_split_is_told_on_both_sides(grain: int, seed: Any, store: Store) -> None:
    part = seed.claim("Northland ships grain by night.", split_from=grain)
    assert views.claim(store, grain).split_into == (part,)
    assert views.claim(store, part).split_from == grain

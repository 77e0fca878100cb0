"""Merging, splitting, moving, and taking each back: the record stands as it stood."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.desk import (
    Actor,
    MoveRefusedError,
    NotAllowedError,
    NotOnRecordError,
    RefusedInputError,
    Role,
    StanceCorrection,
    correct_stance,
    decide,
    merge_claims,
    merge_parties,
    move_stances,
    split_claim,
    unmerge_claims,
    unmerge_parties,
    withdraw,
)
from claims.model import Stance, Status
from claims.store import verify_ledger
from claims.store.facts import Assessment, ClaimMerge, Party, StageMove, StanceRow
from claims.store.projections import Board

MILL = "The mill at Elder bridge burned down."
FIRE = "A fire destroyed the sawmill by the river."
STANDS = "The sawmill by the river was spared by the flames."


def put(board: dict[str, Any]) -> dict[str, Any]:
    """A board line without the moment of its last change."""
    return {key: value for key, value in board.items() if key != "last_change"}


def boards(desk: Any) -> dict[int, dict[str, Any]]:
    from sqlmodel import select

    with desk.store.read() as session:
        return {line.claim_id: put(line.model_dump()) for line in session.exec(select(Board))}


@pytest.fixture
def two(desk: Any) -> tuple[int, int]:
    return desk.say(MILL, "Oskar Lund", "alleges"), desk.say(FIRE, "Mara Pohl", "denies")


def test_merged_claims_count_as_one(desk: Any, two: tuple[int, int]) -> None:
    merge_claims(desk.store, desk.ana, two[1], two[0], "Both tell of the same fire.")
    lines = boards(desk)
    assert set(lines) == {two[0]}
    assert lines[two[0]]["status"] == "contested"
    assert lines[two[0]]["stances"] == 2
    assert desk.rows(StageMove)[-1].target == "merged"


def test_merged_as_its_opposite_the_positions_count_the_other_way(desk: Any) -> None:
    burned = desk.say(MILL, "Oskar Lund", "alleges")
    spared = desk.say(STANDS, "Mara Pohl", "alleges")
    merge_claims(desk.store, desk.ana, spared, burned, "The very opposite.", opposite=True)
    line = desk.board(burned)
    assert line.status == "contested"
    assert {each["party"]: each["value"] for each in line.positions} == {
        "Oskar Lund": "alleges",
        "Mara Pohl": "denies",
    }
    assert [row.value.value for row in desk.rows(StanceRow)] == ["alleges", "alleges"]


def test_unmerged_they_stand_as_before(desk: Any, two: tuple[int, int]) -> None:
    before = boards(desk)
    merge_claims(desk.store, desk.ana, two[1], two[0], "Both tell of the same fire.")
    unmerge_claims(desk.store, desk.ana, two[1], "Two mills, as it turns out.")
    assert boards(desk) == before
    assert verify_ledger(desk.store).ok


def test_new_positions_on_a_merged_claim_count_under_the_other(
    desk: Any, two: tuple[int, int]
) -> None:
    merge_claims(desk.store, desk.ana, two[1], two[0], "Both tell of the same fire.")
    desk.say(FIRE, "Ines Valdoria", "alleges")
    assert desk.board(two[0]).stances == 3


@pytest.mark.parametrize(
    ("first", "then", "told"),
    [
        ((1, 1), None, "into itself"),
        ((1, 0), (1, 0), "merged into claim"),
        ((1, 0), (0, 1), "merged into claim"),
    ],
)
def test_merges_that_make_no_sense(
    desk: Any,
    two: tuple[int, int],
    first: tuple[int, int],
    then: tuple[int, int] | None,
    told: str,
) -> None:
    if then is not None:
        merge_claims(desk.store, desk.ana, two[first[0]], two[first[1]], "One and the same.")
    a, b = then or first
    with pytest.raises(RefusedInputError, match=told):
        merge_claims(desk.store, desk.ana, two[a], two[b], "One and the same.")


def test_a_party_merged_into_itself_is_named(desk: Any, two: tuple[int, int]) -> None:
    (oskar,) = [row for row in desk.rows(Party) if row.name == "Oskar Lund"]
    with pytest.raises(RefusedInputError, match=r"^Oskar Lund cannot .* both names .*oskar-lund"):
        merge_parties(desk.store, desk.ana, oskar.id, oskar.id, "One man.")


def test_what_a_merge_asks_for(desk: Any, two: tuple[int, int]) -> None:
    visitor = Actor(name="Vera", role=Role.CONTRIBUTOR)
    with pytest.raises(NotAllowedError, match="reviewer"):
        merge_claims(desk.store, visitor, two[1], two[0], "One and the same.")
    with pytest.raises(RefusedInputError, match="reason"):
        merge_claims(desk.store, desk.ana, two[1], two[0], " ")
    with pytest.raises(NotOnRecordError, match="claim 77"):
        merge_claims(desk.store, desk.ana, two[1], 77, "One and the same.")
    with pytest.raises(RefusedInputError, match="nothing to undo"):
        unmerge_claims(desk.store, desk.ana, two[1], "One and the same.")
    assert desk.rows(ClaimMerge) == []


def test_a_merged_claim_is_not_decided(desk: Any, two: tuple[int, int]) -> None:
    merge_claims(desk.store, desk.ana, two[1], two[0], "Both tell of the same fire.")
    with pytest.raises(MoveRefusedError):
        decide(desk.store, desk.ana, two[1], Status.REFUTED, "It never burned at all.")


def test_split_off_and_merged_back(desk: Any) -> None:
    claim = desk.say(MILL, "Oskar Lund", "alleges")
    desk.say(MILL, "Mara Pohl", "denies")
    denial = desk.rows(StanceRow)[-1].id
    new = split_claim(desk.store, desk.ana, claim, FIRE, [denial], "She speaks of the sawmill.")
    assert desk.board(claim).status == "unverified"
    assert desk.board(new).stances == 1
    assert "denied" in desk.board(new).flags
    merge_claims(desk.store, desk.ana, new, claim, "It was the same mill after all.")
    assert desk.board(claim).status == "contested"


def test_moved_and_moved_back(desk: Any, two: tuple[int, int]) -> None:
    before = boards(desk)
    stance = desk.rows(StanceRow)[1].id
    move_stances(desk.store, desk.ana, [stance], two[1], two[0], "She meant this mill.")
    assert desk.board(two[0]).status == "contested"
    assert desk.board(two[1]).stances == 0
    move_stances(desk.store, desk.ana, [stance], two[0], two[1], "No, the other one.")
    assert boards(desk) == before


@pytest.mark.parametrize(
    ("text", "stances", "told"),
    [
        ("", [2], "sentence"),
        (FIRE, [], "at least one"),
        (FIRE, [2], "not one of claim"),
        ("the mill  at Elder bridge burned down", [1], "that very sentence"),
    ],
)
def test_splits_that_are_refused(
    desk: Any, two: tuple[int, int], text: str, stances: list[int], told: str
) -> None:
    with pytest.raises(RefusedInputError, match=told):
        split_claim(desk.store, desk.ana, two[0], text, stances, "It speaks of two things.")
    assert set(boards(desk)) == set(two)


@pytest.mark.parametrize(
    ("moving", "told"),
    [("corrected", "stance 2 stands for it now"), ("withdrawn", "Ana withdrew stance 1 before")],
)
def test_a_position_that_does_not_count_is_not_split_off(desk: Any, moving: str, told: str) -> None:
    claim = desk.say(MILL, "Oskar Lund", "alleges")
    if moving == "corrected":
        correct_stance(desk.store, desk.ana, 1, StanceCorrection(value=Stance.DENIES), "He did.")
    else:
        withdraw(desk.store, desk.ana, "stance", 1, "He said nothing.")
    before = boards(desk)
    with pytest.raises(RefusedInputError, match=told):
        split_claim(desk.store, desk.ana, claim, FIRE, [1], "It speaks of two things.")
    assert boards(desk) == before


def test_merged_parties_speak_with_one_voice(desk: Any) -> None:
    claim = desk.say(MILL, "Oskar Lund", "alleges")
    desk.say(MILL, "Lund", "denies", said_on=date(2024, 2, 1))
    assert desk.board(claim).status == "contested"
    lund = {row.name: row.id for row in desk.rows(Party)}
    merge_parties(desk.store, desk.ana, lund["Lund"], lund["Oskar Lund"], "The same man.")
    line = desk.board(claim)
    assert [(each["party"], each["stances"]) for each in line.positions] == [("Oskar Lund", 2)]
    assert line.status == "unverified", "the latest word of one man contradicts nobody"


def test_unmerged_parties_stand_as_before(desk: Any) -> None:
    claim = desk.say(MILL, "Oskar Lund", "alleges")
    desk.say(MILL, "Lund", "denies")
    before = boards(desk)
    merge_parties(desk.store, desk.ana, 2, 1, "The same man.")
    with pytest.raises(RefusedInputError, match="merged into Oskar Lund"):
        merge_parties(desk.store, desk.ana, 2, 1, "The same man.")
    unmerge_parties(desk.store, desk.ana, 2, "Father and son.")
    assert boards(desk) == before
    assert desk.board(claim).status == "contested"
    with pytest.raises(RefusedInputError, match="nothing to undo"):
        unmerge_parties(desk.store, desk.ana, 2, "Father and son.")


def test_an_unresolved_party_merged_into_a_state_speaks_for_it(desk: Any) -> None:
    claim = "Georgia holds a vote on the harbour law."
    row = desk.say(claim, "Georgia", "confirms")
    desk.say("Georgia holds talks with the harbour guild.", "Tbilisi", "alleges")
    parties = {party.key: party.id for party in desk.rows(Party)}
    merge_parties(
        desk.store, desk.ana, parties["unresolved:georgia"], parties["georgia"], "The country."
    )
    assert desk.board(row).positions[0]["party_key"] == "georgia"


SENTENCES = (
    MILL,
    FIRE,
    "The mayor of Westbridge sold the old harbour.",
    "A flood closed the coastal road for a week.",
)
STEPS = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 3), st.booleans()), min_size=1, max_size=6
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_any_merges_taken_back_leave_the_record_as_it_was(new_desk: Any, steps: Any) -> None:
    desk = new_desk()
    ids = [desk.say(text, "Oskar Lund", "alleges") for text in SENTENCES]
    desk.say(SENTENCES[0], "Mara Pohl", "denies")
    before = boards(desk)
    done = []
    for a, b, opposite in steps:
        try:
            merge_claims(desk.store, desk.ana, ids[a], ids[b], "Try it.", opposite=opposite)
        except RefusedInputError:
            continue
        done.append(ids[a])
        assert len(boards(desk)) == len(ids) - len(done)
    for claim_id in reversed(done):
        unmerge_claims(desk.store, desk.ana, claim_id, "And back.")
    assert boards(desk) == before
    assert all(row.claim_id in ids for row in desk.rows(Assessment))

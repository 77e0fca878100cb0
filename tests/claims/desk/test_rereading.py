"""A second extractor reads a document: the machine's word is replaced, people's is not."""

from typing import Any

import pytest

from claims import views
from claims.desk import (
    StanceCorrection,
    assess_claims,
    correct_stance,
    move_stances,
    record_document,
    split_claim,
    withdraw,
)
from claims.model import ClaimDraft, Commitment, Extraction, Finding, Span, Stance
from claims.store.facts import Claim, FailureAnswer, Reading, StanceRow, Withdrawal

TEXT = "The mill burned, Oskar Lund said. It did not, Mara Pohl said. The dam holds, Ines said."
MILL, DAM = "The mill burned.", "The dam holds."
LUND = (MILL, "Oskar Lund", "alleges", "Oskar Lund said")
POHL = (MILL, "Mara Pohl", "denies", "Mara Pohl said")
INES = (DAM, "Ines", "alleges", "Ines said")


@pytest.fixture
def read(desk: Any) -> Any:
    def put(extractor: str, *told: Any) -> Any:
        return desk.put(TEXT, *told, extractor=extractor, name="one.txt")

    return put


def standing(desk: Any) -> list[tuple[str, str]]:
    gone = {row.row_id for row in desk.rows(Withdrawal)}
    gone |= {row.supersedes for row in desk.rows(StanceRow)}
    return sorted(
        (row.told_as, row.value.value) for row in desk.rows(StanceRow) if row.id not in gone
    )


def test_what_both_find_is_recorded_once(desk: Any, read: Any) -> None:
    read("hand/1", LUND, POHL)
    recorded = read("hand/2", LUND, POHL)
    assert recorded.new
    assert recorded.stances == 0
    assert len(desk.rows(StanceRow)) == 2
    assert [row.extractor for row in desk.rows(Reading)] == ["hand/1", "hand/2"]


def test_what_only_the_second_finds_is_added(desk: Any, read: Any) -> None:
    read("hand/1", LUND)
    assert read("hand/2", LUND, INES).stances == 1
    assert standing(desk) == [("Ines", "alleges"), ("Oskar Lund", "alleges")]


def test_what_the_second_reads_otherwise_supersedes(desk: Any, read: Any) -> None:
    claim = read("hand/1", LUND, POHL).claim_ids[0]
    read("hand/2", LUND, (MILL, "Mara Pohl", "doubts", "Mara Pohl said"))
    assert standing(desk) == [("Mara Pohl", "doubts"), ("Oskar Lund", "alleges")]
    assert desk.board(claim).stances == 2


def test_what_the_second_does_not_find_is_withdrawn(desk: Any, read: Any) -> None:
    claim = read("hand/1", LUND, POHL).claim_ids[0]
    assert desk.board(claim).status == "contested"
    read("hand/2", LUND)
    assert standing(desk) == [("Oskar Lund", "alleges")]
    assert "hand/2" in desk.rows(Withdrawal)[0].reason
    assert desk.board(claim).status == "unverified"


def test_what_people_corrected_and_withdrew_stays(desk: Any, read: Any) -> None:
    read("hand/1", LUND, POHL, INES)
    correct_stance(desk.store, desk.ana, 1, StanceCorrection(value=Stance.CONFIRMS), "He confirms.")
    withdraw(desk.store, desk.ana, "stance", 3, "Ines spoke of another dam.")
    read("hand/2", LUND, POHL, INES)
    assert standing(desk) == [("Mara Pohl", "denies"), ("Oskar Lund", "confirms")]


CORRECTION = StanceCorrection(party="Eastland")


@pytest.mark.parametrize(
    ("act", "stands"),
    [
        (lambda d: withdraw(d.store, d.ana, "stance", 1, "He takes no position."), []),
        (
            lambda d: correct_stance(d.store, d.ana, 1, CORRECTION, "He speaks for it."),
            [("Oskar Lund", "Eastland")],
        ),
    ],
)
def test_what_people_put_right_does_not_come_back_in_other_words(
    desk: Any, read: Any, act: Any, stands: list[tuple[str, str]]
) -> None:
    read("hand/1", LUND)
    act(desk)
    read("hand/2", ("A fire destroyed the timber hall.", *LUND[1:]))
    line = desk.board(1)
    assert [position["party"] for position in line.positions] == [party for _, party in stands]
    assert [told for told, _ in standing(desk)] == [told for told, _ in stands]
    assert len(desk.rows(Claim)) == 1, "no claim is opened on which nobody takes a position"


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ([(*LUND, {"commitment": Commitment.PROBABLE})], "the same position, read otherwise"),
        ([("A fire destroyed the timber hall.", *LUND[1:])], "the same words, another sentence"),
        ([INES], "not found at all"),
    ],
)
def test_what_a_person_moved_stays_where_it_was_moved(
    desk: Any, read: Any, told: list[Any], why: str
) -> None:
    claim = read("hand/1", LUND).claim_ids[0]
    new = split_claim(desk.store, desk.ana, claim, "The saw burned.", [1], "Of the saw only.")
    read("hand/2", *told)
    assert (desk.board(claim).stances, desk.board(new).stances) == (0, 1), why
    read("hand/3", *told)
    assert (desk.board(claim).stances, desk.board(new).stances) == (0, 1), why


def test_moved_and_moved_back_it_stays(desk: Any, read: Any) -> None:
    first, second = read("hand/1", LUND, INES).claim_ids
    move_stances(desk.store, desk.ana, [1], first, second, "Of the dam.")
    move_stances(desk.store, desk.ana, [1], second, first, "Of the mill after all.")
    read("hand/2", INES)
    assert desk.board(first).stances == 1


def test_beside_what_a_person_withdrew_the_machines_other_finding_stays(
    desk: Any, read: Any
) -> None:
    told = (LUND, (DAM, *LUND[1:]))
    mill, dam = read("hand/1", *told).claim_ids
    withdraw(desk.store, desk.ana, "stance", 1, "He spoke of the dam only.")
    read("hand/2", *told)
    assert (desk.board(mill).stances, desk.board(dam).stances) == (0, 1)


@pytest.mark.parametrize(
    ("second", "stands"),
    [
        (("alleges", "doubts"), ["alleges", "doubts"]),
        (("doubts", "alleges"), ["alleges", "doubts"]),
        (("doubts",), ["doubts"]),
        (("denies", "doubts"), ["denies", "doubts"]),
        (("doubts", "alleges", "denies"), ["alleges", "denies", "doubts"]),
    ],
)
def test_two_positions_of_a_party_in_the_same_words(
    desk: Any, read: Any, second: tuple[str, ...], stands: list[str]
) -> None:
    def told(values: tuple[str, ...]) -> list[Any]:
        return [(MILL, "Oskar Lund", value, "Oskar Lund said") for value in values]

    read("hand/1", *told(("alleges", "doubts")))
    read("hand/2", *told(second))
    assert [value for _, value in standing(desk)] == stands


def test_what_a_machine_withdrew_a_third_may_find_again(desk: Any, read: Any) -> None:
    read("hand/1", LUND, POHL)
    read("hand/2", LUND)
    read("hand/3", LUND, POHL)
    assert standing(desk) == [("Mara Pohl", "denies"), ("Oskar Lund", "alleges")]


def test_killed_before_it_assessed_the_next_run_does(desk: Any, material: Any) -> None:
    claim = desk.put(TEXT, LUND, POHL, extractor="hand/1", name="one.txt").claim_ids[0]
    assert views.claims_behind(desk.store) == []
    found = Extraction(extractor="hand/2", claims=(), findings=())
    record_document(desk.store, desk.machine, material(TEXT, name="one.txt"), found)
    assert desk.board(claim).suggestion == "contested"
    assert views.claims_behind(desk.store) == [claim]
    assess_claims(desk.store, desk.machine, [claim])
    assert desk.board(claim).suggestion == "unverified"
    assert views.claims_behind(desk.store) == []


def test_a_later_reading_answers_what_an_earlier_one_found_nowhere(
    desk: Any, read: Any, material: Any
) -> None:
    span = Span(start=0, end=5, exact="Wrong")
    finding = Finding(claim="c1", span=span, party="Ines", stance=Stance.DENIES)
    found = Extraction(
        extractor="hand/1", claims=(ClaimDraft(id="c1", text=DAM),), findings=(finding,)
    )
    record_document(desk.store, desk.machine, material(TEXT, name="one.txt"), found)
    assert [each.step for each in views.open_failures(desk.store)] == ["record"]
    read("hand/2", INES)
    assert views.open_failures(desk.store) == ()
    assert [row.outcome for row in desk.rows(FailureAnswer)] == ["recovered"]


def test_the_first_reading_again_changes_nothing(desk: Any, read: Any) -> None:
    read("hand/1", LUND)
    read("hand/2", POHL)
    assert not read("hand/1", LUND).new
    assert standing(desk) == [("Mara Pohl", "denies")]

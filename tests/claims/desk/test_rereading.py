"""A second extractor reads a document: the machine's word is replaced, people's is not."""

from typing import Any

import pytest

from claims.desk import StanceCorrection, correct_stance, withdraw
from claims.model import Stance
from claims.store.facts import Reading, StanceRow, Withdrawal

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


def test_the_first_reading_again_changes_nothing(desk: Any, read: Any) -> None:
    read("hand/1", LUND)
    read("hand/2", POHL)
    assert not read("hand/1", LUND).new
    assert standing(desk) == [("Mara Pohl", "denies")]

"""Recording as a whole: once however often, all or nothing, the same from the same."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.desk import record as record_module
from claims.desk.placing import list_terms
from claims.store import index_terms
from claims.store.facts import Claim, Document, Origin, Party

MILL = "The mill at Elder bridge burned on Sunday."
TEXT = f"{MILL} So said Oskar Lund, who keeps the bridge."
TOLD = (MILL, "Oskar Lund", "alleges", "So said Oskar Lund")


def test_what_fails_half_way_leaves_nothing(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any) -> None:
        raise OSError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(record_module, "add_reading", fail)
        with pytest.raises(OSError, match="disk"):
            desk.put(TEXT, TOLD, name="a.txt")
    assert [desk.rows(table) for table in (Document, Claim, Party, Origin)] == [[], [], [], []]
    assert desk.put(TEXT, TOLD, name="a.txt").new


TALES = (
    ("Northland supplies cement to Southland.", "Oskar Lund", "alleges"),
    ("Northland ships cement to Southland.", "Mara Pohl", "denies"),
    ("Northland does not supply cement to Southland.", "Ines Valdoria", "alleges"),
    ("The mayor of Westbridge sold the old harbour.", "Oskar Lund", "confirms"),
    ("The mayor of Westbridge sold the old harbour to a shipping firm.", "Mara Pohl", "doubts"),
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.lists(st.integers(0, len(TALES) - 1), min_size=1, max_size=10))
def test_however_often_a_document_comes_it_counts_once(new_desk: Any, order: list[int]) -> None:
    def tell(desk: Any, numbers: list[int]) -> list[dict[str, Any]]:
        for number in numbers:
            claim, party, stance = TALES[number]
            quote = f"{party} spoke"
            told = (claim, party, stance, quote)
            desk.put(f"{quote} of it. {claim}", told, name=f"tale-{number}.txt")
        ids = [row.id for row in desk.rows(Claim)]
        moments = ("last_change", "opened_at")
        lines = [desk.board(row_id).model_dump() for row_id in ids]
        return [{k: v for k, v in line.items() if k not in moments} for line in lines]

    assert tell(new_desk(), order) == tell(new_desk(), list(dict.fromkeys(order)))


@pytest.mark.parametrize("claim", [tale[0] for tale in TALES])
def test_the_desk_and_a_rebuild_index_a_claim_alike(claim: str) -> None:
    assert list_terms(claim) == index_terms(claim)


def test_the_same_material_in_the_same_order_gives_the_same_record(new_desk: Any) -> None:
    boards = []
    for _ in range(2):
        desk = new_desk()
        desk.put(TEXT, TOLD, outlet_name="Paper 1")
        desk.say("Northland supplies cement to Southland.", "Oskar Lund", "alleges")
        desk.say("Northland ships cement to Southland.", "Mara Pohl", "denies")
        ids = [row.id for row in desk.rows(Claim)]
        lines = [desk.board(row_id).model_dump() for row_id in ids]
        boards.append(
            [
                {k: v for k, v in line.items() if not k.endswith(("_change", "_at"))}
                for line in lines
            ]
        )
    assert boards[0] == boards[1]

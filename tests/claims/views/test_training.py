"""What people corrected leaves as training data, in the form of the gold."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest

from claims import desk, views
from claims.extraction.training.records import read_offsets
from claims.model import Mode, Stance
from claims.status import Actor, Role
from claims.store import Store
from claims.store.facts import StanceRow, Withdrawal

ANA = Actor(name="Ana", role=Role.REVIEWER)


@pytest.fixture
def told(seed: Any) -> dict[str, int]:
    """Three documents with a position each, and a fourth position in the first of them."""
    with seed.together() as tx:
        grain = seed.claim("Northland ships grain through the strait.")
        first = seed.stance(grain, "Northland", Stance.ALLEGES, speaker="Ro Venn")
        row = tx.session.get(StanceRow, first)
        again = row.model_dump(exclude={"id", "seq"}) | {"value": Stance.DOUBTS, "end": row.end - 4}
        again["exact"] = row.exact[:-4]
        second = seed.add(StanceRow(**again))
        other = seed.stance(grain, "Southland", Stance.DENIES)
        hedged = seed.stance(grain, "Westland", Stance.ALLEGES, mode=Mode.HEDGED)
    return {"grain": grain, "first": first, "second": second, "other": other, "hedged": hedged}


def test_nothing_corrected_gives_no_line(told: dict[str, int], store: Store) -> None:
    assert list(views.corrected_documents(store)) == []


def test_a_corrected_document_gives_its_positions_as_they_count(
    told: dict[str, int], store: Store
) -> None:
    correction = desk.StanceCorrection(value=Stance.CONFIRMS, party="Eastland")
    desk.correct_stance(store, ANA, told["first"], correction, "it admits it")
    (line,) = views.corrected_documents(store)
    document = views.document(store, line["document_id"])
    assert line["claims"] == [
        {"id": f"c{told['grain']}", "text": "Northland ships grain through the strait."}
    ]
    by_value = {stance["stance"]: stance for stance in line["stances"]}
    assert set(by_value) == {"confirms", "doubts"}
    corrected, left = by_value["confirms"], by_value["doubts"]
    assert (corrected["corrected"], left["corrected"]) == (True, False)
    assert (corrected["party"], corrected["speaker"]) == ("Eastland", "Ro Venn")
    assert "Northland" in corrected["aliases"]
    assert document.text[left["start"] : left["end"]] == left["quote"]
    assert line["sha256"] == hashlib.sha256(document.text.encode()).hexdigest()
    assert line["withdrawn"] == []
    assert document.text not in json.dumps(line, ensure_ascii=False)


def test_what_was_withdrawn_is_told(told: dict[str, int], store: Store) -> None:
    desk.withdraw(store, ANA, "stance", told["other"], "Not a claim: a wish")
    (line,) = views.corrected_documents(store)
    assert line["stances"] == line["claims"] == []
    (gone,) = line["withdrawn"]
    assert (gone["party"], gone["stance"], gone["by"]) == ("Southland", "denies", "Ana")
    assert gone["reason"] == "Not a claim: a wish"
    assert gone["end"] > gone["start"]


def test_a_second_reading_is_no_correction(told: dict[str, int], seed: Any, store: Store) -> None:
    seed.add(
        Withdrawal(
            what="stance",
            row_id=told["other"],
            actor="machine:ingest",
            reason="Read again by rules/2, which finds no such position.",
            at=seed.clock.moment,
        )
    )
    assert list(views.corrected_documents(store)) == []
    document_id = next(row.document_id for row in views.documents(store).items if not row.stances)
    (off,) = views.taken_off(store, document_id)
    assert (off.by, off.by_person) == ("machine:ingest", False)


def test_the_trainer_reads_the_lines(told: dict[str, int], store: Store, tmp_path: Any) -> None:
    desk.correct_stance(
        store, ANA, told["hedged"], desk.StanceCorrection(value=Stance.DENIES), "it denies"
    )
    (line,) = views.corrected_documents(store)
    file = tmp_path / "corrections.jsonl"
    file.write_text(json.dumps(line) + "\n")
    text = views.document(store, line["document_id"]).text
    (record,) = read_offsets(file, {line["doc"]: text})
    (label,) = record.labels
    assert (label.stance, label.hedged) == ("denies", True)
    assert text[label.start : label.end] == "The words of the document."

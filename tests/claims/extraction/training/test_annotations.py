"""Annotations without text, and what is read out of them; sentences of our own."""

import json
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from claims.extraction.model.network.shape import VALUES
from claims.extraction.text.segment import segment
from claims.extraction.training.arrays import build_examples
from claims.extraction.training.material import split
from claims.extraction.training.records import (
    BadAnnotationError,
    Label,
    Record,
    read_gold,
    read_offsets,
    write_offsets,
)
from claims.extraction.training.supervise import supervise

TEXT = (
    "The harbour board denied on Monday that the ferry Alba had sunk.\n"
    "“She is moored in Leith,” Ada Brook, a spokeswoman, said. She added that all were safe.\n"
    "The captain is believed to have fled."
)
CLAIMS = [
    {"id": "c1", "text": "The ferry Alba sank."},
    {"id": "c2", "text": "The ferry Alba is moored in Leith."},
    {"id": "c3", "text": "Everybody aboard the ferry Alba is safe."},
    {"id": "c4", "text": "The captain of the ferry Alba fled."},
]


def stance(claim: str, party: str, value: str, quote: str, **more: object) -> dict[str, object]:
    return {
        "claim": claim, "party": party, "aliases": [], "speaker": None, "stance": value,
        "quote": quote, "mode": "indirect", "anonymous": False, "hedged": False, **more,
    }  # fmt: skip


ROW = {
    "doc": "ferry",
    "claims": CLAIMS,
    "stances": [
        stance("c1", "harbour board", "denies", TEXT.splitlines()[0]),
        stance(
            "c2", "harbour board", "alleges", TEXT.splitlines()[1].split(" She added")[0],
            speaker="Ada Brook",
        ),
        stance(
            "c3", "harbour board", "alleges", "She added that all were safe.", speaker="Ada Brook"
        ),
        stance("c4", "unattributed", "alleges", TEXT.splitlines()[2]),
    ],
}  # fmt: skip


@pytest.fixture
def record(tmp_path: Path) -> Record:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(ROW), "utf-8")
    return read_gold(path, {"ferry": TEXT})[0]


def test_offsets_hold_no_text_and_give_the_same_record(tmp_path: Path, record: Record) -> None:
    path = tmp_path / "offsets.jsonl"
    write_offsets([record], path)
    assert "quote" not in path.read_text("utf-8")
    assert "moored in Leith,”" not in path.read_text("utf-8")
    assert read_offsets(path, {"ferry": TEXT}) == [record]


def test_offsets_of_another_text_are_refused(tmp_path: Path, record: Record) -> None:
    path = tmp_path / "offsets.jsonl"
    write_offsets([record], path)
    with pytest.raises(BadAnnotationError, match="ferry: annotated on another text"):
        read_offsets(path, {"ferry": TEXT + " "})


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"quote": "The ferry rose."}, "ferry: quote not in the text"),
        ({"stance": "shrugs"}, "ferry: unknown stance value 'shrugs'"),
    ],
)
def test_bad_annotations_are_named(tmp_path: Path, change: dict[str, str], message: str) -> None:
    path = tmp_path / "gold.jsonl"
    row = {**ROW, "stances": [{**stance("c1", "board", "denies", TEXT[:20]), **change}]}
    path.write_text(json.dumps(row), "utf-8")
    with pytest.raises(BadAnnotationError, match=message):
        read_gold(path, {"ferry": TEXT})
    with pytest.raises(BadAnnotationError, match="no text for annotated document 'ferry'"):
        read_gold(path, {})


def test_each_label_hangs_on_its_source(record: Record) -> None:
    anchors = supervise(segment(record.text), record)
    mentions = [a.mention and record.text[slice(*a.mention)] for a in anchors]
    assert mentions == ["harbour board", "Ada Brook", "She", None]


def test_the_claims_words_are_its_content(record: Record) -> None:
    anchor = supervise(segment(record.text), record)[0]
    assert [record.text[slice(*span)] for span in anchor.content] == ["ferry", "Alba"]


def test_labels_land_on_sources_and_slots(record: Record, small_tokenizer: Tokenizer) -> None:
    (example,) = build_examples(record, small_tokenizer)
    window = example.window
    denied = np.flatnonzero(example.wanted[:, VALUES.index("denies")])
    start, end = int(window.starts[denied[0]]), int(window.ends[denied[-1]])
    assert record.text[start:end] == "harbour board"
    slots = np.flatnonzero(example.wanted[:, len(VALUES) + VALUES.index("alleges")])
    assert [int(window.sentence[at]) for at in slots] == [3]
    assert all(window.slot[at] for at in slots)


def test_split_is_fixed_and_whole() -> None:
    label = Label("c1", "board", (), None, "denies", 0, 1)
    records = [Record(f"d{n}", "x", {}, (label,)) for n in range(30)]
    learned, kept = split(records, 1)
    assert split(records[::-1], 1) == (learned, kept)
    assert sorted(r.doc for r in [*learned, *kept]) == sorted(r.doc for r in records)

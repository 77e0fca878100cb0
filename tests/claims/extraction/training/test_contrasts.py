"""Invented texts for training: labels that hold, and pairs that differ in their answer."""

import pytest

from claims.extraction.model.network.shape import VALUES
from claims.extraction.text.segment import segment
from claims.extraction.training.contrasts import ANSWERS, write_contrasts
from claims.extraction.training.records import Label, Record
from claims.extraction.training.supervise import supervise

RECORDS = write_contrasts(200, seed=5)


def saying(phrase: str) -> list[tuple[Record, list[Label]]]:
    """The records that hold ``phrase``, each with the labels whose quote holds it."""
    return [
        (
            record,
            [label for label in record.labels if phrase in record.text[label.start : label.end]],
        )
        for record in RECORDS
        if phrase in record.text
    ]


def test_the_same_seed_gives_the_same_texts() -> None:
    assert write_contrasts(3, seed=5) == RECORDS[: 3 * ANSWERS]
    assert write_contrasts(3, seed=6) != RECORDS[: 3 * ANSWERS]


def test_every_quote_is_a_clause_of_one_sentence() -> None:
    for record in RECORDS:
        page = segment(record.text)
        for label in record.labels:
            quote = record.text[label.start : label.end]
            assert quote == quote.strip(" .\n")
            touched = [s for s in page.sentences if s.start < label.end and label.start < s.end]
            assert len(touched) <= 2, quote
            assert label.claim in record.claims
            assert label.stance in VALUES


def test_no_slot_is_left_open() -> None:
    assert not [r.text for r in RECORDS if any(mark in r.text for mark in "{}<>")]


def test_a_set_tells_one_report_with_several_answers() -> None:
    for at in range(0, len(RECORDS), ANSWERS):
        records = RECORDS[at : at + ANSWERS]
        assert len({r.text.split(".")[0] for r in records}) == 1
        assert len({r.text for r in records}) > 1


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("neither confirmed nor denied", "neither_confirms_nor_denies"),
        ("has not denied nor confirmed", "neither_confirms_nor_denies"),
        ("did not deny", "neither_confirms_nor_denies"),
        ("refused to rule out", "neither_confirms_nor_denies"),
        ("declined to say whether", "neither_confirms_nor_denies"),
        ("was false", "denies"),
        ("denied that", "denies"),
        ("cast doubt on", "doubts"),
        ("admitted that", "confirms"),
        ("reportedly", "alleges"),
    ],
)
def test_cues_mean_what_the_guide_says(phrase: str, value: str) -> None:
    found = saying(phrase)
    assert found
    for record, labels in found:
        assert value in {label.stance for label in labels}, record.text


@pytest.mark.parametrize("phrase", ["could not be reached", "did not respond", "called for calm"])
def test_what_is_no_stance_has_no_label(phrase: str) -> None:
    found = saying(phrase)
    assert found
    assert [labels for _, labels in found if labels] == []


def test_denying_a_confirmation_is_on_another_claim() -> None:
    found = saying("had confirmed")
    assert found
    for record, labels in found:
        assert [record.claims[label.claim] for label in labels if label.stance == "denies"] != [
            record.claims["c1"]
        ]


def test_most_sources_are_found_in_their_sentence() -> None:
    anchors = [a for r in RECORDS for a in supervise(segment(r.text), r)]
    named = [a for a in anchors if a.label.party != "unattributed"]
    assert sum(a.mention is not None for a in named) >= 0.9 * len(named)

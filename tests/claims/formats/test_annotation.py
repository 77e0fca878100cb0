"""Web Annotation out: both selectors, and who said it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from claims.formats import Quote, write_annotation
from claims.model import Commitment, Mode, Span, Stance

TEXT = "Officials met. Southland denied the charge. Nothing else was said."


def quote(**changes: object) -> Quote:
    values: dict[str, object] = {
        "id": "https://record.example/api/v1/stances/5",
        "source": "https://paper.example/1",
        "claim_url": "https://record.example/claims/7",
        "claim": "Southland moved the border post.",
        "party": "Southland",
        "stance": Stance.DENIES,
        "mode": Mode.INDIRECT,
        "commitment": Commitment.CERTAIN,
        "span": Span.cut(TEXT, 15, 43),
        "recorded_at": datetime(2026, 11, 2, tzinfo=UTC),
        "recorded_by": "rules/1",
    }
    return Quote.model_validate(values | changes)


def test_quote_and_position_both_lead_back_to_the_text() -> None:
    target = write_annotation(quote())["target"]
    by_quote, by_position = target["selector"]
    assert target["source"] == "https://paper.example/1"
    assert by_quote["type"] == "TextQuoteSelector"
    assert by_position["type"] == "TextPositionSelector"
    assert TEXT[by_position["start"] : by_position["end"]] == by_quote["exact"]
    around = by_quote["prefix"] + by_quote["exact"] + by_quote["suffix"]
    assert around in TEXT


def test_annotation_has_what_the_model_requires() -> None:
    annotation = write_annotation(quote())
    assert annotation["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert annotation["type"] == "Annotation"
    assert annotation["created"] == "2026-11-02T00:00:00Z"
    assert {"id", "target", "body"} <= set(annotation)


def test_body_names_claim_value_and_reading() -> None:
    claim, value, line = write_annotation(quote())["body"]
    assert claim["source"] == "https://record.example/claims/7"
    assert value["value"] == "denies"
    assert line["value"] == (
        "Southland denies (indirect, certain): Southland moved the border post."
    )


@pytest.mark.parametrize(
    ("recorded_by", "creator"), [("rules/1", "Software"), ("Ana Lee", "Person")]
)
def test_machine_and_person_are_told_apart(recorded_by: str, creator: str) -> None:
    assert write_annotation(quote(recorded_by=recorded_by))["creator"]["type"] == creator


def test_speaker_stands_beside_the_party() -> None:
    line = write_annotation(quote(speaker="Ro Venn"))["body"][2]["value"]
    assert line.startswith("Southland (Ro Venn) denies")

"""Forms of English verbs from their base."""

import pytest

from claims.extraction.inflect import past_of, third_of


@pytest.mark.parametrize(
    ("verb", "past", "third"),
    [
        ("sink", "sank", "sinks"),
        ("make", "made", "makes"),
        ("deny", "denied", "denies"),
        ("play", "played", "plays"),
        ("stop", "stopped", "stops"),
        ("plan", "planned", "plans"),
        ("visit", "visited", "visits"),
        ("open", "opened", "opens"),
        ("use", "used", "uses"),
        ("attack", "attacked", "attacks"),
        ("reach", "reached", "reaches"),
        ("have", "had", "has"),
        ("go", "went", "goes"),
        ("admit", "admitted", "admits"),
    ],
)
def test_forms(verb: str, past: str, third: str) -> None:
    assert (past_of(verb), third_of(verb)) == (past, third)

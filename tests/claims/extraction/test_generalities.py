"""Who never speaks of such things, whatever was asked: a stance on what was told, and no claim."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import tell

TOLD = ("Prosecutors", "alleges", "Orr had taken the money.")


@pytest.mark.parametrize(
    "text",
    [
        "The agency does not comment on ongoing investigations, a spokesman for the ministry said.",
        "The bank does not comment on individual customers, a spokeswoman said.",
        "The department does not comment on personnel matters, a spokesman said.",
        "The harbour police could not comment on ongoing investigations.",
        "The navy said it does not discuss submarine operations.",
    ],
)
def test_nothing_is_told_by_itself(text: str) -> None:
    assert tell(text) == []


@pytest.mark.parametrize(
    ("answer", "party", "stance"),
    [
        ("The ministry could not comment on ongoing investigations.",
         "The ministry", "declines_to_comment"),
        ("The ministry would not comment on pending litigation.",
         "The ministry", "declines_to_comment"),
    ],
)  # fmt: skip
def test_it_is_on_what_was_told(answer: str, party: str, stance: str) -> None:
    told = tell(f"Prosecutors said Orr had taken the money. {answer}")
    assert told == [TOLD, (party, stance, TOLD[2])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mayor denied ongoing work at the plant.",
         [("The mayor", "denies", "There is ongoing work at the plant.")]),
        ("The firm denied using the mill for storing oil.",
         [("The firm", "denies", "The firm used the mill for storing oil.")]),
        ("The ministry confirmed an investigation into the mill.",
         [("The ministry", "confirms", "There is an investigation into the mill.")]),
    ],
)  # fmt: skip
def test_what_is_going_on_is_no_deed(text: str, found: list[tuple[str, str, str]]) -> None:
    assert tell(text) == found

"""What somebody owns up to by a noun, a noun a row."""

from __future__ import annotations

import pytest

from claims.extraction.wording.admitting import state_admitted


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("drink-driving", "Orr was guilty of drink-driving."),
        ("Two counts of theft.", "Orr was guilty of two counts of theft."),
        ("a lesser charge", "Orr was guilty of a lesser charge."),
        ("“mistakes”", "There were mistakes."),
        ("a meeting with the builder", "There was a meeting with the builder."),
        ("the charge", ""),
        ("his guilt", ""),
        ("it", ""),
        ("Lund’s claim", ""),
        ("a report of the sale", ""),
        ("stealing it", ""),
        ("errors that were made", ""),
    ],
)
def test_what_is_owned_up_to(words: str, told: str) -> None:
    assert state_admitted(words, "Orr") == told

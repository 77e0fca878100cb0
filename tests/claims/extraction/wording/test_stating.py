"""What somebody claims, told as a sentence about them."""

import pytest

from claims.extraction.wording.stating import state_responsible


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Responsibility in a video posted online.", "The Front was responsible."),
        ("responsibility", "The Front was responsible."),
        ("full responsibility on Monday", "The Front was responsible."),
        ("responsibility for the blast", ""),
        ("responsibility is hard to bear", ""),
        ("the blast in a video", ""),
    ],
)
def test_what_is_claimed_without_a_deed(words: str, told: str) -> None:
    assert state_responsible(words, "The Front") == told

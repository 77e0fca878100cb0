"""What somebody claims, told as a sentence about them."""

import pytest

from claims.extraction.wording.stating import state_responsible, state_shown


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


@pytest.mark.parametrize(
    ("words", "quote", "told"),
    [
        (
            "Was a sample of the data.",
            "A group posted what it said was a sample of the data",
            "The material that a group posted was a sample of the data.",
        ),
        (
            "are the remains of the drone",
            "A group showed reporters what it says are the remains of the drone",
            "The material that a group showed are the remains of the drone.",
        ),
        ("Was a sample of the data.", "A group said it was a sample of the data", ""),
        ("The bank was robbed.", "A group posted what it said was a sample of the data", ""),
    ],
)
def test_what_somebody_shows(words: str, quote: str, told: str) -> None:
    assert state_shown(words, quote, "A group") == told

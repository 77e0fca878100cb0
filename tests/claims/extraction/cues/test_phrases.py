"""Phrases of who is not taken in, or gives a report no time at all."""

import pytest

from tests.claims.extraction.told import read_told

SOLD = "Radio Nord reported that Kellmark had sold the mill. "


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("Ada Orr is not convinced.", "doubts"),
        ("Ada Orr was far from persuaded.", "doubts"),
        ("Ada Orr isn't buying it.", "doubts"),
        ("Ada Orr is not buying any of it.", "doubts"),
        ('Ada Orr said she had "serious doubts" about the report.', "doubts"),
        ("Ada Orr is not buying the mill.", ""),
        ("Ada Orr was convinced.", ""),
        ("Ada Orr gave that short shrift.", "denies"),
        ("Ada Orr is having none of it.", "denies"),
        ("Ada Orr is having none of the money.", ""),
        ('Ada Orr called the report "a fairy tale".', "denies"),
        ("Ada Orr described the messages as wicked lies.", "denies"),
        ("Ada Orr has never accepted that explanation.", "denies"),
    ],
)
def test_what_a_phrase_tells(words: str, stance: str) -> None:
    told = read_told(SOLD + words)
    assert [each[0] for each in told if "Orr" in each[1]] == ([stance] if stance else [])

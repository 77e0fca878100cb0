"""Who hears what is told is no source of it."""

import pytest

from claims.extraction.sources.nobody import is_hearer
from claims.extraction.text.segment import tokenize


@pytest.mark.parametrize(
    ("text", "last", "hears"),
    [
        ("A jury was told yesterday", 2, True),
        ("A jury was told yesterday", 3, True),
        ("The court heard that", 2, True),
        ("A jury told the judge", 2, False),
        ("A mayor was told yesterday", 2, False),
    ],
)
def test_who_hears_it(text: str, last: int, hears: bool) -> None:
    assert is_hearer(tokenize(text, 0, len(text)), last) is hears

"""A sentence's first word is a name where it is followed as one."""

import pytest

from claims.extraction.text.openings import looks_named
from claims.extraction.text.segment import tokenize


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Kellmark denied it", True),
        ("Kellmark, which owns the mill, is old", True),
        ("Kellmark, Orr and Bell left", True),
        ("Kellmark, the firm that owns the mill, denied it", True),
        ("Kellmark, citing its board, has left", True),
        ("Kellmark spokesman Orr left", True),
        ("Kellmark & Orr left", True),
        ("Kellmark & others left", False),
        ("Overall, the firm, a maker of boats, lost money", False),
        ("Elsewhere, the army, backed by boats, said so", False),
        ("Strangely, the firm, a maker of boats, said so", False),
        ("Boats of all sorts", False),
        ("Kellmark", False),
    ],
)
def test_how_a_name_goes_on(text: str, named: bool) -> None:
    assert looks_named(tuple(tokenize(text, 0, len(text))), 0) is named

"""Words that stand whole in a text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.text.whole_words import find_whole, stands_whole


@pytest.mark.parametrize(
    ("words", "text", "places"),
    [
        ("Orr", "Orr met Orr's wife.", [0, 8]),
        ("Orr", "Orrin met Norr.", []),
        ("last week", "in last week's storm, last weekend", [3]),
        ("a-b", "a-b-a-b", [0, 4]),
        ("", "anything", []),
    ],
)
def test_finds_words_and_no_parts_of_words(words: str, text: str, places: list[int]) -> None:
    assert list(find_whole(words, text)) == places
    assert stands_whole(words, text) is bool(places)


@given(st.text("aB_ -'é", min_size=1, max_size=4), st.text("aB_ -'é", max_size=40))
def test_agrees_with_a_pattern_of_the_words(words: str, text: str) -> None:
    before = r"(?<!\w)" if re.match(r"\w", words) else ""
    behind = r"(?!\w)" if re.search(r"\w$", words) else ""
    pattern = re.compile(rf"(?={before}{re.escape(words)}{behind})")
    wanted = [m.start() for m in pattern.finditer(text)]
    assert list(find_whole(words, text)) == wanted

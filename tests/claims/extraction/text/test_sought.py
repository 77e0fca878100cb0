"""Patterns whose matches hold certain letters are looked for only where these stand."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.text.sought import Sought, needed_letters
from claims.extraction.wording.rumours import hears_of_it


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("report", ("report",)),
        (r"\breports?\b", ("report",)),
        (r"\b(?:claims?|rumou?rs?) (?:that|of)\b", ("claim", "rumo")),
        (r"\w+ that (?=\w)", (" that ",)),
        (r"n['’]t\b", ("n't", "n’t")),
        (r"(?:is|are)(?: not)? (?P<what>true|false)", ("false", "true")),
        (r"(?:very )?(?:not )?\w+", ()),
        (r"(?:gone|\w+ly)", ("gone", "ly")),
        (r"(?:gone|\w+)", ()),
        (r"(?:told|foretold) (?:them )+", ("them ",)),
        (r"[a-z]{2,}(?:ed)?", ()),
        (r"a|b", ()),
        (r"(?<!no )evidence(?! that)", ("evidence",)),
    ],
)
def test_what_every_match_holds(pattern: str, letters: tuple[str, ...]) -> None:
    assert needed_letters(pattern) == letters


def test_case_is_ignored_where_the_pattern_ignores_it() -> None:
    assert needed_letters("Lima (?-i:Times)", re.I) == ("lima ",)
    assert Sought("lima", re.I).search("In LIMA") is not None
    assert Sought("lima").search("In LIMA") is None
    assert Sought("(?i:lima) fell").search("LIMA fell") is not None
    assert Sought("(?i)lima").search("LIMA") is not None


def test_it_is_looked_for_between_two_places_alone() -> None:
    rumour = Sought("rumou?r")
    found = rumour.search("a rumour, a rumor", 5)
    assert found is not None
    assert found.span() == (12, 17)
    assert rumour.search("a rumour, a rumor", 0, 6) is None
    assert rumour.sub("claim", "a rumour, a rumor") == "a claim, a claim"
    assert rumour.findall("a rumour, a rumor") == ["rumour", "rumor"]
    assert rumour.findall("a claim") == []


WORDS = st.sampled_from(
    ["reports", "Reports of", "a rumour", "that", "had been aware of", "n’t", "isn't", "Not", "no",
     "false", "claims", "told", "TOLD him", "said", "an evident", "evidence", ",", "“",
     "ed", "Lima"]
)  # fmt: skip
PATTERNS = st.sampled_from(
    [
        (r"\b(?:aware of|heard) (?:reports?|claims?|rumou?rs?)\b", re.I),
        (r"n['’]t\b|\b(?:no|not|never)\b", re.I),
        (r"(?:^|[“\"])(?:told|said)(?: \w+)?", 0),
        (r"(?P<who>\w+) (?:told|said)(?P<whom> him)?", re.I),
        (r"\b(?!no )\w+ (?:evidence|claims)\b(?! of)", 0),
        (r"(?:is|was)(?:n['’]t| not)? (?:\w+ ){0,2}false", re.I),
    ]
)


@given(st.lists(WORDS, max_size=12), PATTERNS, st.integers(0, 20), st.integers(0, 60))
def test_nothing_is_missed(
    words: list[str], pattern: tuple[str, int], start: int, end: int
) -> None:
    text = " ".join(words)
    sought, plain = Sought(*pattern), re.compile(*pattern)
    for where in ((), (start,), (start, end)):
        found, wanted = sought.search(text, *where), plain.search(text, *where)
        assert (found and found.span()) == (wanted and wanted.span())
    assert sought.sub("<>", text) == plain.sub("<>", text)
    assert sought.findall(text) == plain.findall(text)


def test_the_packages_patterns_find_what_they_did() -> None:
    assert hears_of_it("was AWARE of online reports that Orr fled")
    assert not hears_of_it("reports that Orr fled")

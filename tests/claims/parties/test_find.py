"""Rules for finding mentions: the longest name at each place, and no guesses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.parties import load_catalogue
from tests.growth import grows_in_line


@pytest.mark.parametrize(
    ("sentence", "mentions"),
    [
        ("Moscow denied it.", [("Moscow", "russia")]),
        ("North Korea armed Russia.", [("North Korea", "north-korea"), ("Russia", "russia")]),
        ("The U.S. State Department knew.", [("U.S. State Department", "us-state-department")]),
        (
            "South Korea’s foreign ministry",
            [("South Korea’s foreign ministry", "south-korea-foreign-ministry")],
        ),
        ("The government of Peru fell.", [("government of Peru", "peru-government")]),
        ("Officials in Pyongyang wept.", [("Officials in Pyongyang", "north-korea-government")]),
        (
            "The ministry of defence of Chile",
            [("ministry of defence of Chile", "chile-defence-ministry")],
        ),
        (
            "The Washington Post asked Apple.",
            [("Washington Post", "washington-post"), ("Apple", "apple")],
        ),
        (
            "Guinea and Papua New Guinea",
            [("Guinea", "guinea"), ("Papua New Guinea", "papua-new-guinea")],
        ),
        ("NORTH KOREA FIRES MISSILE", [("NORTH KOREA", "north-korea")]),
        (
            "Kim Jong-un met Mr. Putin.",
            [("Kim Jong-un", "kim-jong-un"), ("Putin", "vladimir-putin")],
        ),
        ("Côte d'Ivoire won.", [("Côte d'Ivoire", "ivory-coast")]),
        (
            "In Chad, Turkey and Jordan",
            [("Chad", "chad"), ("Turkey", "turkey"), ("Jordan", "jordan")],
        ),
    ],
)
def test_finds(catalogue, sentence, mentions):
    found = catalogue.find_mentions(sentence)
    assert [(m.exact, m.candidates) for m in found] == [(e, (i,)) for e, i in mentions]


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("Chad Brewer and Michael Jordan ate.", "first names and surnames are no states"),
        ("Melania Trump and Hunter Biden left.", "a surname belongs to the first name before it"),
        ("Kim Kardashian posed.", "a surname put first belongs to the name behind it"),
        ("We roasted a turkey and an apple.", "names are capitalised"),
        ("Who told us it is true?", "small words are no acronyms"),
        ("Paris police closed London Bridge.", "a city's police and bridge are not the state's"),
        ("May and Brown are words.", "a word with other readings needs its full name beside it"),
        ("Iranic and Omanite", "names end where words end"),
        ("Sri. Lanka", "a full stop parts names"),
    ],
)
def test_finds_nothing(catalogue, sentence, why):
    assert catalogue.find_mentions(sentence) == [], why


def test_ambiguous_mentions_keep_every_candidate(catalogue):
    (found,) = catalogue.find_mentions("A storm hit Georgia.")
    assert found.candidates == ("georgia", "georgia-us")
    (found,) = catalogue.find_mentions("The Korean government met.")
    assert found.candidates == ("north-korea-government", "south-korea-government")


def test_a_doubtful_surname_counts_where_the_text_has_the_full_name(catalogue):
    found = catalogue.find_mentions("Theresa May spoke. May left.")
    assert [m.candidates for m in found] == [("theresa-may",), ("theresa-may",)]


PIECES = [
    "Russia", "Russian", "’s", "'s", " ", "\n", ". ", "U.S.", "foreign ministry", "of", "in", "the",
    "Kim", "Jong", "Un", "Georgia", "Moscow", "police", "government", "Élysée", "IS", "MAY", "May",
    "Chad", "-", "New York", "Times", "\u00a0", "é", "Officials",
]  # fmt: skip


@given(
    st.text(max_size=300)
    | st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)
    | st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
)
def test_mentions_quote_the_text_in_order_without_overlaps(text):
    end = 0
    for mention in load_catalogue().find_mentions(text):
        assert mention.start >= end
        assert mention.exact == text[mention.start : mention.end]
        assert mention.candidates
        end = mention.end


def test_finding_grows_in_line(catalogue):
    line = "The Russian foreign ministry told Kim Jong Un of Georgia and the U.S. that Mr. X fell. "

    def find(copies):
        assert len(catalogue.find_mentions(line * copies)) > 3 * copies

    assert grows_in_line(find, 50, 200)

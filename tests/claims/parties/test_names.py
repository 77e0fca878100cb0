"""Rules for spelling and comparing names."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.parties import normalise, slug
from claims.parties.names import clean
from claims.parties.party import PARTY_ID


@pytest.mark.parametrize(
    ("written", "same_as", "why"),
    [
        ("the Kremlin", "Kremlin", "an article is no part of a name"),
        ("Russia's", "Russia", "a possessive is no part of a name"),
        ("Russia’s", "Russia", "a curly apostrophe is an apostrophe"),
        ("the Philippines'", "Philippines", "a possessive may be the apostrophe alone"),
        ("U.S.", "US", "dots of an acronym do not count"),
        ("U.S. Treasury", "US Treasury", "nor before another word"),
        ("Élysée", "Elysee", "accents do not count"),
        ("Kim Jong-un", "Kim Jong Un", "hyphens and case do not count"),
        ("  “Islamic\u00a0State”, ", "Islamic State", "quotes, commas and spaces do not count"),
        ("al-Qaeda", "Al Qaeda", "case of a particle does not count"),
    ],
)
def test_spellings_of_one_name_have_one_key_and_one_slug(written, same_as, why):
    assert normalise(written) == normalise(same_as), why
    assert slug(written) == slug(same_as), why


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("North Korea", "South Korea"),
        ("Iraq", "Iran"),
        ("박철수", "김철수"),
        ("Анна", "Инна"),
        ("Mr X", "Mr Y"),
    ],
)
def test_different_names_stay_different(one, other):
    assert normalise(one) != normalise(other)
    assert slug(one) != slug(other)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("South Korea", "south-korea"),
        ("the Harbour Workers' Union", "harbour-workers-union"),
        ("Côte d'Ivoire", "cote-divoire"),
        ("9to5Mac", "9to5mac"),
    ],
)
def test_slug_reads_like_the_name(name, expected):
    assert slug(name) == expected


def test_clean_keeps_case():
    assert clean(" ‘Pyongyang’, ") == "Pyongyang"


@given(st.text())
def test_slug_is_always_a_party_id_and_repeats(name):
    made = slug(name)
    assert re.fullmatch(PARTY_ID, made)
    assert slug(name) == made


@given(st.text())
def test_normalising_twice_changes_nothing_for_plain_letters(name):
    letters = "".join(c for c in name if c.isalpha() and c.isascii())
    assert normalise(normalise(letters)) == normalise(letters)

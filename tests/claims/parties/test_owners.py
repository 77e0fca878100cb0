"""Whose word counts as whose, on which day."""

from __future__ import annotations

from datetime import date

import pytest

from claims.parties import CatalogueError


@pytest.mark.parametrize(
    ("party", "on", "owners"),
    [
        ("russia", None, ("russia",)),
        ("kremlin", None, ("kremlin", "russia")),
        ("dmitry-peskov", date(2024, 2, 20), ("dmitry-peskov", "kremlin", "russia")),
        ("kcna", None, ("kcna", "north-korea")),
        ("tasnim", None, ("tasnim", "irgc", "iran")),
        ("john-kirby", date(2014, 6, 1), ("john-kirby", "pentagon", "united-states")),
        ("john-kirby", date(2016, 6, 1), ("john-kirby", "us-state-department", "united-states")),
        ("john-kirby", date(2019, 6, 1), ("john-kirby",)),
        ("barack-obama", date(2020, 1, 1), ("barack-obama",)),
        ("south-korea-foreign-ministry", None, ("south-korea-foreign-ministry", "south-korea")),
        ("north-korea-state-media", None, ("north-korea-state-media", "north-korea")),
        ("reuters", None, ("reuters",)),
        ("a-name-nobody-listed", None, ("a-name-nobody-listed",)),
    ],
)
def test_owners(catalogue, party, on, owners):
    assert catalogue.owners(party, on) == owners


def test_with_no_day_known_every_role_counts(catalogue):
    assert {"pentagon", "us-state-department", "white-house"} <= set(catalogue.owners("john-kirby"))


@pytest.mark.parametrize(
    ("a", "b", "on", "same"),
    [
        ("kcna", "north-korea", None, True),
        ("kremlin", "russia-defence-ministry", None, True),
        ("vladimir-putin", "dmitry-peskov", date(2024, 2, 20), True),
        ("kcna", "tass", None, False),
        ("south-korea", "north-korea", None, False),
        ("donald-trump", "white-house", date(2022, 1, 1), False),
        ("donald-trump", "white-house", date(2018, 1, 1), True),
        ("unlisted-one", "unlisted-one", None, True),
    ],
)
def test_same_side(catalogue, a, b, on, same):
    assert catalogue.same_side(a, b, on) is same
    assert catalogue.same_side(b, a, on) is same


def test_derived_parties_can_be_looked_up(catalogue):
    party = catalogue.get("south-korea-foreign-ministry")
    assert party is not None
    assert (party.name, party.part_of) == ("South Korean Foreign Ministry", "south-korea")
    assert catalogue.get("united-states-foreign-ministry") == catalogue.get("us-state-department")
    assert catalogue.get("atlantis-foreign-ministry") is None
    assert catalogue.get("kremlin-police") is None


def test_merges_answer_with_the_party_that_stands_for_the_other(catalogue):
    merged = catalogue.with_merges({"kremlin": "russia", "john-doe": "dmitry-peskov"})
    assert merged.resolve("the Kremlin").party_id == "russia"
    assert merged.find_mentions("the Kremlin")[0].candidates == ("russia",)
    assert merged.owners("dmitry-peskov", date(2024, 1, 1)) == ("dmitry-peskov", "russia")
    assert merged.owners("john-doe", date(2024, 1, 1)) == ("dmitry-peskov", "russia")
    assert merged.implicated("The Kremlin lied.") == {"russia"}
    assert merged.get("kremlin") == catalogue.get("russia")
    assert catalogue.resolve("the Kremlin").party_id == "kremlin", "the original is unchanged"


def test_merges_chain_and_are_undone_by_leaving_them_out(catalogue):
    merged = catalogue.with_merges({"kremlin": "moscow-desk", "moscow-desk": "russia"})
    assert merged.resolve("the Kremlin").party_id == "russia"
    assert merged.with_merges({}).resolve("the Kremlin").party_id == "kremlin"


def test_merging_may_settle_an_ambiguity(catalogue):
    merged = catalogue.with_merges({"georgia-us": "georgia"})
    assert merged.find_mentions("A storm hit Georgia.")[0].candidates == ("georgia",)
    assert merged.resolve("Georgia").party_id == "georgia"


@pytest.mark.parametrize(
    "merges",
    [{"kremlin": "kremlin"}, {"a": "b", "b": "a"}, {"a": "b", "b": "c", "c": "b"}],
)
def test_merges_in_a_circle_are_refused_by_name(catalogue, merges):
    with pytest.raises(CatalogueError, match=r"circle: .*->"):
        catalogue.with_merges(merges)

"""One party's page, the list of parties, and how a party is found."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from claims import views
from claims.model import PartyKind, Stance, Status
from claims.store import Store
from claims.views import BoardFilters, NotOnRecord

DAY = date(2026, 3, 1)


@pytest.fixture
def grain(seed: Any) -> int:
    """Two claims on which Southland speaks; on the first it turns."""
    with seed.together():
        grain: int = seed.claim("Northland ships grain through the strait.")
        border = seed.claim("Southland moved the border post.")
        seed.party("Southland", PartyKind.STATE, "the South", "Sûdland")
        seed.stance(grain, "Southland", Stance.DENIES, DAY, speaker="Ro Venn")
        seed.stance(grain, "Southland", Stance.CONFIRMS, DAY + timedelta(days=1), speaker="Ro Venn")
        seed.stance(grain, "Northland", Stance.DENIES, DAY)
        seed.stance(grain, "Westland", Stance.ALLEGES, DAY)
        seed.stance(border, "Southland", Stance.DENIES, DAY)
        seed.stance(border, "Northland", Stance.ALLEGES, DAY)
        seed.assess(grain, Status.CONTESTED)
    return grain


@pytest.mark.parametrize("as_of", [None, DAY])
def test_page_tells_positions_turns_speakers_and_opponents(
    grain: int, store: Store, as_of: date | None
) -> None:
    page = views.party(store, "southland", as_of)
    assert page.party.name == "Southland"
    assert page.kind is PartyKind.STATE
    assert page.names == ("Sûdland", "the South")
    assert [position.value for position in page.positions] == [Stance.CONFIRMS, Stance.DENIES]
    assert page.claims == 2
    (turned,) = page.changes_of_mind
    assert (turned.claim_id, turned.path) == (grain, (Stance.DENIES, Stance.CONFIRMS))
    assert turned.status is Status.CONTESTED
    (spoke,) = page.speakers
    assert (spoke.speaker.name, spoke.stances) == ("Ro Venn", 2)
    assert (spoke.first_day, spoke.last_day) == (DAY, DAY + timedelta(days=1))
    (other,) = page.contradicted_by
    assert (other.party.name, other.claims) == ("Northland", 2)


@pytest.mark.parametrize(
    "asked", ["southland", "Southland", "SOUTHLAND", "the south", "Sûdland", "sudland", "SÚDLAND"]
)
def test_party_is_found(grain: int, store: Store, asked: str) -> None:
    assert views.party(store, asked).party.key == "southland"


def test_accents_do_not_tell_names_apart_unless_two_are_on_record(seed: Any, store: Store) -> None:
    claim = seed.claim("Northland ships grain through the strait.")
    seed.stance(claim, "Peña", Stance.DENIES, outlet="El País")
    for asked in ("pena", "PEÑA", "Pen\u0303a"):
        assert views.party(store, asked).party.name == "Peña", asked
        assert [ref.name for ref in views.search(store, asked).parties] == ["Peña"], asked
        assert views.board(store, BoardFilters(party=asked)).items, asked
        assert views.board(store, BoardFilters(party=asked), as_of=DAY).items, asked
    assert views.board(store, BoardFilters(outlet="el pais")).items
    seed.stance(claim, "Pena", Stance.ALLEGES)
    for asked in ("pena", "Peña", "PENA", "peña"):
        assert views.party(store, asked).party.name.casefold() == asked.casefold()
    with pytest.raises(NotOnRecord, match="several parties bear that name"):
        views.party(store, "Péna")
    with pytest.raises(NotOnRecord, match="near it: Pe"):
        views.party(store, "penna")


def test_party_is_found_by_a_name_that_only_the_catalogue_knows(seed: Any, store: Store) -> None:
    seed.party("Russia")
    assert views.party(store, "Russian Federation").party.key == "russia"


def test_name_that_several_parties_bear_finds_none_of_them(seed: Any, store: Store) -> None:
    seed.party("Northland", PartyKind.STATE, "the ministry")
    seed.party("Southland", PartyKind.STATE, "the ministry")
    for find in (views.party, views.party_id):
        with pytest.raises(NotOnRecord, match="several parties bear that name") as refusal:
            find(store, "the ministry")
        assert set(refusal.value.near) == {"Northland", "Southland"}


def test_a_partys_own_name_goes_before_what_others_were_called(seed: Any, store: Store) -> None:
    seed.party("Northland's ministry", PartyKind.INSTITUTION, "Northland")
    seed.party("Northland")
    assert views.party(store, "northland").party.name == "Northland"


def test_unknown_party_is_named_with_names_near_it(grain: int, store: Store) -> None:
    with pytest.raises(NotOnRecord) as refusal:
        views.party(store, "Sotuhland")
    assert refusal.value.near[0] == "Southland"
    with pytest.raises(NotOnRecord, match=r"no party 'xyz' is on record$"):
        views.party(store, "xyz")


def test_merged_party_answers_as_the_one_it_counts_as(
    grain: int, seed: Any, clock: Any, store: Store
) -> None:
    clock.go_to(DAY + timedelta(days=5))
    seed.merge_parties("Westland", "Northland")
    page = views.party(store, "Westland")
    assert page.party.name == "Northland"
    assert [party.name for party in page.merged] == ["Westland"]
    before = views.party(store, "Westland", DAY)
    assert before.party.name == "Westland"
    assert before.claims == 1
    assert views.party_id(store, "Westland") == before.party.id


def test_limit_cuts_positions_and_says_how_many_there_are(grain: int, store: Store) -> None:
    page = views.party(store, "southland", limit=1)
    assert (len(page.positions), page.claims) == (1, 2)


def test_parties_come_in_pages_by_claims(grain: int, store: Store) -> None:
    first = views.parties(store, limit=2)
    assert [(row.party.name, row.claims, row.stances) for row in first.items] == [
        ("Southland", 2, 3),
        ("Northland", 2, 2),
    ]
    rest = views.parties(store, first.next, limit=2)
    assert [row.party.name for row in rest.items] == ["Westland"]
    assert rest.next is None

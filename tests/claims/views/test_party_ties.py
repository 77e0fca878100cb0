"""Who speaks for a party, its parts and organs; its positions in pages."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from claims import views
from claims.model import PartyKind, Stance
from claims.store import Store
from claims.store.facts import Party
from claims.views import CursorError, NotOnRecord

DAY = date(2026, 3, 1)


def test_ties_come_from_the_catalogue_and_the_record(seed: Any, store: Store) -> None:
    with seed.together():
        seed.party("Russia")
        seed.add(Party(key="kremlin", name="The Kremlin", kind=PartyKind.INSTITUTION))
        seed.add(Party(key="a-paper", name="A Paper", kind=PartyKind.OUTLET, organ_of="russia"))
        seed.add(
            Party(key="a-bureau", name="A Bureau", kind=PartyKind.INSTITUTION, part_of="russia")
        )
    ties = views.party_ties(store, "russia")
    assert ties.part_of is None
    parts = {tie.key: tie for tie in ties.parts}
    assert (parts["kremlin"].name, parts["kremlin"].on_record) == ("The Kremlin", True)
    assert parts["a-bureau"].name == "A Bureau"
    assert ("a-paper", True) in {(tie.key, tie.on_record) for tie in ties.organs}
    assert ("tass", False) in {(tie.key, tie.on_record) for tie in ties.organs}
    ministry = views.party_ties(store, "russia-foreign-ministry")
    assert ministry.part_of is not None
    assert (ministry.part_of.key, ministry.part_of.on_record) == ("russia", True)
    lavrov = next(tie for tie in ministry.spoken_for_by if tie.key == "sergei-lavrov")
    assert (lavrov.role, lavrov.until, lavrov.on_record) == ("foreign minister", None, False)


def test_a_spokesperson_names_whom_they_speak_for(seed: Any, store: Store) -> None:
    seed.add(Party(key="john-kirby", name="John Kirby", kind=PartyKind.PERSON, catalogued=True))
    ties = views.party_ties(store, "john-kirby")
    assert [tie.key for tie in ties.speaks_for][:1] == ["pentagon"]
    assert all(tie.role and tie.since for tie in ties.speaks_for)
    assert ties.spoken_for_by == ()


def test_party_that_nobody_listed_has_no_ties(seed: Any, store: Store) -> None:
    seed.party("Northland")
    ties = views.party_ties(store, "northland")
    assert ties == views.PartyTies(
        part_of=None, organ_of=None, speaks_for=(), spoken_for_by=(), parts=(), organs=()
    )


@pytest.fixture
def claims(seed: Any) -> list[int]:
    made = []
    with seed.together():
        for number in range(5):
            claim = seed.claim(f"Northland built tower {number}.")
            seed.stance(claim, "Northland", Stance.DENIES, DAY)
            made.append(claim)
        seed.stance(made[2], "Northland", Stance.CONFIRMS, DAY + timedelta(days=1))
        seed.stance(made[0], "Southland", Stance.ALLEGES, DAY)
    return made


def test_positions_come_in_pages_one_a_claim(claims: list[int], store: Store) -> None:
    seen: list[Any] = []
    cursor = None
    while True:
        page = views.party_positions(store, "Northland", cursor, limit=2)
        seen += page.items
        cursor = page.next
        if cursor is None:
            break
    assert [position.claim_id for position in seen] == claims[::-1]
    turned = next(position for position in seen if position.claim_id == claims[2])
    assert (turned.value, turned.stances) == (Stance.CONFIRMS, 2)
    assert turned.path == (Stance.DENIES, Stance.CONFIRMS)


def test_a_cursor_of_another_party_is_refused(claims: list[int], store: Store) -> None:
    cursor = views.party_positions(store, "Northland", limit=2).next
    with pytest.raises(CursorError):
        views.party_positions(store, "Southland", cursor)
    with pytest.raises(NotOnRecord):
        views.party_positions(store, "Atlantis")


def test_a_partys_page_looks_at_its_latest_claims(
    claims: list[int], store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(views.party.__globals__, "LOOKED_AT", 2)
    page = views.party(store, "Northland")
    assert (page.claims, page.looked_at) == (5, 2)
    assert {position.claim_id for position in page.positions} == set(claims[-2:])

"""Claims that count under another one: the stage ``merged`` of the board lists them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from claims import views
from claims.model import Stage, Stance, Status
from claims.store import Store
from claims.views import BoardFilters, Order

DAY = date(2026, 3, 1)
NEXT = DAY + timedelta(days=1)


@pytest.fixture
def four(seed: Any) -> dict[str, int]:
    """Of four claims one is told alike, one contrarily, and one stood alone again."""
    grain = seed.claim("Northland ships grain through the strait.")
    cargo = seed.claim("Northland sends cargo through the strait.")
    none = seed.claim("No grain passes the strait.")
    fleet = seed.claim("The fleet left the harbour.")
    seed.stance(grain, "Northland", Stance.ALLEGES, outlet="paper")
    seed.assess(grain, Status.CONTESTED, "denied")
    seed.move(grain, Stage.NEW, Stage.TRIAGED)
    seed.merge(cargo, grain)
    seed.merge(none, cargo, opposite=True)
    seed.merge(fleet, grain)
    seed.merge(fleet, grain, undo=True)
    return {"grain": grain, "cargo": cargo, "none": none, "fleet": fleet}


FILTERS: list[tuple[dict[str, Any], list[str], str]] = [
    ({"stage": ("merged",)}, ["none", "cargo"], "those whose merge holds, the latest first"),
    ({"stage": ("merged", "triaged")}, ["none", "cargo", "grain"], "among other stages"),
    ({"stage": ("merged",), "words": "cargo"}, ["cargo"], "by its own words"),
    ({"stage": ("merged",), "status": ("contested",)}, ["none", "cargo"], "as it counts"),
    ({"stage": ("merged",), "status": ("refuted",)}, [], "as it counts"),
    ({"stage": ("merged",), "party": "Northland"}, ["none", "cargo"], "where it counts"),
    ({"stage": ("merged",), "since": NEXT}, [], "by the moment of the merge"),
    ({}, ["fleet", "grain"], "nobody else is shown them"),
]


@pytest.mark.parametrize("as_of", [None, DAY])
def test_filter(four: dict[str, int], store: Store, as_of: date | None) -> None:
    for filters, found, why in FILTERS:
        page = views.board(store, BoardFilters.model_validate(filters), as_of=as_of)
        shown = [row.claim_id for row in page.items]
        assert sorted(shown) == sorted(four[name] for name in found), f"{filters}: {why}"
        assert shown == [row.claim_id for row in sorted(page.items, key=_key, reverse=True)], why


def _key(row: views.BoardRow) -> Any:
    return row.last_change, row.claim_id


def test_it_leads_to_the_claim_that_it_counts_under(four: dict[str, int], store: Store) -> None:
    """The last of a chain; two contrary ones would cancel out."""
    none, cargo = views.board(store, BoardFilters(stage=(Stage.MERGED,))).items
    assert (cargo.text, cargo.stage) == ("Northland sends cargo through the strait.", Stage.MERGED)
    for row, opposite in ((none, True), (cargo, False)):
        assert row.merged_into is not None
        assert row.merged_into.claim_id == four["grain"]
        assert row.merged_into.text == "Northland ships grain through the strait."
        assert row.merged_into.opposite is opposite
        assert row.merged_into.reason == "the same thing said twice"
        assert row.status is Status.CONTESTED, "as the claim stands that it counts under"


def test_pages_follow_one_another(four: dict[str, int], store: Store) -> None:
    filters = BoardFilters(stage=(Stage.MERGED, Stage.TRIAGED))
    for order, last in ((Order.NEWEST, "cargo"), (Order.OLDEST, "grain")):
        first = views.board(store, filters, limit=2, order=order)
        rest = views.board(store, filters, first.next, limit=2, order=order)
        assert [row.claim_id for row in rest.items] == [four[last]]
        assert rest.next is None


def test_a_past_day_holds_the_merges_of_that_day(
    four: dict[str, int], seed: Any, clock: Any, store: Store
) -> None:
    clock.go_to(NEXT)
    seed.merge(four["none"], four["cargo"], undo=True)
    filters = BoardFilters(stage=(Stage.MERGED,))
    assert [row.claim_id for row in views.board(store, filters).items] == [four["cargo"]]
    then = views.board(store, filters, as_of=DAY).items
    assert [row.claim_id for row in then] == [four["none"], four["cargo"]]

"""Counters: what is added up as facts come is what they add up to."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import select

from claims.model import Status
from claims.store import Store
from claims.store.counters import NO_OUTLET, OUTLET_COUNT, PARTY_COUNT, STATUS_DAY, add_up


def read(store: Store, table: Any) -> list[tuple[Any, ...]]:
    with store.read() as session:
        return [tuple(row) for row in session.execute(select(table).order_by(*table.c))]


def test_a_party_is_counted_by_claims_and_stances_that_count(store: Store, scribe: Any) -> None:
    document, north, south = scribe.document(), scribe.party(), scribe.party()
    one, two = scribe.claim(), scribe.claim()
    scribe.stance(one, north, document)
    scribe.stance(one, north, document, day=2)
    scribe.stance(two, north, document)
    lone = scribe.stance(two, south, document)
    assert read(store, PARTY_COUNT) == [(north, 2, 3), (south, 1, 1)]
    scribe.merge(two, one)
    assert read(store, PARTY_COUNT) == [(north, 1, 3), (south, 1, 1)]
    scribe.merge_parties(south, north)
    assert read(store, PARTY_COUNT) == [(north, 1, 4)]
    scribe.withdraw("stance", lone)
    assert read(store, PARTY_COUNT) == [(north, 1, 3)]


def test_a_party_that_says_nothing_any_more_has_no_line(store: Store, scribe: Any) -> None:
    stance = scribe.stance(scribe.claim(), scribe.party(), scribe.document())
    scribe.withdraw("stance", stance)
    assert read(store, PARTY_COUNT) == []


def test_outlets_are_counted_with_their_last_document(store: Store, scribe: Any) -> None:
    scribe.document("paper")
    stray, last = scribe.document(None), scribe.document("paper")
    assert read(store, OUTLET_COUNT) == [(NO_OUTLET, 1, stray), ("paper", 2, last)]


def test_what_comes_to_nothing_leaves_no_line(store: Store) -> None:
    day = date(2026, 3, 1)
    line = {"day": day, "status": Status.CONTESTED}
    other = {"day": day, "status": Status.REFUTED, "change": -2}
    with store.begin() as session:
        add_up(session, STATUS_DAY, [{**line, "change": -1}, other])
        add_up(session, STATUS_DAY, [{**line, "change": 1}])
        add_up(session, STATUS_DAY, [])
    assert read(store, STATUS_DAY) == [(day, Status.REFUTED, -2)]

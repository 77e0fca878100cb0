"""News since a cursor: every event once, every rewritten line, on both databases."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from claims import views
from claims.model import Stance, Status
from claims.store import Store

DAY = date(2026, 3, 1)


def test_who_starts_to_listen_hears_nothing_old(store: Store, seed: Any) -> None:
    seed.claim("Northland ships grain through the strait.")

    found = views.changes(store, views.here(store))

    assert (found.events, found.lines, found.more) == ((), (), False)


def test_an_empty_record_has_a_cursor_too(store: Store) -> None:
    assert str(views.here(store)) == "0.0.0"


def test_a_change_is_told_once(store: Store, seed: Any) -> None:
    since = views.here(store)
    grain = seed.claim("Northland ships grain through the strait.")
    seed.stance(grain, "Southland", Stance.DENIES, DAY)

    first = views.changes(store, since)
    then = views.changes(store, first.since)

    assert [(line.claim, line.status) for line in first.lines] == [(grain, Status.UNVERIFIED)]
    assert then.lines == ()
    assert then.since == first.since


def test_only_what_changed_again_is_told_again(store: Store, seed: Any) -> None:
    grain = seed.claim("Northland ships grain through the strait.")
    border = seed.claim("Southland moved the border post.")
    since = views.here(store)

    seed.stance(grain, "Southland", Stance.DENIES, DAY)

    assert [line.claim for line in views.changes(store, since).lines] == [grain]
    assert border != grain


def test_a_line_whose_party_is_another_one_now_is_told(store: Store, seed: Any) -> None:
    grain = seed.claim("Northland ships grain through the strait.")
    border = seed.claim("Southland moved the border post.")
    seed.stance(grain, "Eastland", Stance.DENIES, DAY)
    seed.stance(border, "Eastland Republic", Stance.DENIES, DAY)
    since = views.here(store)

    with seed.together():
        seed.merge_parties("Eastland", "Eastland Republic")
    told = views.changes(store, since)
    with seed.together():
        seed.merge_parties("Eastland Republic", "Eastern Union")
    then = views.changes(store, told.since)

    assert [line.claim for line in told.lines] == [grain]
    assert sorted(line.claim for line in then.lines) == [grain, border], "through both merges"


def test_claims_of_one_moment_are_all_told(store: Store, seed: Any) -> None:
    since = views.here(store)
    with seed.together():
        claims = [seed.claim(f"Northland opened bridge number {n}.") for n in range(5)]

    told = views.changes(store, since).lines

    assert sorted(line.claim for line in told) == claims
    halfway = since.model_copy(update={"micros": told[1].micros, "claim": told[1].claim})
    assert views.changes(store, halfway).lines == told[2:]


def test_events_of_the_outbox_are_told_in_their_order(store: Store) -> None:
    since = views.here(store)
    for number in (1, 2):
        with store.write(actor="Ana", action="test") as tx:
            tx.emit("claim.status_changed", f"claim:{number}", {"claim_id": number})

    told = views.changes(store, since).events

    assert [(event.topic, event.claim) for event in told] == [
        ("claim.status_changed", 1),
        ("claim.status_changed", 2),
    ]


def test_more_than_one_look_takes_is_said(store: Store) -> None:
    since = views.here(store)
    with store.write(actor="Ana", action="test") as tx:
        for number in range(201):
            tx.emit("stance.recorded", f"claim:{number}", {"claim_id": number})

    first = views.changes(store, since)
    rest = views.changes(store, first.since)

    assert (len(first.events), first.more) == (200, True)
    assert ([event.claim for event in rest.events], rest.more) == ([200], False)


@pytest.mark.parametrize(
    "text", ["", "1.2", "1.2.3.4", "a.b.c", "-1.2.3", "1.2.3\n", "9" * 30, f"1.{10**18 - 1}.3"]
)
def test_a_cursor_of_somebody_else_is_refused(text: str) -> None:
    with pytest.raises(views.CursorError, match="not one of ours"):
        views.read_since(text)


def test_a_cursor_comes_back_as_it_was_written() -> None:
    since = views.Since(event=7, micros=1_700_000_000_000_000, claim=3)

    assert views.read_since(str(since)) == since

"""Documents, failures, the queue, counts, the trend, search, selection, health."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from typing import Any

import pytest

from claims import views
from claims.model import Stage, Stance, Status, utcnow
from claims.store import Store
from claims.store.facts import FailureAnswer
from claims.views import CursorError, NotOnRecord, QueueItem, RangeError
from claims.views.cursor import write_cursor

DAY = date(2026, 3, 1)


def test_document_shows_stances_in_the_order_of_the_text(seed: Any, store: Store) -> None:
    grain = seed.claim("Northland ships grain through the strait.")
    stance = seed.stance(grain, "Northland", Stance.ALLEGES, DAY, quote="Ships sail.")
    (row,) = views.documents(store).items
    assert (row.outlet, row.stances, row.claims, row.origin) == ("Paper", 1, 1, "paper")
    page = views.document(store, row.document_id)
    (told,) = page.stances
    assert (told.cell.stance_id, told.counts_for) == (stance, grain)
    assert told.cell.span.holds_in(page.text)
    assert page.readings[0].extractor == "hand/1"
    with pytest.raises(NotOnRecord, match="no document 99"):
        views.document(store, 99)


def test_documents_come_in_pages_by_outlet(seed: Any, store: Store) -> None:
    with seed.together():
        made = [seed.document(f"Text {number}.", "paper") for number in range(3)]
        seed.document("Another text.", "agency")
    first = views.documents(store, outlet="paper", limit=2)
    rest = views.documents(store, outlet="paper", cursor=first.next, limit=2)
    assert [row.document_id for row in (*first.items, *rest.items)] == made[::-1]
    assert rest.next is None
    assert (
        views.documents(store, outlet="PAPER").items == views.documents(store, outlet="paper").items
    )
    with pytest.raises(NotOnRecord, match="no outlet 'papr' is on record; near it: Paper"):
        views.documents(store, outlet="papr")
    sha = views.document(store, made[0]).capture_sha256
    known = views.known_items(store, {sha, "f" * 64}, ["hand/1"])
    assert set(known) == {(sha, "")}
    assert views.document(store, known[sha, ""]).document.document_id == known[sha, ""]
    assert views.known_items(store, {sha}, ["other/1"]) == {}
    found = views.search_documents(store, "Another text of the agency")
    assert [document.text for document in found] == ["Another text."]


def test_documents_of_an_outlet_are_found_by_what_the_list_calls_it(
    seed: Any, store: Store
) -> None:
    listed = seed.document("A text.", "paper")
    unlisted = seed.document("Another text.", "village herald", listed=False)
    asked = {"paper": listed, "Paper": listed, "Village Herald": unlisted}
    for name, expected in asked.items():
        (row,) = views.documents(store, outlet=name).items
        assert row.document_id == expected, name
    with pytest.raises(NotOnRecord, match="no outlet 'Papper' is on record; near it: Paper"):
        views.documents(store, outlet="Papper")


@pytest.mark.parametrize(
    ("name", "item", "called"),
    [
        ("news.jsonl", "", "news.jsonl"),
        ("news.jsonl", "line 1", "news.jsonl [line 1]"),
        ("news.jsonl [line 1]", "line 1", "news.jsonl [line 1]"),
    ],
)
def test_a_failure_is_called_by_its_item_once(name: str, item: str, called: str) -> None:
    assert views.name_failed(name, item) == called


def test_failures_stay_until_answered(seed: Any, store: Store) -> None:
    first, second = seed.fail("a.pdf"), seed.fail("b.pdf")
    seed.add(FailureAnswer(failure_id=first, outcome="recovered", actor="Ana", at=utcnow()))
    assert [failure.id for failure in views.failures(store)] == [second]
    answered = views.failures(store, answered=True)
    assert [(failure.id, failure.outcome) for failure in answered] == [
        (second, None),
        (first, "recovered"),
    ]
    assert [failure.name for failure in views.open_failures(store)] == ["b.pdf"]


@pytest.fixture
def desk_of_claims(seed: Any) -> dict[str, int]:
    """A claim at each stage that waits for somebody, and one that waits for nobody."""
    stages = {
        "new": Stage.NEW,
        "triaged": Stage.TRIAGED,
        "assigned": Stage.ASSIGNED,
        "in_review": Stage.IN_REVIEW,
        "decided": Stage.DECIDED,
        "approved": Stage.APPROVED,
        "challenged": Stage.CHALLENGED,
        "published": Stage.PUBLISHED,
        "parked": Stage.PARKED,
    }
    made = {}
    with seed.together():
        for name, stage in stages.items():
            made[name] = seed.claim(f"The claim that is {name} stands here.")
            if stage in (Stage.ASSIGNED, Stage.IN_REVIEW):
                seed.move(made[name], Stage.TRIAGED, stage, assignee="Ana")
            elif stage is not Stage.NEW:
                seed.move(made[name], Stage.NEW, stage)
        decision = seed.decide(made["decided"], Status.SUPPORTED, by="Ana")
        seed.publish(made["published"], seed.decide(made["published"], Status.SUPPORTED))
        seed.propose_merge(made["new"], made["triaged"])
        seed.fail()
    assert decision
    return made


def test_queue_says_what_waits_for_whom(desk_of_claims: dict[str, int], store: Store) -> None:
    waiting = [(item.act, item.waits_for, item.not_for) for item in views.queue(store).items]
    assert waiting == [
        ("answer challenge", "reviewer", None),
        ("publish", "approver", None),
        ("approve", "approver", "Ana"),
        ("answer proposal", "reviewer", None),
        ("decide", "Ana", None),
        ("review", "Ana", None),
        ("assign", "reviewer", None),
        ("triage", "reviewer", None),
        ("look at failure", "contributor", None),
    ]
    for who, left_out in (("Ana", {"approve"}), ("Bo", {"decide", "review"})):
        acts = {group.act for group in views.queue_groups(store, who)}
        assert {act for act, _, _ in waiting} - acts == left_out, who
    groups = views.queue_groups(store, limit=0)
    assert all(group.waiting == 1 and not group.items for group in groups)


def test_queue_is_read_in_pages_as_it_stands_whole(
    desk_of_claims: dict[str, int], seed: Any, store: Store
) -> None:
    more = [seed.claim(f"Ship {number} left the harbour.") for number in range(2)]
    seed.propose_merge(desk_of_claims["new"], more[0], score=0.9)
    seed.propose_merge(desk_of_claims["new"], more[1], score=0.8)  # as likely as another one
    seed.propose_merge(more[0], more[1], score=0.8)
    seed.fail("torn.pdf")
    whole = views.queue(store)
    assert whole.next is None
    assert [item.act for item in whole.items].count("answer proposal") == 4
    assert all((item.status is None) == (item.status_basis is None) for item in whole.items)
    for limit in range(1, len(whole.items) + 1):
        met: list[QueueItem] = []
        cursor = None
        while cursor is not None or not met:
            page = views.queue(store, cursor, limit)
            assert len(page.items) <= limit
            met += page.items
            cursor = page.next
        assert tuple(met) == whole.items, limit


@pytest.mark.parametrize("keys", [(0, 2**62, 1), (-5, 0, 0), (99, 0, 0), (3, 0, 2**62)])
def test_queue_outlives_a_cursor_that_somebody_made_up(
    desk_of_claims: dict[str, int], store: Store, keys: tuple[int, int, int]
) -> None:
    whole = met = views.queue(store).items
    with suppress(CursorError):
        met = views.queue(store, write_cursor(keys, "queue")).items
    assert all(item in whole for item in met)


def test_counts_and_selections(desk_of_claims: dict[str, int], store: Store) -> None:
    counts = views.counts(store)
    assert counts.total == 9
    assert counts.by_status[Status.SUPPORTED] == 2
    assert counts.by_status[Status.REFUTED] == 0
    assert set(counts.by_stage) == set(Stage)
    assert sum(cell.claims for cell in counts.cells) == 9
    past = views.counts(store, DAY)
    assert past.model_copy(update={"as_of": None}) == counts
    assert views.counts(store, DAY - timedelta(days=1)).total == 0
    assert views.claims_at(store, "approved") == [desk_of_claims["approved"]]
    assert len(views.open_claim_ids(store)) == 8
    challenged, published = desk_of_claims["challenged"], desk_of_claims["published"]
    assert views.claims_due(store, utcnow() + timedelta(days=1)) == [challenged, published]
    old = views.claims_due(store, utcnow() - timedelta(days=3650))
    assert old == [challenged]


def test_trend_follows_claims_through_statuses_and_merges(
    seed: Any, clock: Any, store: Store
) -> None:
    days = [DAY + timedelta(days=number) for number in range(6)]
    clock.go_to(days[1])
    grain, border = seed.claim("Grain moves."), seed.claim("The border moves.")
    clock.go_to(days[2])
    seed.assess(grain, Status.CONTESTED)
    clock.go_to(days[3])
    seed.decide(grain, Status.REFUTED)
    seed.merge(border, grain)
    clock.go_to(days[4])
    seed.merge(border, grain, undo=True)
    trend = views.status_over_time(store, days[0], days[5])
    told = [
        (point.total, {status.value: n for status, n in point.counts.items() if n})
        for point in trend
    ]
    assert told == [
        (0, {}),
        (2, {"unverified": 2}),
        (2, {"contested": 1, "unverified": 1}),
        (1, {"refuted": 1}),
        (2, {"refuted": 1, "unverified": 1}),
        (2, {"refuted": 1, "unverified": 1}),
    ]
    assert trend[5].counts == views.counts(store).by_status
    for point in trend:
        assert point.counts == views.counts(store, point.day).by_status, point.day
    with pytest.raises(RangeError, match="swap them"):
        views.status_over_time(store, days[1], days[0])
    with pytest.raises(RangeError, match="ask for fewer"):
        views.status_over_time(store, date(2010, 1, 1), days[0])
    with pytest.raises(RangeError, match="until 2999-01-01 lies ahead"):
        views.status_over_time(store, days[0], date(2999, 1, 1))


def test_search_finds_claims_and_parties(seed: Any, store: Store) -> None:
    grain = seed.claim("Northland ships grain through the strait.")
    seed.stance(grain, "Northland", Stance.ALLEGES)
    seed.party("North Bank")
    found = views.search(store, "north")
    assert [hit.claim_id for hit in found.claims] == [grain]
    assert [party.name for party in found.parties] == ["North Bank", "Northland"]
    assert views.search(store, "100%_") == views.SearchResult(words="100%_", claims=(), parties=())


def test_health_tells_where_the_record_stands(seed: Any, store: Store) -> None:
    empty = views.health(store)
    assert (empty.ledger_head, empty.ledger_sha256, empty.outbox_backlog) == (0, None, 0)
    with store.write(actor="machine", action="seed") as tx:
        tx.emit("status", "claim:1", {"status": "contested"})
    seed.claim("Grain moves.")
    health = views.health(store)
    assert health.database == store.dialect
    assert (health.ledger_head, health.outbox_backlog) == (1, 1)
    assert health.revision is not None
    assert views.ledger_head(store) == 1

"""The board: filters, order, pages that stay stable, past days."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from claims import views
from claims.model import Commitment, Flag, Relation, Stage, Stance, Status
from claims.store import ClaimState, Store, load_claims
from claims.views import BoardFilters, CursorError, NotOnRecord, Order, board_past
from claims.views.board import walk_board

DAY = date(2026, 3, 1)
GRAIN = "Northland ships grain through the strait."
BORDER = "Southland moved the border post."
FLEET = "The fleet left the harbour at night."


@pytest.fixture
def three(seed: Any) -> dict[str, int]:
    """Three claims: contested and decided, unverified and denied, untouched."""
    grain, border, fleet = seed.claim(GRAIN), seed.claim(BORDER), seed.claim(FLEET)
    seed.stance(grain, "Northland", Stance.ALLEGES, DAY, outlet="paper")
    seed.stance(grain, "Southland", Stance.DENIES, DAY + timedelta(days=1), outlet="agency")
    seed.stance(border, "Southland", Stance.DENIES, DAY, outlet="agency")
    seed.evidence(grain, Relation.SUPPORTS)
    seed.assess(grain, Status.CONTESTED)
    seed.assess(border, Status.UNVERIFIED, "denied", "single_origin")
    seed.move(border, Stage.NEW, Stage.TRIAGED)
    seed.decide(grain, Status.SUPPORTED)
    return {"grain": grain, "border": border, "fleet": fleet}


def ids(page: views.Page[views.BoardRow]) -> list[int]:
    return [row.claim_id for row in page.items]


FILTERS: list[tuple[dict[str, Any], list[str], str]] = [
    ({}, ["grain", "border", "fleet"], "all, the last changed first"),
    ({"status": ("supported",)}, ["grain"], "the decision is what counts, not the suggestion"),
    ({"status": ("contested",)}, [], "a suggestion that a person overruled does not show"),
    ({"status": ("supported", "unverified")}, ["grain", "border", "fleet"], "any of them"),
    ({"stage": ("triaged",)}, ["border"], "stage is a field of its own"),
    ({"stage": ("triaged", "new"), "status": ("unverified",)}, ["border", "fleet"], "both"),
    ({"party": "southland"}, ["grain", "border"], "by key"),
    ({"party": "Southland"}, ["grain", "border"], "by name"),
    ({"party": "southland", "status": ("unverified",)}, ["border"], "party and status"),
    ({"outlet": "paper"}, ["grain"], "an outlet that told it"),
    ({"flag": ("denied",)}, ["border"], "flags"),
    ({"flag": ("denied", "single_origin")}, ["border"], "all flags must be set"),
    ({"flag": ("denied", "hedged_only")}, [], "one missing flag is enough to leave it out"),
    ({"words": "GRAIN strait"}, ["grain"], "words, whatever their case"),
    ({"words": "har"}, ["fleet"], "a word may be a beginning"),
    ({"words": "grain harbour"}, [], "every word must stand in it"),
    ({"words": "'; DROP *"}, [], "any text is safe"),
    ({"outlet": "PAPER"}, ["grain"], "an outlet by its name"),
    ({"party": "southland", "outlet": "paper", "words": "grain"}, ["grain"], "all together"),
    ({"since": DAY}, ["grain", "border", "fleet"], "changed that day"),
    ({"since": DAY + timedelta(days=1)}, [], "nothing changed later"),
    ({"until": DAY - timedelta(days=1)}, [], "nothing changed earlier"),
]


@pytest.mark.parametrize("as_of", [None, DAY])
def test_filter(three: dict[str, int], store: Store, as_of: date | None) -> None:
    """A filter a row, on one record; today's board and a past day's answer alike."""
    for filters, found, why in FILTERS:
        page = views.board(store, BoardFilters.model_validate(filters), as_of=as_of)
        assert ids(page) == [three[name] for name in found], f"{filters}: {why}"


def test_row_tells_how_the_claim_stands(three: dict[str, int], store: Store) -> None:
    row = views.board(store, BoardFilters(party="Northland")).items[0]
    assert row.claim_id == three["grain"]
    assert row.text == GRAIN
    assert (row.status, row.status_basis) == (Status.SUPPORTED, "decided")
    assert row.suggestion is Status.CONTESTED
    assert row.stage is Stage.NEW
    assert (row.stances, row.documents, row.origins) == (2, 2, 2)
    assert (row.supports, row.undermines, row.context) == (1, 0, 0)
    assert (row.first_day, row.last_day) == (DAY, DAY + timedelta(days=1))
    assert [(held.party.name, held.value) for held in row.positions] == [
        ("Southland", Stance.DENIES),
        ("Northland", Stance.ALLEGES),
    ]
    assert row.positions[0].commitment is Commitment.CERTAIN
    assert not row.published


def test_flags_are_flags(three: dict[str, int], store: Store) -> None:
    row = views.board(store, BoardFilters(stage=(Stage.TRIAGED,))).items[0]
    assert set(row.flags) == {Flag.DENIED, Flag.SINGLE_ORIGIN}


def test_unknown_party_is_named_with_names_near_it(three: dict[str, int], store: Store) -> None:
    with pytest.raises(NotOnRecord, match=r"no party 'Sothland' is on record; near it: Southland"):
        views.board(store, BoardFilters(party="Sothland"))


def walk(store: Store, limit: int, **asked: Any) -> list[int]:
    """Every page, one after the other."""
    found: list[int] = []
    cursor: str | None = None
    while True:
        page = views.board(store, cursor=cursor, limit=limit, **asked)
        assert len(page.items) <= limit
        found += ids(page)
        assert len(found) <= 100, "the pages go round in a circle"
        if page.next is None:
            return found
        cursor = page.next


def test_pages_together_are_the_whole(seed: Any, store: Store) -> None:
    with seed.together():
        claims = [seed.claim(f"Ship {number} left the harbour.") for number in range(7)]
        for number in claims:
            seed.stance(number, "Northland", Stance.ALLEGES)
    for number in claims[::2]:
        seed.assess(number, Status.CONTESTED)
    for filters in (
        BoardFilters(),
        BoardFilters(status=(Status.UNVERIFIED, Status.CONTESTED)),
        BoardFilters(words="harbour"),
        BoardFilters(party="Northland"),
    ):
        whole = ids(views.board(store, filters, limit=100))
        assert len(whole) == 7
        for limit in (1, 2, 3, 7, 8):
            assert walk(store, limit, filters=filters) == whole
            assert walk(store, limit, filters=filters, as_of=DAY) == whole
            for asked in ({}, {"as_of": DAY}):
                back = walk(store, limit, filters=filters, order=Order.OLDEST, **asked)
                assert back == whole[::-1]
                by_number = walk(store, limit, filters=filters, order=Order.ID, **asked)
                assert by_number == sorted(whole)


def test_claim_that_changes_meanwhile_is_met_once(seed: Any, store: Store) -> None:
    claims = [seed.claim(f"Ship {number} left the harbour.") for number in range(6)]
    first = views.board(store, limit=2)
    assert ids(first) == [claims[5], claims[4]]
    seed.stance(claims[5], "Northland", Stance.ALLEGES)
    seed.stance(claims[0], "Northland", Stance.ALLEGES)
    rest = views.board(store, cursor=first.next, limit=10)
    assert ids(rest) == [claims[3], claims[2], claims[1]]
    assert ids(views.board(store, limit=2)) == [claims[0], claims[5]]


def test_from_the_oldest_on_no_claim_is_missed(seed: Any, store: Store) -> None:
    """A claim that changes moves to the end: met as it is now, by whoever met it before too."""
    claims = [seed.claim(f"Ship {number} left the harbour.") for number in range(4)]
    filters = BoardFilters(stage=(Stage.NEW, Stage.TRIAGED))
    first = views.board(store, filters, limit=2, order=Order.OLDEST)
    assert ids(first) == claims[:2]
    seed.stance(claims[2], "Northland", Stance.ALLEGES)
    seed.stance(claims[0], "Northland", Stance.ALLEGES)
    rest = views.board(store, filters, first.next, limit=10, order=Order.OLDEST)
    assert ids(rest) == [claims[3], claims[2], claims[0]]
    assert [row.stances for row in rest.items] == [0, 1, 1]


def test_by_number_each_claim_is_met_once_whatever_moves(seed: Any, store: Store) -> None:
    claims = [seed.claim(f"Ship {number} left the harbour.") for number in range(6)]
    first = views.board(store, limit=2, order=Order.ID)
    assert ids(first) == claims[:2]
    for moved in (claims[4], claims[2], claims[0]):
        seed.stance(moved, "Northland", Stance.ALLEGES)
    later = seed.claim("Another ship left the harbour.")
    rest = views.board(store, cursor=first.next, limit=10, order=Order.ID)
    assert ids(rest) == [*claims[2:], later]
    assert [row.stances for row in rest.items] == [1, 0, 1, 0, 0]


def test_a_row_tells_since_when_its_status_is_shown(seed: Any, clock: Any, store: Store) -> None:
    days = [DAY + timedelta(days=number) for number in range(4)]
    clock.go_to(days[0])
    grain, border = seed.claim(GRAIN), seed.claim(BORDER)
    for day, status in ((days[1], Status.CONTESTED), (days[2], Status.UNVERIFIED)):
        clock.go_to(day)
        seed.assess(grain, status)
    clock.go_to(days[3])
    seed.stance(grain, "Northland", Stance.ALLEGES)

    def tell(as_of: date | None = None) -> dict[int, date]:
        rows = views.board(store, as_of=as_of).items
        return {row.claim_id: row.status_since.date() for row in rows}

    assert tell() == {grain: days[2], border: days[0]}, "what came in later changed no status"
    assert tell(days[1]) == {grain: days[1], border: days[0]}
    assert tell(days[0]) == {grain: days[0], border: days[0]}
    (exported, _) = json.loads("".join(views.export(store, "board", "json")))
    assert exported["status_since"].startswith(str(days[2]))
    with store.read() as session:
        told = session.execute(text("SELECT claim_id, status_since FROM v_claim_status"))
        assert {claim_id: at[:10] for claim_id, at in told} == {
            grain: str(days[2]), border: str(days[0]),
        }  # fmt: skip


def test_export_is_the_board_of_one_moment(seed: Any, store: Store) -> None:
    claims = [seed.claim(f"Ship {number} left the harbour.") for number in range(3)]
    rows = walk_board(store, BoardFilters(), at_once=2)
    met = [next(rows).claim_id]
    seed.stance(claims[0], "Northland", Stance.ALLEGES)
    met += [row.claim_id for row in rows]
    assert met == claims[::-1]


def test_cursor_of_other_filters_is_refused(three: dict[str, int], store: Store) -> None:
    page = views.board(store, limit=1)
    with pytest.raises(CursorError, match="other filters"):
        views.board(store, BoardFilters(words="grain"), page.next)
    with pytest.raises(CursorError, match="other filters"):
        views.board(store, cursor=page.next, as_of=DAY)
    with pytest.raises(CursorError, match="other filters"):
        views.board(store, cursor=page.next, order=Order.OLDEST)


def test_empty_record_has_an_empty_page(store: Store) -> None:
    assert views.board(store) == views.Page(items=())


def test_past_day_shows_what_was_held_then(seed: Any, clock: Any, store: Store) -> None:
    days = [DAY + timedelta(days=number) for number in range(4)]
    clock.go_to(days[0])
    grain = seed.claim(GRAIN)
    seed.stance(grain, "Northland", Stance.ALLEGES)
    clock.go_to(days[1])
    seed.stance(grain, "Southland", Stance.DENIES)
    seed.assess(grain, Status.CONTESTED)
    held = [views.board(store, as_of=days[number]) for number in range(2)]
    clock.go_to(days[2])
    seed.decide(grain, Status.REFUTED)
    border = seed.claim(BORDER)
    seed.merge(grain, border)

    assert views.board(store, as_of=days[0] - timedelta(days=1)).items == ()
    assert [views.board(store, as_of=days[number]) for number in range(2)] == held
    assert [len(page.items[0].positions) for page in held] == [1, 2]
    assert [page.items[0].status for page in held] == [Status.UNVERIFIED, Status.CONTESTED]
    assert ids(views.board(store)) == [border]


def test_day_of_the_last_change_is_today(three: dict[str, int], store: Store) -> None:
    """The past is computed from the facts, today is read from projections: they agree."""
    assert views.board(store, as_of=DAY).items == views.board(store).items


def test_opposite_merge_turns_positions_round(
    three: dict[str, int], seed: Any, store: Store
) -> None:
    other = seed.claim("The fleet stayed in the harbour at night.")
    seed.stance(other, "Northland", Stance.ALLEGES)
    seed.merge(other, three["fleet"], opposite=True)
    (row,) = views.board(store, BoardFilters(words="fleet")).items
    assert [held.value for held in row.positions] == [Stance.DENIES]


@pytest.mark.parametrize("as_of", [None, DAY + timedelta(days=9)])
def test_an_unknown_outlet_is_told_with_names_near_it(
    three: dict[str, int], store: Store, as_of: date | None
) -> None:
    with pytest.raises(NotOnRecord, match=r"no outlet 'Papr' is on record; near it: Paper"):
        views.board(store, BoardFilters(outlet="Papr"), as_of=as_of)


ASKED: tuple[dict[str, Any], ...] = (
    {},
    {"status": ("contested", "supported")},
    {"stage": ("new", "merged")},
    {"flag": ("denied",)},
    {"party": "Northland"},
    {"party": "Ministry"},
    {"outlet": "agency"},
    {"words": "grain", "party": "southland"},
    {"since": DAY + timedelta(days=1)},
    {"until": DAY},
)


def test_a_past_day_is_what_today_was(
    three: dict[str, int], seed: Any, store: Store, clock: Any
) -> None:
    """Whatever happened since to some claims and not to others, whoever asks."""
    seed.stance(three["fleet"], "Ministry", Stance.DENIES, outlet="agency")
    seed.stance(seed.claim("Northland is told of here alone."), "Northland", Stance.ALLEGES)
    grain, border, fleet = three.values()
    days = [
        lambda: seed.withdraw("stance", seed.stance(border, "Northland", Stance.ALLEGES)),
        lambda: (seed.merge(fleet, grain), seed.assess(border, Status.CONTESTED, "denied")),
        lambda: seed.merge_parties("Ministry", "Northland"),
        lambda: (seed.merge(fleet, grain, undo=True), seed.claim("Grain rots.")),
        lambda: (seed.propose_merge(border, fleet), seed.decide(border, Status.SUPPORTED)),
        lambda: seed.merge(border, fleet, opposite=True),
    ]
    told: dict[date, Any] = {}
    for number, change in enumerate(days):
        told[DAY + timedelta(days=number)] = _ask(store, None)
        clock.go_to(DAY + timedelta(days=number + 1))
        change()
    for day, held in told.items():
        assert _ask(store, day) == held, day


def _ask(store: Store, as_of: date | None) -> Any:
    pages = [
        views.board(store, BoardFilters.model_validate(asked), as_of=as_of, order=order).items
        for asked in ASKED
        for order in Order
    ]
    return pages, views.counts(store, as_of).cells


def test_a_past_day_is_read_some_claims_at_a_time(
    seed: Any, store: Store, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many claims there were: of those that changed since one page is kept, and the
    others are not read at all."""
    with seed.together():
        seed.claim("Nobody ever told of it again.")
        claims = [seed.claim(f"Ship {number} left the harbour.") for number in range(9)]
    seed.merge(claims[0], claims[8])
    clock.go_to(DAY + timedelta(days=1))
    with seed.together():
        for claim in claims[1:]:
            seed.assess(claim, Status.CONTESTED)
    loaded: list[int] = []

    def load(session: Any, claim_ids: Any, as_of: Any) -> dict[int, ClaimState]:
        loaded.append(len(claim_ids))
        return load_claims(session, claim_ids, as_of)

    monkeypatch.setattr(board_past, "AT_ONCE", 4)
    monkeypatch.setattr(board_past, "load_claims", load)
    page = views.board(store, as_of=DAY, limit=3)
    assert ids(page) == [claims[8], claims[7], claims[6]]
    assert ids(views.board(store, cursor=page.next, as_of=DAY)) == [*claims[5:0:-1], 1]
    assert views.counts(store, as_of=DAY).total == 9
    assert loaded == [4, 4, 1] * 3

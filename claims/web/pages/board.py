"""``/``: every claim with how it stands, by filters, live."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from claims import views
from claims.model import BIGGEST_ID, utcnow
from claims.views import BoardRow, NotOnRecord, Page, PartyRef
from claims.web.access import reader
from claims.web.api.answering import TheStore
from claims.web.api.asking import BoardQuery
from claims.web.pages.board_line import write_line
from claims.web.pages.filters import board_url, list_active, read_filters, toggle_url, write_query
from claims.web.pages.templating import render

MAX_FRESH = 100
"""Lines that a page may ask for again at once."""
TREND_DAYS = 90
SHOWN_PARTIES = 5
"""Parties named as the words that were searched for."""

router = APIRouter(include_in_schema=False, dependencies=[Depends(reader)])

Asked = Annotated[BoardQuery, Depends(read_filters)]


@router.get("/")
def show_board(request: Request, store: TheStore, asked: Asked) -> Response:
    """The board with its filters, counts and the first page of claims."""
    # Before the rows are read: what changes meanwhile is told twice, never missed.
    here = views.here(store)
    page, unknown = _read(store, asked)
    unknown_name = "outlet" if unknown is not None and unknown.kind == "outlet" else "party"
    context = {
        "asked": asked,
        "query": write_query(asked),
        "active": list_active(asked),
        **_count(store, asked.as_of),
        "parties": _name_parties(store, asked),
        "here": str(here),
        "unknown": unknown,
        "begins": views.first_day(store) if asked.as_of is not None else None,
        "toggle": toggle_url,
        "unknown_name": unknown_name,
        "today": utcnow().date(),
        "instead": lambda name: board_url(asked, {unknown_name: name}),
    }
    return render(request, "board.html", {**context, **_fill(asked, page)}, page="board")


@router.get("/board/rows")
def show_more(request: Request, store: TheStore, asked: Asked) -> Response:
    """The next page of claims as table rows, and the next button."""
    page, _ = _read(store, asked)
    return render(request, "parts/board_rows.html", _fill(asked, page))


@router.get("/board/fresh")
def show_fresh(
    request: Request,
    store: TheStore,
    claim: Annotated[list[Annotated[int, Query(ge=1, le=BIGGEST_ID)]], Query(max_length=MAX_FRESH)],
) -> Response:
    """The lines of some claims as they are now, for a page that heard that they changed."""
    rows = views.board_rows(store, claim)
    return render(request, "parts/board_rows.html", _fill(None, Page(items=rows)))


@router.get("/board/trend")
def show_trend(request: Request, store: TheStore) -> Response:
    """Claims by status over the last days, as a table that a script draws as a chart."""
    today = utcnow().date()
    days = views.status_over_time(store, today - timedelta(days=TREND_DAYS - 1), today)
    # A young record is drawn from its first claim on, with a day before it.
    first = next((at for at, day in enumerate(days) if day.total), len(days) - 1)
    return render(request, "parts/trend.html", {"days": days[max(0, first - 1) :]})


def _read(store: TheStore, asked: BoardQuery) -> tuple[Page[BoardRow], NotOnRecord | None]:
    """The page of claims; none where the filters' party or outlet is not on record."""
    try:
        page = views.board(store, asked.filters(), asked.cursor, asked.as_of, asked.limit)
    except NotOnRecord as unknown:
        return Page[BoardRow](items=()), unknown
    return page, None


def _count(store: TheStore, as_of: date | None) -> dict[str, object]:
    """Claims by status, now or at the end of a past day; by stage only now.

    A past day's statuses are added up from the changes, its stages only from every claim.
    """
    if as_of is None:
        now = views.counts(store)
        return {"total": now.total, "by_status": now.by_status, "by_stage": now.by_stage}
    (then,) = views.status_over_time(store, as_of, as_of)
    return {"total": then.total, "by_status": then.counts, "by_stage": None}


def _name_parties(store: TheStore, asked: BoardQuery) -> tuple[PartyRef, ...]:
    """Parties named as the words that are searched for: whoever types a name may mean its page."""
    if asked.words is None:
        return ()
    return views.find_parties(store, asked.words, SHOWN_PARTIES)


def _fill(asked: BoardQuery | None, page: Page[BoardRow]) -> dict[str, object]:
    more = page.next is not None
    there = {"cursor": page.next}
    return {
        "rows": page.items,
        "lines": [write_line(row) for row in page.items],
        "more_rows": board_url(asked, there, "/board/rows") if asked and more else "",
        "more_page": board_url(asked, there) if asked and more else "",
    }

"""Routes of the record as a whole: counts, trend, search, queue, exports, feed."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Path, Query, Response

from claims import views
from claims.views import Counts, Page, QueueItem, SearchResult, StatusOnDay
from claims.web.access import member
from claims.web.api.answering import (
    Freshness,
    ThePublisher,
    TheStore,
    answer_json,
    answer_stream,
)
from claims.web.api.asking import AsOf, Nothing, Paging, SearchQuery, TrendQuery
from claims.web.api.examples import ANSWERS, EXPORT_ROW, give_example
from claims.web.problems import PROBLEMS

ATOM = "application/atom+xml"
MEDIA_TYPES = {"csv": "text/csv", "json": "application/json"}

router = APIRouter(tags=["record"], responses=PROBLEMS)


@router.get(
    "/status-counts",
    summary="Claims by status and stage",
    response_model=Counts,
    responses=give_example(ANSWERS["counts"]),
)
def count_statuses(store: TheStore, fresh: Freshness, asked: Annotated[AsOf, Query()]) -> Response:
    """How many claims stand where; merged ones do not count."""
    return answer_json(views.counts(store, asked.as_of), fresh)


@router.get(
    "/status-over-time",
    summary="Claims by status, day by day",
    response_model=list[StatusOnDay],
    responses=give_example(ANSWERS["trend"]),
)
def show_trend(
    store: TheStore, fresh: Freshness, asked: Annotated[TrendQuery, Query()]
) -> Response:
    """The counts at the end of each day (UTC), both days included."""
    return answer_json(views.status_over_time(store, asked.since, asked.until), fresh)


@router.get(
    "/search",
    summary="Claims and parties by words",
    response_model=SearchResult,
    responses=give_example(ANSWERS["search"]),
)
def search_record(
    store: TheStore, fresh: Freshness, asked: Annotated[SearchQuery, Query()]
) -> Response:
    """Claims that hold every word, parties so named."""
    return answer_json(views.search(store, asked.words, asked.limit), fresh)


@router.get(
    "/queue",
    summary="What waits for whom",
    dependencies=[Depends(member)],
    response_model=Page[QueueItem],
    responses=give_example(ANSWERS["queue"]),
)
def show_queue(store: TheStore, fresh: Freshness, asked: Annotated[Paging, Query()]) -> Response:
    """Claims on the desk, proposals and failures, the most urgent first; `next` leads on.

    What is moved on the desk while you page is met where it then waits: perhaps twice, or
    not at all. `as_of` is always null. Takes a token also where the public may read the record.
    """
    return answer_json(views.queue(store, asked.cursor, asked.limit), fresh)


@router.get(
    "/export/{what}.{shape}",
    summary="The whole record as CSV or JSON",
    response_class=Response,
    responses={
        200: {
            "content": {
                "text/csv": {"example": ANSWERS["export"]},
                "application/json": {"example": [EXPORT_ROW]},
            }
        }
    },
)
def export_record(
    what: Annotated[Literal["board", "stances", "evidence"], Path(description="Which table.")],
    shape: Annotated[Literal["csv", "json"], Path(description="In which format.")],
    store: TheStore,
    fresh: Freshness,
    asked: Annotated[Nothing, Query()],
) -> Response:
    """All of one moment, streamed row by row; an empty cell is null.

    The board has a row a claim (the fields of `GET /api/v1/claims`, a position in words),
    `stances` a row a stance, `evidence` a row a piece. In CSV several values of a cell are joined
    by `; `, and what a spreadsheet would run begins with an apostrophe.
    """
    pieces = views.export(store, what, shape)
    return answer_stream(pieces, fresh, MEDIA_TYPES[shape], f"{what}.{shape}")


@router.get(
    "/feed.atom",
    summary="Status changes as an Atom feed",
    response_class=Response,
    responses={
        200: {"content": {ATOM: {"schema": {"type": "string"}, "example": ANSWERS["feed"]}}}
    },
)
def show_feed(
    store: TheStore,
    publisher: ThePublisher,
    fresh: Freshness,
    asked: Annotated[Paging, Query()],
) -> Response:
    """Every change of a status shown, newest first (RFC 4287), in pages (RFC 5005).

    The link `next` leads to what happened before. An entry's `alternate` is the claim's page
    for people, `related` its JSON; its `id` never changes.
    """
    feed = views.status_feed(store, publisher, asked.limit, asked.cursor)
    return Response(content=feed, headers=fresh, media_type=ATOM)

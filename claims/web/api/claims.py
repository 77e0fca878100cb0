"""Routes of the board and of one claim."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response
from fastapi.responses import JSONResponse

from claims import views
from claims.views import BoardRow, ClaimPage, Matrix, Page
from claims.web.api.answering import (
    Freshness,
    ThePublisher,
    TheStore,
    answer_json,
    answer_stream,
)
from claims.web.api.asking import AsOf, ClaimsQuery, MatrixQuery, Nothing, ReviewQuery, RowId
from claims.web.api.examples import ANSWERS, BOARD_PAGE, CLAIMREVIEW, give_example
from claims.web.problems import PROBLEMS

JSON_LD = "application/ld+json"


class JsonLd(JSONResponse):
    """Tells OpenAPI of the media type."""

    media_type = JSON_LD


router = APIRouter(prefix="/claims", tags=["claims"], responses=PROBLEMS)


@router.get(
    "",
    summary="The board",
    response_model=Page[BoardRow],
    responses=give_example(BOARD_PAGE),
)
def list_claims(
    store: TheStore, fresh: Freshness, asked: Annotated[ClaimsQuery, Query()]
) -> Response:
    """Claims by filters, the last changed first; `next` leads to the following page.

    To read every claim while the desk works, ask with `order=id`: no claim moves, each is met
    once as it then stands, and new ones come last. By last change, a claim that changes while you
    page moves to the front (`newest`: perhaps you do not meet it) or to the end (`oldest`: you may
    meet it twice, and the later row holds). What is merged away or no longer fits the filters is
    not met. `/api/v1/export/board.json` is the whole board as it stood at one moment.
    """
    page = views.board(store, asked.filters(), asked.cursor, asked.as_of, asked.limit, asked.order)
    return answer_json(page, fresh)


@router.get(
    "/{claim_id}",
    summary="One claim",
    response_model=ClaimPage,
    responses=give_example(ANSWERS["claim"]),
)
def show_claim(
    claim_id: RowId, store: TheStore, fresh: Freshness, asked: Annotated[AsOf, Query()]
) -> Response:
    """How it stands and why, who says what and when, evidence by origin, history.

    A claim merged into another one answers as that one (`asked_id` tells).
    """
    return answer_json(views.claim(store, claim_id, asked.as_of), fresh)


@router.get(
    "/{claim_id}/stances",
    summary="Who says what, by party and day",
    response_model=Matrix,
    responses={
        200: {
            "content": {
                "application/json": {"example": ANSWERS["matrix"]},
                "text/csv": {"schema": {"type": "string"}, "example": ANSWERS["csv"]},
            }
        }
    },
)
def show_stances(
    claim_id: RowId, store: TheStore, fresh: Freshness, asked: Annotated[MatrixQuery, Query()]
) -> Response:
    """The stance matrix: parties by days, each stance with its quote; or CSV, a row a stance."""
    if asked.format == "csv":
        pieces = views.export(store, "stances", "csv", claim_id=claim_id, as_of=asked.as_of)
        return answer_stream(pieces, fresh, "text/csv", f"claim-{claim_id}-stances.csv")
    return answer_json(views.claim(store, claim_id, asked.as_of).matrix, fresh)


@router.get(
    "/{claim_id}/claimreview",
    summary="The published review as ClaimReview",
    response_class=JsonLd,
    response_model=dict[str, Any],
    responses=give_example(CLAIMREVIEW, JSON_LD),
)
def show_claimreview(
    claim_id: RowId,
    store: TheStore,
    publisher: ThePublisher,
    fresh: Freshness,
    asked: Annotated[ReviewQuery, Query()],
) -> Response:
    """schema.org ClaimReview (JSON-LD). 404 where nobody published one, unless a draft is asked.

    While the claim is called into question, `creativeWorkStatus` is `Under review`, and the
    rating bears no number.
    """
    review = views.claim_review(store, claim_id, publisher, draft=asked.draft)
    return answer_json(review, fresh, JSON_LD)


@router.get(
    "/{claim_id}/annotations",
    summary="Every stance as a W3C Web Annotation",
    response_class=JsonLd,
    response_model=list[dict[str, Any]],
    responses=give_example(ANSWERS["annotations"], JSON_LD),
)
def show_annotations(
    claim_id: RowId,
    store: TheStore,
    publisher: ThePublisher,
    fresh: Freshness,
    asked: Annotated[Nothing, Query()],
) -> Response:
    """Quotes with both selectors, by text and by position, so that each can be found again."""
    return answer_json(views.claim_annotations(store, claim_id, publisher), fresh, JSON_LD)

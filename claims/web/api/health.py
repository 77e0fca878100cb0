"""The route that a monitor asks, open to everybody: it tells nothing of what is on record."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from claims import views
from claims.views import Health
from claims.web.api.answering import TheStore, answer_json
from claims.web.api.asking import Nothing
from claims.web.api.examples import ANSWERS, give_example
from claims.web.problems import PROBLEMS

router = APIRouter(tags=["record"], responses=PROBLEMS)


@router.get(
    "/health",
    summary="Whether the record can be read",
    response_model=Health,
    responses=give_example(ANSWERS["health"]),
)
def show_health(store: TheStore, asked: Annotated[Nothing, Query()]) -> Response:
    """Database, schema revision, ledger head, events that wait to be sent."""
    return answer_json(views.health(store), {"Cache-Control": "no-store"})

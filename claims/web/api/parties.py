"""Routes of parties."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Response

from claims import views
from claims.views import Page, PartyPage, PartyRow
from claims.web.api.answering import Freshness, TheStore, answer_json
from claims.web.api.asking import AsOf, Paging, Words
from claims.web.api.examples import ANSWERS, give_example
from claims.web.problems import PROBLEMS

router = APIRouter(prefix="/parties", tags=["parties"], responses=PROBLEMS)


@router.get(
    "",
    summary="Parties",
    response_model=Page[PartyRow],
    responses=give_example(ANSWERS["parties"]),
)
def list_parties(store: TheStore, fresh: Freshness, asked: Annotated[Paging, Query()]) -> Response:
    """Every party that took a position, those on the most claims first."""
    return answer_json(views.parties(store, asked.cursor, asked.limit), fresh)


@router.get(
    "/{key}",
    summary="One party",
    response_model=PartyPage,
    responses=give_example(ANSWERS["party"]),
)
def show_party(
    key: Annotated[
        Words, Path(description="Its key, its name, or a further name.", examples=["southland"])
    ],
    store: TheStore,
    fresh: Freshness,
    asked: Annotated[AsOf, Query()],
) -> Response:
    """Its latest position on each claim, where it turned, who spoke for it, who contradicts it.

    A party merged into another one answers as that one.
    """
    return answer_json(views.party(store, key, asked.as_of), fresh)

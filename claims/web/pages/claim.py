"""``/claims/{id}``: one claim, how it stands and why, who says what, and what to do with it."""

from __future__ import annotations

import sys
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from claims import views
from claims.model import BIGGEST_ID, Relation, Stage, utcnow
from claims.settings import Settings
from claims.views import ClaimFront, EvidencePiece, HistoryEntry, NotOnRecord, RangeError
from claims.web.access import Person, reader
from claims.web.api.answering import TheStore
from claims.web.api.asking import Day, RowId
from claims.web.pages.acts import NEXT, list_offers
from claims.web.pages.templating import render

SHOWN_DAYS = 21
"""Columns of the matrix; a claim told on more days shows the latest, and the rest on demand."""
SHOWN_PARTIES = 25
"""Lines of the matrix, the parties that spoke most; the CSV has every one."""
SHOWN_STEPS = 12
"""Positions shown of a party that changed it, the latest; all with ``days=all``."""
SHOWN_HISTORY = 15
"""Entries of the history shown before "show all"."""
SHOWN_CHANGES = 6
"""Ways to another status that are shown unfolded."""
MOST_HISTORY = 500
"""Entries of the history on the page at all; the API has every one."""

router = APIRouter(include_in_schema=False)

Reader = Annotated[Person, Depends(reader)]
PartyId = Annotated[int, Query(ge=1, le=BIGGEST_ID)]


@router.get("/claims/{claim_id}")
def show_claim(
    claim_id: RowId,
    request: Request,
    store: TheStore,
    person: Reader,
    as_of: Annotated[str, Query(max_length=20)] = "",
    days: Annotated[str, Query(max_length=10)] = "",
    history: Annotated[str, Query(max_length=10)] = "",
) -> Response:
    """The page, now or as held at the end of a past day."""
    wanted = MOST_HISTORY if history == "all" else SHOWN_HISTORY
    # Before the claim is read: what changes meanwhile is told, never missed.
    here = views.here(store)
    # One entry more than is shown tells whether there are more.
    page = views.claim_front(store, claim_id, read_day(as_of), wanted + 1)
    context = fill_page(request, page, person, wanted, all_days=days == "all")
    return render(request, "claim.html", {**context, "here": str(here)}, page="board")


@router.get("/claims/{claim_id}/quotes")
def show_quotes(
    claim_id: RowId,
    request: Request,
    store: TheStore,
    person: Reader,
    party: PartyId,
    day: Day,
    as_of: Annotated[str, Query(max_length=20)] = "",
) -> Response:
    """What a party said on one day, word for word, each with its place in its article."""
    past = read_day(as_of)
    cells = views.cell_quotes(store, claim_id, party, day, past)
    if not cells:
        raise NotOnRecord("position", f"of party {party} on {day}")
    whole = request.headers.get("hx-request") is None
    template = "quotes.html" if whole else "parts/quotes.html"
    return render(
        request,
        template,
        {"claim_id": claim_id, "as_of": past, "cells": cells, "day": day},
        page="board",
    )


def read_day(text: str) -> date | None:
    """The day of a form's field, None where it is empty. RangeError for what is no day."""
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise RangeError(f"as_of {text!r} is no day: write it 2026-03-01", "as_of") from None


def fill_page(
    request: Request,
    page: ClaimFront,
    person: Person | None,
    wanted_history: int = SHOWN_HISTORY,
    *,
    all_days: bool = False,
) -> dict[str, object]:
    """Everything that the claim's template shows."""
    settings: Settings = request.app.state.settings
    open_acts, closed_acts = list_offers(page, person, settings.desk_of_one)
    shown = page.days if all_days else page.days[-SHOWN_DAYS:]
    return {
        "claim": page,
        "offers": open_acts,
        "closed": closed_acts,
        "next_act": NEXT.get(page.standing.stage, ""),
        "days": tuple(reversed(shown)),
        "hidden_days": len(page.days) - len(shown),
        "rows": page.rows[:SHOWN_PARTIES],
        "hidden_rows": max(0, len(page.rows) - SHOWN_PARTIES),
        "turns": page.turns[:SHOWN_PARTIES],
        "shown_steps": sys.maxsize if all_days else SHOWN_STEPS,
        "columns": {relation: list_pieces(page, relation) for relation in Relation},
        "history": tuple(reversed(page.history))[:wanted_history],
        "more_history": len(page.history) > wanted_history,
        "all_history": wanted_history == MOST_HISTORY,
        "typed": None,
        "challenge": find_challenge(page),
        "shown_changes": SHOWN_CHANGES,
        "today": utcnow().date(),
        "may_review": any(offer.name == "split" for offer in open_acts),
    }


def find_challenge(page: ClaimFront) -> HistoryEntry | None:
    """Who called a challenged claim into question, and why; None where it is not challenged."""
    if page.standing.stage is not Stage.CHALLENGED:
        return None
    moved = f"→ {Stage.CHALLENGED.value}"
    return next(
        (each for each in reversed(page.history) if each.kind == "stage" and moved in each.what),
        None,
    )


def list_pieces(page: ClaimFront, relation: Relation) -> list[tuple[str, EvidencePiece]]:
    """The evidence of one side, a piece an origin, the best graded first."""
    return [
        (group.origin, piece)
        for group in page.evidence
        for piece in group.pieces
        if piece.lead.relation is relation
    ]

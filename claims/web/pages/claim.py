"""``/claims/{id}``: one claim, how it stands and why, who says what, and what to do with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, NamedTuple

from fastapi import APIRouter, Depends, Query, Request, Response

from claims import views
from claims.model import Relation, Stance
from claims.settings import Settings
from claims.views import (
    Cell,
    ClaimPage,
    EvidencePiece,
    MatrixRow,
    NotOnRecord,
    PartyRef,
)
from claims.web.access import Person, reader
from claims.web.api.answering import TheStore
from claims.web.api.asking import BIGGEST_ID, RowId
from claims.web.pages.acts import NEXT, list_offers
from claims.web.pages.templating import render

SHOWN_DAYS = 40
"""Columns of the matrix; a claim told on more days shows the latest, and the rest on demand."""
SHOWN_HISTORY = 15
"""Entries of the history shown before "show all"."""
MOST_HISTORY = 500
"""Entries of the history on the page at all; the API has every one."""

router = APIRouter(include_in_schema=False)

Reader = Annotated[Person, Depends(reader)]
PartyId = Annotated[int, Query(ge=1, le=BIGGEST_ID)]


class Step(NamedTuple):
    """One position of a party, and the day from which it held."""

    value: Stance
    day: date
    stance_id: int
    document_id: int


class Turn(NamedTuple):
    """A party that changed its position: the steps in order, at least two."""

    party: PartyRef
    steps: tuple[Step, ...]


@router.get("/claims/{claim_id}")
def show_claim(
    claim_id: RowId,
    request: Request,
    store: TheStore,
    person: Reader,
    as_of: Annotated[str, Query(max_length=20)] = "",
    days: Annotated[str, Query(max_length=10)] = "",
) -> Response:
    """The page, now or as held at the end of a past day."""
    page = views.claim(store, claim_id, read_day(as_of))
    return render(
        request,
        "claim.html",
        fill_page(request, page, person, all_days=days == "all"),
        page="board",
    )


@router.get("/claims/{claim_id}/quotes")
def show_quotes(
    claim_id: RowId,
    request: Request,
    store: TheStore,
    person: Reader,
    party: PartyId,
    day: date,
    as_of: Annotated[str, Query(max_length=20)] = "",
) -> Response:
    """What a party said on one day, word for word, each with its place in its article."""
    page = views.claim(store, claim_id, read_day(as_of))
    cells = find_cells(page.matrix.rows, party, day)
    if not cells:
        raise NotOnRecord("position", f"of party {party} on {day}")
    whole = request.headers.get("hx-request") is None
    template = "quotes.html" if whole else "parts/quotes.html"
    return render(request, template, {"claim": page, "cells": cells, "day": day}, page="board")


def read_day(text: str) -> date | None:
    """The day of a form's field, None where it is empty. NotOnRecord for what is no day."""
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise NotOnRecord("day", text, note="(a day is written 2026-03-01)") from None


def fill_page(
    request: Request, page: ClaimPage, person: Person | None, *, all_days: bool = False
) -> dict[str, object]:
    """Everything that the claim's template shows."""
    settings: Settings = request.app.state.settings
    open_acts, closed_acts = list_offers(page, person, settings.desk_of_one)
    shown = page.matrix.days if all_days else page.matrix.days[-SHOWN_DAYS:]
    newest_first = tuple(reversed(page.history[-MOST_HISTORY:]))
    return {
        "claim": page,
        "offers": open_acts,
        "closed": closed_acts,
        "next_act": NEXT.get(page.standing.stage, ""),
        "days": shown,
        "hidden_days": len(page.matrix.days) - len(shown),
        "turns": list_turns(page),
        "turned": {change.stance_id for change in page.matrix.changes},
        "columns": {relation: list_pieces(page, relation) for relation in Relation},
        "latest": newest_first[:SHOWN_HISTORY],
        "earlier": newest_first[SHOWN_HISTORY:],
        "left_off": max(0, len(page.history) - MOST_HISTORY),
        "typed": None,
        "may_review": any(offer.name == "split" for offer in open_acts),
    }


def list_turns(page: ClaimPage) -> list[Turn]:
    """The parties whose position changed, each with its steps; most changes first."""
    by_party: dict[int, list[Step]] = {}
    for change in page.matrix.changes:
        step = Step(change.target, change.day, change.stance_id, change.document_id)
        by_party.setdefault(change.party.id, []).append(step)
    turns = [
        Turn(row.party, (_first_step(row), *by_party[row.party.id]))
        for row in page.matrix.rows
        if row.party.id in by_party
    ]
    return sorted(turns, key=lambda turn: -len(turn.steps))


def _first_step(row: MatrixRow) -> Step:
    """The position that a party took first; ``row.path`` starts with it."""
    cells = (cell for day in row.days for cell in day.cells)
    first = next(cell for cell in cells if cell.value is row.path[0])
    return Step(first.value, first.day, first.stance_id, first.document_id)


def list_pieces(page: ClaimPage, relation: Relation) -> list[tuple[str, EvidencePiece]]:
    """The evidence of one side, a piece an origin, the best graded first."""
    return [
        (group.origin, piece)
        for group in page.evidence
        for piece in group.pieces
        if piece.lead.relation is relation
    ]


def find_cells(rows: Sequence[MatrixRow], party_id: int, day: date) -> tuple[Cell, ...]:
    """The stances of one cell of the matrix."""
    for row in rows:
        if row.party.id == party_id:
            return next((each.cells for each in row.days if each.day == day), ())
    return ()

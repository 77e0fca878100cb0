"""What is done with a claim: the forms of its page, and what a stale or refused one answers.

Nothing that was typed is lost: a form that cannot go through comes back filled
in, with what changed meanwhile (409) or what is wrong with it (422).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, TypedDict

from fastapi import APIRouter, Depends, HTTPException, Request, Response
from pydantic import ValidationError
from starlette.datastructures import FormData

from claims import desk, views
from claims.desk import (
    AlreadyAnsweredError,
    DeskError,
    Expected,
    NotAllowedError,
    NotOnRecordError,
    StaleClaimError,
)
from claims.model import Relation, Reliability
from claims.settings import Settings
from claims.store import Store
from claims.views import Cell, NotOnRecord
from claims.web.access import Person, Scope, checked_form, reader
from claims.web.access.who import require
from claims.web.api.answering import TheStore
from claims.web.api.asking import RowId
from claims.web.pages.acts import ACTS, UNMERGE, Act, Offer, explain_refusal
from claims.web.pages.calls import CALLS, read_credibility
from claims.web.pages.flash import redirect_with
from claims.web.pages.templating import render
from claims.web.pages.typed import MistypedError, Typed, read_typed

ANSWER_FIELDS = ("proposal", "answer", "reason", "relation", "reliability", "credibility")

router = APIRouter(include_in_schema=False)

Reader = Annotated[Person, Depends(reader)]


class Grades(TypedDict):
    """Relation and grades of evidence; None leaves the machine's."""

    relation: Relation | None
    reliability: Reliability | None
    credibility: int | None


async def checked(person: Reader, form: Annotated[FormData, Depends(checked_form)]) -> FormData:
    """The form of a known person: who they are comes before what they send."""
    return form


Checked = Annotated[FormData, Depends(checked)]


@router.post("/claims/{claim_id}/acts/unmerge")
def take_apart(
    claim_id: RowId, request: Request, store: TheStore, person: Reader, form: Checked
) -> Response:
    """Let a claim that was merged into this one stand for itself again."""
    actor = require(person, Scope.REVIEW).acting(Scope.REVIEW)
    typed = read_typed(form, [field.name for field in UNMERGE.fields])
    offer = Offer("unmerge", UNMERGE, "")
    try:
        merged = typed.number("merged", "Merged claim")
        reason = typed.line("reason", "Reason")
        desk.unmerge_claims(store, actor, merged, reason, Expected(seq=typed.head()))
    except StaleClaimError as stale:
        return show_form(request, store, claim_id, offer, person, typed, 409, stale.changes)
    except (DeskError, MistypedError) as refusal:
        status, told = find_status(refusal), tell_refusal(refusal)
        return show_form(request, store, claim_id, offer, person, typed, status, refusal=told)
    return redirect_with(f"/claims/{merged}", f"Claim {merged} stands for itself again.")


@router.get("/claims/{claim_id}/acts/{name}")
def show_act(
    claim_id: RowId, name: str, request: Request, store: TheStore, person: Reader
) -> Response:
    """The form of one act on a page of its own."""
    act = find_act(name)
    return show_form(request, store, claim_id, Offer(name, act, ""), person)


@router.post("/claims/{claim_id}/acts/{name}")
def take_act(
    claim_id: RowId, name: str, request: Request, store: TheStore, person: Reader, form: Checked
) -> Response:
    """Do it, and lead back to the claim; or show the form again with what is in the way."""
    act = find_act(name)
    actor = require(person, act.scope).acting(act.scope)
    typed = read_typed(form, [field.name for field in act.fields])
    settings: Settings = request.app.state.settings
    offer = Offer(name, act, "")
    try:
        told = CALLS[name](store, actor, claim_id, typed, typed.expected(), settings)
    except StaleClaimError as stale:
        return show_form(request, store, claim_id, offer, person, typed, 409, stale.changes)
    except (DeskError, MistypedError, NotOnRecord, ValidationError) as refusal:
        status = find_status(refusal)
        told = tell_refusal(refusal)
        return show_form(request, store, claim_id, offer, person, typed, status, refusal=told)
    return redirect_with(f"/claims/{claim_id}", told)


@router.post("/claims/{claim_id}/answers")
def answer(claim_id: RowId, store: TheStore, person: Reader, form: Checked) -> Response:
    """Accept or refuse what the machine proposes for this claim."""
    actor = require(person, Scope.REVIEW).acting(Scope.REVIEW)
    typed = read_typed(form, ANSWER_FIELDS)
    try:
        accepted = read_answer(typed)
        desk.answer_proposal(
            store,
            actor,
            typed.number("proposal", "Proposal"),
            accepted,
            typed.line("reason"),
            **read_grades(typed),
        )
    except (DeskError, MistypedError) as refusal:
        wrote = typed.fields.get("reason", "").strip()
        told = tell_refusal(refusal) + (f" You wrote: {wrote}" if wrote else "")
        return redirect_with(f"/claims/{claim_id}", told, "warn")
    told = "Accepted, and the claim assessed anew." if accepted else "Refused: not proposed again."
    return redirect_with(f"/claims/{claim_id}", told)


def find_act(name: str) -> Act:
    """The act of that name; 404 for any other."""
    act = ACTS.get(name)
    if act is None:
        raise HTTPException(404, f"nothing called {name[:40]!r} can be done with a claim")
    return act


def read_answer(typed: Typed) -> bool:
    """Which of the two buttons was pressed."""
    told = typed.line("answer")
    if told not in ("accept", "refuse"):
        raise MistypedError("Press accept or refuse.")
    return told == "accept"


def read_grades(typed: Typed) -> Grades:
    """What a person puts in the place of the machine's relation and grades, where they did."""
    return Grades(
        relation=typed.choice("relation", "How it bears on the claim", Relation)
        if typed.line("relation")
        else None,
        reliability=(
            typed.choice("reliability", "How reliable", Reliability)
            if typed.line("reliability")
            else None
        ),
        credibility=read_credibility(typed) if typed.line("credibility") else None,
    )


def show_form(
    request: Request,
    store: Store,
    claim_id: int,
    offer: Offer,
    person: Person,
    typed: Typed | None = None,
    status: int = 200,
    changes: Sequence[str] = (),
    refusal: str = "",
) -> Response:
    """One act's form over the claim as it is now, filled in with what was typed."""
    page = views.claim_front(store, claim_id)
    settings: Settings = request.app.state.settings
    why_not = explain_refusal(offer.act, page, person, settings.desk_of_one)
    context = {
        "claim": page,
        "offer": offer._replace(why_not=why_not),
        "typed": typed,
        "ticked": set(typed.stances) if typed else set(),
        "changes": changes,
        "refusal": refusal,
        "own_stances": list_own(store, claim_id) if offer.act.own_page else [],
    }
    return render(request, "claim_act.html", context, page="board", status=status)


def list_own(store: Store, claim_id: int) -> list[Cell]:
    """The stances that were recorded under this claim itself: what a split can take along."""
    page = views.claim(store, claim_id)
    return [
        cell
        for row in page.matrix.rows
        for day in row.days
        for cell in day.cells
        if cell.claim_id == page.claim_id
    ]


def find_status(refusal: Exception) -> int:
    """The HTTP status of a refusal."""
    if isinstance(refusal, NotAllowedError):
        return 403
    if isinstance(refusal, NotOnRecord | NotOnRecordError):
        return 404
    return 409 if isinstance(refusal, AlreadyAnsweredError) else 422


def tell_refusal(refusal: Exception) -> str:
    """A refusal as a sentence for a person."""
    if isinstance(refusal, ValidationError):
        return "; ".join(fault["msg"] for fault in refusal.errors())
    return str(refusal)

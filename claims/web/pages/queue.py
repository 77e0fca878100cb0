"""``/queue``: what waits for whom, with the machine's proposals answered in place."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from starlette.datastructures import FormData

from claims import desk, views
from claims.desk import AlreadyAnsweredError, DeskError
from claims.model import Relation
from claims.settings import Settings
from claims.status import Scope
from claims.web.access import Person, checked_form, may, member, needs
from claims.web.api.answering import TheStore
from claims.web.api.asking import RowId
from claims.web.pages.flash import redirect_with
from claims.web.pages.templating import render
from claims.web.pages.typed import MistypedError, Typed, read_typed

SHOWN = 10
"""Items of a group on the page; the board shows the rest."""
SHOWN_FAILURES = 5

router = APIRouter(prefix="/queue", include_in_schema=False)

Member = Annotated[Person, Depends(member)]
Reviewer = Annotated[Person, Depends(needs(Scope.REVIEW))]
Form = Annotated[FormData, Depends(checked_form)]


@router.get("")
def show_queue(request: Request, store: TheStore, person: Member) -> Response:
    """Everything that waits, the person's own first."""
    return _show(request, store, person)


@router.post("/proposals/{proposal_id}")
def answer(
    request: Request, store: TheStore, proposal_id: RowId, person: Reviewer, form: Form
) -> Response:
    """Accept or refuse a proposal; where htmx asks, the answer takes the form's place."""
    typed = read_typed(form, ("answer", "reason", "relation"))
    try:
        accepted = _read_answer(typed)
        relation = typed.line("relation")
        desk.answer_proposal(
            store,
            person.acting(Scope.REVIEW),
            proposal_id,
            accepted,
            typed.line("reason"),
            relation=typed.choice("relation", "Relation", Relation) if relation else None,
        )
    except (AlreadyAnsweredError, desk.RefusedInputError, MistypedError) as refusal:
        return _refuse(request, store, person, proposal_id, typed, refusal)
    told = "Accepted, and the claims assessed anew." if accepted else "Refused: not proposed again."
    if "hx-request" in request.headers:
        return _show_answered(request, store, proposal_id, told)
    return redirect_with("/queue#proposals", told)


def _read_answer(typed: Typed) -> bool:
    pressed = typed.line("answer")
    if pressed not in ("accept", "refuse"):
        raise MistypedError("Press one of the two buttons.")
    return pressed == "accept"


def _refuse(
    request: Request,
    store: TheStore,
    person: Person,
    proposal_id: int,
    typed: Typed,
    refusal: DeskError | MistypedError,
) -> Response:
    """409 where somebody answered before, 422 else; what was typed stays readable."""
    status = 409 if isinstance(refusal, AlreadyAnsweredError) else 422
    kept = typed.fields.get("reason", "")
    if "hx-request" in request.headers:
        return _show_answered(request, store, proposal_id, str(refusal), status, kept)
    trouble = f"Proposal {proposal_id}: {refusal}"
    return _show(request, store, person, status, trouble=trouble, kept=kept)


def _show_answered(
    request: Request,
    store: TheStore,
    proposal_id: int,
    told: str,
    status: int = 200,
    kept: str = "",
) -> Response:
    """What takes the form's place: the answer, to what, and how many wait now."""
    context = {
        "told": told,
        "tone": "done" if status == 200 else "warn",
        "kept": kept,
        "each": views.proposal(store, proposal_id),
        "waiting": views.proposals_waiting(store),
    }
    return render(request, "parts/answered.html", context, status=status)


def _show(
    request: Request, store: TheStore, person: Person, status: int = 200, **more: Any
) -> Response:
    settings: Settings = request.app.state.settings
    context = {
        "queue": views.desk_queue(store, person.name, SHOWN, desk_of_one=settings.desk_of_one),
        "failures": views.failures(store, limit=SHOWN_FAILURES),
        "failures_waiting": views.failures_waiting(store),
        "more_failures": None,
        "may_retry": may(request, Scope.CONTRIBUTE),
        "may_leave": may(request, Scope.REVIEW),
        "may_answer": may(request, Scope.REVIEW),
        "has_runner": request.app.state.runner is not None,
        "back": "queue",
        "relations": tuple(Relation),
        "trouble": "",
        "kept": "",
    }
    return render(request, "queue.html", {**context, **more}, page="queue", status=status)

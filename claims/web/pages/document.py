"""``/documents/{id}``: a text with every stance in its place, and the forms that correct one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, NamedTuple

from fastapi import APIRouter, Depends, HTTPException, Request, Response
from pydantic import ValidationError
from starlette.datastructures import FormData

from claims import desk, views
from claims.model import Commitment, Stance
from claims.status import Scope
from claims.views import DocumentPage, DocumentStance, NotOnRecord, TakenOff
from claims.web.access import Person, checked_form, may, needs, reader
from claims.web.api.answering import TheStore
from claims.web.api.asking import RowId
from claims.web.pages.flash import redirect_with
from claims.web.pages.segments import Marked, Segment, cut_segments
from claims.web.pages.templating import render
from claims.web.pages.typed import MistypedError, read_typed

AROUND = 240
"""Characters of the article shown either side of a quote that is being corrected."""

NOT_ONE: Mapping[str, str] = {
    "not_a_claim": "Not a claim: nothing that could be checked",
    "not_a_stance": "Not a stance: nobody takes a position here",
    "other": "Something else",
}
"""Why a finding is withdrawn, as a person chooses it."""

router = APIRouter(prefix="/documents", include_in_schema=False, dependencies=[Depends(reader)])

Reviewer = Annotated[Person, Depends(needs(Scope.REVIEW))]
Form = Annotated[FormData, Depends(checked_form)]


class Piece(NamedTuple):
    """A segment with the stances that cover it."""

    segment: Segment
    told: tuple[DocumentStance, ...]
    """The longest span first."""


@router.get("/{document_id}")
def show_document(request: Request, store: TheStore, document_id: RowId) -> Response:
    """The article, its findings beside it, and what was taken off."""
    page = views.document(store, document_id)
    off = views.taken_off(store, document_id)
    context = {
        "doc": page,
        "pieces": _cut(page),
        "history": _group_history(page, off),
        "withdrawn": [each for each in off if each.replaced_by is None],
        "copies": views.copies(store, document_id),
        "may_correct": may(request, Scope.REVIEW),
    }
    return render(request, "document.html", context, page="sources")


@router.get("/{document_id}/stances/{stance_id}")
def show_correction(
    request: Request, store: TheStore, document_id: RowId, stance_id: RowId, person: Reviewer
) -> Response:
    """The forms that correct or withdraw one finding; a part of the page where htmx asks."""
    page = views.document(store, document_id)
    told = _find(page, stance_id)
    if told is None:
        return _show_overtaken(request, store, page, stance_id, {})
    if request.headers.get("hx-request"):
        return render(request, "parts/correction.html", _fill(page, told))
    return render(request, "correction.html", _fill(page, told), page="sources")


@router.post("/{document_id}/correct/{stance_id}")
def correct(
    request: Request,
    store: TheStore,
    document_id: RowId,
    stance_id: RowId,
    person: Reviewer,
    form: Form,
) -> Response:
    """Put a corrected finding in the place of the machine's, or of an earlier correction."""
    typed = _read(
        form, "party", "value", "commitment", "day", "start", "end", "reason", "new_party"
    )
    page = views.document(store, document_id)
    told = _find(page, stance_id)
    if told is None:
        return _show_overtaken(request, store, page, stance_id, typed)
    try:
        correction = _read_correction(told, typed)
        near = None if correction.party is None else views.names_near_new(store, correction.party)
        if near is not None and typed["new_party"] != correction.party:
            return _ask_whether_new(request, page, told, typed, near)
        new = desk.correct_stance(
            store, person.acting(Scope.REVIEW), stance_id, correction, typed["reason"]
        )
    except ValidationError as error:
        return _refuse(request, page, told, typed, _say(error))
    except desk.DeskError as error:
        return _answer_refusal(request, store, page, told, typed, error)
    return redirect_with(
        f"/documents/{document_id}#stance-{new}",
        f"Corrected. Stance {new} stands in the place of {stance_id}."
        + ("" if near is None else f" {correction.party} is a party new to the record."),
    )


@router.post("/{document_id}/withdraw/{stance_id}")
def withdraw(
    request: Request,
    store: TheStore,
    document_id: RowId,
    stance_id: RowId,
    person: Reviewer,
    form: Form,
) -> Response:
    """Take a finding off the balance: not a claim, or not a stance."""
    typed = _read(form, "why", "reason")
    page = views.document(store, document_id)
    told = _find(page, stance_id)
    if told is None:
        return _show_overtaken(request, store, page, stance_id, typed)
    why = NOT_ONE.get(typed["why"], "") if typed["why"] != "other" else ""
    reason = ". ".join(part for part in (why, typed["reason"]) if part)
    try:
        desk.withdraw(store, person.acting(Scope.REVIEW), "stance", stance_id, reason)
    except desk.DeskError as error:
        return _answer_refusal(request, store, page, told, typed, error)
    return redirect_with(
        f"/documents/{document_id}#taken-off",
        f"Withdrawn. Stance {stance_id} counts no longer, and stays in the history.",
    )


def _read(form: FormData, *names: str) -> dict[str, str]:
    typed = read_typed(form, names)
    try:
        return {name: typed.line(name) for name in names}
    except MistypedError as error:
        raise HTTPException(422, str(error)) from error


def _cut(page: DocumentPage) -> list[Piece]:
    told = {each.cell.stance_id: each for each in page.stances}
    marks = [Marked(key, each.cell.span.start, each.cell.span.end) for key, each in told.items()]
    return [
        Piece(segment, tuple(told[key] for key in segment.stances))
        for segment in cut_segments(page.text, marks)
    ]


def _group_history(page: DocumentPage, off: tuple[TakenOff, ...]) -> dict[int, list[TakenOff]]:
    """For each finding that counts, what stood in its place before, the latest first."""
    before = {each.replaced_by: each for each in off if each.replaced_by is not None}
    history: dict[int, list[TakenOff]] = {}
    for told in page.stances:
        line = []
        earlier = before.get(told.cell.stance_id)
        while earlier is not None:
            line.append(earlier)
            earlier = before.get(earlier.stance_id)
        history[told.cell.stance_id] = line
    return history


def _find(page: DocumentPage, stance_id: int) -> DocumentStance | None:
    return next((each for each in page.stances if each.cell.stance_id == stance_id), None)


def _fill(page: DocumentPage, told: DocumentStance, **more: Any) -> dict[str, Any]:
    cell = told.cell
    start, end = cell.span.start, cell.span.end
    return {
        "doc": page,
        "told": told,
        "before": page.text[max(0, start - AROUND) : start],
        "after": page.text[end : end + AROUND],
        "parties": sorted({each.cell.party.name for each in page.stances}),
        "values": tuple(Stance),
        "commitments": tuple(Commitment),
        "why_not": NOT_ONE,
        "typed": {
            "party": cell.party.name,
            "value": cell.said.value,
            "commitment": cell.commitment.value,
            "day": str(cell.day),
            "start": str(start),
            "end": str(end),
            "reason": "",
            "why": "",
            "new_party": "",
        },
        "refusal": "",
        "overtaken": None,
    } | more


def _read_correction(told: DocumentStance, typed: Mapping[str, str]) -> desk.StanceCorrection:
    """What differs from the finding. ValidationError where nothing does, or a field is wrong."""
    cell = told.cell
    changed: dict[str, Any] = {}
    if typed["party"] not in ("", cell.party.name):
        changed["party"] = typed["party"]
    if typed["value"] not in ("", cell.said.value):
        changed["value"] = typed["value"]
    if typed["commitment"] not in ("", cell.commitment.value):
        changed["commitment"] = typed["commitment"]
    if typed["day"] not in ("", str(cell.day)):
        changed["said_on"] = typed["day"]
    place = (typed["start"], typed["end"])
    if place not in (("", ""), (str(cell.span.start), str(cell.span.end))):
        changed |= {"start": typed["start"] or None, "end": typed["end"] or None}
    return desk.StanceCorrection.model_validate(changed)


def _say(error: ValidationError) -> str:
    return "; ".join(
        ": ".join(
            [*(str(part) for part in fault["loc"]), fault["msg"].removeprefix("Value error, ")]
        )
        for fault in error.errors(include_url=False)
    )


def _answer_refusal(
    request: Request,
    store: TheStore,
    page: DocumentPage,
    told: DocumentStance,
    typed: Mapping[str, str],
    error: desk.DeskError,
) -> Response:
    """The form once more; where somebody was quicker, with what they did."""
    again = views.document(store, page.document.document_id)
    if _find(again, told.cell.stance_id) is None:
        return _show_overtaken(request, store, again, told.cell.stance_id, typed)
    return _refuse(request, page, told, typed, str(error))


def _refuse(
    request: Request,
    page: DocumentPage,
    told: DocumentStance,
    typed: Mapping[str, str],
    refusal: str,
) -> Response:
    filled = _fill(page, told, refusal=refusal)
    filled["typed"] = {**filled["typed"], **typed}
    return render(request, "correction.html", filled, page="sources", status=422)


def _ask_whether_new(
    request: Request,
    page: DocumentPage,
    told: DocumentStance,
    typed: Mapping[str, str],
    near: tuple[str, ...],
) -> Response:
    """The form once more before a party is added: sent again as it is, it adds the party."""
    name = typed["party"]
    others = f" Near it: {', '.join(near)}." if near else ""
    refusal = (
        f"Nothing is recorded yet: “{name}” is on record nowhere, and would be a party of its own."
        f"{others} Name another party, or send it again to add this one."
    )
    filled = _fill(page, told, refusal=refusal)
    filled["parties"] = sorted({*filled["parties"], *near})
    filled["typed"] = {**filled["typed"], **typed, "new_party": name}
    return render(request, "correction.html", filled, page="sources", status=422)


def _show_overtaken(
    request: Request,
    store: TheStore,
    page: DocumentPage,
    stance_id: int,
    typed: Mapping[str, str],
) -> Response:
    """409: what became of the finding, and the form for the one that stands for it now."""
    off = {each.stance_id: each for each in views.taken_off(store, page.document.document_id)}
    last = off.get(stance_id)
    if last is None:
        raise NotOnRecord("stance of this document", stance_id)
    steps = [last]
    while last.replaced_by in off:
        last = off[last.replaced_by]
        steps.append(last)
    now = None if last.replaced_by is None else _find(page, last.replaced_by)
    if now is None:
        context: dict[str, Any] = {"doc": page, "told": None, "typed": typed, "refusal": ""}
    else:
        context = _fill(page, now)
        context["typed"] = {**context["typed"], **typed}
    context["overtaken"] = steps
    return render(request, "correction.html", context, page="sources", status=409)

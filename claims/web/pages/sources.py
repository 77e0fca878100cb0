"""``/sources``: outlets, what came in, what failed and why; and failures retried or left."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request, Response
from starlette.datastructures import FormData

from claims import desk, views
from claims.model import BIGGEST_ID
from claims.status import Scope
from claims.views import DocumentRow, FailureView, Page
from claims.web.access import Person, checked_form, may, member, needs, reader
from claims.web.api.answering import TheStore
from claims.web.api.asking import DocumentsQuery, RowId, Words
from claims.web.pages.flash import redirect_with
from claims.web.pages.templating import render
from claims.web.runs import Runner, RunnerAwayError

SHOWN_FAILURES = 20
SHOWN_DOCUMENTS = 20
NO_RUNNER = "No flow can be started from here: start onrecord up, or use onrecord retry."

router = APIRouter(include_in_schema=False, dependencies=[Depends(reader)])

Form = Annotated[FormData, Depends(checked_form)]
Before = Annotated[int | None, Query(ge=1, le=BIGGEST_ID)]


@router.get("/sources")
def show_sources(
    request: Request,
    store: TheStore,
    person: Annotated[Person, Depends(reader)],
    after: Annotated[str | None, Query(max_length=200)] = None,
) -> Response:
    """Outlets by id, the latest documents, and to whoever logged in the failures that nobody
    answered: they name paths of this machine."""
    failed: dict[str, Any] = {"failures": (), "more_failures": None}
    if person.via != "public":
        failed = {**_fill_failures(request, store, None), "waiting": views.failures_waiting(store)}
    asked = DocumentsQuery(limit=SHOWN_DOCUMENTS)
    came_in = views.documents(store, **asked.model_dump())
    context = {
        "listed": views.outlets(store, after),
        "after": after,
        **_fill_documents(came_in, asked),
        "asked": asked,
        "is_public": person.via == "public",
        **failed,
    }
    return render(request, "sources.html", context, page="sources")


@router.get("/sources/{outlet_id:path}")
def show_outlet(
    request: Request,
    store: TheStore,
    outlet_id: Words,
    cursor: Annotated[str | None, Query(max_length=200)] = None,
) -> Response:
    """One outlet with the documents that came from it."""
    outlet = views.outlet(store, outlet_id)
    asked = DocumentsQuery(outlet=outlet_id, cursor=cursor)
    came_in = views.documents(store, **asked.model_dump())
    context = {"outlet": outlet, **_fill_documents(came_in, asked)}
    return render(request, "outlet.html", context, page="sources")


@router.get("/documents")
def show_documents(
    request: Request, store: TheStore, asked: Annotated[DocumentsQuery, Query()]
) -> Response:
    """What came in, in pages; only the rows where htmx asks for more."""
    came_in = views.documents(store, **asked.model_dump())
    template = "parts/documents.html" if _is_part(request) else "documents.html"
    filled = _fill_documents(came_in, asked)
    return render(request, template, {**filled, "asked": asked}, page="sources")


@router.get("/failures", dependencies=[Depends(member)])
def show_failures(request: Request, store: TheStore, before: Before = None) -> Response:
    """What failed and nobody answered, in pages; only the rows where htmx asks for more."""
    template = "parts/failures.html" if _is_part(request) else "failures.html"
    return render(request, template, _fill_failures(request, store, before), page="sources")


@router.post("/failures/retry")
def retry(
    request: Request,
    person: Annotated[Person, Depends(needs(Scope.CONTRIBUTE))],
    form: Form,
) -> Response:
    """Have everything that failed taken again, and lead to the run."""
    runner: Runner | None = request.app.state.runner
    if runner is None:
        return redirect_with("/sources#failures", NO_RUNNER, "warn")
    try:
        run_id = runner.retry(person.name)
    except RunnerAwayError as away:
        return redirect_with("/sources#failures", str(away), "warn")
    return redirect_with(f"/runs/{run_id}", "What failed is being taken again.")


@router.post("/failures/{failure_id}/leave")
def leave(
    request: Request,
    store: TheStore,
    failure_id: RowId,
    person: Annotated[Person, Depends(needs(Scope.REVIEW))],
    form: Form,
) -> Response:
    """Say that a failed input will not be worked through: it is not tried again."""
    desk.answer_failure(store, person.acting(Scope.REVIEW), failure_id)
    back = "/queue#look-at-failure" if form.get("back") == "queue" else "/sources#failures"
    return redirect_with(back, f"Failure {failure_id} is left as it is, and not tried again.")


def _is_part(request: Request) -> bool:
    return "hx-request" in request.headers


def _fill_documents(page: Page[DocumentRow], asked: DocumentsQuery) -> dict[str, Any]:
    following = asked.model_dump(exclude_defaults=True) | {"cursor": page.next}
    return {
        "came_in": page.items,
        "more_documents": f"/documents?{urlencode(following)}" if page.next else None,
    }


def _fill_failures(request: Request, store: TheStore, before: int | None) -> dict[str, Any]:
    found = views.failures(store, limit=SHOWN_FAILURES + 1, before=before)
    shown: tuple[FailureView, ...] = found[:SHOWN_FAILURES]
    more = len(found) > SHOWN_FAILURES
    return {
        "failures": shown,
        "more_failures": f"/failures?before={shown[-1].id}" if more else None,
        "may_retry": may(request, Scope.CONTRIBUTE),
        "may_leave": may(request, Scope.REVIEW),
        "has_runner": request.app.state.runner is not None,
        "back": "sources",
    }

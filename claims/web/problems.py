"""One shape for every error: problem details of RFC 9457, which leak nothing.

A 500 says only that it happened, with a number that the log has as well.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from claims.views import CursorError, NotOnRecord, NotPublished, RangeError
from claims.web.headers import SECURITY_HEADERS, NotModified
from claims.web.pages.templating import render

MEDIA_TYPE = "application/problem+json"
NOT_UNDERSTOOD = "This address asks for what is not there"
SHOWN_CHARS = 40
"""Of what somebody typed into an address, told again."""
NO_NUMBER = frozenset({"int_parsing", "greater_than_equal", "less_than_equal", "int_parsing_size"})
log = logging.getLogger(__name__)


class Fault(BaseModel):
    """One faulty input of a 422."""

    where: str = Field(examples=["query.limit"])
    what: str = Field(examples=["Input should be less than or equal to 200"])
    known: list[str] | None = None
    """The names that are taken there, where this one is not."""


class Problem(BaseModel):
    """RFC 9457 problem details. What follows ``instance`` are extension members."""

    type: str = Field(examples=["urn:onrecord:problem:not-on-record"])
    title: str = Field(examples=["Not on record"])
    status: int = Field(examples=[404])
    detail: str = Field(examples=["no claim 7 is on record"])
    instance: str = Field(examples=["/api/v1/claims/7"])
    near: list[str] | None = None
    """Likely names, where a name was not found."""
    errors: list[Fault] | None = None
    """Every faulty input of a 422."""
    changes: list[str] | None = None
    """What changed on a claim since the page or answer that this request comes from."""
    allowed: list[str] | None = None
    """Stages that the claim may go to from where it is."""
    incident: str | None = None
    """For a 500: the number under which the log holds the cause."""


PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {
        "model": Problem,
        "description": description,
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    for status, description in {
        401: "Nobody is logged in, or the token does not hold",
        403: "The token lacks the scope that this takes",
        400: "The cursor is not one of ours, or belongs to other filters",
        404: "Not on record; `near` holds likely names",
        422: "An input is out of bounds; `errors` names each",
    }.items()
}
"""What every route may answer beside its result, for OpenAPI."""


def register_problems(app: FastAPI) -> None:
    """Make ``app`` answer every error as a problem document, and say so in OpenAPI."""
    describe = app.openapi

    def describe_problems() -> dict[str, Any]:
        """FastAPI lists a declared model under the route's own media type too: never sent."""
        described = describe()
        for operations in described["paths"].values():
            for operation in operations.values():
                for response in operation["responses"].values():
                    told = response.get("content", {})
                    if MEDIA_TYPE in told:
                        response["content"] = {MEDIA_TYPE: told[MEDIA_TYPE]}
        return described

    app.openapi = describe_problems  # type: ignore[method-assign]  # FastAPI's documented way
    app.add_exception_handler(NotOnRecord, _answer_not_on_record)
    app.add_exception_handler(NotPublished, _answer_not_published)
    app.add_exception_handler(CursorError, _answer_bad_cursor)
    app.add_exception_handler(RangeError, _answer_bad_range)
    app.add_exception_handler(RequestValidationError, _answer_invalid)
    app.add_exception_handler(HTTPException, _answer_http)
    app.add_exception_handler(NotModified, _answer_not_modified)
    app.add_exception_handler(Exception, _answer_broken)


def answer_problem(
    request: Request, kind: str, status: int, detail: str, title: str = "", **more: Any
) -> Response:
    """The problem document as a response; as a page where a person's browser asked for one."""
    problem = Problem(
        type=f"urn:onrecord:problem:{kind}",
        title=title or HTTPStatus(status).phrase,
        status=status,
        detail=detail,
        instance=request.url.path,
        **more,
    )
    if wants_page(request):
        return render(request, "error.html", {"problem": problem}, status=status)
    return JSONResponse(
        problem.model_dump(exclude_none=True), status_code=status, media_type=MEDIA_TYPE
    )


def wants_page(request: Request) -> bool:
    """Whether a browser asks, and not under ``/api``: programs there always get the document."""
    asks_for_html = "text/html" in request.headers.get("accept", "")
    return asks_for_html and not request.url.path.startswith("/api/")


def _answer_not_on_record(request: Request, error: Exception) -> Response:
    near = list(error.near) if isinstance(error, NotOnRecord) else []
    return answer_problem(
        request, "not-on-record", 404, str(error), "Not on record", near=near or None
    )


def _answer_not_published(request: Request, error: Exception) -> Response:
    return answer_problem(request, "not-published", 404, str(error), "Not published")


def _answer_bad_cursor(request: Request, error: Exception) -> Response:
    return answer_problem(request, "bad-cursor", 400, str(error), "Bad cursor")


def _answer_bad_range(request: Request, error: Exception) -> Response:
    assert isinstance(error, RangeError)
    place = "query" if request.method == "GET" else "body"
    faults = [Fault(where=f"{place}.{name}", what=str(error)) for name in error.where]
    return answer_problem(
        request, "invalid-input", 422, str(error), "Invalid input", errors=faults or None
    )


def _answer_invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    faults = [_make_fault(request, fault) for fault in error.errors()]
    if wants_page(request):
        told = dict.fromkeys(_tell_person(request, fault) for fault in error.errors())
        return answer_problem(request, "invalid-input", 422, ". ".join(told), NOT_UNDERSTOOD)
    detail = "; ".join(f"{fault.where}: {fault.what}" for fault in faults)
    return answer_problem(request, "invalid-input", 422, detail, "Invalid input", errors=faults)


def _make_fault(request: Request, fault: Mapping[str, Any]) -> Fault:
    place, *inside = fault["loc"]
    where = ".".join(str(part) for part in fault["loc"])
    if fault["type"] != "extra_forbidden" or len(inside) != 1:
        return Fault(where=where, what=str(fault["msg"]))
    known = _list_known(request, place)
    what = f"not one of {', '.join(known)}" if known else "nothing is taken here"
    return Fault(where=where, what=what, known=known)


def _tell_person(request: Request, fault: Mapping[str, Any]) -> str:
    """What is wrong with the address that a person opened, and what it takes."""
    place, *inside = fault["loc"]
    name, given = str(inside[0] if inside else place), str(fault.get("input"))[:SHOWN_CHARS]
    if fault["type"] == "extra_forbidden":
        known = fault.get("known") or _list_known(request, place)
        return f"The address asks for “{name}”, and takes {', '.join(known) or 'nothing'}"
    if fault["type"] == "enum":
        return f"“{given}” is no {name}: it is one of {fault['ctx']['expected']}"
    if place == "path" and fault["type"] in NO_NUMBER:
        return f"“{given}” is no number that the record gives: those are 1, 2, 3 ..."
    return f"{name} “{given}”: {str(fault['msg']).removeprefix('Value error, ')}"


def _list_known(request: Request, place: str) -> list[str]:
    """The names that the route takes in its ``query`` or ``body``: fields of one model."""
    takes = request.scope["route"].dependant
    models = takes.query_params if place == "query" else takes.body_params
    return sorted(name for each in models for name in each.field_info.annotation.model_fields)


def _answer_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    phrase = HTTPStatus(error.status_code).phrase
    detail = error.detail
    if error.status_code == HTTPStatus.NOT_FOUND and detail == phrase:
        detail = f"nothing is served at {request.url.path}"
    answer = answer_problem(request, phrase.lower().replace(" ", "-"), error.status_code, detail)
    answer.headers.update(error.headers or {})
    return answer


def _answer_not_modified(request: Request, error: Exception) -> Response:
    assert isinstance(error, NotModified)
    return Response(status_code=304, headers={"ETag": error.etag, "Cache-Control": "no-cache"})


def _answer_broken(request: Request, error: Exception) -> Response:
    incident = uuid.uuid4().hex[:12]
    log.error("incident %s at %s", incident, request.url.path, exc_info=error)
    answer = answer_problem(
        request,
        "broken",
        500,
        f"something broke on our side; the log has it as incident {incident}",
        incident=incident,
    )
    # Starlette answers this outside every middleware, so the headers are set here.
    for name, value in SECURITY_HEADERS.items():
        answer.headers.setdefault(name, value)
    return answer

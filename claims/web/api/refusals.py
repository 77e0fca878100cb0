"""What the desk and the flows refuse, as problem documents."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from fastapi import FastAPI, Request, Response

from claims.desk import (
    AlreadyAnsweredError,
    AtWorkError,
    DeskError,
    MoveRefusedError,
    NotAllowedError,
    NotOnRecordError,
    RefusedInputError,
    StaleClaimError,
)
from claims.store import DatabaseBusyError
from claims.web.problems import MEDIA_TYPE, PROBLEMS, Problem, answer_problem
from claims.web.runs import NoSuchOutletError, NoSuchRunError, RunnerAwayError

BUSY_SECONDS = 5

WRITE_PROBLEMS: dict[int | str, dict[str, Any]] = {
    **PROBLEMS,
    **{
        status: {
            "model": Problem,
            "description": description,
            "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
        for status, description in {
            409: "Not from here: `allowed` says where to; or, with `head`: the claim changed since"
            " you read it, `changes` says what",
            412: "With `If-Match`: the claim changed since you read it; `changes` says what",
            413: "The body is too long",
            429: "Too many writes; `Retry-After` says how many seconds to wait",
            503: "The record is busy, or no flow can be started; the detail says what to do",
        }.items()
    },
}
"""What every write may answer beside its result, for OpenAPI."""


class _Refusal(NamedTuple):
    kind: str
    status: int
    title: str
    more: Callable[[Any], dict[str, Any]] = lambda _: {}


_REFUSALS: dict[type[Exception], _Refusal] = {
    NotOnRecordError: _Refusal("not-on-record", 404, "Not on record"),
    StaleClaimError: _Refusal("stale", 409, "It changed", lambda e: {"changes": list(e.changes)}),
    MoveRefusedError: _Refusal(
        "not-from-here", 409, "Not from here", lambda e: {"allowed": [s.value for s in e.allowed]}
    ),
    AlreadyAnsweredError: _Refusal("answered", 409, "Answered before"),
    AtWorkError: _Refusal("at-work", 409, "At work"),
    NotAllowedError: _Refusal("forbidden", 403, "Not allowed"),
    RefusedInputError: _Refusal("invalid-input", 422, "Invalid input"),
    DeskError: _Refusal("invalid-input", 422, "Invalid input"),
    DatabaseBusyError: _Refusal("busy", 503, "Busy"),
    RunnerAwayError: _Refusal("no-runner", 503, "No flow can be started"),
    NoSuchOutletError: _Refusal("invalid-input", 422, "No such outlet"),
    NoSuchRunError: _Refusal("not-on-record", 404, "No such run"),
}


def register_desk_refusals(app: FastAPI) -> None:
    """Answer every refusal of desk, store and flows as a problem."""
    for error in _REFUSALS:
        app.add_exception_handler(error, _answer)


def _answer(request: Request, error: Exception) -> Response:
    refusal = next(_REFUSALS[kind] for kind in type(error).__mro__ if kind in _REFUSALS)
    status = refusal.status
    if isinstance(error, StaleClaimError) and "if-match" in request.headers:
        status = 412
    answer = answer_problem(
        request, refusal.kind, status, str(error), refusal.title, **refusal.more(error)
    )
    if isinstance(error, DatabaseBusyError):
        answer.headers["Retry-After"] = str(BUSY_SECONDS)
    return answer

"""Routes by which material comes in: a text is handed to the flow, whose run can be followed."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request, Response

from claims.model import Value
from claims.web.access import Person, Scope, member, writes
from claims.web.access.once import OnceRoute, note_key
from claims.web.api.answering import answer_json
from claims.web.api.asking import Nothing, Words
from claims.web.api.examples import ANSWERS, give_example
from claims.web.api.refusals import WRITE_PROBLEMS
from claims.web.api.writing import DocumentGiven
from claims.web.runs import Run, Runner, RunnerAwayError, submit_text

router = APIRouter(tags=["intake"], responses=WRITE_PROBLEMS, route_class=OnceRoute)

Contributor = Annotated[Person, Depends(writes(Scope.CONTRIBUTE))]


class RunStarted(Value):
    """The run that works through what was handed in."""

    run_id: str


def get_runner(request: Request) -> Runner:
    """What starts flows. RunnerAwayError where this application has none."""
    runner: Runner | None = request.app.state.runner
    if runner is None:
        raise RunnerAwayError(
            "no flow can be started from here: start onrecord up, or use onrecord ingest"
        )
    return runner


@router.post(
    "/documents",
    summary="Hand in a text",
    status_code=202,
    response_model=RunStarted,
    dependencies=[Depends(note_key)],
    responses=give_example({"run_id": "0b9c3a7e-9f5e-4ad1-8a0c-2f1f3f6f2c11"}, status=202),
)
def hand_in(person: Contributor, request: Request, asked: DocumentGiven) -> Response:
    """Have a text read for claims and stances. `Location` tells where to follow the run.

    Scope: contribute. The same text twice changes nothing. Takes a running `onrecord up`.
    """
    given = asked.model_dump(exclude={"url"}) | {"url": asked.url or ""}
    run_id = get_runner(request).ingest(submit_text(**given), person.name)
    place = request.url.path.rpartition("/")[0]
    return answer_json(
        RunStarted(run_id=run_id), {"Location": f"{place}/runs/{run_id}"}, status=202
    )


@router.get(
    "/runs/{run_id}",
    summary="How far a run is",
    response_model=Run,
    responses=give_example(ANSWERS["run"]),
    dependencies=[Depends(member)],
)
def show_run(
    run_id: Annotated[Words, Path(description="As the answer to handing in gave it.")],
    request: Request,
    asked: Annotated[Nothing, Query()],
) -> Response:
    """Its state and steps; when it is completed, `report` counts what it did.

    Takes a token also where the public may read the record.
    """
    return answer_json(get_runner(request).read(run_id), {"Cache-Control": "no-store"})

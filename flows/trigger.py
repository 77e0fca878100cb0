"""Reach the Prefect server that runs, and have it start a flow.

Through ``onrecord up`` a warm worker takes the run within a second.
"""

from __future__ import annotations

import os
from typing import Any

import httpx
from pydantic import BaseModel
from tenacity import Retrying, retry_if_exception_type, stop_after_delay, wait_fixed

from claims.settings import Settings
from flows.environment import DEPLOYMENT, prepare, read_up
from flows.password import PasswordError, load_password, name_server
from flows.temporary_server import is_temporary

POLL_SECONDS = 0.1
ANSWER_SECONDS = 10
"""So long a server may take to one question; then it is asked again."""
BUSY_SECONDS = 60
"""One that takes connections is busy; after so long without an answer it is taken for none."""
BUSY = (httpx.TimeoutException, httpx.ReadError, httpx.RemoteProtocolError)
"""What an overloaded server does to a question; where none is, the connection is refused."""


class RunError(RuntimeError):
    """A flow run that did not complete: its state's message, and where to look."""


def trigger_if_up(
    name: str, request: BaseModel, settings: Settings, key: str | None = None
) -> bool:
    """Have a running server start flow ``name``, without waiting. False where none runs.

    Asked twice with the same ``key``, the server starts one run.

    Raises:
        RunError: the server has no such deployment, or stopped answering.
    """
    if not point_at_server(settings):
        return False
    from prefect.client.orchestration import get_client

    with get_client(sync_client=True) as client:
        try:
            start_run(client, name, request, key)
        except httpx.HTTPError as error:
            raise RunError(
                f"the Prefect server at {client.api_url} did not start {name} ({error!r})"
            ) from error
    return True


def publish_key(claim_id: int, decision_id: int | None) -> str:
    """Names the run that publishes a claim under a decision, whoever asks for it."""
    return f"publish:{claim_id}:{decision_id}"


def question_key(claim_id: int, decision_id: int | None) -> str:
    """Names the run that marks what was published of a claim as called into question."""
    return f"question:{claim_id}:{decision_id}"


def point_at_server(settings: Settings) -> bool:
    """Let Prefect's client use the server that runs, if one does; False where none answers.

    The one of a run by itself is none: it has no deployments, and ends with the run.
    """
    given = os.environ.get("PREFECT_API_URL")
    if given and is_temporary(given):
        return False
    up = read_up(settings.home)
    if given:
        if not _answers(given):
            raise RunError(
                f"no Prefect server answers at {given}: start it, or unset PREFECT_API_URL"
                " and each command runs its flow by itself"
            )
    elif up is None or not _answers(up.prefect_api):
        return False
    # A server of the user's own hears nothing of our password: theirs is in the environment.
    if up is not None and given in (None, "", up.prefect_api):
        try:
            name_server(up.prefect_api, load_password(settings.home))
        except PasswordError as error:
            raise RunError(str(error)) from error
    prepare(settings)
    return True


def _answers(api: str) -> bool:
    """Whether a server is there: at once where nobody listens, patiently where one is busy."""
    patiently = Retrying(
        wait=wait_fixed(POLL_SECONDS),
        stop=stop_after_delay(BUSY_SECONDS),
        retry=retry_if_exception_type(BUSY),
        reraise=True,
    )
    try:
        health = f"{api.rstrip('/')}/health"
        return patiently(httpx.get, health, timeout=ANSWER_SECONDS).is_success
    except httpx.HTTPError:
        return False


def start_run(client: Any, name: str, request: BaseModel, key: str | None = None) -> Any:
    """Have the server run flow ``name``; the flow run. RunError where it is not deployed, or
    the server does not know us."""
    from prefect.exceptions import ObjectNotFound

    try:
        deployment = client.read_deployment_by_name(f"{name}/{DEPLOYMENT}")
    except ObjectNotFound:
        raise RunError(
            f"the Prefect server at {client.api_url} has no deployment {name}/{DEPLOYMENT}:"
            " run `python -m flows.deploy` against it, or unset PREFECT_API_URL"
        ) from None
    except httpx.HTTPStatusError as error:
        if error.response.status_code != httpx.codes.UNAUTHORIZED:
            raise
        raise RunError(
            f"the Prefect server at {client.api_url} does not take the password: set"
            " PREFECT_API_AUTH_STRING for one of your own, or start onrecord up anew"
        ) from None
    return client.create_flow_run_from_deployment(
        deployment.id,
        parameters={"request": request.model_dump(mode="json")},
        idempotency_key=key,
    )

"""A flow runs through a server where one is there; what it refuses comes back as a sentence."""

from __future__ import annotations

import os
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import httpx
import pytest
from prefect import flow
from prefect.artifacts import create_progress_artifact
from prefect.client.orchestration import get_client
from prefect.context import get_run_context
from prefect.states import Completed, Crashed, Failed

from claims.settings import Settings
from flows import trigger
from flows.environment import UP_FILE, Up
from flows.requests import ClaimsRequest, WorkReport
from flows.temporary_server import free_port
from flows.trigger import RunError, _keep_traceback, _read_report, run_flow, trigger_if_up


def no_watch(*_: object) -> None:
    """Nobody watches."""


def test_no_server_no_trigger(settings: Settings) -> None:
    assert trigger_if_up("publish", ClaimsRequest(), settings) is False


def test_an_up_that_does_not_answer_is_none(settings: Settings) -> None:
    # Its process number may have been given to another one.
    url = f"http://127.0.0.1:{free_port()}"
    up = Up(pid=os.getpid(), prefect_api=f"{url}/api", prefect_ui=url, api=url)
    (settings.home / UP_FILE).write_text(up.model_dump_json())

    assert trigger_if_up("publish", ClaimsRequest(), settings) is False


class Busy(ThreadingHTTPServer):
    """A server that takes every connection and answers all but the first ``silent``."""

    def __init__(self, silent: int) -> None:
        super().__init__(("127.0.0.1", 0), LateAnswer)
        self.silent = silent
        self.asked = 0
        self.over = threading.Event()


class LateAnswer(BaseHTTPRequestHandler):
    server: Busy

    def do_GET(self) -> None:
        self.server.asked += 1
        if self.server.asked <= self.server.silent:
            self.server.over.wait(30)
            return
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Silence."""


@pytest.mark.parametrize(
    ("silent", "patience", "found"),
    [
        pytest.param(2, 30, True, id="it answers in the end"),
        pytest.param(1000, 0.3, False, id="it never answers"),
    ],
)
def test_a_busy_server_is_waited_for(
    silent: int, patience: float, found: bool, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trigger, "ANSWER_SECONDS", 0.1)
    monkeypatch.setattr(trigger, "BUSY_SECONDS", patience)
    server = Busy(silent)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_address[1]}"
    up = Up(pid=os.getpid(), prefect_api=f"{url}/api", prefect_ui=url, api=url)
    (settings.home / UP_FILE).write_text(up.model_dump_json())
    try:
        assert trigger.point_at_server(settings) is found
        assert (os.environ.get("PREFECT_API_URL") == f"{url}/api") is found
    finally:
        os.environ.pop("PREFECT_API_URL", None)
        server.over.set()
        server.shutdown()
        server.server_close()


def test_a_server_that_stops_answering_is_named(
    server: str, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise httpx.ReadTimeout("")

    monkeypatch.setattr(trigger, "start_run", fail)
    with pytest.raises(RunError, match=rf"{server}\S* did not start publish \(ReadTimeout"):
        trigger_if_up("publish", ClaimsRequest(), settings)


def test_a_server_asked_for_by_name_must_answer(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PREFECT_API_URL", f"http://127.0.0.1:{free_port()}/api")

    with pytest.raises(RunError, match=r"no Prefect server answers at .*: start it, or unset"):
        trigger_if_up("publish", ClaimsRequest(), settings)


def test_a_server_is_told_and_not_waited_for(server: str, settings: Settings) -> None:
    assert trigger_if_up("publish", ClaimsRequest(claims=[7], actor="Bo"), settings) is True

    with get_client(sync_client=True) as client:
        run = max(client.read_flow_runs(), key=lambda each: each.created)
    assert run.parameters["request"]["claims"] == [7]
    assert run.parameters["request"]["actor"] == "Bo"


def test_a_server_without_our_deployments_is_named(server: str, settings: Settings) -> None:
    with pytest.raises(RunError, match=r"has no deployment nothing/onrecord: run `python -m"):
        trigger_if_up("nothing", ClaimsRequest(), settings)


def test_why_a_run_on_the_server_failed_comes_back(
    server: str, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    # In place of a worker: the run ends as soon as it is made.
    make = trigger.start_run

    def make_and_end(client: Any, name: str, request: Any) -> Any:
        run = make(client, name, request)
        client.set_flow_run_state(run.id, Failed(message="the disk is full"), force=True)
        return run

    monkeypatch.setattr(trigger, "start_run", make_and_end)
    with pytest.raises(RunError, match=r"assess ended as Failed: the disk is full \(flow run \w+"):
        run_flow("assess", ClaimsRequest(), settings, no_watch)


@pytest.mark.parametrize(
    ("state", "said"),
    [
        pytest.param(
            Failed(message="Flow run encountered an exception: NotOnRecord: no claim 4"),
            "assess ended as Failed: no claim 4",
            id="the refusal alone",
        ),
        pytest.param(
            Failed(message="Flow run encountered an exception: ZeroDivisionError: division"),
            "assess ended as Failed: division",
            id="an error of ours",
        ),
        pytest.param(Crashed(message=None), "assess ended as Crashed: no message", id="silent"),
    ],
)
def test_a_failed_run_is_a_sentence(state: Any, said: str) -> None:
    with pytest.raises(RunError) as raised:
        _read_report("assess", state, "")
    assert str(raised.value) == said


def test_a_completed_run_gives_its_report() -> None:
    state = Completed(data=WorkReport(claims=3))

    assert _read_report("assess", state, "")["claims"] == 3


def test_where_a_run_failed_is_written_down(settings: Settings) -> None:
    try:
        raise ZeroDivisionError("by zero")
    except ZeroDivisionError as error:
        where = _keep_traceback("assess", SimpleNamespace(data=error), settings)

    log = settings.home / "logs" / "assess.log"
    assert where == f"details in {log}"
    assert "ZeroDivisionError: by zero" in log.read_text()
    assert _keep_traceback("assess", Completed(), settings) == ""


def test_progress_on_the_server_reaches_whoever_watches(server: str) -> None:
    @flow(name="a long one")
    def work() -> Any:
        create_progress_artifact(40.0, "a-long-one", "09:00:00 begun\n09:00:01 forty of a hundred")
        return get_run_context().flow_run.id

    seen: list[tuple[int, int, str]] = []
    run_id = work()
    with get_client(sync_client=True) as client:
        trigger._watch_progress(client, uuid4(), lambda *told: seen.append(told))
        assert seen == []
        trigger._watch_progress(client, run_id, lambda *told: seen.append(told))
    assert seen == [(40, 100, "forty of a hundred")]

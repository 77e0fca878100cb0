"""A server that runs is found, however busy, and told to start a flow."""

from __future__ import annotations

import os
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest
from prefect.client.orchestration import get_client

from claims.settings import Settings
from flows import trigger
from flows.environment import UP_FILE, Up
from flows.requests import ClaimsRequest
from flows.temporary_server import free_port
from flows.trigger import RunError, trigger_if_up


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

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
from flows.password import forget_server, load_password, password_path
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
        password = os.environ.get("PREFECT_API_AUTH_STRING")
        assert (password == load_password(settings.home)) is found
    finally:
        forget_server()
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


@pytest.mark.parametrize(
    ("given", "theirs", "sent"),
    [
        pytest.param("own", None, None, id="one of the user's own, without a password"),
        pytest.param("own", "ana:theirs", "ana:theirs", id="one of the user's own, with theirs"),
        pytest.param("up", None, "ours", id="the address of onrecord up, given by hand"),
        pytest.param("up", "ana:theirs", "ours", id="that, where theirs is of another server"),
        pytest.param(None, None, "ours", id="onrecord up, found"),
    ],
)
def test_which_server_hears_our_password(
    given: str | None,
    theirs: str | None,
    sent: str | None,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "environ", {k: v for k, v in os.environ.items() if "PREFECT" not in k})
    monkeypatch.setattr(trigger, "_answers", lambda _: True)
    addresses = {"own": "http://10.0.0.7:4200/api", "up": "http://127.0.0.1:4200/api"}
    up = Up(pid=os.getpid(), prefect_api=addresses["up"], prefect_ui="", api="")
    (settings.home / UP_FILE).write_text(up.model_dump_json())
    if given:
        os.environ["PREFECT_API_URL"] = addresses[given]
    if theirs:
        os.environ["PREFECT_API_AUTH_STRING"] = theirs

    assert trigger.point_at_server(settings) is True

    assert os.environ["PREFECT_API_URL"] == addresses[given or "up"]
    ours = load_password(settings.home) if sent == "ours" else sent
    assert os.environ.get("PREFECT_API_AUTH_STRING") == ours


def test_a_password_that_cannot_be_read_stops_no_decision(settings: Settings) -> None:
    # The caller of ``trigger_if_up`` hears a RunError, and what a person decided stands.
    load_password(settings.home)
    password_path(settings.home).chmod(0o644)
    with Busy(0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_address[1]}"
        up = Up(pid=os.getpid(), prefect_api=f"{url}/api", prefect_ui=url, api=url)
        (settings.home / UP_FILE).write_text(up.model_dump_json())
        with pytest.raises(RunError, match="others may read the password"):
            trigger_if_up("publish", ClaimsRequest(), settings)
        server.shutdown()


def test_a_server_that_does_not_know_us_is_named(
    server: str, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Strange:
        api_url = server

        def read_deployment_by_name(self, _: str) -> None:
            asked = httpx.Request("GET", server)
            raise httpx.HTTPStatusError("", request=asked, response=httpx.Response(401))

    with pytest.raises(RunError, match="does not take the password: set PREFECT_API_AUTH_STRING"):
        trigger.start_run(Strange(), "publish", ClaimsRequest())


def test_a_server_is_told_and_not_waited_for(server: str, settings: Settings) -> None:
    assert trigger_if_up("publish", ClaimsRequest(claims=[7], actor="Bo"), settings) is True

    with get_client(sync_client=True) as client:
        run = max(client.read_flow_runs(), key=lambda each: each.created)
    assert run.parameters["request"]["claims"] == [7]
    assert run.parameters["request"]["actor"] == "Bo"


def test_a_server_without_our_deployments_is_named(server: str, settings: Settings) -> None:
    with pytest.raises(RunError, match=r"has no deployment nothing/onrecord: run `python -m"):
        trigger_if_up("nothing", ClaimsRequest(), settings)

"""A flow runs to its end; what it refuses comes back as a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import pytest
from prefect import flow
from prefect.artifacts import create_progress_artifact
from prefect.client.orchestration import get_client
from prefect.context import get_run_context
from prefect.states import Completed, Crashed, Failed

from claims.settings import Settings
from flows import running
from flows.requests import ClaimsRequest, WorkReport
from flows.running import _keep_traceback, _read_report, run_flow
from flows.trigger import RunError


def no_watch(*_: object) -> None:
    """Nobody watches."""


class Clock:
    """Time that passes as one sleeps, a second at a time."""

    now = 0.0

    def monotonic(self) -> float:
        return self.now

    def sleep(self, _: float) -> None:
        self.now += 1
        if self.now == self._moment:
            self._act()

    def after(self, moment: float, act: Callable[[], object]) -> None:
        """Do something then."""
        self._moment, self._act = moment, act


def test_why_a_run_on_the_server_failed_comes_back(
    server: str, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    # In place of a worker: the run ends as soon as it is made.
    make = running.start_run

    def make_and_end(client: Any, name: str, request: Any) -> Any:
        run = make(client, name, request)
        client.set_flow_run_state(run.id, Failed(message="the disk is full"), force=True)
        return run

    monkeypatch.setattr(running, "start_run", make_and_end)
    with pytest.raises(RunError, match=r"assess ended as Failed: the disk is full \(flow run \w+"):
        run_flow("assess", ClaimsRequest(), settings, no_watch)


def test_a_run_that_no_worker_takes_is_told_and_written_down_more_and_more_rarely(
    server: str, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    monkeypatch.setattr(running, "time", clock)
    seen: list[str] = []
    make = running.start_run

    def make_and_end(client: Any, name: str, request: Any) -> Any:
        run = make(client, name, request)
        failed = Failed(message="stopped")
        clock.after(200, lambda: client.set_flow_run_state(run.id, failed, force=True))
        return run

    monkeypatch.setattr(running, "start_run", make_and_end)
    with (
        pytest.warns(UserWarning, match=r"no worker has taken the run for \d+ s") as told,
        pytest.raises(RunError, match="stopped"),
    ):
        run_flow("assess", ClaimsRequest(), settings, lambda *step: seen.append(step[2]))

    # others may warn meanwhile, as of a socket that the garbage collector found open
    waits = [message for each in told if "no worker" in (message := str(each.message))]
    assert [int(re.findall(r"(\d+) s", message)[0]) for message in waits] == [5, 30, 180]
    assert "onrecord up" in waits[0]
    assert seen == ["waiting for a worker"] * 3
    log = (settings.home / "logs" / running.NOT_TAKEN_LOG).read_text().splitlines()
    assert [line.partition(" ")[2] for line in log] == waits


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
        running._watch_progress(client, uuid4(), lambda *told: seen.append(told))
        assert seen == []
        running._watch_progress(client, run_id, lambda *told: seen.append(told))
    assert seen == [(40, 100, "forty of a hundred")]

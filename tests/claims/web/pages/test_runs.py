"""Handing material in and watching its run, over a runner that the test plays."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from fastapi.testclient import TestClient

from claims import desk
from claims.model import utcnow
from claims.settings import Settings
from claims.status import Scope
from claims.store import Store
from claims.web.app import create_app
from claims.web.runs import (
    NAME_CHARS,
    MaterialRefusedError,
    NoSuchRunError,
    Run,
    RunnerAwayError,
    RunState,
    Submitted,
)


class PlayedRunner:
    """Keeps what it was given; answers what the test put in."""

    def __init__(self) -> None:
        self.taken: list[tuple[Submitted, str]] = []
        self.runs: dict[str, Run] = {}
        self.away = ""
        self.refused = ""

    def ingest(self, material: Submitted, person: str) -> str:
        self._look()
        if material.outlet == "no such":
            raise MaterialRefusedError("the catalogue has no outlet 'no such'")
        if self.refused:
            raise MaterialRefusedError(self.refused)
        self.taken.append((material, person))
        return "run-1"

    def retry(self, person: str) -> str:
        self._look()
        return "run-2"

    def read(self, run_id: str) -> Run:
        self._look()
        if run_id not in self.runs:
            raise NoSuchRunError(f"no run {run_id!r}")
        return self.runs[run_id]

    def recent(self, limit: int) -> list[Run]:
        self._look()
        return list(self.runs.values())[:limit]

    def _look(self) -> None:
        if self.away:
            raise RunnerAwayError(self.away)


@pytest.fixture
def runner() -> PlayedRunner:
    return PlayedRunner()


@pytest.fixture
def ana(store: Store, runner: PlayedRunner) -> Iterator[TestClient]:
    """Ana's browser: logged in, and may hand material in."""
    secret = desk.make_token(store, "root", "laptop", "Ana", [Scope.READ, Scope.CONTRIBUTE]).secret
    app = create_app(store, Settings(), runner)
    with TestClient(app, raise_server_exceptions=False, follow_redirects=False) as client:
        assert client.post("/login", data={"token": secret}).status_code == 303
        yield client


def send(client: TestClient, files: Any = None, **fields: str) -> Any:
    """Send the form as the page does."""
    page = client.get("/runs").text
    token = page.partition('name="csrf" value="')[2].partition('"')[0]
    return client.post("/runs", data={"csrf": token, **fields}, files=files)


def test_a_pasted_text_goes_to_the_flow_with_what_is_known_of_it(
    ana: TestClient, runner: PlayedRunner
) -> None:
    answer = send(
        ana, text="Northland denied it.", title="A denial", outlet="paper", published="2026-02-27"
    )

    assert (answer.status_code, answer.headers["location"]) == (303, "/runs/run-1")
    ((material, person),) = runner.taken
    assert (person, material.outlet, material.name) == ("Ana", "paper", "pasted: A denial.json")
    assert json.loads(material.data) == {
        "text": "Northland denied it.", "title": "A denial", "outlet": "paper",
        "published_at": "2026-02-27T00:00:00+00:00",
    }  # fmt: skip


def test_a_pasted_text_without_a_title_goes_by_its_first_words(
    ana: TestClient, runner: PlayedRunner
) -> None:
    send(ana, text="Northland denied it.\n" + "It had said so before. " * 9)

    ((material, _),) = runner.taken
    assert json.loads(material.data)["title"].startswith("Northland denied it. It had said")
    assert len(json.loads(material.data)["title"]) <= NAME_CHARS


def test_a_file_goes_to_the_flow_as_it_is(ana: TestClient, runner: PlayedRunner) -> None:
    answer = send(ana, files={"file": ("feed.xml", b"<rss/>", "text/xml")})

    assert answer.status_code == 303
    ((material, _),) = runner.taken
    assert material == Submitted(name="feed.xml", data=b"<rss/>")


def test_a_file_goes_with_what_is_known_of_it(ana: TestClient, runner: PlayedRunner) -> None:
    known = {"title": "A denial", "url": "https://example.org/a", "outlet": "paper"}
    send(ana, files={"file": ("a.txt", b"No.", "text/plain")}, published="2026-02-01", **known)

    ((material, _),) = runner.taken
    day = datetime(2026, 2, 1, tzinfo=UTC)
    assert material == Submitted(name="a.txt", data=b"No.", published_at=day, **known)


def test_a_text_and_a_file_are_refused_and_all_that_was_typed_is_kept(
    ana: TestClient, runner: PlayedRunner
) -> None:
    typed = {"text": "Northland denied it.", "title": "A denial", "published": "2026-02-01"}
    answer = send(ana, files={"file": ("a.txt", b"No.", "text/plain")}, **typed)

    assert answer.status_code == 422
    assert "one of them is taken in at a time" in answer.text
    assert all(text in answer.text for text in typed.values())
    assert runner.taken == []


@pytest.mark.parametrize(
    ("fields", "files", "said"),
    [
        ({"text": "  \n "}, None, "nothing to take in yet"),
        ({}, {"file": ("empty.txt", b"", "text/plain")}, "empty.txt is empty"),
        ({"text": "a" * 2_000_001}, None, "hand it in as a file"),
        ({"text": "Northland denied it.", "published": "Friday"}, None, "is no day"),
        ({"text": "Northland denied it.", "outlet": "no such"}, None, "has no outlet"),
        ({"text": "Northland denied it.", "published": "2999-01-01"}, None, "lies ahead"),
    ],
)
def test_what_cannot_be_taken_is_told_with_a_reason(
    ana: TestClient, runner: PlayedRunner, fields: dict[str, str], files: Any, said: str
) -> None:
    answer = send(ana, files=files, **fields)

    assert answer.status_code == 422
    assert said in answer.text
    assert runner.taken == []


def test_no_typing_is_lost_while_no_flow_can_be_started(
    ana: TestClient, runner: PlayedRunner
) -> None:
    runner.away = "no Prefect server answers: start one with onrecord up"

    answer = send(ana, text="A long <text>.", title="Its title")

    assert answer.status_code == 503
    assert "start one with onrecord up" in answer.text
    assert "A long &lt;text&gt;." in answer.text
    assert 'value="Its title"' in answer.text


def test_an_outlet_that_nobody_lists_is_told_and_no_typing_is_lost(
    ana: TestClient, runner: PlayedRunner
) -> None:
    runner.refused = "no outlet 'reuterz' is in the catalogue: did you mean reuters?"

    answer = send(ana, text="A long <text>.", outlet="reuterz")

    assert answer.status_code == 422
    assert "did you mean reuters?" in answer.text
    assert "A long &lt;text&gt;." in answer.text


def test_a_form_from_elsewhere_is_refused(ana: TestClient, runner: PlayedRunner) -> None:
    answer = ana.post("/runs", data={"text": "Northland denied it.", "csrf": "guessed"})

    assert answer.status_code == 403
    assert runner.taken == []


def test_who_may_only_read_hands_nothing_in(store: Store, runner: PlayedRunner) -> None:
    secret = desk.make_token(store, "root", "laptop", "Bo", [Scope.READ]).secret
    client = TestClient(create_app(store, Settings(), runner), follow_redirects=False)
    client.post("/login", data={"token": secret})

    page = client.get("/runs").text
    assert "Take it in</button>" not in page
    assert "a token that has the scope contribute" in page
    assert send(client, text="Northland denied it.").status_code == 403
    assert runner.taken == []


def test_a_run_that_goes_on_asks_for_itself_again(ana: TestClient, runner: PlayedRunner) -> None:
    runner.runs["run-1"] = Run(
        id="run-1", flow="ingest", state=RunState.RUNNING, asked_at=utcnow(),
        steps=("09:00:00 reading the material", "09:00:01 looking for claims in “<b>”"),
    )  # fmt: skip

    page = ana.get("/runs/run-1").text
    part = ana.get("/runs/run-1/progress").text

    for text in (page, part):
        assert 'hx-get="/runs/run-1/progress"' in text
        assert "looking for claims in “&lt;b&gt;”" in text
    assert "<html" in page
    assert "<html" not in part


def test_a_run_lands_on_what_it_found(ana: TestClient, runner: PlayedRunner, seed: Any) -> None:
    grain = seed.claim("Northland ships grain through the strait.")
    report = {"documents": 1, "stances": 2, "claim_ids": [grain], "document_ids": [1]}
    runner.runs["run-1"] = Run(
        id="run-1", flow="ingest", state=RunState.COMPLETED, report=report, asked_at=utcnow(),
        ended_at=utcnow(), steps=("09:00:02 1 new document",),
    )  # fmt: skip

    page = ana.get("/runs/run-1").text

    assert f'href="/claims/{grain}"' in page
    assert "Northland ships grain through the strait." in page
    assert 'href="/documents/1"' in page
    assert "hx-get" not in page.partition('id="run"')[2]


def test_a_run_over_claims_says_what_it_did(ana: TestClient, runner: PlayedRunner) -> None:
    report = {"claims": 9, "triaged": 7, "published": 0, "notes": ["9 claims wait for a person"]}
    runner.runs["run-1"] = Run(
        id="run-1", flow="review", state=RunState.COMPLETED, report=report, asked_at=utcnow()
    )

    page = ana.get("/runs/run-1").text

    assert "What it did" in page
    assert "<dt>claims looked at</dt><dd>9</dd>" in page
    assert "<dt>triaged</dt><dd>7</dd>" in page
    assert "<dt>published</dt>" not in page
    assert "9 claims wait for a person" in page


@pytest.mark.parametrize(
    ("report", "told", "judged"),
    [
        ({"documents": 1, "not_extracted": 1, "not_read_reasons": ["a: <fr>"]}, "a: &lt;fr&gt;", 0),
        ({"failures": 1, "failure_reasons": ["a: no text"]}, "a: no text", 0),
        ({"failures": 3, "failure_reasons": ["a: no text"]}, "and 2 more", 0),
        ({"documents": 1}, "new documents", 1),
        ({"documents": 2, "not_extracted": 1, "not_read_reasons": ["a: fr"]}, "a: fr", 1),
    ],
)
def test_a_run_says_why_it_read_nothing_and_judges_only_what_it_read(
    ana: TestClient, runner: PlayedRunner, report: dict[str, Any], told: str, judged: int
) -> None:
    runner.runs["run-1"] = Run(
        id="run-1", flow="ingest", state=RunState.COMPLETED, report=report, asked_at=utcnow()
    )

    page = ana.get("/runs/run-1").text

    assert told in page
    assert page.count("s position on it was found") == judged


@pytest.mark.parametrize(("day", "told"), [(None, True), (date(2026, 3, 3), False)])
def test_a_run_tells_which_documents_have_no_day(
    ana: TestClient, runner: PlayedRunner, seed: Any, day: date | None, told: bool
) -> None:
    grain, number = seed.claim("Northland ships grain."), seed.document("It ships.", day=day)
    runner.runs["run-1"] = Run(
        id="run-1", flow="ingest", state=RunState.COMPLETED, asked_at=utcnow(),
        report={"claim_ids": [grain], "document_ids": [number]},
    )  # fmt: skip

    assert ("No day of publication was found" in ana.get("/runs/run-1").text) is told


def test_a_run_that_failed_says_why(ana: TestClient, runner: PlayedRunner) -> None:
    runner.runs["run-1"] = Run(
        id="run-1", flow="ingest", state=RunState.FAILED, message="disk full", asked_at=utcnow()
    )

    page = ana.get("/runs/run-1").text

    assert "disk full" in page
    assert "hx-get" not in page.partition('id="run"')[2]


def test_a_run_that_nobody_knows_is_a_404(ana: TestClient) -> None:
    assert ana.get("/runs/no-such").status_code == 404


def test_without_a_runner_the_page_says_what_to_do(store: Store) -> None:
    secret = desk.make_token(store, "root", "laptop", "Ana", [Scope.READ]).secret
    client = TestClient(create_app(store, Settings()))
    client.headers["Authorization"] = f"Bearer {secret}"

    assert "start onrecord up, or use onrecord ingest" in client.get("/runs").text


@pytest.mark.parametrize("address", ["/runs", "/runs/run-1", "/runs/run-1/progress"])
def test_a_public_record_shows_no_runs(
    store: Store, runner: PlayedRunner, ana: TestClient, address: str
) -> None:
    told = "/home/ana/leak.txt cannot be read"
    runner.runs["run-1"] = Run(id="run-1", flow="ingest", state=RunState.FAILED, message=told)
    app = create_app(store, Settings(public_read=True), runner)
    public = TestClient(app, follow_redirects=False)

    assert public.get(address).headers["location"].startswith("/login?")
    assert 'href="/runs"' not in public.get("/sources").text.partition("<main")[0]
    assert ana.get(address).status_code == 200

"""Every error has one shape, says what is wrong, and leaks nothing."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient

from claims import views
from claims.model import utcnow
from claims.views import BoardFilters
from claims.views.cursor import write_cursor
from claims.web.headers import SECURITY_HEADERS

MADE_UP = write_cursor((2**62, 1), f"board|newest|None|{BoardFilters().describe()}")
"""A cursor of our make, whose moment no calendar has."""

PAST = [
    *("claims?", "claims/1?", "claims/1/stances?", "claims/1/stances?format=csv&"),
    *("parties/southland?", "status-counts?"),
]
"""Addresses that can be asked for as on a past day."""

REFUSALS: list[tuple[str, int, str, str]] = [
    ("claims/99", 404, "not-on-record", "no claim 99 is on record"),
    ("claims/99/stances", 404, "not-on-record", "no claim 99 is on record"),
    ("claims/99/stances?format=csv", 404, "not-on-record", "no claim 99 is on record"),
    ("claims/99/claimreview", 404, "not-on-record", "no claim 99 is on record"),
    ("claims/2/claimreview", 404, "not-published", "decide, approve and publish it first"),
    ("documents/99", 404, "not-on-record", "no document 99 is on record"),
    ("parties/Sothland", 404, "not-on-record", "near it: Southland"),
    ("claims?party=Sothland", 404, "not-on-record", "near it: Southland"),
    ("nothing", 404, "not-found", "nothing is served at /api/v1/nothing"),
    ("claims?cursor=abc", 400, "bad-cursor", "ask for page one"),
    ("parties?cursor=abc", 400, "bad-cursor", "ask for page one"),
    ("queue?cursor=abc", 401, "unauthorized", "takes a token"),
    ("feed.atom?cursor=abc", 400, "bad-cursor", "ask for page one"),
    ("documents?cursor=abc", 400, "bad-cursor", "ask for page one"),
    (f"claims?cursor={MADE_UP}", 400, "bad-cursor", "ask for page one"),
    ("claims?limit=0", 422, "invalid-input", "query.limit"),
    ("claims?limit=201", 422, "invalid-input", "query.limit"),
    ("claims?status=doubtful", 422, "invalid-input", "query.status"),
    ("claims?colour=red", 422, "invalid-input", "query.colour: not one of as_of, cursor"),
    *(
        (f"claims?as_of={day}", 422, "invalid-input", "query.as_of: a day is written as 2026-03-01")
        for day in ("yesterday", "0", "20260301", "2026-03-01T00:00:00")
    ),
    ("status-over-time?since=0&until=86400", 422, "invalid-input", "query.until: a day is written"),
    ("claims?words=%00", 422, "invalid-input", "query.words"),
    ("claims/x", 422, "invalid-input", "path.claim_id"),
    ("claims/0", 422, "invalid-input", "path.claim_id"),
    ("claims/9223372036854775808", 422, "invalid-input", "path.claim_id"),
    ("claims/1?as_off=2026-03-01", 422, "invalid-input", "query.as_off"),
    ("documents/1?x=1", 422, "invalid-input", "query.x: nothing is taken here"),
    ("export/board.xml", 422, "invalid-input", "path.shape"),
    ("status-over-time?since=2026-03-02&until=2026-03-01", 422, "invalid-input", "swap them"),
    ("status-over-time?since=2026-03-01&until=2999-01-01", 422, "invalid-input", "lies ahead"),
    ("claims?since=2026-03-02&until=2026-03-01", 422, "invalid-input", "swap them"),
    ("search", 422, "invalid-input", "query.words"),
    *(
        (f"{address}as_of={day}", 422, "invalid-input", "lies ahead: the record holds today")
        for address in PAST
        for day in ("2999-01-01", "9999-12-31")
    ),
]


def test_refusals(client: TestClient, filled: dict[str, int]) -> None:
    """A refusal a row: its status, its kind, what it tells."""
    for address, status, kind, told in REFUSALS:
        answer = client.get(f"/api/v1/{address}")
        problem = answer.json()
        assert answer.status_code == problem["status"] == status, address
        assert answer.headers["content-type"] == "application/problem+json", address
        assert problem["type"] == f"urn:onrecord:problem:{kind}", address
        assert told in problem["detail"], address
        assert problem["instance"] == f"/api/v1/{address}".split("?")[0]
        extra = {"errors"} if status == 422 else set()
        extra |= {"near"} if "Sothland" in address else set()
        assert set(problem) == {"type", "title", "status", "detail", "instance", *extra}, address


def test_near_names_are_a_list_of_their_own(client: TestClient, filled: dict[str, int]) -> None:
    assert client.get("/api/v1/parties/Sothland").json()["near"][0] == "Southland"


def test_every_faulty_input_is_named(client: TestClient) -> None:
    problem = client.get("/api/v1/claims?limit=0&since=x").json()
    assert {fault["where"] for fault in problem["errors"]} == {"query.limit", "query.since"}


def test_no_route_ignores_what_it_does_not_know(member: TestClient) -> None:
    """Each says which parameters it takes: those that its description lists."""
    paths = member.get("/api/v1/openapi.json").json()["paths"]
    asked = {path: told["get"] for path, told in paths.items() if "get" in told}
    assert len(asked) > 15
    for path, told in asked.items():
        address = re.sub(r"{\w+_id}", "1", path).replace("{what}.{shape}", "board.csv")
        answer = member.get(address.replace("{key}", "southland"), params={"Limit": 1})
        assert answer.status_code == (403 if path.endswith("/tokens") else 422), path
        if answer.status_code == 422:
            fault = next(each for each in answer.json()["errors"] if each["where"] == "query.Limit")
            taken = [each["name"] for each in told.get("parameters", []) if each["in"] == "query"]
            assert fault["known"] == sorted(taken), path


def test_days_out_of_order_are_named_both(client: TestClient) -> None:
    problem = client.get("/api/v1/claims?since=2026-03-02&until=2026-03-01").json()
    assert [fault["where"] for fault in problem["errors"]] == ["query.since", "query.until"]


def test_today_is_no_day_to_come(client: TestClient, filled: dict[str, int]) -> None:
    today = utcnow().date()
    for address in PAST:
        assert client.get(f"/api/v1/{address}as_of={today}").status_code == 200, address
    asked = {"since": str(today), "until": str(today)}
    assert client.get("/api/v1/status-over-time", params=asked).status_code == 200
    tomorrow = today + timedelta(days=1)
    told = client.get(f"/api/v1/claims?as_of={tomorrow}").json()["detail"]
    assert told.startswith(f"as_of {tomorrow} lies ahead"), told


def test_pages_refuse_the_same_days(client: TestClient, filled: dict[str, int]) -> None:
    for address in (
        *(
            "/?as_of=2999-01-01",
            "/claims/1?as_of=2999-01-01",
            "/parties/southland?as_of=2999-01-01",
        ),
        *("/claims/1/quotes?party=1&day=2026-03-01&as_of=2999-01-01", "/claims/1?as_of=x"),
        "/?since=2026-03-02&until=2026-03-01",
    ):
        answer = client.get(address, headers={"Accept": "text/html"})
        assert answer.status_code == 422, address
        assert answer.headers["content-type"].startswith("text/html")


def test_nothing_can_be_written(client: TestClient) -> None:
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        answer = client.request(method, "/api/v1/claims")
        assert answer.status_code == 405
        assert answer.json()["type"] == "urn:onrecord:problem:method-not-allowed"
        assert answer.headers["allow"] == "GET, HEAD"


def test_broken_answer_leaks_nothing(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def break_down(*_: Any) -> None:
        raise RuntimeError("password is swordfish")

    monkeypatch.setattr(views, "claim", break_down)
    answer = client.get("/api/v1/claims/1")
    problem = answer.json()
    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert "swordfish" not in answer.text
    assert problem["incident"] in caplog.text, "the log holds the cause under the same number"
    assert {name: answer.headers[name] for name in SECURITY_HEADERS} == SECURITY_HEADERS

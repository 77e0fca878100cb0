"""HEAD is answered as GET is, without the body."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from claims import desk
from claims.status import Scope
from claims.store import Store

SAME = [
    *("/api/v1/claims", "/api/v1/claims/1", "/api/v1/claims/99", "/api/v1/claims?limit=0"),
    *("/api/v1/queue", "/api/v1/health", "/api/v1/feed.atom", "/api/v1/openapi.json"),
    *("/api/v1/export/board.csv", "/api/v1/claims/1/stances?format=csv", "/api/v1/nothing"),
    *("/", "/claims/1", "/claims/99", "/documents/1", "/docs", "/login", "/static/app.css"),
]


def test_head_has_the_headers_of_get_and_no_body(
    member: TestClient, filled: dict[str, int]
) -> None:
    for address in SAME:
        told = member.get(address)
        head = member.head(address)
        assert (head.status_code, head.content) == (told.status_code, b""), address
        assert head.headers == told.headers, address


def test_head_is_fresh_as_get_is(client: TestClient, filled: dict[str, int]) -> None:
    tag = client.head("/api/v1/claims/1").headers["etag"]
    assert client.head("/api/v1/claims/1", headers={"If-None-Match": tag}).status_code == 304
    seen = {"If-None-Match": tag}
    assert client.get("/api/v1/claims/1", headers=seen).status_code == 304


def test_nobody_learns_more_by_head_than_by_get(client: TestClient) -> None:
    assert client.head("/api/v1/queue").status_code == 401


@pytest.mark.parametrize(
    ("address", "allow"), [("/api/v1/claims", "GET, HEAD"), ("/api/v1/claims/1/triage", "POST")]
)
def test_a_wrong_method_is_told_which_are_served(
    client: TestClient, address: str, allow: str
) -> None:
    answer = client.delete(address)
    assert (answer.status_code, answer.headers["allow"]) == (405, allow)


def test_head_uses_up_no_log_in_link(client: TestClient, store: Store) -> None:
    secret = desk.make_token(store, "root", "link", "Ana", [Scope.READ], one_use=True).secret
    assert client.head("/login", params={"token": secret}).status_code == 200
    opened = client.get("/login", params={"token": secret}, follow_redirects=False)
    assert opened.status_code == 303


def test_head_of_the_stream_ends(client: TestClient, store: Store) -> None:
    app: Any = client.app
    assert isinstance(app, FastAPI)
    scope = {
        "type": "http", "asgi": {"version": "3.0", "spec_version": "2.3"}, "http_version": "1.1",
        "method": "HEAD", "scheme": "http", "path": "/api/v1/events", "raw_path": b"/api/v1/events",
        "query_string": b"", "root_path": "", "headers": [(b"host", b"record.example")],
        "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 80),
    }  # fmt: skip
    sent: list[Any] = []

    async def receive() -> Any:
        await asyncio.sleep(60)

    async def send(message: Any) -> None:
        sent.append(message)

    async def ask() -> None:
        async with asyncio.timeout(5):
            await app(scope, receive, send)

    asyncio.run(ask())
    assert [message["type"] for message in sent] == ["http.response.start", "http.response.body"]
    assert sent[0]["status"] == 200
    assert sent[1] == {"type": "http.response.body", "body": b""}

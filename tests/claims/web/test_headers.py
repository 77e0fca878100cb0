"""What a browser may do with an answer, and whether it is still fresh."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

from claims.web import api_guide
from claims.web.headers import SECURITY_HEADERS
from claims.web.pages.templating import POLICY

ADDRESSES = ["claims", "claims/1", "claims/99", "claims?limit=0", "health", "nothing", "feed.atom"]
CACHED = [
    *("claims", "claims/1", "claims/1/stances", "claims/1/claimreview", "claims/1/annotations"),
    *("parties", "parties/southland", "documents", "documents/1", "status-counts", "queue"),
    *("search?words=grain", "feed.atom", "export/board.csv", "claims/1/stances?format=csv"),
]


def test_every_answer_is_guarded(client: TestClient, filled: dict[str, int]) -> None:
    for address in [f"/api/v1/{address}" for address in ADDRESSES]:
        headers = client.get(address, follow_redirects=False).headers
        assert {name: headers[name] for name in SECURITY_HEADERS} == SECURITY_HEADERS, address


def test_a_page_runs_nothing_inline_and_nothing_from_elsewhere(client: TestClient) -> None:
    for address in ("/", "/claims/99", "/login", "/docs"):
        headers = client.get(address, headers={"Accept": "text/html"}).headers
        wanted = api_guide.POLICY["Content-Security-Policy"] if address == "/docs" else POLICY
        assert headers["content-security-policy"] == wanted, address
        assert "unsafe" not in wanted
        assert "http" not in wanted
        others = SECURITY_HEADERS.keys() - {"Content-Security-Policy"}
        assert {name: headers[name] for name in others} == {
            name: SECURITY_HEADERS[name] for name in others
        }, address


def test_unchanged_answer_is_not_sent_again(
    member: TestClient, filled: dict[str, int], seed: Any
) -> None:
    tags = {}
    for address in CACHED:
        answer = member.get(f"/api/v1/{address}")
        tags[address] = answer.headers["etag"]
        assert answer.headers["cache-control"] == "no-cache", address
        for held in (tags[address], f'"other", {tags[address]}', "*"):
            again = member.get(f"/api/v1/{address}", headers={"If-None-Match": held})
            assert (again.status_code, again.content) == (304, b""), address
            assert again.headers["etag"] == tags[address]
    assert len(set(tags.values())) == len(CACHED), "a tag names one address"
    seed.claim("The fleet left the harbour.")
    for address in CACHED:
        again = member.get(f"/api/v1/{address}", headers={"If-None-Match": tags[address]})
        assert again.status_code == 200, address
        assert again.headers["etag"] != tags[address]


def test_unchanged_answer_is_not_computed(
    client: TestClient, filled: dict[str, int], monkeypatch: Any
) -> None:
    tag = client.get("/api/v1/claims").headers["etag"]
    monkeypatch.delattr("claims.views.board")
    assert client.get("/api/v1/claims", headers={"If-None-Match": tag}).status_code == 304


def test_health_is_never_kept(client: TestClient) -> None:
    headers = client.get("/api/v1/health").headers
    assert headers["cache-control"] == "no-store"
    assert "etag" not in headers

"""What a write is refused for: nobody, too little scope, a stale claim, a bad or hostile body."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient

from claims import desk, views
from claims.desk import Actor, Role
from claims.model import Stage
from claims.settings import Settings
from claims.status import Scope
from claims.store import DatabaseBusyError, Store
from claims.web.app import create_app
from claims.web.runs import MaterialRefusedError

As = Callable[..., TestClient]

WHY = "Read both cargo lists."
LEAST = "String should have at least"
URL = "https://harbour.example/list"
GRADED = {"relation": "supports", "reliability": "B", "credibility": 2}
TOKEN = {"name": "Grafana", "person": "boards", "scopes": ["read"]}
NEEDS: list[tuple[str, Scope]] = [
    *((f"claims/2/{act}", Scope.REVIEW) for act in ("triage", "assign", "start-review", "decide")),
    *((f"claims/2/{act}", Scope.APPROVE) for act in ("approve", "publish")),
    *((f"claims/2/{act}", Scope.REVIEW) for act in ("challenge", "reopen", "park", "unpark")),
    *((f"claims/2/{act}", Scope.REVIEW) for act in ("merge", "unmerge", "split", "move-stances")),
    ("claims/2/evidence", Scope.CONTRIBUTE),
    ("evidence/1/withdraw", Scope.REVIEW),
    *((f"stances/1/{act}", Scope.REVIEW) for act in ("correct", "withdraw")),
    ("proposals/1/answer", Scope.REVIEW),
    *((f"parties/northland/{act}", Scope.REVIEW) for act in ("merge", "unmerge")),
    ("documents", Scope.CONTRIBUTE),
    ("tokens", Scope.ADMIN),
    ("tokens/1/revoke", Scope.ADMIN),
]

BAD: list[tuple[str, Any, int, str]] = [
    ("claims/99/triage", {}, 404, "no claim 99"),
    ("claims/0/triage", {}, 422, "path.claim_id"),
    ("claims/9223372036854775808/triage", {}, 422, "path.claim_id"),
    ("claims/2/triage", {"reasn": "x"}, 422, "body.reasn: not one of head, reason, stage"),
    ("claims/2/triage", {"stage": "lost"}, 422, "body.stage"),
    ("claims/2/triage", {"head": -1}, 422, "body.head"),
    ("claims/2/triage", {"head": 10**30}, 422, "body.head"),
    ("claims/2/triage", {"reason": "a\x00b"}, 422, "body.reason"),
    ("claims/2/triage", {"reason": "half \ud800"}, 422, "body.reason"),
    ("claims/2/triage", {"\ud800": 1}, 422, "body"),
    ("claims/2/triage", {"reason": "x" * 10_001}, 422, "body.reason"),
    ("claims/2/triage", [], 422, "body"),
    ("claims/2/assign", {"assignee": " "}, 422, "body.assignee"),
    ("claims/2/decide", {"status": "supported"}, 422, "body.rationale"),
    ("claims/2/decide", {"status": "supported", "rationale": "short"}, 422, "10 characters"),
    *(
        (
            f"claims/2/{act}",
            {"reason": " dup  "},
            422,
            f"body.reason: {LEAST} 10 ",
        )
        for act in ("park", "reopen", "challenge")
    ),
    (
        "claims/2/merge",
        {"into": 1, "reason": "du "},
        422,
        f"body.reason: {LEAST} 3 ",
    ),
    ("stances/1/withdraw", {"reason": "du"}, 422, f"body.reason: {LEAST} 3 "),
    ("stances/1/correct", {"value": "denies", "reason": "du"}, 422, f"body.reason: {LEAST} 3 "),
    ("claims/2/decide", {"status": "true", "rationale": WHY}, 422, "body.status"),
    ("claims/2/approve", {}, 409, "no claim moves from new to approved"),
    ("claims/2/unpark", {}, 409, "not parked"),
    ("claims/2/park", {}, 422, "body.reason"),
    ("claims/2/merge", {"into": 2, "reason": WHY}, 422, "into itself"),
    ("claims/2/merge", {"into": 99, "reason": WHY}, 404, "no claim 99"),
    ("claims/2/unmerge", {"reason": WHY}, 422, "is not merged"),
    ("claims/1/split", {"text": " ", "stances": [1], "reason": WHY}, 422, "body.text"),
    ("claims/1/split", {"text": "X.", "stances": [], "reason": WHY}, 422, "body.stances"),
    ("claims/1/split", {"text": "X.", "stances": [99], "reason": WHY}, 404, "no position 99"),
    ("claims/2/split", {"text": "X.", "stances": [1], "reason": WHY}, 422, "own"),
    ("claims/1/move-stances", {"stances": [1], "to": 99, "reason": WHY}, 404, "no claim 99"),
    ("claims/2/evidence", GRADED, 422, "url"),
    ("claims/2/evidence", {**GRADED, "url": "javascript:alert(1)"}, 422, "body.url"),
    ("claims/2/evidence", {**GRADED, "credibility": 7, "url": URL}, 422, "body.credibility"),
    ("claims/2/evidence", {**GRADED, "document": 1}, 422, "quote or start and end"),
    ("claims/2/evidence", {**GRADED, "document": 99, "quote": "x"}, 404, "no document 99"),
    ("claims/2/evidence", {**GRADED, "document": 1, "quote": "nowhere"}, 422, "nowhere"),
    ("claims/2/evidence", {**GRADED, "document": 1, "start": 5, "end": 2}, 422, "Document 1"),
    ("claims/2/evidence", {**GRADED, "document": 1, "start": 0, "end": 2**31 - 1}, 422, "1"),
    ("evidence/99/withdraw", {"reason": WHY}, 404, "no evidence 99"),
    ("stances/99/correct", {"value": "denies", "reason": WHY}, 404, "no position 99"),
    ("stances/1/correct", {"reason": WHY}, 422, "change something"),
    ("stances/1/correct", {"start": 1, "reason": WHY}, 422, "both start and end"),
    ("stances/1/correct", {"said_on": "2999-01-01", "reason": WHY}, 422, "lies ahead"),
    ("documents", {"text": "x", "published_at": "2999-01-01T00:00:00Z"}, 422, "lies ahead"),
    ("stances/1/correct", {"said_on": "0000-13-01", "reason": WHY}, 422, "body.said_on"),
    ("stances/1/correct", {"said_on": 0, "reason": WHY}, 422, "body.said_on: a day is written"),
    ("proposals/99/answer", {"accepted": True}, 404, "no proposal 99"),
    ("parties/nobody/merge", {"into": "northland", "reason": WHY}, 404, "nobody"),
    ("parties/northland/merge", {"into": "northland", "reason": WHY}, 422, "into itself"),
    ("documents", {"text": " \n"}, 422, "body.text"),
    ("documents", {"text": "x", "published_at": "2026-01-01T00:00:00"}, 422, "body.published_at"),
    ("documents", {"text": "x" * 2_000_001}, 422, "body.text"),
    ("tokens", {**TOKEN, "scopes": ["root"]}, 422, "body.scopes"),
    ("tokens", {**TOKEN, "scopes": []}, 422, "body.scopes"),
    ("tokens", {**TOKEN, "expires_days": 0}, 422, "body.expires_days"),
    ("tokens/99/revoke", {}, 404, "no token 99"),
]


@pytest.fixture
def store(lite: Store) -> Store:
    """These rules are the same on every database."""
    return lite


def post(client: TestClient, address: str, body: Any, **headers: str) -> Any:
    content = json.dumps(body).encode()
    sent = {"Content-Type": "application/json", **headers}
    return client.post(f"/api/v1/{address}", content=content, headers=sent)


def test_nobody_writes(as_one_with: As, filled: dict[str, int], store: Store) -> None:
    public = TestClient(create_app(store, Settings(public_read=True)))
    head = views.ledger_head(store)
    for address, scope in NEEDS:
        for client in (as_one_with(), public):
            answer = post(client, address, {})
            assert answer.status_code == 401, address
            assert answer.headers["content-type"] == "application/problem+json"
            assert f"the scope {scope.value}" in answer.json()["detail"], address
    assert views.ledger_head(store) == head


def test_a_token_writes_within_its_scopes(
    as_one_with: As, filled: dict[str, int], store: Store
) -> None:
    clients = {
        scope: as_one_with(*(set(Scope) - {scope, Scope.ADMIN})) for scope, _ in _scopes().items()
    }
    head = views.ledger_head(store)
    for address, scope in NEEDS:
        answer = post(clients[scope], address, {})
        assert answer.status_code == 403, address
        assert answer.json()["detail"].endswith(f"it takes the scope {scope.value}"), address
    assert views.ledger_head(store) == head


def _scopes() -> dict[Scope, None]:
    return dict.fromkeys(scope for _, scope in NEEDS)


def test_bad_input_is_named(as_one_with: As, filled: dict[str, int], store: Store) -> None:
    """A refusal a row: what was sent, the status, what it tells."""
    client = as_one_with(Scope.ADMIN)
    head = views.ledger_head(store)
    for address, body, status, told in BAD:
        answer = post(client, address, body)
        problem = answer.json()
        assert answer.status_code == problem["status"] == status, (address, body, answer.text)
        assert answer.headers["content-type"] == "application/problem+json", address
        assert told in problem["detail"], (address, problem["detail"])
    assert views.ledger_head(store) == head


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"", 422),
        (b"{", 422),
        (b'{"into": ' + b"9" * 5_000 + b', "reason": "x"}', 400),
        (b"[" * 100_000, 400),
        (b'{"into": NaN, "reason": "x"}', 422),
        (b'{"into": 1e999, "reason": "x"}', 422),
        (b'{"reason": "\xff\xfe"}', 400),
        (b"null", 422),
    ],
    ids=["empty", "broken", "huge number", "deep", "NaN", "infinite", "no UTF-8", "null"],
)
def test_what_is_no_body(
    as_one_with: As, filled: dict[str, int], content: bytes, status: int
) -> None:
    answer = as_one_with(Scope.REVIEW).post(
        "/api/v1/claims/2/merge", content=content, headers={"Content-Type": "application/json"}
    )
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_stale_claim_is_refused_with_what_changed(
    as_one_with: As, filled: dict[str, int], store: Store
) -> None:
    client = as_one_with(Scope.READ, Scope.REVIEW)
    read = client.get("/api/v1/claims/2")
    tag, head = read.headers["etag"], read.json()["head"]
    desk.triage(store, Actor(name="Bo", role=Role.REVIEWER), 2)
    changes = ["Bo moved it from new to triaged"]
    parked = {"reason": WHY}
    by_tag = post(client, "claims/2/park", parked, **{"If-Match": tag})
    by_head = post(client, "claims/2/park", {**parked, "head": head})
    by_stage = post(client, "claims/2/park", {**parked, "stage": "new"})
    told = [(each.status_code, each.json()["changes"]) for each in (by_tag, by_head, by_stage)]
    assert told == [(412, changes), (409, changes), (409, ["it was new and is triaged"])]
    other = client.get("/api/v1/claims/1").headers["etag"]
    for wrong in (other, '"x"', 'W/"1-0123456789abcdef"', "", "W/\"1'"):
        answer = post(client, "claims/2/park", parked, **{"If-Match": wrong})
        assert answer.status_code == 412, wrong
        assert "read the claim again" in answer.json()["detail"]
    now = client.get("/api/v1/claims/2").headers["etag"]
    for right in (f'"x", {now}', "*"):
        assert post(client, "claims/2/park", parked, **{"If-Match": right}).is_success, right
        assert post(client, "claims/2/unpark", {}).is_success
        now = client.get("/api/v1/claims/2").headers["etag"]


def test_the_decider_does_not_approve(as_one_with: As, filled: dict[str, int]) -> None:
    client = as_one_with(Scope.REVIEW, Scope.APPROVE)
    post(client, "claims/2/decide", {"status": "refuted", "rationale": WHY})
    answer = post(client, "claims/2/approve", {})
    assert answer.status_code == 409
    assert "another person must approve it" in answer.json()["detail"]
    assert answer.json()["allowed"] == ["in_review", "merged"]


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage is not Stage.MERGED])
def test_a_claim_is_reopened_from_where_the_docs_say(
    as_one_with: As, seed: Any, stage: Stage
) -> None:
    claim = seed.claim("Northland ships grain through the strait.")
    if stage is not Stage.NEW:
        seed.move(claim, Stage.NEW, stage, assignee="Bo")
    answer = post(as_one_with(Scope.REVIEW), f"claims/{claim}/reopen", {"reason": WHY})
    open_to = stage in (Stage.DECIDED, Stage.APPROVED, Stage.CHALLENGED)
    assert answer.status_code == (200 if open_to else 409), answer.text
    if not open_to:
        assert stage.value in answer.json()["detail"]


def test_what_is_not_open_says_where_to(as_one_with: As, filled: dict[str, int]) -> None:
    """Moves that wait only for a reason, a person or a decision are open."""
    answer = post(as_one_with(Scope.APPROVE), "claims/2/approve", {})
    assert (answer.status_code, answer.json()["allowed"]) == (409, ["triaged", "parked", "merged"])


def test_a_proposal_is_answered_once(as_one_with: As, filled: dict[str, int]) -> None:
    client = as_one_with(Scope.REVIEW)
    assert post(client, "proposals/1/answer", {"accepted": False}).status_code == 204
    again = post(client, "proposals/1/answer", {"accepted": True})
    assert (again.status_code, again.json()["title"]) == (409, "Answered before")


def test_writes_are_counted_by_person(store: Store, filled: dict[str, int]) -> None:
    client = TestClient(create_app(store, Settings(write_rate="2/hour")))
    for person in ("Ana", "Bo"):
        secret = desk.make_token(store, "root", "test", person, [Scope.REVIEW]).secret
        client.headers["Authorization"] = f"Bearer {secret}"
        told = [post(client, "claims/99/triage", {}) for _ in range(3)]
        assert [each.status_code for each in told] == [404, 404, 429]
        assert int(told[-1].headers["retry-after"]) > 3_000


def test_a_busy_record_is_no_fault_of_ours(
    as_one_with: As, filled: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any) -> None:
        raise DatabaseBusyError("another writer kept it busy")

    client = as_one_with(Scope.REVIEW)
    monkeypatch.setattr(desk, "triage", refuse)
    answer = post(client, "claims/2/triage", {})
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")


def test_without_a_runner_it_says_how_to_get_one(store: Store) -> None:
    secret = desk.make_token(store, "root", "t", "Ana", [Scope.CONTRIBUTE, Scope.READ]).secret
    client = TestClient(
        create_app(store, Settings()), headers={"Authorization": f"Bearer {secret}"}
    )
    for answer in (post(client, "documents", {"text": "x"}), client.get("/api/v1/runs/run-1")):
        assert answer.status_code == 503
        assert "onrecord up" in answer.json()["detail"]


def test_material_that_the_runner_refuses_is_a_mistake_of_the_clients(
    as_one_with: As, runner: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any) -> None:
        raise MaterialRefusedError("no outlet 'reuterz' is in the catalogue")

    monkeypatch.setattr(runner, "ingest", refuse)
    client = as_one_with(Scope.CONTRIBUTE)
    answer = post(client, "documents", {"text": "x", "outlet": "reuterz"})
    assert (answer.status_code, answer.json()["type"]) == (
        422,
        "urn:onrecord:problem:invalid-input",
    )
    assert "reuterz" in answer.json()["detail"]


def test_a_session_proves_its_writes(as_one_with: As, filled: dict[str, int]) -> None:
    client = as_one_with(Scope.READ, Scope.REVIEW)
    secret = client.headers.pop("Authorization").removeprefix("Bearer ")
    client.post("/login", data={"token": secret})
    assert client.get("/api/v1/claims").is_success
    refused = post(client, "claims/2/triage", {})
    assert refused.status_code == 403
    page = client.get("/logout").text
    proof = page.partition('name="csrf" value="')[2].partition('"')[0]
    assert post(client, "claims/2/triage", {}, **{"X-CSRF-Token": proof}).is_success

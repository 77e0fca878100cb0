"""Who gets in, and what they hear who do not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient

from claims import desk, views
from claims.model import utcnow
from claims.status import Scope
from claims.store import Store

Open = Callable[..., TestClient]
Token = Callable[..., str]

READS = ["claims", "parties", "documents", "status-counts", "queue", "feed.atom", "claims/1"]


@pytest.mark.parametrize("address", READS)
def test_reading_takes_a_token(open_app: Open, address: str) -> None:
    answer = open_app().get(f"/api/v1/{address}")
    assert answer.status_code == 401
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["www-authenticate"].startswith("Bearer")
    assert answer.json()["detail"] == "this takes a token with the scope read"


def test_open_to_everybody(open_app: Open) -> None:
    client = open_app()
    for address in ("/api/v1/health", "/api/v1/openapi.json", "/docs", "/login"):
        assert client.get(address).status_code == 200, address


@pytest.mark.parametrize(
    ("scopes", "status"),
    [
        ((Scope.READ,), 200),
        ((Scope.ADMIN,), 200),
        ((Scope.REVIEW,), 403),
        ((Scope.CONTRIBUTE, Scope.APPROVE), 403),
    ],
    ids=str,
)
def test_a_token_is_good_for_its_scopes(
    open_app: Open, token: Token, scopes: tuple[Scope, ...], status: int
) -> None:
    bearer = {"Authorization": f"Bearer {token(*scopes)}"}
    answer = open_app().get("/api/v1/claims", headers=bearer)
    assert answer.status_code == status
    if status == 403:
        assert "takes the scope read" in answer.json()["detail"]


@pytest.mark.parametrize(
    "header",
    ["Bearer", "Bearer ", "Bearer onr_x", "Basic YTpi", "Bearer \x7f", "bearer " + "x" * 9_000],
)
def test_a_token_that_does_not_hold_is_refused_also_by_a_public_record(
    open_app: Open, header: str
) -> None:
    client = open_app(public_read=True)
    assert client.get("/api/v1/claims").status_code == 200
    answer = client.get("/api/v1/claims", headers={"Authorization": header})
    assert answer.status_code == 401
    assert "does not hold" in answer.json()["detail"]


def test_revoked_and_expired_tokens_let_nobody_in(
    open_app: Open, store: Store, token: Token, monkeypatch: Any
) -> None:
    revoked, short, kept = token(Scope.READ), token(Scope.READ, days=1), token(Scope.READ)
    desk.revoke_token(store, "root", 1)
    monkeypatch.setattr("claims.views.access.utcnow", lambda: utcnow() + timedelta(days=1))
    client = open_app()
    for secret, status in ((revoked, 401), (short, 401), (kept, 200)):
        bearer = {"Authorization": f"Bearer {secret}"}
        assert client.get("/api/v1/claims", headers=bearer).status_code == status


def test_making_and_revoking_are_in_the_ledger_without_the_secret(
    store: Store, token: Token
) -> None:
    from sqlalchemy import text

    secret = token(Scope.REVIEW, Scope.READ)
    desk.revoke_token(store, "root", 1)
    with store.read() as session:
        acts = session.execute(text("SELECT action, actor, note FROM v_ledger ORDER BY seq")).all()
        held = session.execute(text("SELECT * FROM token_change, access_token")).all()
    assert [tuple(act) for act in acts] == [
        ("make_token", "root", "laptop, for Ana: read, review"),
        ("revoke_token", "root", "token 1"),
    ]
    assert secret not in repr(held)
    assert secret.removeprefix("onr_") not in repr(held)


def test_a_token_needs_a_name_a_person_of_flesh_and_a_scope(store: Store) -> None:
    for name, person, scopes in (
        ("", "Ana", ["read"]),
        ("a", " ", ["read"]),
        ("a", "Ana", []),
        ("a", "machine:policy", ["read"]),
    ):
        with pytest.raises(desk.RefusedInputError):
            desk.make_token(store, "root", name, person, [Scope(scope) for scope in scopes])
    with pytest.raises(desk.NotOnRecordError):
        desk.revoke_token(store, "root", 1)
    assert views.tokens(store) == []


def test_a_body_is_bounded(open_app: Open) -> None:
    client = open_app(request_max_bytes=10_000)
    for body in (b"token=" + b"x" * 10_000, iter([b"token=", b"x" * 9_000, b"x" * 9_000])):
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        assert client.post("/login", content=body, headers=headers).status_code == 413


@pytest.mark.parametrize(
    ("path", "to_a_member"),
    [
        ("/queue", 200),
        ("/failures", 200),
        ("/runs", 200),
        ("/runs/run-1", 503),  # no flow can be started here: let in, and told so
        ("/runs/run-1/progress", 503),
        ("/metrics", 200),
        ("/api/v1/queue", 200),
        ("/api/v1/runs/run-1", 503),
    ],
)
def test_the_desks_own_work_is_not_for_the_public(
    open_app: Open, token: Token, path: str, to_a_member: int
) -> None:
    client = open_app(public_read=True)
    answer = client.get(path, follow_redirects=False)
    assert answer.status_code == (401 if path.startswith(("/api", "/metrics")) else 303)
    bearer = {"Authorization": f"Bearer {token(Scope.READ)}"}
    assert client.get(path, headers=bearer).status_code == to_a_member


def test_a_public_record_shows_no_failures(open_app: Open, token: Token, seed: Any) -> None:
    seed.fail()
    client = open_app(public_read=True)
    bearer = {"Authorization": f"Bearer {token(Scope.READ)}"}
    assert "Failed, and nobody answered" in client.get("/sources", headers=bearer).text
    page = client.get("/sources").text
    assert 'href="/queue"' not in page
    assert "failure" not in client.get("/api/v1/health").text
    assert "nobody answered" not in page

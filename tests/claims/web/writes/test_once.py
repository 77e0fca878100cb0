"""A write sent again under its key is answered and not repeated, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from claims import desk, views
from claims.model import utcnow
from claims.status import Scope
from claims.store import Store
from claims.store.access import KeptAnswer

As = Callable[..., TestClient]

ATTACH = "/api/v1/claims/2/evidence"
EVIDENCE = {
    "relation": "supports",
    "reliability": "B",
    "credibility": 2,
    "url": "https://harbour.example/list",
}
KEY = {"Idempotency-Key": "9b2c"}


def test_the_same_request_is_done_once(
    as_one_with: As, filled: dict[str, int], store: Store
) -> None:
    client = as_one_with(Scope.CONTRIBUTE)
    first = client.post(ATTACH, json=EVIDENCE, headers=KEY)
    head = views.ledger_head(store)
    again = client.post(ATTACH, json=EVIDENCE, headers=KEY)
    assert (
        (again.status_code, again.json())
        == (first.status_code, first.json())
        == (
            201,
            {"evidence_id": 2},
        )
    )
    assert "idempotency-replayed" not in first.headers
    assert again.headers["idempotency-replayed"] == "true"
    assert views.ledger_head(store) == head
    assert client.post(ATTACH, json=EVIDENCE).json() == {"evidence_id": 3}, "no key, done again"


def test_a_key_belongs_to_one_person_and_one_request(
    as_one_with: As, filled: dict[str, int]
) -> None:
    ana, bo = as_one_with(Scope.CONTRIBUTE), as_one_with(Scope.CONTRIBUTE, person="Bo")
    assert ana.post(ATTACH, json=EVIDENCE, headers=KEY).json() == {"evidence_id": 2}
    assert bo.post(ATTACH, json=EVIDENCE, headers=KEY).json() == {"evidence_id": 3}
    other = ana.post(ATTACH, json={**EVIDENCE, "note": "x"}, headers=KEY)
    assert other.status_code == 422
    assert "another request" in other.json()["detail"]
    assert ana.post("/api/v1/claims/1/evidence", json=EVIDENCE, headers=KEY).status_code == 422


def test_a_refused_request_may_be_put_right_under_its_key(
    as_one_with: As, filled: dict[str, int]
) -> None:
    client = as_one_with(Scope.CONTRIBUTE)
    assert client.post(ATTACH, json={}, headers=KEY).status_code == 422
    assert client.post(ATTACH, json=EVIDENCE, headers=KEY).status_code == 201


def test_a_request_at_work_is_not_done_beside_itself(
    as_one_with: As, filled: dict[str, int], store: Store, monkeypatch: Any
) -> None:
    """As when two come at once, and as after a kill between reserving and keeping."""
    client = as_one_with(Scope.CONTRIBUTE)
    with monkeypatch.context() as patch:
        patch.setattr(desk, "keep_answer", lambda *_: None)
        assert client.post(ATTACH, json=EVIDENCE, headers=KEY).status_code == 201
    assert client.post(ATTACH, json=EVIDENCE, headers=KEY).status_code == 409
    later = utcnow() + timedelta(seconds=60)
    monkeypatch.setattr("claims.desk.answers.utcnow", lambda: later)
    assert client.post(ATTACH, json=EVIDENCE, headers=KEY).status_code == 201


def test_answers_are_forgotten_after_a_day(
    as_one_with: As, filled: dict[str, int], store: Store, monkeypatch: Any
) -> None:
    client = as_one_with(Scope.CONTRIBUTE)
    client.post(ATTACH, json=EVIDENCE, headers=KEY)
    later = utcnow() + timedelta(hours=25)
    monkeypatch.setattr("claims.desk.answers.utcnow", lambda: later)
    assert client.post(ATTACH, json=EVIDENCE, headers=KEY).json() == {"evidence_id": 3}
    with store.read() as session:
        assert len(session.exec(select(KeptAnswer)).all()) == 1


def test_an_empty_answer_is_kept_too(as_one_with: As, filled: dict[str, int]) -> None:
    client = as_one_with(Scope.REVIEW)
    for _ in range(2):
        answer = client.post("/api/v1/stances/1/withdraw", json={"reason": "none"}, headers=KEY)
        assert (answer.status_code, answer.content) == (204, b"")


def test_a_secret_is_never_kept(as_one_with: As, store: Store) -> None:
    body = {"name": "x", "person": "Bo", "scopes": ["read"]}
    client = as_one_with(Scope.ADMIN)
    made = [client.post("/api/v1/tokens", json=body, headers=KEY).json() for _ in range(2)]
    assert made[0]["token"] != made[1]["token"]
    with store.read() as session:
        assert session.exec(select(KeptAnswer)).all() == []


@pytest.mark.parametrize("key", ["", "x" * 201, "a\x7fb", "é"])
def test_a_key_has_its_form(as_one_with: As, filled: dict[str, int], key: str) -> None:
    headers = {"Idempotency-Key": key.encode("latin-1")}
    answer = as_one_with(Scope.CONTRIBUTE).post(ATTACH, json=EVIDENCE, headers=headers)  # type: ignore[arg-type]
    assert answer.status_code == 422
    assert "Idempotency-Key" in answer.json()["detail"]

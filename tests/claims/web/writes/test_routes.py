"""Every write: who may, what it answers, and what is refused. A route a row."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from claims import views
from claims.status import Scope
from claims.store import Store
from claims.store.journal import LedgerEntry

As = Callable[..., TestClient]

WHY = "Read both cargo lists."
DECIDE = ("claims/2/decide", {"status": "supported", "rationale": WHY})
PUBLISH = (DECIDE, ("claims/2/approve", {}), ("claims/2/publish", {}))
GRADED = {"relation": "supports", "reliability": "B", "credibility": 2}


class Case(NamedTuple):
    """A write that goes through. ``first``: what others did before, each somebody else."""

    address: str
    scope: Scope
    body: dict[str, Any]
    status: int = 200
    answer: dict[str, Any] | None = None
    """Fields of the answer; None where it is empty."""
    first: tuple[tuple[str, dict[str, Any]], ...] = ()


def move(address: str, body: dict[str, Any], target: str, *first: Any) -> Case:
    scope = Scope.APPROVE if address.endswith(("approve", "publish")) else Scope.REVIEW
    return Case(address, scope, body, 200, {"target": target}, first)


CASES = [
    move("claims/2/triage", {}, "triaged"),
    move("claims/2/assign", {"assignee": "Bo", "reason": "hers"}, "assigned"),
    move("claims/2/start-review", {"reason": ""}, "in_review"),
    move("claims/2/decide", {"status": "supported", "rationale": WHY}, "decided"),
    move("claims/2/approve", {}, "approved", DECIDE),
    move("claims/2/publish", {}, "published", *PUBLISH[:2]),
    move("claims/2/challenge", {"reason": WHY}, "challenged", *PUBLISH),
    move("claims/2/reopen", {"reason": WHY}, "in_review", DECIDE),
    move("claims/2/park", {"reason": WHY}, "parked"),
    move("claims/2/unpark", {}, "new", ("claims/2/park", {"reason": WHY})),
    Case(
        "claims/2/merge",
        Scope.REVIEW,
        {"into": 1, "reason": WHY},
        answer={"claim_id": 2, "counts_under": 1},
    ),
    Case(
        "claims/2/unmerge",
        Scope.REVIEW,
        {"reason": WHY},
        answer={"counts_under": 2},
        first=(("claims/2/merge", {"into": 1, "reason": WHY}),),
    ),
    Case(
        "claims/1/split",
        Scope.REVIEW,
        {"text": "Northland ships coal.", "stances": [1], "reason": WHY},
        201,
        {"claim_id": 3},
    ),
    Case("claims/1/move-stances", Scope.REVIEW, {"stances": [1, 2], "to": 2, "reason": WHY}, 204),
    Case(
        "claims/2/evidence",
        Scope.CONTRIBUTE,
        {**GRADED, "url": "https://harbour.example/list", "note": "No grain."},
        201,
        {"evidence_id": 2},
    ),
    Case("evidence/1/withdraw", Scope.REVIEW, {"reason": WHY}, 204),
    Case(
        "stances/1/correct",
        Scope.REVIEW,
        {"value": "denies", "reason": WHY},
        201,
        {"stance_id": 4, "supersedes": 1},
    ),
    Case("stances/1/withdraw", Scope.REVIEW, {"reason": WHY}, 204),
    Case("proposals/1/answer", Scope.REVIEW, {"accepted": True, "reason": WHY}, 204),
    Case("parties/northland/merge", Scope.REVIEW, {"into": "Southland", "reason": WHY}, 204),
    Case(
        "parties/northland/unmerge",
        Scope.REVIEW,
        {"reason": WHY},
        204,
        first=(("parties/northland/merge", {"into": "southland", "reason": WHY}),),
    ),
    Case("documents", Scope.CONTRIBUTE, {"text": "Grain."}, 202, {"run_id": "run-1"}),
    Case(
        "tokens",
        Scope.ADMIN,
        {"name": "Grafana", "person": "boards", "scopes": ["read"], "expires_days": None},
        201,
        {"person": "boards", "scopes": ["read"], "expires_at": None},
    ),
    Case("tokens/1/revoke", Scope.ADMIN, {}, 204),
]


def test_every_write_of_the_description_is_a_row(as_one_with: As) -> None:
    app = as_one_with().app
    assert isinstance(app, FastAPI)
    described = {
        path.removeprefix("/api/v1/")
        for path, operations in app.openapi()["paths"].items()
        if set(operations) - {"get"}
    }
    told = {"/".join(_name_part(part) for part in case.address.split("/")) for case in CASES}
    assert {"/".join(_name_part(part) for part in path.split("/")) for path in described} == told


def _name_part(part: str) -> str:
    return "*" if part.isdigit() or part.startswith("{") or part == "northland" else part


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.address)
def test_it_goes_through_and_is_in_the_ledger(
    as_one_with: As, store: Store, filled: dict[str, int], case: Case
) -> None:
    for number, (address, body) in enumerate(case.first):
        other = as_one_with(Scope.ADMIN, person=f"Root {number}")
        assert other.post(f"/api/v1/{address}", json=body).is_success, address
    client = as_one_with(case.scope)
    before = views.ledger_head(store)
    answer = client.post(f"/api/v1/{case.address}", json=case.body)
    assert answer.status_code == case.status, answer.text
    if case.status == 204:
        assert answer.content == b""
    else:
        told = answer.json()
        assert case.answer is not None
        assert {name: told[name] for name in case.answer} == case.answer
    assert views.ledger_head(store) == before + (case.address != "documents")
    with store.read() as session:
        last = session.get(LedgerEntry, views.ledger_head(store))
    assert last is not None
    assert last.actor == ("root" if case.address == "documents" else "Ana")

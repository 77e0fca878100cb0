"""The stream: who listens hears each change, and after a break what came meanwhile."""

from __future__ import annotations

import asyncio
import json
from datetime import date
from typing import Any

import pytest
from fastapi import Request
from fastapi.testclient import TestClient
from sse_starlette import ServerSentEvent

from claims import desk, views
from claims.model import Stance
from claims.settings import Settings
from claims.status import Scope
from claims.store import Store
from claims.views import Since
from claims.web import live
from claims.web.access.who import may_still
from claims.web.app import create_app
from claims.web.live import tell

DAY = date(2026, 3, 1)


def hear(store: Store, since: Since, count: int) -> list[ServerSentEvent]:
    """The first ``count`` events of a stream, at most ten seconds long."""

    async def listen() -> list[ServerSentEvent]:
        heard = []
        async with asyncio.timeout(10):
            async for event in tell(store, since):
                heard.append(event)
                if len(heard) == count:
                    break
        return heard

    return asyncio.run(listen())


def test_a_stream_opens_with_its_cursor(store: Store) -> None:
    (opened,) = hear(store, views.here(store), 1)

    assert (opened.event, opened.id) == ("open", "0.0.0")


def test_a_changed_claim_is_told_with_its_status_and_stage(store: Store, seed: Any) -> None:
    since = views.here(store)
    grain = seed.claim("Northland ships grain through the strait.")

    line = hear(store, since, 2)[1]

    assert line.event == "claim"
    told = json.loads(line.data)
    assert (told["claim"], told["status"], told["stage"]) == (grain, "unverified", "new")


def test_after_a_break_only_the_rest_is_told(store: Store, seed: Any) -> None:
    since = views.here(store)
    grain = seed.claim("Northland ships grain through the strait.")
    heard = hear(store, since, 2)[1]
    border = seed.claim("Southland moved the border post.")
    seed.stance(border, "Southland", Stance.DENIES, DAY)

    line = hear(store, views.read_since(heard.id or ""), 2)[1]

    assert json.loads(line.data)["claim"] == border != grain


def test_events_keep_their_topic(store: Store) -> None:
    since = views.here(store)
    with store.write(actor="Ana", action="test") as tx:
        tx.emit("stance.recorded", "claim:4", {"claim_id": 4, "stance_ids": [9]})

    event = hear(store, since, 2)[1]

    assert (event.event, json.loads(event.data)["payload"]["stance_ids"]) == (
        "stance.recorded",
        [9],
    )


def test_a_stream_ends_with_the_token(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "MAY_SECONDS", 0)
    made = desk.make_token(store, "root", "wall", "Ana", [Scope.READ])
    app = create_app(store, Settings())
    scope = {"type": "http", "app": app, "headers": [
        (b"authorization", f"Bearer {made.secret}".encode())
    ]}  # fmt: skip

    async def listen() -> int:
        heard = 0
        async with asyncio.timeout(10):
            async for _ in tell(store, views.here(store), lambda: may_still(asked, Scope.READ)):
                heard += 1
                desk.revoke_token(store, "root", made.token_id)
        return heard

    asked = Request(scope)
    assert may_still(asked, Scope.READ)
    assert not may_still(asked, Scope.REVIEW)
    assert asyncio.run(listen()) == 1
    assert not may_still(asked, Scope.READ)


def test_a_strange_cursor_is_a_problem_and_no_stream(client: TestClient) -> None:
    answer = client.get("/api/v1/events", headers={"Last-Event-ID": "yesterday"})

    assert answer.status_code == 400
    assert "not one of ours" in answer.json()["detail"]

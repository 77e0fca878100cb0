"""The stream: who listens hears each change, and after a break what came meanwhile."""

from __future__ import annotations

import asyncio
import json
from datetime import date
from typing import Any

from fastapi.testclient import TestClient
from sse_starlette import ServerSentEvent

from claims import views
from claims.model import Stance
from claims.store import Store
from claims.views import Since
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


def test_a_strange_cursor_is_a_problem_and_no_stream(client: TestClient) -> None:
    answer = client.get("/api/v1/events", headers={"Last-Event-ID": "yesterday"})

    assert answer.status_code == 400
    assert "not one of ours" in answer.json()["detail"]

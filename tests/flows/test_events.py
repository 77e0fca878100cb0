"""Events go out after the commit, at least once, each time under the same id."""

from __future__ import annotations

import threading
import time
from base64 import b64encode
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from typing import Any

import pytest
from pydantic import SecretStr
from standardwebhooks import Webhook, WebhookVerificationError

from claims.settings import Settings
from claims.store import Store, pending_outbox
from flows import events
from flows.requests import ClaimsRequest
from flows.trigger import RunError

SECRET = "whsec_" + b64encode(b"thirty-two bytes of a test's own").decode()

Emitted = list[dict[str, Any]]


class Hook(ThreadingHTTPServer):
    """A receiver that keeps what it was sent; ``status`` is its answer."""

    status = 200

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.bodies: list[bytes] = []
        self.headers: list[dict[str, str]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/hook"


class Answer(BaseHTTPRequestHandler):
    server: Hook

    def do_POST(self) -> None:
        self.server.bodies.append(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.headers.append(dict(self.headers))
        self.send_response(self.server.status)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Silence."""


@pytest.fixture
def hook() -> Iterator[Hook]:
    server = Hook()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def emitted(monkeypatch: pytest.MonkeyPatch) -> Emitted:
    """Every event handed to Prefect."""
    kept: Emitted = []
    monkeypatch.setattr(events, "emit_event", lambda **event: kept.append(event))
    monkeypatch.setattr(events, "wait_exponential", lambda multiplier: lambda _state: 0)
    monkeypatch.setattr(events, "_PAUSES", {})
    return kept


def put(store: Store, *keys: str) -> None:
    """One change a key, each with an event."""
    for key in keys:
        with store.write(actor="Ana", action="test") as tx:
            tx.emit("claim.status", key, {"claim_id": key})


def waiting(store: Store) -> list[str]:
    with store.read() as session:
        return [event.key for event in pending_outbox(session)]


def test_every_event_goes_out_once_and_in_order(
    held: Store, settings: Settings, emitted: Emitted
) -> None:
    put(held, "claim:1", "claim:2")

    assert events.send_pending(held, settings) == 2
    assert events.send_pending(held, settings) == 0
    assert [event["event"] for event in emitted] == ["onrecord.claim.status"] * 2
    assert [event["resource"]["prefect.resource.id"] for event in emitted] == [
        "onrecord.claim:1",
        "onrecord.claim:2",
    ]


def test_a_kill_between_handing_over_and_marking_repeats_the_same_ids(
    held: Store, settings: Settings, emitted: Emitted, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(held, "claim:1", "claim:2")

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(events, "mark_delivered", die)
        with pytest.raises(KeyboardInterrupt):
            events.send_pending(held, settings)
    events.send_pending(held, settings)

    ids = [event["id"] for event in emitted]
    assert ids[:2] == ids[2:]
    assert waiting(held) == []


def test_nothing_is_sent_for_a_change_undone(
    held: Store, settings: Settings, emitted: Emitted
) -> None:
    def fail() -> None:
        with held.write(actor="Ana", action="test") as tx:
            tx.emit("claim.status", "claim:1", {})
            raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        fail()

    assert events.send_pending(held, settings) == 0
    assert emitted == []


def test_more_than_one_handful_all_go_out(
    held: Store, settings: Settings, emitted: Emitted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(events, "AT_ONCE", 2)
    put(held, *(f"claim:{n}" for n in range(5)))

    assert events.send_pending(held, settings) == 5
    assert len(emitted) == 5


def test_the_webhook_is_sent_the_same_signed(
    held: Store, settings: Settings, emitted: Emitted, hook: Hook
) -> None:
    put(held, "claim:1", "claim:2")
    told = settings.model_copy(
        update={"webhook_url": hook.url, "webhook_secret": SecretStr(SECRET)}
    )

    assert events.send_pending(held, told) == 2

    (body,) = hook.bodies
    message = Webhook(SECRET).verify(body, hook.headers[0])
    assert message["type"] == "onrecord.events"
    sent = message["data"]["events"]
    assert [event["id"] for event in sent] == [str(event["id"]) for event in emitted]
    assert [event["key"] for event in sent] == ["claim:1", "claim:2"]
    with pytest.raises(WebhookVerificationError):
        Webhook(SECRET).verify(body.replace(b"claim:1", b"claim:9"), hook.headers[0])


def test_a_message_sent_again_has_the_same_id(
    held: Store, settings: Settings, emitted: Emitted, hook: Hook
) -> None:
    put(held, "claim:1")
    told = settings.model_copy(update={"webhook_url": hook.url})
    with held.read() as session:
        pending = pending_outbox(session)

    events.post_events(pending, told)
    events.post_events(pending, told)

    first, again = hook.headers
    assert first["webhook-id"] == again["webhook-id"]
    assert "webhook-signature" not in first


@pytest.mark.parametrize("text", ["salt", "whsec_", "whsec_c2hvcnQ=", "whsec_not base64!" * 4])
def test_a_weak_secret_is_refused_with_a_way_to_make_one(text: str) -> None:
    with pytest.raises(ValueError, match="openssl rand"):
        Settings(webhook_secret=SecretStr(text))


def test_events_wait_while_the_webhook_refuses_and_nothing_fails(
    held: Store, settings: Settings, emitted: Emitted, hook: Hook, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(held, "claim:1")
    told = settings.model_copy(update={"webhook_url": hook.url})
    hook.status = 503

    assert events.send_pending(held, told) == 0
    assert len(hook.bodies) == events.POST_ATTEMPTS
    assert waiting(held) == ["claim:1"]
    assert emitted == []

    hook.status = 200
    assert events.send_pending(held, told) == 0, "it is left alone for a while"
    later = time.monotonic() + 2
    monkeypatch.setattr(events.time, "monotonic", lambda: later)
    assert events.send_pending(held, told) == 1
    assert waiting(held) == []


def test_a_webhook_that_refuses_is_tried_less_and_less(
    held: Store, settings: Settings, emitted: Emitted, hook: Hook, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(held, "claim:1")
    told = settings.model_copy(update={"webhook_url": hook.url})
    hook.status = 503
    now = [0.0]
    monkeypatch.setattr(events.time, "monotonic", lambda: now[0])
    tried = []
    for _ in range(600):
        now[0] += 0.5
        before = len(hook.bodies)
        events.send_pending(held, told)
        if len(hook.bodies) > before:
            tried.append(now[0])
    pauses = [later - earlier for earlier, later in pairwise(tried)]
    assert pauses == [1, 2, 4, 8, 16, 32, 60, 60, 60]


def test_a_webhook_that_refuses_holds_no_publication_up(
    held: Store, settings: Settings, emitted: Emitted, hook: Hook, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(events, "trigger_if_up", lambda *words: asked.append(words[0]))
    hook.status = 503
    told = settings.model_copy(update={"webhook_url": hook.url})
    with held.write(actor="Bo", action="test") as tx:
        payload = {"claim_id": 4, "target": "approved", "decision_id": 9, "actor": "Bo"}
        tx.emit("claim.moved", "claim:4", payload)

    assert [events.send_pending(held, told) for _ in range(3)] == [0, 0, 0]

    assert asked == ["publish"], "started at once, and once"
    assert waiting(held) == ["claim:4"]


def note_triggers(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """What flows are asked for from here on, none of which starts."""
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(events, "trigger_if_up", lambda *words: asked.append(words))
    return asked


def move(store: Store, *steps: tuple[str, str]) -> None:
    """Emit the moves of claim 4, each from one stage to another, under decision 9."""
    with store.write(actor="Bo", action="test") as tx:
        for source, target in steps:
            payload = {
                "claim_id": 4, "source": source, "target": target, "decision_id": 9, "actor": "Bo",
            }  # fmt: skip
            tx.emit("claim.moved", "claim:4", payload)


def test_a_claim_approved_anywhere_is_published_next(
    held: Store, settings: Settings, emitted: Emitted, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = note_triggers(monkeypatch)
    move(held, ("in_review", "decided"), ("decided", "approved"))

    assert events.send_pending(held, settings) == 2

    ((flow, request, _, key),) = asked
    assert (flow, request, key) == (
        "publish",
        ClaimsRequest(claims=[4], actor="Bo"),
        "publish:4:9",
    )


def test_what_was_published_is_marked_next_when_it_is_challenged(
    held: Store, settings: Settings, emitted: Emitted, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = note_triggers(monkeypatch)
    move(held, ("published", "challenged"), ("challenged", "in_review"))

    events.send_pending(held, settings)

    ((flow, request, _, key),) = asked
    assert (flow, request, key) == ("publish", ClaimsRequest(), "question:4:9")


def test_what_cannot_be_started_now_holds_nothing_up(
    held: Store, settings: Settings, emitted: Emitted, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RunError("no deployment")

    monkeypatch.setattr(events, "trigger_if_up", fail)
    with held.write(actor="Bo", action="test") as tx:
        payload = {"claim_id": 4, "target": "approved", "decision_id": 9, "actor": "Bo"}
        tx.emit("claim.moved", "claim:4", payload)

    assert events.send_pending(held, settings) == 1
    assert waiting(held) == []

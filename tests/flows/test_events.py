"""Events go out after the commit, at least once, each time under the same id."""

from __future__ import annotations

import hashlib
import hmac
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from claims.settings import Settings
from claims.store import Store, pending_outbox
from flows import events

Emitted = list[dict[str, Any]]


class Hook(ThreadingHTTPServer):
    """A receiver that keeps what it was sent; ``status`` is its answer."""

    status = 200

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.bodies: list[bytes] = []
        self.signatures: list[str | None] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/hook"


class Answer(BaseHTTPRequestHandler):
    server: Hook

    def do_POST(self) -> None:
        self.server.bodies.append(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.signatures.append(self.headers[events.SIGNATURE])
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
    put(held, "claim:1")
    told = settings.model_copy(update={"webhook_url": hook.url, "webhook_secret": secret("salt")})

    assert events.send_pending(held, told) == 1

    (body,) = hook.bodies
    (event,) = json.loads(body)["events"]
    assert event["id"] == str(emitted[0]["id"])
    assert (event["topic"], event["key"]) == ("claim.status", "claim:1")
    digest = hmac.new(b"salt", body, hashlib.sha256).hexdigest()
    assert hook.signatures == [f"sha256={digest}"]


def test_events_wait_while_the_webhook_refuses_and_nothing_fails(
    held: Store, settings: Settings, emitted: Emitted, hook: Hook
) -> None:
    put(held, "claim:1")
    told = settings.model_copy(update={"webhook_url": hook.url})
    hook.status = 503

    assert events.send_pending(held, told) == 0
    assert len(hook.bodies) == events.POST_ATTEMPTS
    assert waiting(held) == ["claim:1"]
    assert emitted == []

    hook.status = 200
    assert events.send_pending(held, told) == 1
    assert waiting(held) == []


def secret(text: str) -> object:
    from pydantic import SecretStr

    return SecretStr(text)

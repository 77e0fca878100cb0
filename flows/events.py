"""After the commit, and only then: the outbox to Prefect's events and to a webhook.

At least once: an event is marked delivered after it was handed over, and its id
is the outbox row's, so that a receiver can tell a repetition. While the webhook
does not take them, events wait in the outbox and the flow goes on: what comes next
on the desk is started all the same, and the webhook is tried again after pauses
that grow.
"""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import NAMESPACE_URL, UUID, uuid5
from weakref import WeakKeyDictionary

import httpx
from prefect.events import emit_event
from standardwebhooks import Webhook
from tenacity import Retrying, retry_if_exception_type, stop_after_attempt, wait_exponential

from claims.model import Stage, utcnow
from claims.settings import Settings
from claims.store import Store, mark_delivered, pending_outbox
from claims.store.journal import Outbox
from flows.requests import ClaimsRequest
from flows.trigger import RunError, publish_key, question_key, trigger_if_up

AT_ONCE = 500
"""Events handed over between two marks."""
POST_ATTEMPTS = 3
POST_SECONDS = 10
PAUSE_SECONDS = 1.0
LONGEST_PAUSE_SECONDS = 60.0
"""A webhook that refused is left alone so long, twice as long each time."""
EVENTS = "onrecord.events"
"""The type of our one message: events in their order, each with an id of its own."""


class Pause(NamedTuple):
    """A webhook that refused: how long it is left alone, and until when (monotonic)."""

    seconds: float
    until: float


_PAUSES: dict[str, Pause] = {}
"""By address of the webhook, in this process."""
_FOLLOWED: WeakKeyDictionary[Store, int] = WeakKeyDictionary()
"""The last event of a record that this process followed up."""


async def send_events(store: Store, settings: Settings) -> int:
    """Hand every pending event over. Returns how many went out."""
    return await asyncio.to_thread(send_pending, store, settings)


def send_pending(store: Store, settings: Settings) -> int:
    """Hand every pending event over, in their order. Returns how many went out."""
    sent = 0
    while True:
        with store.read() as session:
            pending = pending_outbox(session, AT_ONCE)
        if not pending:
            return sent
        _follow_up_once(store, pending, settings)
        if not _post_or_pause(pending, settings):
            return sent
        for event in pending:
            emit_event(
                event=f"onrecord.{event.topic}",
                resource={
                    "prefect.resource.id": f"onrecord.{event.key}",
                    "prefect.resource.name": event.key,
                },
                payload=event.payload,
                id=event_id(event),
            )
        mark_delivered(store, [event.id for event in pending if event.id is not None])
        sent += len(pending)


def _follow_up_once(store: Store, pending: Sequence[Outbox], settings: Settings) -> None:
    last = _FOLLOWED.get(store, 0)
    fresh = [event for event in pending if (event.id or 0) > last]
    if fresh:
        follow_up(fresh, settings)
        _FOLLOWED[store] = fresh[-1].id or last


def _post_or_pause(pending: Sequence[Outbox], settings: Settings) -> bool:
    """Whether the webhook took them, or there is none; one that refused is left alone a while."""
    url = str(settings.webhook_url)
    pause = _PAUSES.get(url)
    if pause is not None and time.monotonic() < pause.until:
        return False
    try:
        post_events(pending, settings)
    except httpx.HTTPError as error:
        seconds = PAUSE_SECONDS if pause is None else min(2 * pause.seconds, LONGEST_PAUSE_SECONDS)
        _PAUSES[url] = Pause(seconds, time.monotonic() + seconds)
        log = logging.getLogger(__name__)
        log.warning("%s takes no events, they wait at least %g s: %s", url, seconds, error)
        return False
    _PAUSES.pop(url, None)
    return True


def follow_up(events: Sequence[Outbox], settings: Settings) -> None:
    """Have the flow started that comes next: a claim that was approved is published, and what
    was published of one that stands so no longer is marked.

    Wherever that was done, at the command line, on a page or by the API; without a
    server that starts flows it waits for ``onrecord run publish``.
    """
    for event in events:
        if event.topic != "claim.moved":
            continue
        claim_id, decision_id = event.payload["claim_id"], event.payload["decision_id"]
        if event.payload["target"] == Stage.APPROVED:
            request = ClaimsRequest(claims=[claim_id], actor=event.payload["actor"])
            key = publish_key(claim_id, decision_id)
        elif event.payload["source"] == Stage.PUBLISHED:
            request, key = ClaimsRequest(), question_key(claim_id, decision_id)
        else:
            continue
        try:
            trigger_if_up("publish", request, settings, key)
        except RunError as error:
            logging.getLogger(__name__).warning("claim %s waits: %s", claim_id, error)


def event_id(event: Outbox) -> UUID:
    """The same id every time an event is sent."""
    return uuid5(NAMESPACE_URL, f"onrecord:{event.key}:{event.id}")


def post_events(events: Sequence[Outbox], settings: Settings) -> None:
    """Post events to the webhook, if one is set. httpx.HTTPError where it refuses.

    The message and its headers are those of Standard Webhooks, so a receiver
    verifies them with that project's library in its own language.
    """
    if settings.webhook_url is None:
        return
    now = utcnow()
    told = [
        {"id": str(event_id(each)), "topic": each.topic, "key": each.key, "at": each.at,
         "payload": each.payload}
        for each in events
    ]  # fmt: skip
    message = {"type": EVENTS, "timestamp": now, "data": {"events": told}}
    body = json.dumps(message, ensure_ascii=False, default=_write_moment)
    message_id = str(uuid5(event_id(events[0]), str(event_id(events[-1]))))
    headers = {
        "Content-Type": "application/json",
        "webhook-id": message_id,
        "webhook-timestamp": str(int(now.timestamp())),
    }
    if settings.webhook_secret is not None:
        signer = Webhook(settings.webhook_secret.get_secret_value())
        headers["webhook-signature"] = signer.sign(message_id, now, body)
    for attempt in Retrying(
        stop=stop_after_attempt(POST_ATTEMPTS),
        wait=wait_exponential(multiplier=0.2),
        retry=retry_if_exception_type(httpx.HTTPError),
        reraise=True,
    ):
        with attempt:
            url = str(settings.webhook_url)
            answer = httpx.post(url, content=body.encode(), headers=headers, timeout=POST_SECONDS)
            answer.raise_for_status()


def _write_moment(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)

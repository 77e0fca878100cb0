"""Publish: approved claims out of the house, as ClaimReview, JSON, CSV and Atom.

Files go to ``<home>/published``; each is written beside its name and renamed, so
that a reader sees the old file or the new one, never half of one.
"""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import IO

from prefect import flow
from prefect.artifacts import acreate_table_artifact

from claims import desk, formats, views
from claims.desk import Actor
from claims.settings import Settings, load_settings
from claims.store import Store, open_store
from flows.events import send_events
from flows.requests import ClaimsRequest, WorkReport

MACHINE = Actor(name="machine:publish", role="machine")


def write_file(path: Path, write: Callable[[IO[str]], None]) -> str:
    """Write a text file whole or not at all. Returns its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    with part.open("w", encoding="utf-8", newline="") as out:
        write(out)
        out.flush()
        os.fsync(out.fileno())
    part.replace(path)
    return str(path)


def publish_claim(store: Store, settings: Settings, claim_id: int, actor: Actor) -> str:
    """Write the claim's ClaimReview, then say on record that it is published."""
    review = formats.claim_review(views.claim(store, claim_id), settings)
    text = json.dumps(review, ensure_ascii=False, indent=2)
    path = settings.home / "published" / "claims" / f"{claim_id}.jsonld"
    written = write_file(path, lambda out: _write(out, text))
    desk.publish(store, actor, claim_id)
    return written


def write_exports(store: Store, settings: Settings) -> list[str]:
    """The board as JSON and CSV, the stances as CSV, the feed of status changes."""
    folder = settings.home / "published"
    return [
        write_file(folder / "board.json", lambda out: formats.write_board_json(store, out)),
        write_file(folder / "board.csv", lambda out: formats.write_board_csv(store, out)),
        write_file(folder / "stances.csv", lambda out: formats.write_stances_csv(store, out)),
        write_file(
            folder / "status-changes.atom",
            lambda out: _write(out, formats.status_feed(store, settings)),
        ),
    ]


def _write(out: IO[str], text: str) -> None:
    out.write(text)


@flow(name="publish", persist_result=True, result_serializer="json")
async def publish(request: ClaimsRequest) -> WorkReport:
    """Publish approved claims, and write the exports and the feed anew."""
    settings = load_settings()
    store = open_store(settings=settings)
    actor = Actor(name=request.actor, role="approver") if request.actor else MACHINE
    claim_ids = request.claims or views.claims_at(store, stage="approved")
    files = []
    for claim_id in claim_ids:
        files.append(await asyncio.to_thread(publish_claim, store, settings, claim_id, actor))
    files += await asyncio.to_thread(write_exports, store, settings)
    await send_events(store)
    await acreate_table_artifact([{"file": name} for name in files], "published")
    return WorkReport(claims=len(claim_ids), changed=len(claim_ids), files=files)

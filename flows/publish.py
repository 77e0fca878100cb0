"""Publish: approved claims out of the house, as ClaimReview, JSON, CSV and Atom.

Files go to ``<home>/published``: reviews of published claims alone under ``claims``, and
beside them the exports, which hold the whole board, whatever the desk made of it. Each is
written beside its name and renamed, so that a reader sees the old file or the new one, never
half of one. Every approval starts this flow, and so does every challenge of what was published,
whose review then says that it is looked at again: so others of its kind may run beside it.
"""

from __future__ import annotations

import asyncio
import json
import os
import secrets
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from filelock import FileLock
from prefect import flow
from prefect.artifacts import acreate_table_artifact

from claims import desk, views
from claims.desk import Actor, DeskError, MoveRefusedError, Role
from claims.model import Stage
from claims.settings import Settings, load_settings
from claims.store import Store, open_store
from claims.views import ViewError
from flows.asked import choose_claims
from flows.events import send_events
from flows.requests import ClaimsRequest, WorkReport

MACHINE = Actor(name="machine:publish", role=Role.MACHINE)
EXPORTED: tuple[Literal["board", "stances", "evidence"], ...] = ("board", "stances", "evidence")
SHAPES: tuple[Literal["json", "csv"], ...] = ("json", "csv")
EXPORT_LOCK = "publish.lock"


def write_file(path: Path, pieces: Iterable[str]) -> str:
    """Write a text file whole or not at all, whoever else writes it. Returns its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        with part.open("x", encoding="utf-8", newline="") as out:
            out.writelines(pieces)
            out.flush()
            os.fsync(out.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return str(path)


def publish_claim(store: Store, settings: Settings, claim_id: int, actor: Actor) -> str:
    """Say on record that the claim is published, then write its ClaimReview.

    One that stands published is only written: its file may have been lost with the process,
    or a run beside this one was faster.
    """
    standing = views.claim(store, claim_id).standing
    if standing.stage is Stage.APPROVED:
        try:
            desk.publish(store, actor, claim_id)
        except MoveRefusedError:
            if views.claim(store, claim_id).standing.stage is not Stage.PUBLISHED:
                raise
    elif standing.stage is not Stage.PUBLISHED:
        raise MoveRefusedError(
            f"it is {standing.stage.value}, not approved: decide and approve it first"
        )
    return write_file(name_review(settings, claim_id), [tell_review(store, settings, claim_id)])


def mark_questioned(store: Store, settings: Settings) -> list[str]:
    """Let what was published of claims that are called into question say so.

    Returns the paths of the files that said otherwise, or were lost.
    """
    marked = []
    for claim_id in views.questioned_claims(store):
        path = name_review(settings, claim_id)
        text = tell_review(store, settings, claim_id)
        if not path.exists() or path.read_text("utf-8") != text:
            marked.append(write_file(path, [text]))
    return marked


def name_review(settings: Settings, claim_id: int) -> Path:
    """The file of a claim's review."""
    return settings.home / "published" / "claims" / f"{claim_id}.jsonld"


def tell_review(store: Store, settings: Settings, claim_id: int) -> str:
    """The claim's ClaimReview as its file holds it."""
    review = views.claim_review(store, claim_id, views.Publisher.of(settings))
    return json.dumps(review, ensure_ascii=False, indent=2)


def write_exports(store: Store, settings: Settings, folder: Path) -> list[str]:
    """Board, stances and evidence as JSON and CSV, and the feed of status changes."""
    written = [
        write_file(folder / f"{what}.{shape}", views.export(store, what, shape))
        for what in EXPORTED
        for shape in SHAPES
    ]
    feed = views.status_feed(store, views.Publisher.of(settings)).decode("utf-8")
    return [*written, write_file(folder / "status-changes.atom", [feed])]


def write_published(store: Store, settings: Settings) -> list[str]:
    """The exports of the record's home, one run after another: what is written last was read
    last, and no run puts an older state over a newer one."""
    with FileLock(settings.home / EXPORT_LOCK):
        return write_exports(store, settings, settings.home / "published")


def tell_what_goes_out(settings: Settings) -> list[str]:
    """What whoever puts the exports before others should know of them."""
    placeholders = settings.name_placeholders()
    told = (
        "board, stances, evidence and feed hold every claim, those that nobody reviewed with the"
        " machine's suggestion; claims/ holds the reviews of published claims alone"
    )
    signed = f"reviews and feed are signed with placeholders: set {', '.join(placeholders)}"
    return [told, signed] if placeholders else [told]


@flow(name="publish", persist_result=True, result_serializer="json")
async def publish(request: ClaimsRequest) -> WorkReport:
    """Publish approved claims, mark what is called into question, write the exports anew."""
    settings = load_settings()
    store = open_store(settings=settings)
    actor = Actor(name=request.actor, role=Role.APPROVER) if request.actor else MACHINE
    claim_ids = choose_claims(store, request, stage=Stage.APPROVED)
    report = WorkReport(claims=len(claim_ids))
    for claim_id in claim_ids:
        try:
            file = await asyncio.to_thread(publish_claim, store, settings, claim_id, actor)
        except (DeskError, ViewError) as refusal:
            report.refused += 1
            report.notes.append(f"claim {claim_id}: {refusal}")
        else:
            report.published += 1
            report.files.append(file)
    marked = await asyncio.to_thread(mark_questioned, store, settings)
    report.marked = len(marked)
    report.files += marked
    report.files += await asyncio.to_thread(write_published, store, settings)
    report.notes += tell_what_goes_out(settings)
    await send_events(store, settings)
    files = [{"file": name} for name in report.files]
    await acreate_table_artifact(files, "published", report.describe())
    return report

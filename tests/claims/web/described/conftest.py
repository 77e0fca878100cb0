"""A record of two claims that every request may change, and an admin's client of it."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from claims import desk
from claims.desk import Actor, CaptureInfo, EvidenceDraft, Material, Role
from claims.model import (
    ClaimDraft,
    Document,
    EvidenceKind,
    Extraction,
    Finding,
    Relation,
    Reliability,
    Span,
    Stance,
    utcnow,
)
from claims.settings import Settings
from claims.status import Scope
from claims.store import Store, open_store
from claims.web.app import create_app
from claims.web.runs import NoSuchRunError, Run, RunState, Submitted

ROWS = 6
"""Numbers of rows are folded to so many, as a number drawn freely meets no row."""
TEXT = "Northland says it ships grain. Southland denies it. The border post was moved, it says."


class AnyRunner:
    """Takes everything and runs nothing."""

    def ingest(self, material: Submitted, person: str) -> str:
        return "1"

    def retry(self, person: str) -> str:
        return "1"

    def read(self, run_id: str) -> Run:
        if run_id != "1":
            raise NoSuchRunError(f"no run has the id {run_id}")
        return Run(id=run_id, flow="ingest", state=RunState.COMPLETED)

    def recent(self, limit: int) -> list[Run]:
        return []


def fill(store: Store) -> None:
    """Two claims, three stances, evidence, and tokens that may be revoked."""
    capture = CaptureInfo(
        sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
        name="dispatch.txt",
        media_type="text/plain",
        size_bytes=len(TEXT),
        captured_at=utcnow(),
    )
    told = [
        ("c1", "Northland", Stance.ALLEGES, "Northland says it ships grain."),
        ("c1", "Southland", Stance.DENIES, "Southland denies it."),
        ("c2", "Southland", Stance.ALLEGES, "The border post was moved, it says."),
    ]
    findings = tuple(
        Finding(
            claim=claim,
            party=party,
            stance=stance,
            span=Span.cut(TEXT, TEXT.index(quote), TEXT.index(quote) + len(quote)),
        )
        for claim, party, stance, quote in told
    )
    drafts = (
        ClaimDraft(id="c1", text="Northland ships grain through the strait."),
        ClaimDraft(id="c2", text="Southland moved the border post."),
    )
    machine = Actor(name="machine:ingest", role=Role.MACHINE)
    material = Material(capture=capture, document=Document(text=TEXT), name="dispatch.txt")
    found = Extraction(extractor="hand/1", claims=drafts, findings=findings)
    recorded = desk.record_document(store, machine, material, found)
    desk.assess_claims(store, machine, recorded.claim_ids)
    draft = EvidenceDraft(
        relation=Relation.SUPPORTS,
        kind=EvidenceKind.RECORD,
        reliability=Reliability.B,
        credibility=2,
        url="https://harbour.example/list",
    )
    desk.attach_evidence(store, Actor(name="Ana", role=Role.REVIEWER), 1, draft)
    for _ in range(ROWS):
        desk.make_token(store, "root", "spare", "Bo", [Scope.READ])


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> Iterator[TestClient]:
    """An admin's client of a record of its own, which every request may change."""
    home = tmp_path_factory.mktemp("described")
    path = home / "record.sqlite"
    shutil.copy(sqlite_template, path)
    with open_store(f"sqlite:///{path}", home=home) as store:
        fill(store)
        secret = desk.make_token(store, "root", "test", "Ana", [Scope.ADMIN]).secret
        app = create_app(store, Settings(write_rate="1000000/minute"), AnyRunner())
        headers = {"Authorization": f"Bearer {secret}"}
        with TestClient(app, raise_server_exceptions=False, headers=headers) as opened:
            yield opened

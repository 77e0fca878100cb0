"""A record of six claims that every request may change, and an admin's client of it."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from claims import desk
from claims.desk import Actor, CaptureInfo, EvidenceDraft, EvidenceFound, Material, Role
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
    Status,
    utcnow,
)
from claims.settings import Settings
from claims.status import Scope
from claims.store import Store, open_store
from claims.web.app import create_app
from claims.web.runs import NoSuchRunError, Run, RunState, Submitted

ROWS = 6
"""Numbers of rows are folded to so many, as a number drawn freely meets no row."""
WHY = "Both cargo lists show it plainly."
TOLD = (
    ("Northland ships grain.", "Northland", Stance.ALLEGES, "Northland says it ships grain."),
    ("A minister resigned.", "Southland", Stance.DENIES, "Southland denies a minister left."),
    ("The border post was moved.", "Southland", Stance.ALLEGES, "The post was moved, it says."),
    ("Prisoners will be freed.", "Northland", Stance.CONFIRMS, "Prisoners go free, it confirms."),
    ("Wells were poisoned.", "Northland", Stance.DOUBTS, "It doubts that wells were poisoned."),
    ("Drones crossed the lake.", "Southland", Stance.DENIES, "Southland denies any drones."),
)
"""Claim, party, stance, and the words that tell it."""
TEXT = " ".join(told[-1] for told in TOLD)
DRAFT = EvidenceDraft(
    relation=Relation.SUPPORTS,
    kind=EvidenceKind.RECORD,
    reliability=Reliability.B,
    credibility=2,
    url="https://harbour.example/list",
)


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
    """Six claims at as many stages, each with a stance, evidence and a proposal; two parties;
    and tokens that may be revoked."""
    machine = Actor(name="machine:ingest", role=Role.MACHINE)
    ana = Actor(name="Ana", role=Role.REVIEWER)
    recorded = desk.record_document(store, machine, _name_material(), _find())
    assert recorded.claims_opened == len(TOLD) == ROWS
    desk.assess_claims(store, machine, recorded.claim_ids)
    for claim in range(1, ROWS + 1):
        desk.attach_evidence(store, ana, claim, DRAFT)
        proposed = EvidenceFound(
            claim_id=claim, document_id=1, start=0, end=9, relation=Relation.CONTEXT, score=0.7
        )
        desk.propose_evidence(store, machine, [proposed])
        desk.make_token(store, "root", "spare", "Bo", [Scope.READ])
    for claim in (3, 4, 5):
        desk.decide(store, Actor(name="Bo", role=Role.REVIEWER), claim, Status.REFUTED, WHY)
    for claim in (4, 5):
        desk.approve(store, Actor(name="Cy", role=Role.APPROVER), claim)
    desk.publish(store, Actor(name="Cy", role=Role.APPROVER), 5)
    desk.park(store, ana, 6, WHY)


def _name_material() -> Material:
    capture = CaptureInfo(
        sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
        name="dispatch.txt",
        media_type="text/plain",
        size_bytes=len(TEXT),
        captured_at=utcnow(),
    )
    return Material(capture=capture, document=Document(text=TEXT), name="dispatch.txt")


def _find() -> Extraction:
    findings = tuple(
        Finding(
            claim=f"c{number}",
            party=party,
            stance=stance,
            span=Span.cut(TEXT, TEXT.index(quote), TEXT.index(quote) + len(quote)),
        )
        for number, (_, party, stance, quote) in enumerate(TOLD)
    )
    drafts = (ClaimDraft(id=f"c{number}", text=told[0]) for number, told in enumerate(TOLD))
    return Extraction(extractor="hand/1", claims=tuple(drafts), findings=findings)


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

"""Requests made from the API's own description, hostile ones among them: none breaks it.

``ONRECORD_TEST_EXAMPLES=500`` asks for more of them, and other ones at each run.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, settings
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

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

ASKED = os.environ.get("ONRECORD_TEST_EXAMPLES")
EXAMPLES = int(ASKED or 10)
ROWS = 6
"""Numbers of rows are folded to so many, as a number drawn freely meets no row."""
TEXT = "Northland says it ships grain. Southland denies it. The border post was moved, it says."
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]

DESCRIBED = create_app(cast(Store, None), Settings()).openapi()
# Methods that no route knows are refused by the framework; `test_errors` looks at that.
CONFIG = SchemathesisConfig.from_dict({"phases": {"coverage": {"unexpected-methods": []}}})
schema = schemathesis.openapi.from_dict(DESCRIBED, config=CONFIG).exclude(path="/api/v1/events")


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


@schema.hook
def map_path_parameters(context: Any, path_parameters: dict[str, Any]) -> dict[str, Any]:
    """Numbers that meet a row, where they are numbers at all."""
    return {
        name: value % ROWS + 1 if isinstance(value, int) and value > 0 else value
        for name, value in (path_parameters or {}).items()
    }


@schema.parametrize()
@settings(
    max_examples=EXAMPLES,
    derandomize=ASKED is None,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
def test_no_request_breaks_it(client: TestClient, case: Case) -> None:
    sent = case.as_transport_kwargs(base_url="http://testserver")
    # What it draws for these lets nobody in: the access tests do that.
    sent["headers"]["Authorization"] = client.headers["Authorization"]
    sent.pop("cookies", None)
    answer = client.request(**sent)
    assert answer.status_code < 500
    case.validate_response(answer, checks=CHECKS)

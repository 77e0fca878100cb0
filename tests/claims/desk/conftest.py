"""Builders of material and extractions, and the people of a desk."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import pytest
from sqlmodel import col, select

from claims.desk import (
    Actor,
    CaptureInfo,
    Material,
    Recorded,
    Role,
    approve,
    assess_claims,
    decide,
    publish,
    record_document,
)
from claims.model import ClaimDraft, Document, Extraction, Finding, Span, Stance, Status
from claims.store import Store, open_store
from claims.store.facts import Fact
from claims.store.projections import Board

Row = TypeVar("Row", bound=Fact)

PUBLISHED = datetime(2024, 2, 20, 9, 0, tzinfo=UTC)


def make_material(text: str, name: str = "dispatch.txt", **changes: Any) -> Material:
    """Material of one text; ``changes`` go to the document, or to the material by name."""
    own = {key: changes.pop(key) for key in ("item", "kind") if key in changes}
    own |= {key: changes.pop(key) for key in ("outlet_reliability", "organ_of") if key in changes}
    salt = changes.pop("salt", "")
    capture = CaptureInfo(
        sha256=hashlib.sha256((text + name + salt).encode()).hexdigest(),
        name=name,
        media_type="text/plain",
        size_bytes=len(text.encode()),
        captured_at=PUBLISHED,
    )
    document = Document(text=text, **{"published_at": PUBLISHED, "language": "en", **changes})
    return Material(capture=capture, document=document, name=name, **own)


def make_extraction(text: str, *told: tuple[Any, ...], extractor: str = "hand/1") -> Extraction:
    """An extraction from rows ``(claim, party, stance, quote[, changes])``."""
    ids: dict[str, str] = {}
    findings = []
    for claim, party, stance, quote, *rest in told:
        changes = rest[0] if rest else {}
        start = text.index(quote)
        findings.append(
            Finding(
                claim=ids.setdefault(claim, f"c{len(ids) + 1}"),
                span=Span.cut(text, start, start + len(quote)),
                party=party,
                stance=Stance(stance),
                **changes,
            )
        )
    drafts = tuple(ClaimDraft(id=local, text=claim) for claim, local in ids.items())
    return Extraction(extractor=extractor, claims=drafts, findings=tuple(findings))


class Desk:
    """A record with a shorthand for putting texts on it and looking at the result."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.machine = Actor(name="machine:ingest", role=Role.MACHINE)
        self.ana = Actor(name="Ana", role=Role.REVIEWER)
        self.bo = Actor(name="Bo", role=Role.APPROVER)
        self.texts = 0

    def put(self, text: str, *told: tuple[Any, ...], **changes: Any) -> Recorded:
        """Record a text under a name of its own and assess the claims it touches."""
        self.texts += 1
        extractor = changes.pop("extractor", "hand/1")
        material = make_material(text, **{"name": f"text-{self.texts}.txt", **changes})
        found = make_extraction(text, *told, extractor=extractor)
        recorded = record_document(self.store, self.machine, material, found)
        assess_claims(self.store, self.machine, recorded.claim_ids)
        return recorded

    def say(self, claim: str, party: str, stance: str, **changes: Any) -> int:
        """One sentence by which a party takes a position; returns the claim's id."""
        finding = {key: changes.pop(key) for key in tuple(changes) if key in FINDING}
        quote = f"{party} {stance.replace('_', ' ')} it."
        text = f"Number {self.texts}. {quote} {claim}"
        return self.put(text, (claim, party, stance, quote, finding), **changes).claim_ids[0]

    def board(self, claim_id: int) -> Board:
        """The claim's line on the board."""
        with self.store.read() as session:
            line = session.get(Board, claim_id)
        assert line is not None, f"claim {claim_id} is not on the board"
        return line

    def rows(self, table: type[Row]) -> list[Row]:
        """Every row of a table of facts, in order."""
        with self.store.read() as session:
            return list(session.exec(select(table).order_by(col(table.id))))

    def publish(self, claim_id: int, status: Status, rationale: str = "Read it all.") -> None:
        """Decide, approve and publish a claim."""
        decide(self.store, self.ana, claim_id, status, rationale)
        approve(self.store, self.bo, claim_id)
        publish(self.store, self.bo, claim_id)


FINDING = ("mode", "commitment", "said_on", "speaker", "aliases", "anonymous")


@pytest.fixture
def desk(store: Store) -> Desk:
    """An empty desk, on each database."""
    return Desk(store)


@pytest.fixture
def lite(sqlite_template: Path, tmp_path: Path) -> Iterator[Desk]:
    """An empty desk on SQLite only, for rules that no database can change."""
    path = tmp_path / "lite.sqlite"
    shutil.copy(sqlite_template, path)
    with open_store(f"sqlite:///{path}", home=tmp_path) as opened:
        yield Desk(opened)


@pytest.fixture
def new_desk(sqlite_template: Path, tmp_path: Path) -> Iterator[Callable[[], Desk]]:
    """Makes empty desks on SQLite, as many as a test asks for."""
    opened: list[Store] = []

    def make() -> Desk:
        path = tmp_path / f"desk-{len(opened)}.sqlite"
        shutil.copy(sqlite_template, path)
        opened.append(open_store(f"sqlite:///{path}", home=tmp_path))
        return Desk(opened[-1])

    yield make
    for store in opened:
        store.close()


@pytest.fixture
def material() -> Callable[..., Material]:
    return make_material


@pytest.fixture
def extraction() -> Callable[..., Extraction]:
    return make_extraction

"""A scribe that writes facts of every kind, each in a transaction of its own."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pysqlite3.dbapi2
import pytest
from sqlalchemy import select, text
from sqlalchemy.engine import make_url

from claims.model import Commitment, EvidenceKind, Mode, PartyKind, Relation, Stage, Stance, Status
from claims.store import Store, Transaction
from claims.store import facts as f
from claims.store.fulltext import TEXT_COLUMN, TEXT_TABLE
from claims.store.tables import GUARDED_TABLES, PROJECTION_TABLES

DAY = datetime(2026, 3, 1, tzinfo=UTC)


class Scribe:
    """Writes facts with sensible defaults; every method returns the new row's id."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.number = 0

    def write(self, make: Callable[[Transaction], f.Fact]) -> int:
        with self.store.write(actor="ana", action="test") as tx:
            return tx.add(make(tx))

    def next_key(self, kind: str) -> str:
        self.number += 1
        return f"{kind}-{self.number}"

    def party(self, key: str | None = None) -> int:
        key = key or self.next_key("party")
        return self.write(lambda tx: f.Party(key=key, name=key.title(), kind=PartyKind.STATE))

    def document(self, outlet: str | None = "paper", body: str = "The words.") -> int:
        sha = hashlib.sha256(self.next_key("capture").encode()).hexdigest()
        with self.store.write(actor="machine", action="record_document") as tx:
            tx.add(
                f.Capture(
                    sha256=sha, name="a", media_type="text/plain", size_bytes=9, captured_at=tx.now
                )
            )
            origin = tx.add(f.Origin(key=self.next_key("origin"), name="Agency"))
            return tx.add(
                f.Document(
                    capture_sha256=sha,
                    kind="article",
                    name="a.txt",
                    text=f"{body} {self.number}",
                    text_sha256=sha,
                    title="A title",
                    outlet_id=outlet,
                    outlet_name=outlet,
                    published_at=DAY,
                    origin_id=origin,
                    recorded_at=tx.now,
                )
            )

    def claim(self, told: str | None = None) -> int:
        told = told or f"Northland sends ships, report {self.next_key('claim')}."
        return self.write(lambda tx: f.Claim(text=told, opened_at=tx.now))

    def stance(
        self,
        claim: int,
        party: int,
        document: int,
        value: Stance = Stance.ALLEGES,
        day: int = 1,
        supersedes: int | None = None,
    ) -> int:
        return self.write(
            lambda tx: f.StanceRow(
                claim_id=claim,
                party_id=party,
                told_as="they",
                value=value,
                mode=Mode.DIRECT,
                commitment=Commitment.CERTAIN,
                document_id=document,
                start=0,
                end=3,
                exact="The",
                said_on=date(2026, 3, day),
                origin_id=document,
                confidence=0.5,
                reasons=["said so"],
                recorded_by="rules/1",
                supersedes=supersedes,
                recorded_at=tx.now,
            )
        )

    def evidence(
        self,
        claim: int,
        document: int,
        relation: Relation = Relation.SUPPORTS,
        supersedes: int | None = None,
    ) -> int:
        return self.write(
            lambda tx: f.Evidence(
                claim_id=claim,
                relation=relation,
                kind=EvidenceKind.RECORD,
                reliability="B",
                credibility=2,
                url="https://example.org/1",
                origin_id=document,
                recorded_by="ana",
                supersedes=supersedes,
                recorded_at=tx.now,
            )
        )

    def move_stance(self, stance: int, claim: int) -> int:
        return self.write(
            lambda tx: f.StanceMove(
                stance_id=stance, claim_id=claim, actor="ana", reason="split", at=tx.now
            )
        )

    def withdraw(self, what: str, row: int) -> int:
        return self.write(
            lambda tx: f.Withdrawal(what=what, row_id=row, actor="ana", reason="wrong", at=tx.now)
        )

    def merge(
        self, claim: int, into: int, opposite: bool = False, act: f.ActKind = f.ActKind.DO
    ) -> int:
        return self.write(
            lambda tx: f.ClaimMerge(
                claim_id=claim,
                into_id=into,
                opposite=opposite,
                act=act,
                actor="ana",
                reason="same",
                at=tx.now,
            )
        )

    def merge_parties(self, party: int, into: int, act: f.ActKind = f.ActKind.DO) -> int:
        return self.write(
            lambda tx: f.PartyMerge(
                party_id=party, into_id=into, act=act, actor="ana", reason="same", at=tx.now
            )
        )

    def assess(self, claim: int, status: Status, flags: tuple[str, ...] = ()) -> int:
        return self.write(
            lambda tx: f.Assessment(
                claim_id=claim,
                status=status,
                flags=list(flags),
                commitment="certain",
                rule=6,
                at=tx.now,
            )
        )

    def decide(self, claim: int, status: Status) -> int:
        return self.write(
            lambda tx: f.Decision(
                claim_id=claim, status=status, rationale="read it all", actor="ana", at=tx.now
            )
        )

    def move(self, claim: int, target: Stage, assignee: str | None = None) -> int:
        return self.write(
            lambda tx: f.StageMove(
                claim_id=claim,
                source=Stage.NEW,
                target=target,
                actor="ana",
                role="editor",
                assignee=assignee,
                at=tx.now,
            )
        )

    def publish(self, claim: int, decision: int) -> int:
        return self.write(
            lambda tx: f.Publication(claim_id=claim, decision_id=decision, actor="bo", at=tx.now)
        )

    def propose(self, claim: int, other: int | None = None) -> int:
        key = self.next_key("proposal")
        return self.write(
            lambda tx: f.Proposal(
                kind=f.ProposalKind.SAME_CLAIM,
                claim_id=claim,
                other_claim_id=other,
                score=0.8,
                dedup_key=key,
                at=tx.now,
            )
        )

    def answer(self, proposal: int) -> int:
        return self.write(
            lambda tx: f.ProposalAnswer(
                proposal_id=proposal, accepted=False, actor="ana", at=tx.now
            )
        )

    def change_status(self, claim: int, target: Status) -> int:
        return self.write(
            lambda tx: f.StatusChange(
                claim_id=claim, target=target, basis="decided", actor="ana", at=tx.now
            )
        )


@pytest.fixture
def scribe(store: Store) -> Scribe:
    """A scribe on an empty record."""
    return Scribe(store)


@pytest.fixture(scope="session")
def make_scribe() -> Callable[[Store], Scribe]:
    """Makes a scribe on any record."""
    return Scribe


Dump = dict[str, list[tuple[Any, ...]]]


@pytest.fixture
def dump_projections() -> Callable[[Store], Dump]:
    """Reads every projection whole, in the order of its key."""

    def dump(store: Store) -> Dump:
        found: Dump = {}
        with store.read() as session:
            for table in PROJECTION_TABLES:
                rows = session.execute(select(table).order_by(*table.primary_key.columns))
                found[table.name] = [tuple(row) for row in rows]
            words = {
                "sqlite": f"SELECT rowid, text, place FROM {TEXT_TABLE} ORDER BY 1",
                "postgresql": f"SELECT claim_id, CAST({TEXT_COLUMN} AS text) FROM board ORDER BY 1",
            }[store.dialect]
            found[TEXT_TABLE] = [tuple(row) for row in session.execute(text(words))]
        return found

    return dump


@pytest.fixture
def tamper() -> Callable[..., None]:
    """Runs statements as the database's owner would, round every trigger and key."""

    def run(store: Store, *statements: str) -> None:
        with open_as_owner(store) as execute:
            for statement in statements:
                execute(statement)

    return run


@contextmanager
def open_as_owner(store: Store) -> Iterator[Callable[[str], Any]]:
    if store.dialect == "postgresql":
        with store.writer.connect() as connection:
            connection.execute(text("SET session_replication_role = replica"))
            for table in GUARDED_TABLES:
                connection.exec_driver_sql(f"ALTER TABLE {table.name} DISABLE TRIGGER ALL")
            yield connection.exec_driver_sql
            connection.execute(text("SET session_replication_role = origin"))
            connection.commit()
        return
    path = Path(str(make_url(str(store.url)).database))
    driver = pysqlite3.dbapi2.connect(path, isolation_level=None)
    try:
        for (name,) in driver.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            driver.execute(f"DROP TRIGGER {name}")
        yield driver.execute
    finally:
        driver.close()

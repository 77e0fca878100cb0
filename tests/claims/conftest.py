"""A record to read: rows added one transaction each, at moments that the test chooses."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import col, select

from claims.model import (
    Commitment,
    EvidenceKind,
    Mode,
    PartyKind,
    Relation,
    Stage,
    Stance,
    Status,
)
from claims.store import Store, Transaction, index_terms
from claims.store.facts import (
    ActKind,
    Assessment,
    Capture,
    Claim,
    ClaimMerge,
    Decision,
    Document,
    Evidence,
    Fact,
    Failure,
    Origin,
    Party,
    PartyMerge,
    PartyName,
    Proposal,
    ProposalKind,
    Publication,
    Reading,
    StageMove,
    StanceRow,
    StatusChange,
    Withdrawal,
)

START = datetime(2026, 3, 1, 9, tzinfo=UTC)
DAY = date(2026, 3, 1)


class Clock:
    """What the store takes for the present moment; it moves on a second a reading."""

    def __init__(self) -> None:
        self.moment = START

    def go_to(self, day: date) -> None:
        """Nine o'clock (UTC) of a day."""
        self.moment = datetime.combine(day, START.timetz())

    def read(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


class Seed:
    """Adds facts to a record, a transaction each, and returns their ids."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self.store = store
        self.clock = clock
        self._parties: dict[str, int] = {}
        self._origins: dict[str, int] = {}
        self._open: Transaction | None = None

    def add(self, row: Fact, actor: str = "machine:ingest") -> int:
        """Add one fact: in the open transaction of ``together``, else in one of its own."""
        with self.together(actor) as tx:
            return tx.add(row)

    @contextmanager
    def together(self, actor: str = "machine:ingest") -> Iterator[Transaction]:
        """One transaction around several additions: a commit is what takes the time."""
        if self._open is not None:
            yield self._open
            return
        with self.store.write(actor=actor, action="seed") as self._open:
            try:
                yield self._open
            finally:
                self._open = None

    def party(self, name: str, kind: PartyKind = PartyKind.STATE, *names: str) -> int:
        if name not in self._parties:
            key = name.lower().replace(" ", "-")
            self._parties[name] = self.add(Party(key=key, name=name, kind=kind, catalogued=True))
            for other in names:
                self.add(PartyName(party_id=self._parties[name], name=other))
        return self._parties[name]

    def origin(self, name: str) -> int:
        if name not in self._origins:
            self._origins[name] = self.add(Origin(key=f"outlet:{name}", name=name))
        return self._origins[name]

    def document(
        self,
        text: str,
        outlet: str = "paper",
        day: date | None = DAY,
        url: str | None = "",
        *,
        listed: bool = True,
    ) -> int:
        digest = hashlib.sha256(f"{outlet}{text}".encode()).hexdigest()
        with self.together():
            self.add(
                Capture(
                    sha256=digest,
                    name=f"{digest[:6]}.txt",
                    media_type="text/plain",
                    size_bytes=len(text),
                    captured_at=self.clock.moment,
                )
            )
            number = self.add(
                Document(
                    capture_sha256=digest,
                    kind="article",
                    name=f"{digest[:6]}.txt",
                    text=text,
                    text_sha256=hashlib.sha256(text.encode()).hexdigest(),
                    title=text[:30],
                    outlet_id=outlet if listed else None,
                    outlet_name=outlet.title(),
                    outlet_reliability="B",
                    language="en",
                    published_at=day and datetime.combine(day, START.timetz()),
                    url=f"https://{outlet}.example/{digest[:6]}" if url == "" else url,
                    origin_id=self.origin(outlet),
                    recorded_at=self.clock.moment,
                )
            )
            self.add(
                Reading(
                    document_id=number,
                    extractor="hand/1",
                    findings=1,
                    recorded_at=self.clock.moment,
                )
            )
            return number

    def claim(self, text: str, document: int | None = None, split_from: int | None = None) -> int:
        with self.together() as tx:
            row = Claim(text=text, document_id=document, split_from=split_from, opened_at=tx.now)
            number = tx.add(row)
            tx.index_claim(number, index_terms(text))
        return number

    def stance(
        self,
        claim: int,
        party: str,
        value: Stance,
        day: date = DAY,
        quote: str = "The words of the document.",
        outlet: str = "paper",
        speaker: str | None = None,
        **changes: object,
    ) -> int:
        with self.together():
            text = f"{party} {value.value} {claim} {day}. {quote} End."
            document = self.document(text, outlet, day)
            start = text.index(quote)
            spoke = None if speaker is None else self.party(speaker, PartyKind.PERSON)
            values: dict[str, object] = {
                "claim_id": claim,
                "party_id": self.party(party),
                "speaker_id": spoke,
                "told_as": party,
                "value": value,
                "mode": Mode.INDIRECT,
                "commitment": Commitment.CERTAIN,
                "document_id": document,
                "start": start,
                "end": start + len(quote),
                "exact": quote,
                "prefix": text[max(0, start - 32) : start],
                "suffix": text[start + len(quote) :][:32],
                "said_on": day,
                "origin_id": self.origin(outlet),
                "confidence": 0.9,
                "reasons": ["the verb says so"],
                "recorded_by": "hand/1",
                "recorded_at": self.clock.moment,
            }
            return self.add(StanceRow(**(values | changes)))

    def evidence(
        self,
        claim: int,
        relation: Relation,
        grade: str = "B2",
        origin: str = "agency",
        **more: object,
    ) -> int:
        values: dict[str, object] = {
            "claim_id": claim,
            "relation": relation,
            "kind": EvidenceKind.RECORD,
            "reliability": grade[0],
            "credibility": int(grade[1]),
            "url": "https://registry.example/1",
            "title": "Port register",
            "origin_id": self.origin(origin),
            "recorded_by": "Ana",
            "recorded_at": self.clock.moment,
        }
        return self.add(Evidence(**(values | more)), actor="Ana")

    def withdraw(self, what: str, row: int, reason: str = "misread") -> int:
        return self.add(
            Withdrawal(what=what, row_id=row, actor="Ana", reason=reason, at=self.clock.moment)
        )

    def assess(self, claim: int, status: Status, *flags: str, **changes: object) -> int:
        """The policy's suggestion, with the change of the status shown where nobody decided."""
        values: dict[str, object] = {
            "claim_id": claim,
            "status": status,
            "flags": list(flags),
            "commitment": "certain",
            "rule": 5,
            "reasons": ["Northland affirms it and Southland denies it."],
            "rests_on": ["stance:1"],
            "would_change": [
                {"change": "if Southland confirmed it", "status": "acknowledged", "rule": 4}
            ],
            "at": self.clock.moment,
        }
        with self.together("machine:assess"):
            number = self.add(Assessment(**(values | changes)))
            self.change(claim, status, "suggested", "policy")
        return number

    def change(self, claim: int, status: Status, basis: str, actor: str) -> int:
        with self.together(actor) as tx:
            before = tx.session.exec(
                select(StatusChange.target)
                .where(StatusChange.claim_id == claim)
                .order_by(col(StatusChange.id).desc())
            ).first()
            return tx.add(
                StatusChange(
                    claim_id=claim,
                    source=before,
                    target=status,
                    basis=basis,
                    actor=actor,
                    reason="because",
                    at=self.clock.moment,
                )
            )

    def decide(
        self, claim: int, status: Status, by: str = "Ana", assessment_id: int | None = None
    ) -> int:
        number = self.add(
            Decision(
                claim_id=claim,
                status=status,
                rationale="The register shows it plainly.",
                assessment_id=assessment_id,
                actor=by,
                at=self.clock.moment,
            ),
            actor=by,
        )
        self.change(claim, status, "decided", by)
        return number

    def move(self, claim: int, source: Stage, target: Stage, assignee: str | None = None) -> int:
        return self.add(
            StageMove(
                claim_id=claim,
                source=source,
                target=target,
                actor="Ana",
                role="reviewer",
                assignee=assignee,
                at=self.clock.moment,
            ),
            actor="Ana",
        )

    def publish(self, claim: int, decision: int) -> int:
        return self.add(
            Publication(claim_id=claim, decision_id=decision, actor="Bo", at=self.clock.moment),
            actor="Bo",
        )

    def merge(self, claim: int, into: int, opposite: bool = False, undo: bool = False) -> int:
        return self.add(
            ClaimMerge(
                claim_id=claim,
                into_id=into,
                opposite=opposite,
                act=ActKind.UNDO if undo else ActKind.DO,
                actor="Ana",
                reason="the same thing said twice",
                at=self.clock.moment,
            ),
            actor="Ana",
        )

    def merge_parties(self, party: str, into: str) -> int:
        return self.add(
            PartyMerge(
                party_id=self.party(party),
                into_id=self.party(into),
                act=ActKind.DO,
                actor="Ana",
                reason="one ministry",
                at=self.clock.moment,
            ),
            actor="Ana",
        )

    def propose_merge(self, claim: int, other: int, score: float = 0.8) -> int:
        return self.add(
            Proposal(
                kind=ProposalKind.SAME_CLAIM,
                claim_id=claim,
                other_claim_id=other,
                score=score,
                reasons=["they share every name"],
                dedup_key=f"same_claim:{claim}:{other}",
                at=self.clock.moment,
            )
        )

    def fail(self, name: str = "broken.pdf") -> int:
        return self.add(
            Failure(
                name=name,
                step="read",
                reason="the file is cut off: fetch it again",
                dedup_key=name,
                at=self.clock.moment,
            )
        )


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The store's clock, set by the test."""
    made = Clock()
    monkeypatch.setattr("claims.store.transaction.utcnow", made.read)
    return made


@pytest.fixture
def seed(store: Store, clock: Clock) -> Seed:
    """Adds facts to the empty record."""
    return Seed(store, clock)

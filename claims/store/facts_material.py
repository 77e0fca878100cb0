"""Facts that come from material: captures, documents, parties, claims, stances, evidence."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, Date, Index, Text, UniqueConstraint
from sqlmodel import Field

from claims.model import Commitment, EvidenceKind, Mode, PartyKind, Relation, Stance
from claims.store.columns import BIG, CanonicalJson, Row, enum_column, moment


class ActKind(StrEnum):
    """Doing, and undoing what was done."""

    DO = "do"
    UNDO = "undo"


class Fact(Row):
    """Base of every fact: an id, and the ledger entry that vouches for it.

    The transaction gives both. A later column must be nullable: rows written
    before it keep their ledger hash, which leaves NULLs out.
    """

    __table_args__: ClassVar[Any] = ()

    id: int | None = Field(
        default=None, primary_key=True, sa_type=BIG, sa_column_kwargs={"autoincrement": False}
    )
    seq: int = Field(default=None, index=True, sa_type=BIG)


class Capture(Fact, table=True):
    """Raw bytes as handed in; the bytes lie in the archive under their digest."""

    sha256: str = Field(unique=True, max_length=64)
    name: str = Field(sa_type=Text)
    media_type: str
    size_bytes: int = Field(sa_type=BIG)
    url: str | None = Field(default=None, sa_type=Text)
    captured_at: datetime = moment()


class Origin(Fact, table=True):
    """Where a report really comes from. Copies of one wire share one origin."""

    key: str = Field(unique=True, sa_type=Text)
    """``outlet:reuters``, ``party:kcna``, ``text:<digest of the first copy>``."""
    name: str = Field(sa_type=Text)


class Document(Fact, table=True):
    """The readable text of one capture. Its offsets never change."""

    __table_args__ = (UniqueConstraint("capture_sha256", "item"),)

    capture_sha256: str = Field(max_length=64, foreign_key="capture.sha256")
    item: str = Field(default="", sa_type=Text)
    kind: str
    name: str = Field(sa_type=Text)
    text: str = Field(sa_type=Text)
    text_sha256: str = Field(index=True, max_length=64)
    title: str = Field(default="", sa_type=Text)
    outlet_id: str | None = Field(default=None, index=True)
    outlet_name: str | None = Field(default=None, sa_type=Text)
    outlet_reliability: str | None = Field(default=None, max_length=1)
    """The outlet's grade on the day of recording (A-F)."""
    organ_of: str | None = None
    """Key of the party whose organ the outlet is."""
    language: str | None = Field(default=None, max_length=16)
    published_at: datetime | None = moment(nullable=True)
    url: str | None = Field(default=None, sa_type=Text)
    origin_id: int = Field(foreign_key="origin.id", index=True, sa_type=BIG)
    recorded_at: datetime = moment()


class Reading(Fact, table=True):
    """One extractor's pass over one document: that it was done, and what it skipped."""

    __table_args__ = (UniqueConstraint("document_id", "extractor"),)

    document_id: int = Field(foreign_key="document.id", sa_type=BIG)
    extractor: str
    skipped: str | None = Field(default=None, sa_type=Text)
    findings: int = 0
    recorded_at: datetime = moment()


class Party(Fact, table=True):
    """Whoever takes a position. ``key`` is the catalogue's id or a slug of the name."""

    key: str = Field(unique=True, sa_type=Text)
    name: str = Field(sa_type=Text)
    kind: PartyKind = Field(sa_type=enum_column(PartyKind, "party_kind"))
    part_of: str | None = Field(default=None, index=True, sa_type=Text)
    organ_of: str | None = Field(default=None, index=True, sa_type=Text)
    catalogued: bool = False
    note: str | None = Field(default=None, sa_type=Text)
    """Why it is unresolved, where it is ("Georgia: the country or the US state")."""


class PartyName(Fact, table=True):
    """A further name under which documents speak of a party."""

    __table_args__ = (UniqueConstraint("party_id", "name"),)

    party_id: int = Field(foreign_key="party.id", sa_type=BIG)
    name: str = Field(index=True, sa_type=Text)
    document_id: int | None = Field(default=None, sa_type=BIG)


class PartyMerge(Fact, table=True):
    """Two parties found to be one, by hand; an ``undo`` row takes it back."""

    party_id: int = Field(foreign_key="party.id", index=True, sa_type=BIG)
    into_id: int = Field(foreign_key="party.id", index=True, sa_type=BIG)
    act: ActKind = Field(sa_type=enum_column(ActKind, "party_merge_act"))
    actor: str
    reason: str = Field(sa_type=Text)
    at: datetime = moment()


class Claim(Fact, table=True):
    """A checkable proposition, one self-contained sentence."""

    text: str = Field(sa_type=Text)
    document_id: int | None = Field(default=None, foreign_key="document.id", sa_type=BIG)
    """The document that first told it, None when a person opened it."""
    split_from: int | None = Field(default=None, index=True, sa_type=BIG)
    opened_at: datetime = moment()


class ClaimMerge(Fact, table=True):
    """Two claims found to be one; an ``undo`` row takes it back."""

    claim_id: int = Field(foreign_key="claim.id", index=True, sa_type=BIG)
    into_id: int = Field(foreign_key="claim.id", index=True, sa_type=BIG)
    opposite: bool = False
    """The merged claim is the negation: its stances count the other way round."""
    act: ActKind = Field(sa_type=enum_column(ActKind, "claim_merge_act"))
    actor: str
    reason: str = Field(sa_type=Text)
    at: datetime = moment()


class StanceRow(Fact, table=True):
    """One party's position on one claim, at one span of one document, on one day."""

    __tablename__ = "stance"  # type: ignore[assignment]
    __table_args__ = (
        CheckConstraint('"end" > start', name="stance_span"),
        CheckConstraint("confidence BETWEEN 0 AND 1", name="stance_confidence"),
        Index(None, "document_id", "start"),
    )

    claim_id: int = Field(foreign_key="claim.id", index=True, sa_type=BIG)
    party_id: int = Field(foreign_key="party.id", index=True, sa_type=BIG)
    speaker_id: int | None = Field(default=None, foreign_key="party.id", sa_type=BIG)
    told_as: str = Field(sa_type=Text)
    """The party as the document names it."""
    value: Stance = Field(sa_type=enum_column(Stance, "stance_value"))
    mode: Mode = Field(sa_type=enum_column(Mode, "stance_mode"))
    commitment: Commitment = Field(sa_type=enum_column(Commitment, "stance_commitment"))
    anonymous: bool = False
    document_id: int = Field(foreign_key="document.id", sa_type=BIG)
    start: int
    end: int
    exact: str = Field(sa_type=Text)
    prefix: str = Field(default="", sa_type=Text)
    suffix: str = Field(default="", sa_type=Text)
    said_on: date = Field(sa_type=Date)
    """The day told in the text, else the day of publication, else of recording."""
    origin_id: int = Field(foreign_key="origin.id", sa_type=BIG)
    confidence: float
    reasons: list[str] = Field(default=[], sa_type=CanonicalJson)
    recorded_by: str
    """``rules/1`` and the like, or the person who corrected it."""
    supersedes: int | None = Field(default=None, unique=True, sa_type=BIG)
    recorded_at: datetime = moment()


class StanceMove(Fact, table=True):
    """A stance moved to another claim (a split, or its undoing): the latest row holds."""

    stance_id: int = Field(foreign_key="stance.id", index=True, sa_type=BIG)
    claim_id: int = Field(foreign_key="claim.id", index=True, sa_type=BIG)
    actor: str
    reason: str = Field(sa_type=Text)
    at: datetime = moment()


class Evidence(Fact, table=True):
    """What bears on a claim: a span of a document, a file, or a record elsewhere."""

    __table_args__ = (
        CheckConstraint(
            "reliability IN ('A', 'B', 'C', 'D', 'E', 'F')", name="evidence_reliability"
        ),
        CheckConstraint("credibility BETWEEN 1 AND 6", name="evidence_credibility"),
    )

    claim_id: int = Field(foreign_key="claim.id", index=True, sa_type=BIG)
    relation: Relation = Field(sa_type=enum_column(Relation, "evidence_relation"))
    kind: EvidenceKind = Field(sa_type=enum_column(EvidenceKind, "evidence_kind"))
    reliability: str = Field(max_length=1)
    credibility: int
    document_id: int | None = Field(default=None, foreign_key="document.id", sa_type=BIG)
    start: int | None = None
    end: int | None = None
    exact: str | None = Field(default=None, sa_type=Text)
    capture_sha256: str | None = Field(default=None, max_length=64)
    url: str | None = Field(default=None, sa_type=Text)
    title: str = Field(default="", sa_type=Text)
    note: str = Field(default="", sa_type=Text)
    origin_id: int = Field(foreign_key="origin.id", sa_type=BIG)
    reasons: list[str] = Field(default=[], sa_type=CanonicalJson)
    recorded_by: str
    supersedes: int | None = Field(default=None, unique=True, sa_type=BIG)
    recorded_at: datetime = moment()


class Withdrawal(Fact, table=True):
    """A stance or a piece of evidence taken off the record's balance, with the reason."""

    __table_args__ = (
        UniqueConstraint("row_id", "what"),
        CheckConstraint("what IN ('stance', 'evidence')", name="withdrawal_what"),
    )

    what: str
    """``stance`` or ``evidence``."""
    row_id: int = Field(sa_type=BIG)
    actor: str
    reason: str = Field(sa_type=Text)
    at: datetime = moment()

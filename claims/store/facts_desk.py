"""Facts that come from the desk: proposals, assessments, decisions, moves, failures."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, Index, Text
from sqlmodel import Field

from claims.model import Stage, Status
from claims.store.columns import BIG, CanonicalJson, enum_column, moment
from claims.store.facts_material import Fact


class ProposalKind(StrEnum):
    """What the machine proposes and a person answers."""

    SAME_CLAIM = "same_claim"
    EVIDENCE = "evidence"


class Proposal(Fact, table=True):
    """What the machine proposes and does not do: a merge, or a piece of evidence."""

    kind: ProposalKind = Field(sa_type=enum_column(ProposalKind, "proposal_kind"))
    claim_id: int = Field(foreign_key="claim.id", index=True, sa_type=BIG)
    other_claim_id: int | None = Field(
        default=None, foreign_key="claim.id", index=True, sa_type=BIG
    )
    opposite: bool = False
    document_id: int | None = Field(default=None, foreign_key="document.id", sa_type=BIG)
    start: int | None = None
    end: int | None = None
    exact: str | None = Field(default=None, sa_type=Text)
    relation: str | None = None
    score: float
    reasons: list[str] = Field(default=[], sa_type=CanonicalJson)
    dedup_key: str = Field(unique=True, sa_type=Text)
    at: datetime = moment()


class ProposalAnswer(Fact, table=True):
    """A person's answer to a proposal."""

    proposal_id: int = Field(unique=True, foreign_key="proposal.id", sa_type=BIG)
    accepted: bool
    actor: str
    reason: str = Field(default="", sa_type=Text)
    at: datetime = moment()


class Assessment(Fact, table=True):
    """The machine's suggestion for a claim; a new row only when it changed."""

    claim_id: int = Field(foreign_key="claim.id", index=True, sa_type=BIG)
    status: Status = Field(sa_type=enum_column(Status, "assessment_status"))
    flags: list[str] = Field(default=[], sa_type=CanonicalJson)
    commitment: str | None = None
    rule: int
    reasons: list[str] = Field(default=[], sa_type=CanonicalJson)
    rests_on: list[str] = Field(default=[], sa_type=CanonicalJson)
    would_change: list[dict[str, Any]] = Field(default=[], sa_type=CanonicalJson)
    at: datetime = moment()


class Decision(Fact, table=True):
    """The status that a person sets, with the rationale."""

    __table_args__ = (Index(None, "actor", "claim_id"),)

    claim_id: int = Field(foreign_key="claim.id", index=True, sa_type=BIG)
    status: Status = Field(sa_type=enum_column(Status, "decision_status"))
    rationale: str = Field(sa_type=Text)
    assessment_id: int | None = Field(default=None, foreign_key="assessment.id", sa_type=BIG)
    """What the machine suggested at that moment."""
    actor: str
    at: datetime = moment()


class StageMove(Fact, table=True):
    """A claim's move on the desk: who, from where to where, why."""

    claim_id: int = Field(foreign_key="claim.id", index=True, sa_type=BIG)
    source: Stage = Field(sa_type=enum_column(Stage, "stage_move_source"))
    target: Stage = Field(sa_type=enum_column(Stage, "stage_move_target"))
    actor: str
    role: str
    reason: str = Field(default="", sa_type=Text)
    assignee: str | None = None
    decision_id: int | None = Field(default=None, foreign_key="decision.id", sa_type=BIG)
    desk_of_one: bool = False
    """The same person decided and approved: allowed by a setting, and said here."""
    at: datetime = moment()


class StatusChange(Fact, table=True):
    """The status that dashboards show, each time it changed."""

    __table_args__ = (
        CheckConstraint("basis IN ('suggested', 'decided')", name="status_change_basis"),
    )

    claim_id: int = Field(foreign_key="claim.id", index=True, sa_type=BIG)
    source: Status | None = Field(default=None, sa_type=enum_column(Status, "status_change_source"))
    target: Status = Field(sa_type=enum_column(Status, "status_change_target"))
    basis: str
    """``suggested`` by the policy, or ``decided`` by a person."""
    actor: str
    reason: str = Field(default="", sa_type=Text)
    at: datetime = moment()


class Publication(Fact, table=True):
    """A claim's published state: what went out, under which decision."""

    claim_id: int = Field(foreign_key="claim.id", index=True, sa_type=BIG)
    decision_id: int = Field(foreign_key="decision.id", sa_type=BIG)
    actor: str
    at: datetime = moment()


class Failure(Fact, table=True):
    """An input that could not be read or worked through, with its reason."""

    __table_args__ = (
        CheckConstraint("step IN ('read', 'extract', 'record')", name="failure_step"),
    )

    name: str = Field(sa_type=Text)
    item: str = Field(default="", sa_type=Text)
    step: str
    """``read``, ``extract`` or ``record``."""
    reason: str = Field(sa_type=Text)
    capture_sha256: str | None = Field(default=None, max_length=64, index=True)
    dedup_key: str = Field(index=True, sa_type=Text)
    at: datetime = moment()
    outlet: str | None = Field(default=None, sa_type=Text)
    """Catalogue id of the outlet that the input was handed in under, where one was said."""


class FailureAnswer(Fact, table=True):
    """What became of a failure: ``recovered`` by a retry, or ``given_up`` by a person."""

    __table_args__ = (
        CheckConstraint("outcome IN ('recovered', 'given_up')", name="failure_answer_outcome"),
    )

    failure_id: int = Field(unique=True, foreign_key="failure.id", sa_type=BIG)
    outcome: str
    actor: str
    at: datetime = moment()


class TokenChange(Fact, table=True):
    """A token was made, or revoked: who let whom do what. Never the secret, nor its digest."""

    __table_args__ = (CheckConstraint("act IN ('made', 'revoked')", name="token_change_act"),)

    token_id: int = Field(index=True, sa_type=BIG)
    """The row of ``access_token``, which is no fact: it goes with its record's secrets."""
    act: str
    name: str = Field(sa_type=Text)
    person: str = Field(sa_type=Text)
    scopes: list[str] = Field(sa_type=CanonicalJson)
    expires_at: datetime | None = moment(nullable=True)
    one_use: bool = False
    actor: str
    at: datetime = moment()

"""What is computed from the facts for fast reads: tables that can be dropped and rebuilt.

Nothing here is a source of truth. ``claims.store.refresh`` writes them in the
transaction that wrote the facts, ``claims.store.rebuild`` from nothing, with
the same content. Each index serves one filter and ends in ``(last_change,
claim_id)``, the order of the board and the key of its pages.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import Date, Index, LargeBinary, Text
from sqlmodel import Field

from claims.model import Commitment, Mode, Relation, Stage, Stance, Status
from claims.store.columns import BIG, CanonicalJson, Row, enum_column, moment


def row_key(**options: Any) -> Any:
    """An id that is (part of) a primary key and comes from the facts."""
    return Field(
        primary_key=True, sa_type=BIG, sa_column_kwargs={"autoincrement": False}, **options
    )


class Board(Row, table=True):
    """One line of the board: a claim that is not merged away, and how it stands."""

    __table_args__ = (
        Index(None, "last_change", "claim_id"),
        Index(None, "status", "last_change", "claim_id"),
        Index(None, "stage", "last_change", "claim_id"),
        Index(None, "status", "stage", "last_change", "claim_id"),
        Index(None, "assignee", "last_change", "claim_id"),
        Index(None, "stage", "assignee", "last_change", "claim_id"),
        Index(None, "published", "last_change", "claim_id"),
        Index(None, "status_basis", "last_change", "claim_id"),
    )

    claim_id: int = row_key()
    text: str = Field(sa_type=Text)
    status: Status = Field(sa_type=enum_column(Status, "board_status"))
    status_basis: str
    """``decided`` by a person, or ``suggested`` by the policy."""
    suggestion: Status | None = Field(default=None, sa_type=enum_column(Status, "board_suggestion"))
    """The policy's, None before it looked."""
    stage: Stage = Field(sa_type=enum_column(Stage, "board_stage"))
    flags: list[str] = Field(sa_type=CanonicalJson)
    commitment: str | None = None
    assignee: str | None = None
    positions: list[dict[str, Any]] = Field(sa_type=CanonicalJson)
    """Latest stance of each party: ``party_id, party_key, party, value, commitment, day
    (ISO), stances``; parties with the latest word first."""
    stances: int
    documents: int
    """Documents that tell a stance on it."""
    origins: int
    """Independent origins of those stances."""
    supports: int
    undermines: int
    context: int
    proposals: int
    """Proposals that wait for an answer."""
    first_day: date | None = Field(default=None, sa_type=Date)
    last_day: date | None = Field(default=None, sa_type=Date)
    opened_at: datetime = moment()
    last_change: datetime = moment()
    published: bool
    """The decision that holds has been published."""


class BoardParty(Row, table=True):
    """A party's latest word on a claim: the board's party filter."""

    __table_args__ = (Index(None, "party_id", "last_change", "claim_id"),)

    claim_id: int = row_key()
    party_id: int = row_key()
    value: Stance = Field(sa_type=enum_column(Stance, "board_party_value"))
    commitment: Commitment = Field(sa_type=enum_column(Commitment, "board_party_commitment"))
    day: date = Field(sa_type=Date)
    stances: int
    last_change: datetime = moment()


class BoardOutlet(Row, table=True):
    """An outlet that tells a stance on a claim: the board's outlet filter."""

    __table_args__ = (Index(None, "outlet_id", "last_change", "claim_id"),)

    claim_id: int = row_key()
    outlet_id: str = Field(primary_key=True)
    stances: int
    last_change: datetime = moment()


class BoardFlag(Row, table=True):
    """A flag on a claim: the board's flag filter."""

    __table_args__ = (Index(None, "flag", "last_change", "claim_id"),)

    claim_id: int = row_key()
    flag: str = Field(primary_key=True)
    last_change: datetime = moment()


class BoardCount(Row, table=True):
    """How many claims stand at each status and stage."""

    status: Status = Field(primary_key=True, sa_type=enum_column(Status, "board_count_status"))
    stage: Stage = Field(primary_key=True, sa_type=enum_column(Stage, "board_count_stage"))
    n: int = Field(sa_type=BIG)


class PartyCount(Row, table=True):
    """On how many claims a party has a word, and in how many stances."""

    __table_args__ = (Index(None, "claims", "party_id"),)

    party_id: int = row_key()
    claims: int = Field(sa_type=BIG)
    stances: int = Field(sa_type=BIG)


class OutletCount(Row, table=True):
    """How many documents came from an outlet, and which was the last."""

    outlet_id: str = Field(primary_key=True)
    """Empty for documents of no outlet."""
    documents: int = Field(sa_type=BIG)
    last_document_id: int = Field(sa_type=BIG)


class StatusDay(Row, table=True):
    """By how many claims a status grew on a day (UTC), claims taken one by one: what merges
    change of that is for the reader to see to."""

    day: date = Field(primary_key=True, sa_type=Date)
    status: Status = Field(primary_key=True, sa_type=enum_column(Status, "status_day_status"))
    change: int = Field(sa_type=BIG)
    """Below nothing where more claims left the status than came to it."""


class MatrixCell(Row, table=True):
    """A stance that counts, under the claim and party it counts for today."""

    __table_args__ = (
        Index(None, "claim_id", "party_id", "day", "stance_id"),
        Index(None, "party_id", "day", "stance_id"),
        Index(None, "document_id"),
    )

    stance_id: int = row_key()
    claim_id: int = Field(sa_type=BIG)
    party_id: int = Field(sa_type=BIG)
    day: date = Field(sa_type=Date)
    value: Stance = Field(sa_type=enum_column(Stance, "matrix_cell_value"))
    """On this claim: turned round where the stance came through an opposite merge."""
    mode: Mode = Field(sa_type=enum_column(Mode, "matrix_cell_mode"))
    commitment: Commitment = Field(sa_type=enum_column(Commitment, "matrix_cell_commitment"))
    anonymous: bool
    document_id: int = Field(sa_type=BIG)
    outlet_id: str | None = None
    origin_id: int = Field(sa_type=BIG)


class EvidenceCell(Row, table=True):
    """A piece of evidence that counts, under the claim it counts for today."""

    __table_args__ = (Index(None, "claim_id", "relation", "evidence_id"),)

    evidence_id: int = row_key()
    claim_id: int = Field(sa_type=BIG)
    relation: Relation = Field(sa_type=enum_column(Relation, "evidence_cell_relation"))


class ClaimTerm(Row, table=True):
    """The inverted index of claim matching."""

    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 - SQLAlchemy's own form

    term: str = Field(primary_key=True, sa_type=Text)
    claim_id: int = row_key()


class TermCount(Row, table=True):
    """How many claims hold a term."""

    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012

    term: str = Field(primary_key=True, sa_type=Text)
    n: int = Field(sa_type=BIG)


class DocumentBand(Row, table=True):
    """The inverted index of near-copy search."""

    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012

    band: int = row_key()
    document_id: int = row_key()


class DocumentSketch(Row, table=True):
    """A document's fingerprint, as ``claims.evidence`` serialises it."""

    document_id: int = row_key()
    fingerprint: bytes = Field(sa_type=LargeBinary)


class DocumentFold(Row, table=True):
    """A document's title and text folded for search; where they are ASCII alone, lower case is
    that, and there is no line."""

    document_id: int = row_key()
    folded: str = Field(sa_type=Text)


PROJECTIONS: tuple[type[Row], ...] = (
    Board,
    BoardParty,
    BoardOutlet,
    BoardFlag,
    BoardCount,
    PartyCount,
    OutletCount,
    StatusDay,
    MatrixCell,
    EvidenceCell,
    ClaimTerm,
    TermCount,
    DocumentBand,
    DocumentSketch,
    DocumentFold,
)
"""Every table that ``rebuild`` empties and fills."""

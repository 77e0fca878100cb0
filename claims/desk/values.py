"""What goes into the desk and what comes back. Validated values, no SQL."""

from __future__ import annotations

from datetime import date
from typing import Self

from pydantic import AwareDatetime, Field, model_validator

from claims.model import (
    Commitment,
    Confidence,
    Credibility,
    Document,
    EvidenceKind,
    Mode,
    Relation,
    Reliability,
    Stance,
    Status,
    Value,
)

SHA256 = r"^[0-9a-f]{64}$"


class CaptureInfo(Value):
    """A capture as the archive holds it; the bytes themselves stay there."""

    sha256: str = Field(pattern=SHA256)
    name: str = Field(min_length=1)
    media_type: str
    size_bytes: int = Field(ge=0)
    captured_at: AwareDatetime
    url: str | None = None


class Material(Value):
    """One readable document of one capture, with what the outlet catalogue says about it."""

    capture: CaptureInfo
    document: Document
    name: str = Field(min_length=1)
    """How a person knows it: file name, URL, or file name and item."""
    item: str = ""
    """Tells the documents of one capture apart ("" where it is alone)."""
    kind: str = "article"
    """``article``, ``feed_item`` or ``fact_check``."""
    outlet_reliability: Reliability | None = None
    """The outlet's grade today, None where it has none."""
    organ_of: str | None = None
    """Id of the party whose organ the outlet is."""


class Recorded(Value):
    """What became of one document."""

    document_id: int
    new: bool
    """False where the record held this document and this reading of it already."""
    claim_ids: tuple[int, ...] = ()
    """Claims on which it records a position, each once, in order of first mention."""
    claims_opened: int = 0
    claims_joined: int = 0
    proposals: int = 0
    stances: int = 0
    failures: tuple[str, ...] = ()
    """Findings that were refused, each with its reason."""
    origin: str = ""
    """Key of the document's origin, e.g. ``outlet:reuters``."""


class Review(Value):
    """A fact-check somebody published: who claimed what, and how it was rated."""

    claim: str = Field(min_length=1)
    claimant: str | None = None
    claim_date: AwareDatetime | None = None
    publisher: str = Field(min_length=1)
    publisher_outlet: str | None = None
    """The publisher's id in the outlet catalogue."""
    reliability: Reliability | None = None
    """The publisher's grade in the outlet catalogue."""
    url: str | None = None
    title: str = ""
    rating: str = ""
    """In the publisher's own words."""
    review_date: AwareDatetime | None = None


class EvidenceDraft(Value):
    """Evidence as a person attaches it: a span, a file, or a record elsewhere."""

    relation: Relation
    kind: EvidenceKind
    reliability: Reliability
    credibility: Credibility
    document_id: int | None = None
    start: int | None = Field(default=None, ge=0)
    end: int | None = None
    capture: CaptureInfo | None = None
    """The file, archived beforehand."""
    url: str | None = None
    title: str = ""
    note: str = ""
    source: str | None = None
    """Who stands behind it, where no document says so ("Planet Labs"): its origin."""
    reasons: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _has_what_its_kind_needs(self) -> Self:
        missing = {
            EvidenceKind.SPAN: self.document_id is None or self.start is None or self.end is None,
            EvidenceKind.FILE: self.capture is None,
            EvidenceKind.RECORD: not self.url,
            EvidenceKind.FACT_CHECK: not (self.url or self.document_id),
        }
        needs = {
            EvidenceKind.SPAN: "document_id, start and end",
            EvidenceKind.FILE: "the archived capture of the file",
            EvidenceKind.RECORD: "a url",
            EvidenceKind.FACT_CHECK: "a url or a document_id",
        }
        if missing[self.kind]:
            raise ValueError(f"evidence of kind {self.kind.value} needs {needs[self.kind]}")
        return self


class EvidenceFound(Value):
    """A passage that the machine proposes as evidence; a person accepts it or not."""

    claim_id: int
    document_id: int
    start: int = Field(ge=0)
    end: int
    relation: Relation
    score: float
    reasons: tuple[str, ...] = ()


class StanceCorrection(Value):
    """What a person corrects in a stance. A field left None stays as it was."""

    party: str | None = None
    """The party's name, or its key on the record."""
    value: Stance | None = None
    mode: Mode | None = None
    commitment: Commitment | None = None
    anonymous: bool | None = None
    said_on: date | None = None
    start: int | None = Field(default=None, ge=0)
    end: int | None = None
    confidence: Confidence = 1.0

    @model_validator(mode="after")
    def _changes_something(self) -> Self:
        changed = self.model_dump(exclude={"confidence"}, exclude_none=True)
        if not changed:
            raise ValueError("a correction must change something: name at least one field")
        if (self.start is None) != (self.end is None):
            raise ValueError("a corrected span needs both start and end")
        return self


class FailureDraft(Value):
    """An input, or one item of it, that could not be worked through."""

    name: str = Field(min_length=1)
    step: str = Field(pattern=r"^(read|extract|record)$")
    reason: str = Field(min_length=1)
    item: str = ""
    capture_sha256: str | None = Field(default=None, pattern=SHA256)
    outlet: str | None = None
    """Catalogue id to take where the material names no outlet, kept for a retry."""


class AssessmentChange(Value):
    """What assessing one claim changed."""

    claim_id: int
    suggestion: Status
    rule: int
    shown_before: Status
    shown_after: Status
    first: bool = False
    """Whether it had not been assessed before."""
    challenged: str | None = None
    """Why the machine called a person's decision into question, where it did."""

"""The words of the record as validated values. No I/O, no SQL, no Prefect.

Everything that enters the store passes through one of these models first:
SQLModel's ``table=True`` classes do not validate, these do.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Annotated, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, model_validator

CONTEXT_CHARS = 32
"""Characters kept either side of a span (W3C TextQuoteSelector prefix/suffix)."""

BIGGEST_ID = 2**63 - 1
"""The last number that a row can bear, on either database."""

UNATTRIBUTED = "unattributed"
"""The party of hedged statements with nobody named ("is believed to")."""
ANONYMOUS_PREFIX = "anonymous:"
"""How the keys of sources begin that are described and not named ("an official")."""


class Stance(StrEnum):
    """A party's position on one claim."""

    ALLEGES = "alleges"
    CONFIRMS = "confirms"
    DENIES = "denies"
    DOUBTS = "doubts"
    NEITHER = "neither_confirms_nor_denies"
    DECLINES = "declines_to_comment"
    NO_RESPONSE = "no_response"
    RETRACTS = "retracts"


AFFIRMING = frozenset({Stance.ALLEGES, Stance.CONFIRMS})
"""Stances that put the claim forward as true."""
OPPOSING = frozenset({Stance.DENIES, Stance.RETRACTS})
"""Stances that say the claim is false, or take it back."""
TAKES_NO_POSITION = frozenset({Stance.NEITHER, Stance.DECLINES, Stance.NO_RESPONSE})
"""Recorded positions that move no status."""


class Mode(StrEnum):
    """How the position is reported."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    HEDGED = "hedged"


class Commitment(StrEnum):
    """How sure the party says it is (FactBank's certain/probable/possible)."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"


class Status(StrEnum):
    """How a claim stands: what dashboards show."""

    UNVERIFIED = "unverified"
    CONTESTED = "contested"
    ACKNOWLEDGED = "acknowledged"
    SUPPORTED = "supported"
    REFUTED = "refuted"
    MISLEADING = "misleading"
    UNVERIFIABLE = "unverifiable"


HUMAN_ONLY = frozenset({Status.MISLEADING, Status.UNVERIFIABLE})
"""Statuses that the policy never suggests."""


class Stage(StrEnum):
    """Where a claim is on the desk."""

    NEW = "new"
    TRIAGED = "triaged"
    ASSIGNED = "assigned"
    IN_REVIEW = "in_review"
    DECIDED = "decided"
    APPROVED = "approved"
    PUBLISHED = "published"
    CHALLENGED = "challenged"
    PARKED = "parked"
    MERGED = "merged"


class Flag(StrEnum):
    """What a reader must know beside a status."""

    DENIED = "denied"
    UNATTRIBUTED_ONLY = "unattributed_only"
    SINGLE_ORIGIN = "single_origin"
    NO_POSITION_TAKEN = "no_position_taken"
    AGAINST_OWN_INTEREST = "against_own_interest"
    IN_OWN_INTEREST = "in_own_interest"
    HEDGED_ONLY = "hedged_only"


class Relation(StrEnum):
    """How evidence bears on a claim."""

    SUPPORTS = "supports"
    UNDERMINES = "undermines"
    CONTEXT = "context"


class EvidenceKind(StrEnum):
    """What the evidence is."""

    SPAN = "span"
    FILE = "file"
    RECORD = "record"
    FACT_CHECK = "fact_check"


class Reliability(StrEnum):
    """Reliability of a source (Admiralty code, NATO STANAG 2511)."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


Credibility = Annotated[int, Field(ge=1, le=6)]
"""Credibility of an item (Admiralty code): 1 confirmed ... 5 improbable, 6 cannot be judged."""

Confidence = Annotated[float, Field(ge=0.0, le=1.0)]
"""Probability that a finding is right in all its parts."""


class PartyKind(StrEnum):
    """What sort of party takes a position."""

    STATE = "state"
    GOVERNMENT = "government"
    INSTITUTION = "institution"
    ORGANISATION = "organisation"
    PERSON = "person"
    OUTLET = "outlet"
    GROUP = "group"
    ANONYMOUS = "anonymous"
    UNATTRIBUTED = "unattributed"
    UNKNOWN = "unknown"


class Value(BaseModel):
    """Base of all values here: frozen, strict about unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Value):
    """An exact quote at exact offsets, findable again by its surroundings.

    ``start`` and ``end`` count Unicode code points of the document's text;
    ``exact`` is ``text[start:end]``.
    """

    start: int = Field(ge=0)
    end: int
    exact: str = Field(min_length=1)
    prefix: str = ""
    suffix: str = ""

    @model_validator(mode="after")
    def _offsets_fit(self) -> Self:
        if self.end - self.start != len(self.exact):
            raise ValueError(
                f"span {self.start}:{self.end} does not fit a quote of {len(self.exact)} characters"
            )
        return self

    @classmethod
    def cut(cls, text: str, start: int, end: int) -> Self:
        """Cut ``text[start:end]`` with its surroundings. ValueError outside the text."""
        if not 0 <= start < end <= len(text):
            raise ValueError(f"span {start}:{end} lies outside a text of {len(text)} characters")
        return cls(
            start=start,
            end=end,
            exact=text[start:end],
            prefix=text[max(0, start - CONTEXT_CHARS) : start],
            suffix=text[end : end + CONTEXT_CHARS],
        )

    def holds_in(self, text: str) -> bool:
        """Whether the quote stands in ``text`` at its offsets."""
        return text[self.start : self.end] == self.exact


class Document(Value):
    """The readable text of one capture, as extraction sees it."""

    text: str
    title: str = ""
    outlet: str | None = None
    """The outlet's id in the catalogue, e.g. ``reuters``."""
    outlet_name: str | None = None
    language: str | None = None
    """ISO 639-1 code, None when unknown."""
    published_at: AwareDatetime | None = None
    url: str | None = None


class ClaimDraft(Value):
    """A claim as one document tells it: ``id`` is local to the document ("c1")."""

    id: str
    text: str = Field(min_length=1)


class Finding(Value):
    """One party's position on one claim at one span: what extraction proposes.

    ``party`` and ``speaker`` are names as resolved inside the document;
    ``claims.parties`` links them to the catalogue afterwards.
    """

    claim: str
    """Local id of the ClaimDraft."""
    span: Span
    party: str = Field(min_length=1)
    speaker: str | None = None
    aliases: tuple[str, ...] = ()
    stance: Stance
    mode: Mode = Mode.INDIRECT
    commitment: Commitment = Commitment.CERTAIN
    anonymous: bool = False
    confidence: Confidence = 0.5
    reasons: tuple[str, ...] = ()
    """Why the machine thinks so, in words a fact-checker reads."""
    said_on: date | None = None
    """The day the position was taken, where the text says so."""


class Extraction(Value):
    """What one document holds. ``skipped`` says why nothing was tried, if so."""

    extractor: str
    """Name and version of the extractor, e.g. ``rules/1``."""
    claims: tuple[ClaimDraft, ...] = ()
    findings: tuple[Finding, ...] = ()
    skipped: str | None = None
    fell_back: str | None = None
    """Why this extractor read it in place of the one that was asked, if so."""

    @model_validator(mode="after")
    def _claims_exist(self) -> Self:
        known = {claim.id for claim in self.claims}
        for finding in self.findings:
            if finding.claim not in known:
                raise ValueError(
                    f"finding names claim {finding.claim!r}, which the extraction lacks"
                )
        return self


def utcnow() -> datetime:
    """The present moment, aware, in UTC."""
    return datetime.now(UTC)


def lies_ahead(day: date) -> bool:
    """Whether a day has begun nowhere on earth yet (UTC+14 is first): nobody spoke on it."""
    return day > (utcnow() + timedelta(hours=14)).date()

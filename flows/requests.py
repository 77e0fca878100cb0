"""What each flow is asked, and what it answers: the typed parameters of every deployment.

Prefect's UI draws its forms from these, and refuses what does not validate.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field, field_validator

from claims.settings import ExtractorChoice
from sources.catalog import load_outlets
from sources.model import Given


class Request(BaseModel):
    """Base of the requests: unknown fields are refused."""

    model_config = ConfigDict(extra="forbid")

    actor: str = Field(default="", description="Who asks; empty for the machine itself.")


class IngestRequest(Request):
    """Material to take in."""

    inputs: list[str] = Field(
        default_factory=list,
        description="Files, folders, globs, or capture:<sha256> of an archived capture.",
    )
    names: dict[str, str] = Field(
        default_factory=dict, description="What archived captures among the inputs are called."
    )
    retry: bool = Field(
        default=False, description="Take again what failed before (beside the inputs)."
    )
    outlet: str | None = Field(
        default=None,
        description="Id or name of the outlet in the catalogue, where the material names none.",
    )
    given: Given = Field(
        default_factory=Given,
        description="Title, address and day of publication, where the material does not say.",
    )
    batch_size: int | None = Field(default=None, ge=1, description="Documents in one task.")
    extractor: ExtractorChoice | None = Field(
        default=None, description="Who reads the documents; the setting where left out."
    )

    @field_validator("outlet")
    @classmethod
    def _find_outlet(cls, outlet: str | None) -> str | None:
        """Its id. An outlet that nobody lists would be taken for none, without a word."""
        return load_outlets().require(outlet).id if outlet else None


class ClaimsRequest(Request):
    """Claims to work on; none named means all that are open."""

    claims: list[int] = Field(
        default_factory=list, description="Ids of claims; empty for all open."
    )


class GatherRequest(ClaimsRequest):
    """Claims to look for evidence on."""

    per_claim: int = Field(default=5, ge=1, le=50, description="Most proposals for one claim.")


class ReviewRequest(Request):
    """The queue to lay out. A decision is no flow's to take: that is ``claims.desk``'s."""


class RecheckRequest(Request):
    """Published claims to look at again."""

    older_than_days: int | None = Field(default=None, ge=0, description="Default: the setting.")


def count(number: int, thing: str) -> str:
    """``1 claim``, ``2 claims``."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


DOCUMENTS_KEPT = 100
"""Documents that a report names."""
REASONS_KEPT = 5
"""Reasons that a report names: for falling back, for not reading, and for what failed."""
NEWS_KEPT = 20
"""Claims of the record that a report names, since something became of them."""
LISTS = {
    "document_ids": DOCUMENTS_KEPT,
    "fell_back_reasons": REASONS_KEPT,
    "failure_reasons": REASONS_KEPT,
    "not_read_reasons": REASONS_KEPT,
    "news": NEWS_KEPT,
}
"""How much of each list is kept where reports are added up."""


class IngestReport(BaseModel):
    """What an ingest did. Counts of this run; ``claim_ids`` are those it touched."""

    documents: int = 0
    known: int = 0
    """Documents that were on record already."""
    not_extracted: int = 0
    """Documents kept but not read for claims (another language, say)."""
    stances: int = 0
    claims_opened: int = 0
    claims_joined: int = 0
    proposals: int = 0
    failures: int = 0
    status_changes: int = 0
    undated: int = 0
    """New documents with positions that name no day of publication: dated by that of recording."""
    fell_back: int = 0
    """Documents that another extractor read than the one asked, since that one failed."""
    fell_back_reasons: list[str] = Field(default_factory=list)
    """Why, each reason once."""
    failure_reasons: list[str] = Field(default_factory=list)
    """The first of what failed, each with its reason."""
    not_read_reasons: list[str] = Field(default_factory=list)
    """The first of what was kept but not read for claims, each with its reason."""
    news: list[str] = Field(default_factory=list)
    """What became of claims that were on record before: challenged, or of another status."""
    claim_ids: list[int] = Field(default_factory=list)
    document_ids: list[int] = Field(default_factory=list)
    """The first of its documents, known ones too."""

    def add(self, other: IngestReport) -> None:
        """Add another report's counts to this one."""
        for name in type(self).model_fields:
            if name == "claim_ids":
                self.claim_ids = sorted({*self.claim_ids, *other.claim_ids})
            elif name in LISTS:
                both = [*getattr(self, name), *getattr(other, name)]
                setattr(self, name, list(dict.fromkeys(both))[: LISTS[name]])
            else:
                setattr(self, name, getattr(self, name) + getattr(other, name))

    def describe(self) -> str:
        """One line for a person on what an ingest did."""
        parts = [
            count(self.documents, "new document"),
            f"{self.known} known already",
            count(self.stances, "stance"),
            f"{count(self.claims_opened, 'claim')} opened",
            f"{self.claims_joined} joined",
        ]
        if self.not_extracted:
            parts.append(f"{self.not_extracted} kept but not read for claims")
        if self.fell_back:
            why = "; ".join(self.fell_back_reasons)
            parts.append(f"{self.fell_back} read by rules and reader instead ({why})")
        if self.failures:
            parts.append(f"{self.failures} failed and kept (onrecord failures)")
        return ", ".join(parts)


class WorkReport(BaseModel):
    """What a flow over claims did, each kind of work counted under its own name."""

    claims: int = 0
    """Claims that it looked at."""
    triaged: int = 0
    suggested: int = 0
    """Claims with a new suggestion: another status, or other reasons for it."""
    challenged: int = 0
    published: int = 0
    """Claims whose ClaimReview was written, now published or before."""
    marked: int = 0
    """Published claims whose ClaimReview now says that they are under review again."""
    proposals: int = 0
    """Proposals made to people."""
    refused: int = 0
    """Claims on which the work was refused; the notes say why, and the others went on."""
    files: list[str] = Field(default_factory=list)
    notes: list[str] = Field(default_factory=list)

    def describe(self) -> str:
        """``5 claims looked at, 2 triaged, 1 proposal made``: what did not happen is left out."""
        told = (
            (self.triaged, f"{self.triaged} triaged"),
            (self.suggested, f"{self.suggested} with a new suggestion"),
            (self.challenged, f"{self.challenged} challenged"),
            (self.published, f"{self.published} published"),
            (self.marked, f"{self.marked} marked as under review again"),
            (self.proposals, f"{count(self.proposals, 'proposal')} made"),
            (self.refused, f"{self.refused} refused"),
        )
        done = [words for number, words in told if number] or ["nothing new"]
        return ", ".join([f"{count(self.claims, 'claim')} looked at", *done])

    def add(self, other: WorkReport) -> None:
        """Add another report's counts and lines to this one."""
        for name in type(self).model_fields:
            setattr(self, name, getattr(self, name) + getattr(other, name))

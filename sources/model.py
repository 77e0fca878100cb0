"""What a reader hands on: captures and the documents read from them.

A *capture* is raw bytes as handed in, known by SHA-256, write-once. A *source
document* is one readable text in it (a feed holds many), with offsets that
never change afterwards: ``text`` is stored as it stands here.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field


class DocumentKind(StrEnum):
    """What sort of material a document is."""

    ARTICLE = "article"
    FEED_ITEM = "feed_item"
    FACT_CHECK = "fact_check"


class Value(BaseModel):
    """Base of the values here: frozen, strict about unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Capture(Value):
    """Raw bytes as handed in. ``sha256`` is lower-case hex of ``data``."""

    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    name: str
    """File name, URL or ``<stdin>``: how a person knows the input."""
    media_type: str
    data: bytes = Field(repr=False)
    url: str | None = None
    captured_at: AwareDatetime


class Given(Value):
    """What a person says of the material they hand in: taken where it does not say itself."""

    title: str = ""
    url: str | None = None
    published_at: AwareDatetime | None = None


NOTHING_GIVEN = Given()


class PublishedReview(Value):
    """A fact-check somebody published (ClaimReview): who claimed what, what the rating was."""

    claim: str = Field(min_length=1)
    claimant: str | None = None
    claim_date: AwareDatetime | None = None
    publisher: str | None = None
    publisher_site: str | None = None
    url: str | None = None
    title: str | None = None
    rating: str | None = None
    """The rating in the publisher's own words (``textualRating``/``alternateName``)."""
    review_date: AwareDatetime | None = None
    language: str | None = None


class SourceDocument(Value):
    """One readable text. ``item`` tells documents of one capture apart ("" if alone)."""

    capture_sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    item: str = ""
    kind: DocumentKind = DocumentKind.ARTICLE
    name: str
    """What to call it in messages: file name, or file name and item."""
    text: str
    title: str = ""
    outlet_id: str | None = None
    """Id in the outlet catalogue, None when the outlet is not known there."""
    outlet_name: str | None = None
    """Name as the material gives it, kept also when the catalogue lacks it."""
    language: str | None = None
    """ISO 639-1."""
    published_at: AwareDatetime | None = None
    url: str | None = None
    reviews: tuple[PublishedReview, ...] = ()


class ReadFailure(Value):
    """An input, or one item of it, that could not be read; kept so it can be retried."""

    name: str
    item: str = ""
    reason: str
    """One sentence for a person: what is wrong and what to do."""
    capture_sha256: str | None = None
    failed_at: datetime

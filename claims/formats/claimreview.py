"""One published claim as schema.org ClaimReview (JSON-LD).

Shape: https://schema.org/ClaimReview, as fact-checkers exchange it. The number
in ``reviewRating`` is left out wherever the record does not hold the claim true
or false: a middle number would be read as "half true", which nobody decided. It
is left out, too, while the desk looks again at what it published.
"""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from pydantic import AwareDatetime, Field

from claims.model import PartyKind, Status, Value

RATING_VALUES: dict[Status, int] = {
    Status.REFUTED: 1,
    Status.MISLEADING: 2,
    Status.SUPPORTED: 5,
}
"""On ClaimReview's customary scale, 1 (false) to 5 (true)."""

_WORDS: dict[Status, str] = {
    Status.UNVERIFIED: "Unverified: nothing on record decides it",
    Status.CONTESTED: "Contested: named parties contradict each other",
    Status.ACKNOWLEDGED: "Acknowledged by those it names",
    Status.SUPPORTED: "Supported by the evidence",
    Status.REFUTED: "Refuted by the evidence",
    Status.MISLEADING: "Misleading",
    Status.UNVERIFIABLE: "Cannot be verified",
}

_PERSONS = frozenset({PartyKind.PERSON})


class Appearance(Value):
    """Where the claim was told: one document."""

    url: str = Field(min_length=1)
    title: str = ""
    outlet: str | None = None
    published_at: AwareDatetime | None = None


class Review(Value):
    """What a ClaimReview says. ``claimant`` is the first party to allege the claim."""

    url: str = Field(min_length=1)
    """Where this review is published."""
    claim: str = Field(min_length=1)
    status: Status
    explanation: str = ""
    """The decision's rationale in the reviewer's words."""
    published_on: date
    publisher: str = Field(min_length=1)
    publisher_url: str = Field(min_length=1)
    claimant: str | None = None
    claimant_kind: PartyKind | None = None
    claimed_on: date | None = None
    appearances: tuple[Appearance, ...] = ()
    """Oldest first."""
    draft: bool = False
    """No person has published it: said in the document, so that nobody takes it for one."""
    questioned_on: date | None = None
    """Since when the desk looks at it again after it was published: said, and not rated."""


def plain_words(status: Status) -> str:
    """The status as a reader understands it without our vocabulary."""
    return _WORDS[status]


def write_claimreview(review: Review) -> dict[str, Any]:
    """The review as a JSON-LD dictionary, valid against ``claimreview.schema.json``."""
    document: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": review.url,
        "claimReviewed": review.claim,
        "datePublished": review.published_on.isoformat(),
        "author": {
            "@type": "Organization",
            "name": review.publisher,
            "url": review.publisher_url,
        },
        "itemReviewed": _describe_claim(review),
        "reviewRating": _rate(review),
    }
    if review.draft:
        document["creativeWorkStatus"] = "Draft"
    elif review.questioned_on is not None:
        document["creativeWorkStatus"] = "Under review"
    return document


def _rate(review: Review) -> dict[str, Any]:
    words, since = plain_words(review.status), review.questioned_on
    told = words if since is None else f"{words}; under review since {since.isoformat()}"
    rating: dict[str, Any] = {"@type": "Rating", "alternateName": told}
    value = RATING_VALUES.get(review.status)
    if value is not None and since is None:
        rating |= {"ratingValue": value, "bestRating": 5, "worstRating": 1}
    if review.explanation:
        rating["ratingExplanation"] = review.explanation
    return rating


def _describe_claim(review: Review) -> dict[str, Any]:
    claim: dict[str, Any] = {"@type": "Claim", "text": review.claim}
    if review.claimant is not None:
        kind = "Person" if review.claimant_kind in _PERSONS else "Organization"
        claim["author"] = {"@type": kind, "name": review.claimant}
    if review.claimed_on is not None:
        claim["datePublished"] = review.claimed_on.isoformat()
    works = [_describe_work(appearance) for appearance in review.appearances]
    if works:
        claim["firstAppearance"] = works[0]
        claim["appearance"] = works
    return claim


def _describe_work(appearance: Appearance) -> dict[str, Any]:
    work: dict[str, Any] = {"@type": "CreativeWork", "url": appearance.url}
    if appearance.title:
        work["headline"] = appearance.title
    if appearance.outlet:
        work["publisher"] = {"@type": "Organization", "name": appearance.outlet}
    if appearance.published_at is not None:
        work["datePublished"] = appearance.published_at.isoformat()
    return work


@cache
def _schema_text() -> str:
    return (resources.files("claims.formats") / "claimreview.schema.json").read_text("utf-8")


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) that every ClaimReview of ours fulfils."""
    loaded: dict[str, Any] = json.loads(_schema_text())
    return loaded

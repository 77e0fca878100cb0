"""Examples for OpenAPI. A test holds each against the model that it stands for."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from fastapi import FastAPI

ANSWERS: dict[str, Any] = json.loads(
    files("claims.web.api").joinpath("answers.json").read_text("utf-8")
)
"""What reads answer, by a name of ours: real answers of a small record, shortened."""

BOARD_PAGE: dict[str, Any] = {
    "items": [
        {
            "claim_id": 7,
            "text": "Northland ships grain through the strait.",
            "status": "contested",
            "status_basis": "suggested",
            "suggestion": "contested",
            "stage": "new",
            "flags": ["denied"],
            "commitment": "certain",
            "assignee": None,
            "positions": [
                {
                    "party": {"id": 3, "key": "southland", "name": "Southland"},
                    "value": "denies",
                    "commitment": "certain",
                    "day": "2026-11-02",
                    "stances": 2,
                }
            ],
            "stances": 3,
            "documents": 3,
            "origins": 2,
            "supports": 1,
            "undermines": 0,
            "context": 0,
            "open_proposals": 0,
            "first_day": "2026-11-01",
            "last_day": "2026-11-02",
            "opened_at": "2026-11-01T08:15:00Z",
            "status_since": "2026-11-02T09:30:00Z",
            "last_change": "2026-11-02T09:30:00Z",
            "published": False,
            "merged_into": None,
        }
    ],
    "next": "WzE3OTM2MTAwMDAwMDAwMDAsNywiMWEyYjNjNGQiXQ",
    "as_of": None,
}

EXPORT_ROW: dict[str, Any] = {
    "claim_id": 1,
    "claim": "Northland ships grain through the strait.",
    "status": "refuted",
    "status_basis": "decided",
    "suggestion": "refuted",
    "stage": "published",
    "flags": ["denied", "single_origin"],
    "commitment": "certain",
    "assignee": "Ana",
    "positions": [
        "Southland: neither_confirms_nor_denies (2026-03-02)",
        "Northland: alleges (2026-03-01)",
    ],
    "stances": 3,
    "documents": 2,
    "origins": 2,
    "supports": 0,
    "undermines": 1,
    "context": 0,
    "open_proposals": 0,
    "first_day": "2026-03-01",
    "last_day": "2026-03-02",
    "opened_at": "2026-03-01T09:00:00+00:00",
    "status_since": "2026-03-02T09:30:00+00:00",
    "last_change": "2026-03-02T09:30:00+00:00",
    "published": True,
}
"""The line of ``ANSWERS["export"]`` as JSON."""

CLAIMREVIEW: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://record.example/api/v1/claims/7/claimreview",
    "claimReviewed": "Northland ships grain through the strait.",
    "datePublished": "2026-11-03",
    "author": {"@type": "Organization", "name": "The Desk", "url": "https://desk.example/"},
    "itemReviewed": {
        "@type": "Claim",
        "text": "Northland ships grain through the strait.",
        "author": {"@type": "Organization", "name": "Northland"},
    },
    "reviewRating": {
        "@type": "Rating",
        "alternateName": "Refuted by the evidence",
        "ratingValue": 1,
        "bestRating": 5,
        "worstRating": 1,
    },
}


MOVED: dict[str, Any] = {
    "claim_id": 7,
    "source": "in_review",
    "target": "decided",
    "decision_id": 4,
    "notes": [],
}

TOKEN_MADE: dict[str, Any] = {
    "token_id": 2,
    "token": "onr_...",
    "person": "dashboards",
    "scopes": ["read"],
    "expires_at": "2027-03-02T09:30:00Z",
}


def give_example(
    example: object, media_type: str = "application/json", status: int = 200
) -> dict[int | str, dict[str, Any]]:
    """The ``responses`` of a route whose answer looks like ``example``."""
    return {status: {"content": {media_type: {"example": example}}}}


def register_examples(app: FastAPI) -> None:
    """Have ``app`` describe itself with whole examples: FastAPI leaves out what is null in them."""
    describe = app.openapi

    def describe_whole() -> dict[str, Any]:
        described = describe()
        for operations in described["paths"].values():
            for operation in operations.values():
                for response in operation["responses"].values():
                    for content in response.get("content", {}).values():
                        if "example" in content:
                            content["example"] = _complete(content["example"])
        return described

    app.openapi = describe_whole  # type: ignore[method-assign]  # FastAPI's documented way


def _complete(example: object) -> object:
    """The one of our examples that is ``example`` but for what is null."""
    return next((whole for whole in _WHOLE if _leave_out_nulls(whole) == example), example)


def _leave_out_nulls(value: object) -> object:
    if isinstance(value, dict):
        return {key: _leave_out_nulls(each) for key, each in value.items() if each is not None}
    return [_leave_out_nulls(each) for each in value] if isinstance(value, list) else value


_WHOLE = (*ANSWERS.values(), BOARD_PAGE, [EXPORT_ROW], CLAIMREVIEW, MOVED, TOKEN_MADE)

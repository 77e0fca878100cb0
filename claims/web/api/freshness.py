"""How long an answer may be kept, in OpenAPI: what FastAPI cannot know of the routes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI

ASKS = "if-none-match"
TAG = {
    "ETag": {
        "description": "Names this answer: it changes with the record. Ask with it each time"
        " (`Cache-Control: no-cache`).",
        "schema": {"type": "string"},
    }
}
OF_WRITES = frozenset({"409", "412", "413", "429"})
"""Refusals that only a write meets."""


def register_freshness(app: FastAPI) -> None:
    """Have ``app`` say which answers carry an ``ETag``, and which refusals a read never meets."""
    describe = app.openapi

    def describe_freshness() -> dict[str, Any]:
        described = describe()
        for told in _list_reads(described):
            told["responses"] = {
                status: each
                for status, each in told["responses"].items()
                if status not in OF_WRITES
            }
            if any(each["name"] == ASKS for each in told.get("parameters", [])):
                told["responses"]["200"]["headers"] = TAG
                told["responses"]["304"] = {
                    "description": "Unchanged since the answer that `If-None-Match` names",
                    "headers": TAG,
                }
        return described

    app.openapi = describe_freshness  # type: ignore[method-assign]  # FastAPI's documented way


def _list_reads(described: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for operations in described["paths"].values():
        if "get" in operations:
            yield operations["get"]

"""What a person says of the material they hand in goes with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from flows.requests import IngestReport, IngestRequest
from sources.model import Given

Type = Callable[..., Any]


def test_what_is_said_of_a_pasted_text_goes_with_it(
    home: Path, onrecord: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[IngestRequest] = []

    def run(name: str, request: IngestRequest) -> dict[str, Any]:
        asked.append(request)
        return IngestReport().model_dump(mode="json")

    monkeypatch.setattr("flows.commands.material.run_and_watch", run)
    said = ("--title", "Denial", "--url", "https://example.org/a", "--published", "2025-04-12")
    assert onrecord("ingest", __file__, "--outlet", "Reuters", *said).status == 0

    (request,) = asked
    assert request.outlet == "reuters"
    assert request.given == Given(
        title="Denial", url="https://example.org/a", published_at=datetime(2025, 4, 12, tzinfo=UTC)
    )

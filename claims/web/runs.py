"""What the pages need of the flows, without knowing what runs them.

``claims`` knows no Prefect: whoever wires the application (``flows.serve_api``)
hands in a ``Runner``. Where there is none, the record can be read and decided on,
and material comes in by the command line.
"""

from __future__ import annotations

import json
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from pydantic import AwareDatetime, Field

from claims.model import Value

INGEST = "ingest"
NAME_CHARS = 80


class RunState(StrEnum):
    """How far a run is."""

    WAITING = "waiting"
    RUNNING = "running"
    COMPLETED = "completed"
    FAILED = "failed"


class Submitted(Value):
    """Material as a person hands it in: bytes under a name that tells their kind."""

    name: str = Field(min_length=1)
    data: bytes = Field(min_length=1)
    outlet: str | None = None
    """The outlet's id or name in the catalogue, where the material does not say."""
    title: str = ""
    """Title, address and day of publication: like the outlet, where the material does not say."""
    url: str | None = None
    published_at: AwareDatetime | None = None


class Run(Value):
    """One run of a flow."""

    id: str
    flow: str
    state: RunState
    steps: tuple[str, ...] = ()
    """What it did so far, each with its time of day (UTC) in front."""
    message: str = ""
    """Why it failed."""
    report: dict[str, Any] = Field(default_factory=dict)
    """What it did, by count; of a completed run."""
    asked_at: AwareDatetime | None = None
    ended_at: AwareDatetime | None = None

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come."""
        return self.state in (RunState.COMPLETED, RunState.FAILED)


class RunnerAwayError(RuntimeError):
    """No flow can be started or asked about now: says what to do."""


class MaterialRefusedError(ValueError):
    """The material cannot be taken as it was handed in: says what to change."""


class NoSuchRunError(LookupError):
    """No run has that id."""


class Runner(Protocol):
    """Starts flows and tells how far they are. Every method may raise RunnerAwayError."""

    def ingest(self, material: Submitted, person: str) -> str:
        """Archive ``material`` and have it ingested; the run's id. MaterialRefusedError for an
        outlet that the catalogue lacks."""

    def retry(self, person: str) -> str:
        """Have everything that failed taken again; the run's id."""

    def read(self, run_id: str) -> Run:
        """How far a run is. NoSuchRunError for an id that no run has."""

    def recent(self, limit: int) -> list[Run]:
        """The last runs, newest first, without their steps and reports."""


def submit_text(
    text: str,
    title: str = "",
    url: str = "",
    outlet: str = "",
    published_at: datetime | None = None,
) -> Submitted:
    """A pasted text with what is known of it, as one record of a JSON file.

    Without a title it goes by its first words.
    """
    first = " ".join((title or text).split())[:NAME_CHARS].rstrip()
    record = {"text": text, "title": title or first, "url": url, "outlet": outlet}
    if published_at is not None:
        record["published_at"] = published_at.isoformat()
    kept = {key: value for key, value in record.items() if value}
    data = json.dumps(kept, ensure_ascii=False).encode("utf-8", "replace")
    return Submitted(name=f"pasted: {first}.json", data=data, outlet=outlet or None)

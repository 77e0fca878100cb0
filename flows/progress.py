"""How far a flow is: to whoever watches here, and to Prefect's UI.

A flow calls ``Progress.step``; a listener set by the command line draws it.
Runs on a server show a progress artifact, updated at most once a second.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextvars import ContextVar
from uuid import UUID

from prefect.artifacts import acreate_progress_artifact, aupdate_progress_artifact

Listener = Callable[[int, int, str], None]
"""Called with done, total (0 when not known yet) and a note."""

LISTENER: ContextVar[Listener | None] = ContextVar("progress_listener", default=None)
UPDATE_SECONDS = 1.0


class Progress:
    """Progress of one flow run; ``key`` names its artifact."""

    def __init__(self, key: str) -> None:
        self.key = key
        self._artifact: UUID | None = None
        self._last = time.monotonic()

    async def step(self, done: int, total: int, note: str) -> None:
        """Tell that ``done`` of ``total`` are finished."""
        if listener := LISTENER.get():
            listener(done, total, note)
            return
        now = time.monotonic()
        if now - self._last < UPDATE_SECONDS and done < total:
            return
        self._last = now
        share = 100.0 * done / total if total else 0.0
        if self._artifact is None:
            self._artifact = await acreate_progress_artifact(share, self.key, note)
        else:
            await aupdate_progress_artifact(self._artifact, share, note)

"""How far a flow is: to whoever watches here, and to Prefect's UI.

A flow calls ``Progress.step``; a listener set by the command line draws it.
Runs on a server show a progress artifact: the share done, and the last steps
one a line, each with its time of day (UTC) in front.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable
from contextvars import ContextVar
from uuid import UUID

from prefect.artifacts import acreate_progress_artifact, aupdate_progress_artifact

from claims.model import utcnow

Listener = Callable[[int, int, str], None]
"""Called with done, total (0 when not known yet) and a note."""

LISTENER: ContextVar[Listener | None] = ContextVar("progress_listener", default=None)
UPDATE_SECONDS = 1.0
STEPS_KEPT = 60


class Progress:
    """Progress of one flow run; ``key`` names its artifact."""

    def __init__(self, key: str) -> None:
        self.key = key
        self._artifact: UUID | None = None
        self._last = 0.0
        self._steps: deque[str] = deque(maxlen=STEPS_KEPT)

    async def step(self, done: int, total: int, note: str, *, at_once: bool = False) -> None:
        """Tell that ``done`` of ``total`` are finished.

        The artifact is written at most once a second, but for the last step and
        those that somebody waits for (``at_once``).
        """
        if listener := LISTENER.get():
            listener(done, total, note)
            return
        self._steps.append(f"{utcnow():%H:%M:%S} {note}")
        now = time.monotonic()
        if not at_once and now - self._last < UPDATE_SECONDS and done < total:
            return
        self._last = now
        share = 100.0 * done / total if total else 0.0
        steps = "\n".join(self._steps)
        if self._artifact is None:
            self._artifact = await acreate_progress_artifact(share, self.key, steps)
        else:
            await aupdate_progress_artifact(self._artifact, share, steps)

    def from_thread(self) -> Callable[[str], None]:
        """A function by which a thread tells a step; it waits until that is written."""
        loop = asyncio.get_running_loop()

        def tell(note: str) -> None:
            step = self.step(0, 0, note, at_once=True)
            asyncio.run_coroutine_threadsafe(step, loop).result()

        return tell

"""How often Python looks for garbage in the processes of the command line."""

from __future__ import annotations

import gc

YOUNG, MIDDLE, OLD = 20_000, 50, 100
"""Python's own: 700, 10, 10. By those it looks through all that is loaded again and again as
more is loaded, which takes a fifth of the time that Prefect's import takes."""


def collect_seldom() -> None:
    """Look for garbage seldom. Call it before what loads much."""
    gc.set_threshold(YOUNG, MIDDLE, OLD)

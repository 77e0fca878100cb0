"""How often Python looks for garbage: in commands, and in the server of the desk."""

from __future__ import annotations

import gc

YOUNG, MIDDLE, OLD = 20_000, 50, 100
"""Python's own: 700, 10, 10. By those it looks through all that is loaded again and again as
more is loaded, which takes a fifth of the time that Prefect's import takes."""


def collect_seldom() -> None:
    """Look for garbage seldom. Call it before what loads much."""
    gc.set_threshold(YOUNG, MIDDLE, OLD)


def settle_memory() -> None:
    """Take what was loaded at the start out of garbage collection: it stays for good; and
    have the rest looked through seldom.

    A collection that looks through everything takes 100 ms, in which nobody is answered: by
    Python's own measure every hundred requests.
    """
    gc.collect()
    gc.freeze()
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, OLD)

"""How work grows with its input, told in calls: no busy machine changes their number.

Timings are told by ``make bench`` and asserted nowhere.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

HOSTILE: list[tuple[str, int]] = [
    ("the ministry said that it denied ", 160),
    ("a", 100_000),
    ('"', 6_000),
    ("“ said ", 600),
    ("he, ", 1_200),
    ("the paper said, citing officials, that it sank, ", 320),
    ("There is no evidence that the reports of claims by ", 100),
    ("\x00\ufdd0\u202e said ", 400),
]
"""A piece of a text, and how often it follows on itself, without a full stop."""

SLACK = 1.5
"""What a line may be exceeded by; a square exceeds it by how many times the input grew."""


def count_calls(work: Callable[[], Any]) -> int:
    """Calls of Python and of C functions while ``work`` runs in this thread."""
    calls = 0

    def listen(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(listen)
    try:
        work()
    finally:
        sys.setprofile(before)
    return calls


def grows_in_line(work: Callable[[int], Any], few: int, many: int) -> bool:
    """Whether ``work(many)`` makes no more calls than its share beside ``work(few)``.

    A first, smaller one that nobody counts loads what is loaded once.
    """
    work(few // 2)
    small, large = (count_calls(lambda size=size: work(size)) for size in (few, many))
    print(f"{small:,} calls for {few:,}, {large:,} for {many:,}")
    return large <= SLACK * many / few * small

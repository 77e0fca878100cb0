"""This process and all that it started: which they are, and what CPU time they took."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
"""Clock ticks in a second of ``/proc/<pid>/stat``."""


class Cost:
    """What a block took."""

    wall = 0.0
    """Seconds on the clock: of a busy machine's others as much as of ours."""
    cpu = 0.0
    """Seconds of CPU time, of every process in it."""


@contextmanager
def take_time() -> Iterator[Cost]:
    """The cost of the block. A process that outlives its own parent is lost to the count."""
    cost = Cost()
    wall, cpu = time.perf_counter(), read_cpu(os.getpid())
    yield cost
    cost.wall = time.perf_counter() - wall
    cost.cpu = read_cpu(os.getpid()) - cpu


def read_cpu(root: int) -> float:
    """CPU seconds of a process and its descendants so far, those that have ended included."""
    return sum(map(_read_own, find_tree(root)))


def _read_own(pid: int) -> float:
    """CPU seconds of a process and of the children that it waited for; 0 where it has ended."""
    fields = _read_stat(pid)
    return sum(map(int, fields[11:15])) / TICKS if fields else 0.0


def find_tree(root: int) -> list[int]:
    """A process and its descendants."""
    pids = [int(stat.parent.name) for stat in Path("/proc").glob("[0-9]*/stat")]
    parents = {pid: int(fields[1]) for pid in pids if (fields := _read_stat(pid))}
    tree = [root]
    for pid in tree:  # grows as it is walked
        tree += [child for child, parent in parents.items() if parent == pid]
    return tree


def _read_stat(pid: int) -> list[str]:
    """The fields of ``/proc/<pid>/stat`` from the third on: state, parent, ...; none where the
    process ended as we looked."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return []

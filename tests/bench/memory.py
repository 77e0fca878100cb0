"""Memory of this process and all that it started, sampled while something runs."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.processes import find_tree

SAMPLE_SECONDS = 2.0
"""Reading a large process's pages takes some 10 ms, so not too often."""


class Peak:
    """The largest sum seen, in MB. Pages that processes share count once (PSS)."""

    megabytes = 0.0


@contextmanager
def watch_memory() -> Iterator[Peak]:
    """Sample the sum over the process tree for as long as the block runs."""
    peak, done = Peak(), threading.Event()

    def watch() -> None:
        while not done.wait(SAMPLE_SECONDS):
            peak.megabytes = max(peak.megabytes, sum(map(read_pss, find_tree(os.getpid()))))

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield peak
    finally:
        done.set()
        watcher.join()


def read_pss(pid: int) -> float:
    """Proportional set size of a process in MB, 0 where it has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024

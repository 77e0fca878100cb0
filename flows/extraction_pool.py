"""Extraction of many documents on all cores, in order, each failing alone.

A document whose extraction raises, hangs or kills its process is reported by
itself; the others go on. Few documents are worked through in this process,
since starting others costs more than it gains.
"""

from __future__ import annotations

import multiprocessing as mp
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

from claims.extraction import extract
from claims.model import Document, Extraction

INLINE_BELOW = 8
"""Documents for which no further process is started."""


@dataclass(frozen=True)
class ExtractionFailed:
    """A document that could not be worked through, and why."""

    reason: str


Outcome = Extraction | ExtractionFailed


def extract_safely(document: Document) -> Outcome:
    """Extract, with any error as a value: a poisoned document must not stop a batch."""
    try:
        return extract(document)
    except Exception as error:  # noqa: BLE001 - kept with its reason, never dropped
        return ExtractionFailed(f"extraction failed: {type(error).__name__}: {error}")


class ExtractionPool:
    """Worker processes that extract; they start on first use."""

    def __init__(self, processes: int, seconds_per_document: float) -> None:
        self.processes = processes
        self.seconds = seconds_per_document
        self._executor: ProcessPoolExecutor | None = None

    def extract_all(self, documents: Iterable[Document]) -> Iterator[Outcome]:
        """The outcome of each document, in their order."""
        waiting = list(documents)
        if self.processes < 2 or len(waiting) < INLINE_BELOW:
            yield from map(extract_safely, waiting)
            return
        futures = deque(self._submit(document) for document in waiting)
        for document in waiting:
            outcome = self._await(futures.popleft(), document)
            if self._executor is None:  # it broke: the rest is handed to a new one
                rest = waiting[len(waiting) - len(futures) :]
                futures = deque(self._submit(later) for later in rest)
            yield outcome

    def _submit(self, document: Document) -> Future[Outcome]:
        if self._executor is None:
            context = mp.get_context("forkserver")
            context.set_forkserver_preload(["claims.extraction"])
            self._executor = ProcessPoolExecutor(self.processes, mp_context=context)
        return self._executor.submit(extract_safely, document)

    def _await(self, future: Future[Outcome], document: Document) -> Outcome:
        try:
            return future.result(timeout=self.seconds)
        except BrokenExecutor:
            self.close()
            return self._extract_apart(document)
        except TimeoutError:
            self.close()
            return ExtractionFailed(f"extraction took longer than {self.seconds:g} s")

    def _extract_apart(self, document: Document) -> Outcome:
        """Try a document in a process of its own, to learn whether it was the one that killed."""
        context = mp.get_context("forkserver")
        with ProcessPoolExecutor(1, mp_context=context) as executor:
            try:
                return executor.submit(extract_safely, document).result(timeout=self.seconds)
            except BrokenExecutor:
                return ExtractionFailed("extraction killed its process (out of memory?)")
            except TimeoutError:
                _kill(executor)
                return ExtractionFailed(f"extraction took longer than {self.seconds:g} s")

    def close(self) -> None:
        """End the processes, the hanging ones too."""
        if self._executor is not None:
            _kill(self._executor)
            self._executor = None


def _kill(executor: ProcessPoolExecutor) -> None:
    for process in list((executor._processes or {}).values()):
        process.kill()
    executor.shutdown(wait=False, cancel_futures=True)


@contextmanager
def open_pool(processes: int, seconds_per_document: float) -> Iterator[ExtractionPool]:
    """A pool that is closed at the end."""
    pool = ExtractionPool(processes, seconds_per_document)
    try:
        yield pool
    finally:
        pool.close()

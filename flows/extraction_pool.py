"""Extraction of many documents on all cores, in order, each failing alone.

A document whose extraction raises, hangs or kills its process is reported by
itself; the others go on. No document is ever worked through in the process
that asks, so that the worst of them cannot take a flow with it.
"""

from __future__ import annotations

import multiprocessing as mp
import os
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import forkserver

from claims.extraction import By, extract, name_extractor
from claims.model import Document, Extraction

PRELOAD = ["flows.extraction_ready"]
"""Imported once in the server that forks workers, so that each starts with its lexicons."""


@dataclass(frozen=True)
class ExtractionFailed:
    """A document that could not be worked through, and why."""

    reason: str


Outcome = Extraction | ExtractionFailed


def extract_safely(document: Document, by: By = "auto") -> Outcome:
    """Extract, with any error as a value: a poisoned document must not stop a batch."""
    try:
        return extract(document, by)
    except Exception as error:  # noqa: BLE001 - kept with its reason, never dropped
        return ExtractionFailed(f"extraction failed: {type(error).__name__}: {error}")


def start_workers(processes: int, method: str = "forkserver") -> ProcessPoolExecutor:
    """Worker processes that end with this one, however it ends.

    ``method`` ``fork`` is for a process that has no threads yet and has loaded
    everything: its workers are ready at once.
    """
    if method == "forkserver":
        load_ahead()
    context = mp.get_context(method)
    return ProcessPoolExecutor(processes, mp_context=context, initializer=end_with_parent)


def load_ahead() -> None:
    """Start the server that forks workers, unless it runs; it loads what they need by itself."""
    mp.get_context("forkserver").set_forkserver_preload(PRELOAD)
    forkserver.ensure_running()


def end_with_parent() -> None:
    """Watch for the parent's death: a killed one could not tell its workers to stop."""
    parent = mp.parent_process()
    assert parent is not None  # only ever called in a worker

    def watch() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


class ReadyWorkers:
    """Workers forked before the process had threads; taken by the first pool opened."""

    executor: ProcessPoolExecutor | None = None

    @classmethod
    def fork(cls, processes: int) -> None:
        """Fork them now. Call it before anything that starts a thread."""
        cls.executor = start_workers(processes, "fork")
        cls.executor.submit(os.getpid).result()

    @classmethod
    def take(cls) -> ProcessPoolExecutor | None:
        """The workers, once."""
        taken, cls.executor = cls.executor, None
        return taken

    @classmethod
    def end(cls) -> None:
        """End those that nobody took: they would wait for work, and their process for them."""
        left = cls.take()
        if left is not None:
            _kill(left)


class ExtractionPool:
    """Worker processes that extract; they start on first use."""

    def __init__(self, processes: int, seconds_per_document: float, by: By = "auto") -> None:
        self.processes = processes
        self.seconds = seconds_per_document
        self.by = by
        self.extractor = name_extractor(by)
        self._executor = ReadyWorkers.take()

    def extract_all(self, documents: Iterable[Document]) -> Iterator[Outcome]:
        """The outcome of each document, in their order."""
        waiting = deque(documents)
        futures = deque(self._submit(document) for document in waiting)
        while waiting:
            document = waiting.popleft()
            outcome = self._await(futures.popleft(), document)
            if self._executor is None:  # it broke: the rest is handed to a new one
                futures = deque(self._submit(later) for later in waiting)
            yield outcome

    def _submit(self, document: Document) -> Future[Outcome]:
        if self._executor is None:
            self._executor = start_workers(self.processes)
        try:
            return self._executor.submit(extract_safely, document, self.by)
        except BrokenExecutor as error:  # a worker died just now: waiting for this one tells
            broken: Future[Outcome] = Future()
            broken.set_exception(error)
            return broken

    def _await(self, future: Future[Outcome], document: Document) -> Outcome:
        try:
            return future.result(timeout=self.seconds)
        except BrokenExecutor:
            self.close()
            return self._extract_apart(document)
        except TimeoutError:
            self.close()
            return self._say_too_slow()

    def _extract_apart(self, document: Document) -> Outcome:
        """Try a document in a process of its own, to learn whether it was the one that killed."""
        executor = start_workers(1)
        try:
            future = executor.submit(extract_safely, document, self.by)
            return future.result(timeout=self.seconds)
        except BrokenExecutor:
            return ExtractionFailed("extraction killed its process (out of memory?)")
        except TimeoutError:
            return self._say_too_slow()
        finally:
            _kill(executor)

    def _say_too_slow(self) -> ExtractionFailed:
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
def open_pool(
    processes: int, seconds_per_document: float, by: By = "auto"
) -> Iterator[ExtractionPool]:
    """A pool that is closed at the end."""
    pool = ExtractionPool(processes, seconds_per_document, by)
    try:
        yield pool
    finally:
        pool.close()

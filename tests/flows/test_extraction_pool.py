"""A poisoned document fails alone, the order is kept, and workers end with their parent."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from claims.extraction import EXTRACTOR, By
from claims.model import Document, Extraction
from flows import extraction_pool
from flows.extraction_pool import (
    ExtractionFailed,
    ExtractionPool,
    ReadyWorkers,
    open_pool,
    start_workers,
)


def extract_or_worse(document: Document, by: By) -> Extraction:
    """Stands for extraction: a document's text says what becomes of its worker."""
    if document.text == "by?":
        return Extraction(extractor=by)
    if document.text == "raises":
        raise ValueError("a bad sentence")
    if document.text == "kills":
        os.kill(os.getpid(), signal.SIGKILL)
    if document.text == "hangs":
        time.sleep(600)
    return Extraction(extractor=document.text)


@pytest.fixture
def pool(monkeypatch: pytest.MonkeyPatch) -> Iterator[ExtractionPool]:
    """Two workers, forked from here so that they run the stand-in; a second a document."""
    monkeypatch.setattr(extraction_pool, "extract", extract_or_worse)
    monkeypatch.setattr(extraction_pool, "start_workers", partial(start_workers, method="fork"))
    with open_pool(2, 1.0) as opened:
        yield opened


def run(pool: ExtractionPool, *texts: str) -> list[str]:
    """What became of each text: itself where it was read, else why not."""
    outcomes = pool.extract_all(Document(text=text) for text in texts)
    return [
        outcome.reason if isinstance(outcome, ExtractionFailed) else outcome.extractor
        for outcome in outcomes
    ]


@pytest.mark.parametrize(
    ("poison", "reason"),
    [
        pytest.param(
            "raises", "extraction failed: ValueError: a bad sentence", id="an error is its reason"
        ),
        pytest.param(
            "kills", "extraction killed its process (out of memory?)", id="a killed worker is told"
        ),
        pytest.param("hangs", "extraction took longer than 1 s", id="a hanging one is cut off"),
    ],
)
def test_poisoned_document_fails_alone_and_the_order_is_kept(
    pool: ExtractionPool, poison: str, reason: str
) -> None:
    before, after = [f"text {n}" for n in range(5)], [f"text {n}" for n in range(5, 12)]

    assert run(pool, *before, poison, *after) == [*before, reason, *after]


def test_several_poisoned_ones_fail_each_for_its_own_reason(pool: ExtractionPool) -> None:
    told = run(pool, "kills", "a", "raises", "kills", "b", "hangs", "c")

    assert [text for text in told if len(text) == 1] == ["a", "b", "c"]
    assert [text.split()[1] for text in told if len(text) > 1] == [
        "killed",
        "failed:",
        "killed",
        "took",
    ]


def test_a_lone_document_is_not_worked_through_in_the_asking_process(
    pool: ExtractionPool,
) -> None:
    assert run(pool, "kills") == ["extraction killed its process (out of memory?)"]


def test_the_pool_serves_again_after_a_break(pool: ExtractionPool) -> None:
    run(pool, "kills")

    assert run(pool, "x", "y") == ["x", "y"]


def test_workers_read_by_the_extractor_that_was_chosen(
    pool: ExtractionPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_pool(1, 5.0, "rules") as chosen:
        assert run(chosen, "by?") == ["rules"]
    assert (chosen.extractor, pool.extractor) == ("rules/1", EXTRACTOR)


def test_no_documents_need_no_worker(pool: ExtractionPool) -> None:
    assert run(pool) == []
    assert pool._executor is None


def test_real_extraction_in_workers_of_its_own() -> None:
    text = "Iran denied on Monday that it had sent drones to Sudan."
    with open_pool(2, 60.0) as opened:
        (outcome,) = opened.extract_all([Document(text=text, language="en")])

    assert isinstance(outcome, Extraction)
    assert [(each.party, each.stance.value) for each in outcome.findings] == [("Iran", "denies")]


def test_workers_forked_ready_serve_the_first_pool_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction_pool, "extract", extract_or_worse)
    ReadyWorkers.fork(1)
    with open_pool(1, 5.0) as first:
        assert first._executor is not None
        assert run(first, "a") == ["a"]
    with open_pool(1, 5.0) as second:
        assert second._executor is None


HOLD = """
import os, time
from claims.model import Document
from flows.extraction_pool import start_workers
if __name__ == "__main__":
    workers = start_workers(2, {method!r})
    print(workers.submit(os.getpid).result(), flush=True)
    time.sleep(600)
"""


@pytest.mark.parametrize("method", ["fork", "forkserver"])
def test_workers_end_with_a_killed_parent(method: str, tmp_path: Path) -> None:
    script = tmp_path / "hold.py"
    script.write_text(HOLD.format(method=method))
    parent = subprocess.Popen(
        [sys.executable, script], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert parent.stdout is not None
    worker = int(parent.stdout.readline())

    parent.kill()
    parent.wait()
    parent.stdout.close()

    end = time.monotonic() + 20
    while is_alive(worker) and time.monotonic() < end:
        time.sleep(0.1)
    assert not is_alive(worker)


def is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"

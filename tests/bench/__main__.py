"""Timings on this machine: ``make bench``, or ``python -m tests.bench MATERIAL [--quick]``.

Printed, never asserted. Ratios hold better than absolute figures; the load
average is printed beside them, since timings on a busy machine mean little.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

ARTICLES = Path(__file__).parents[3] / "shared" / "data" / "pool" / "articles.jsonl"
SAMPLES = Path(__file__).parents[2] / "flows" / "samples"
QUICK = 100
"""Articles worked through with --quick."""


def time_bare(material: Path, home: Path) -> float:
    """Seconds of the functions that the ingest flow calls, without Prefect."""
    from claims.settings import Settings
    from claims.store import open_store
    from flows.extraction_pool import open_pool
    from flows.ingest import Intake
    from flows.requests import IngestRequest

    settings = Settings(home=home)
    began = time.perf_counter()
    with (
        open_store(settings=settings) as store,
        open_pool(settings.processes, settings.extraction_timeout_seconds) as pool,
    ):
        intake = Intake(settings, store, pool)
        items = intake.read(IngestRequest(inputs=[str(material)]))
        while batch := list(islice(items, settings.batch_size)):
            intake.work_through(batch)
    return time.perf_counter() - began


def time_flow(material: Path, home: Path) -> float:
    """Seconds of the ingest flow's run itself: its server's start is left out."""
    import asyncio

    from claims.settings import Settings
    from flows.temporary_server import temporary_server

    os.environ["ONRECORD_HOME"] = str(home)
    with temporary_server(Settings(home=home)):
        from flows.ingest import ingest
        from flows.requests import IngestRequest

        began = time.perf_counter()
        outcome = ingest(IngestRequest(inputs=[str(material)]))
        asyncio.run(outcome)  # type: ignore[arg-type]
        return time.perf_counter() - began


def time_command(*arguments: str, home: Path) -> float:
    """Seconds of one ``onrecord`` command, from its start to its end."""
    env = {**os.environ, "ONRECORD_HOME": str(home)}
    began = time.perf_counter()
    command = [sys.executable, "-m", "flows.cli", *arguments]
    subprocess.run(command, env=env, check=True, capture_output=True)
    return time.perf_counter() - began


def time_extraction(texts: list[str]) -> float:
    """Articles per CPU-second of ``extract``, in one process."""
    from claims.extraction import extract
    from claims.model import Document

    extract(Document(text=texts[0]))
    began = time.process_time()
    for text in texts:
        extract(Document(text=text))
    return len(texts) / (time.process_time() - began)


def main() -> None:
    """Run every timing and print a line each."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("material", nargs="?", type=Path, default=ARTICLES, help="JSON Lines")
    ask.add_argument("--quick", action="store_true", help=f"only {QUICK} articles")
    given = ask.parse_args()
    if not given.material.exists():
        sys.exit(f"{given.material} is not there: name a JSON Lines file of articles")
    lines = given.material.read_text("utf-8").splitlines()[: QUICK if given.quick else None]
    print(f"{len(lines)} articles, load average {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        material = root / "material.jsonl"
        material.write_text("\n".join(lines), "utf-8")
        texts = [json.loads(line)["text"] for line in lines[:QUICK]]
        print(f"extract: {time_extraction(texts):.1f} articles per CPU-second")
        alone = time_command("ingest", str(SAMPLES), home=root / "alone")
        print(f"five dispatches by command, no server running: {alone:.1f} s")
        flow = time_flow(material, root / "flow")  # first: Prefect reads its settings once
        bare = time_bare(material, root / "bare")
        print(f"bare functions: {len(lines) / bare:.1f} documents/s")
        print(f"through the flow: {len(lines) / flow:.1f} documents/s, cost {flow / bare - 1:+.1%}")
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        largest = max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
        print(f"peak memory of the largest process: {largest / 1024:.0f} MB")


if __name__ == "__main__":
    main()

"""Timings on this machine: ``make bench``, or ``python -m tests.bench MATERIAL [--quick]``.

``--only extract`` times extraction alone: speed, load, memory, and a text of 2 MB.

Printed, never asserted. Ratios hold better than absolute figures; the load
average is printed beside them, since timings on a busy machine mean little.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from flows.temporary_server import free_port
from tests.bench.extraction import tell_extraction
from tests.bench.memory import watch_memory

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

    with temporary_server(Settings(home=home)):
        from flows.ingest import ingest
        from flows.requests import IngestRequest

        def run(inputs: Path, record: Path) -> float:
            os.environ["ONRECORD_HOME"] = str(record)
            began = time.perf_counter()
            asyncio.run(ingest(IngestRequest(inputs=[str(inputs)])))
            return time.perf_counter() - began

        run(SAMPLES, home.with_name("warm"))  # catalogues and imports, as the bare run finds them
        return run(material, home)


def make_environment(home: Path) -> dict[str, str]:
    """The environment of a command on a record of its own, with no server known to it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    return {**kept, "ONRECORD_HOME": str(home)}


def time_command(*arguments: str, home: Path) -> float:
    """Seconds of one ``onrecord`` command, from its start to its end."""
    env = make_environment(home)
    began = time.perf_counter()
    command = [sys.executable, "-m", "flows.start", *arguments]
    subprocess.run(command, env=env, check=True, capture_output=True)
    return time.perf_counter() - began


def time_with_up(home: Path) -> float:
    """Seconds of one article by command while ``onrecord up`` runs: the better of two."""
    env = {**make_environment(home), "ONRECORD_LISTEN_PORT": str(free_port())}
    command = [sys.executable, "-m", "flows.start", "up", "--prefect-port", str(free_port())]
    home.mkdir()
    with (home / "up.log").open("wb") as log:
        up = subprocess.Popen(command, env=env, stdout=log, stderr=log)
    try:
        while not (home / "up.json").exists():
            if up.poll() is not None:
                sys.exit(f"onrecord up did not start: {(home / 'up.log').read_text()}")
            time.sleep(0.2)
        samples = sorted(SAMPLES.glob("*.txt"))[:2]
        return min(time_command("ingest", str(sample), home=home) for sample in samples)
    finally:
        up.terminate()
        up.wait()


def time_verify(home: Path) -> tuple[int, float]:
    """Rows on a record, and the rows a second at which its ledger is verified."""
    from claims.settings import Settings
    from claims.store import open_store, verify_ledger

    with open_store(settings=Settings(home=home)) as store:
        began = time.perf_counter()
        rows = verify_ledger(store).rows
        return rows, rows / (time.perf_counter() - began)


def main() -> None:
    """Run every timing and print a line each."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("material", nargs="?", type=Path, default=ARTICLES, help="JSON Lines")
    ask.add_argument("--quick", action="store_true", help=f"only {QUICK} articles")
    ask.add_argument("--only", choices=["extract"], help="only these timings")
    given = ask.parse_args()
    if not given.material.exists():
        sys.exit(f"{given.material} is not there: name a JSON Lines file of articles")
    lines = given.material.read_text("utf-8").splitlines()[: QUICK if given.quick else None]
    load = os.getloadavg()[0]
    print(f"{len(lines)} articles, load average {load:.1f}, {os.cpu_count()} cores", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        texts = [json.loads(line)["text"] for line in lines]
        if given.only:
            tell(texts, root, quick=given.quick)
            return
        material = root / "material.jsonl"
        material.write_text("\n".join(lines), "utf-8")
        time_material(material, len(lines), root)
        rows, speed = time_verify(root / "flow")
        print(f"ledger verify: {speed:,.0f} rows/s over {rows:,} rows", flush=True)
        tell(texts, root, quick=given.quick)
        article = str(min(SAMPLES.glob("*.txt")))
        alone = time_command("ingest", article, home=root / "alone")
        print(f"one article by command, no server running: {alone:.1f} s (first start)")
        again = time_command("ingest", article, home=root / "alone")
        print(f"one article by command, no server running: {again:.1f} s (again)")
        print(f"one article by command, onrecord up running: {time_with_up(root / 'up'):.1f} s")


def tell(texts: list[str], root: Path, *, quick: bool) -> None:
    """Extraction alone, a line as each is done."""
    for line in tell_extraction(texts, root, quick=quick):
        print(line, flush=True)


def time_material(material: Path, articles: int, root: Path) -> None:
    """The material through the flow and through the bare functions, with peak memory."""
    print("through the flow, then through the bare functions ...", flush=True)
    with watch_memory() as peak:
        flow = time_flow(material, root / "flow")  # first: Prefect reads its settings once
    with watch_memory():  # watching costs a little, here as there
        bare = time_bare(material, root / "bare")
    print(f"bare functions: {articles / bare:.1f} documents/s", flush=True)
    print(f"through the flow: {articles / flow:.1f} documents/s, cost {flow / bare - 1:+.1%}")
    print(
        f"peak memory through the flow, Prefect's server included: {peak.megabytes:.0f} MB",
        flush=True,
    )


if __name__ == "__main__":
    main()

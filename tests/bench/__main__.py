"""Timings on this machine: ``make bench``, or ``python -m tests.bench MATERIAL [--quick]``.

``--only extract`` times extraction alone: speed, load, memory, and a long text.

Printed, never asserted. CPU time, of every process with those that it started, is told beside
time on the clock: on a machine that others use, too, the second says little. What fails is told,
and the rest goes on. It takes some four minutes of CPU time as it is, three with ``--quick``
and half an hour with ``--full``.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from flows.temporary_server import free_port
from tests.bench.extraction import tell_extraction
from tests.bench.memory import watch_memory
from tests.bench.processes import Cost, take_time

ARTICLES = Path(__file__).parents[3] / "shared" / "data" / "pool" / "articles.jsonl"
SAMPLES = Path(__file__).parents[2] / "flows" / "samples"
COMMAND_SECONDS = 600
"""A command that takes longer is stopped, and told as failed."""
STOP_SECONDS = 30
TURNS = 2
"""The material is worked through so often, each way; the turn that took least counts."""


class Size(NamedTuple):
    """How much is worked through."""

    articles: int | None
    """None: all of them."""
    long_chars: int
    """Characters of the long text."""


QUICK, USUAL, FULL = Size(50, 100_000), Size(100, 250_000), Size(None, 2_000_000)


def time_bare(material: Path, home: Path) -> Cost:
    """What the functions cost that the ingest flow calls, without Prefect."""
    from claims.settings import Settings
    from claims.store import open_store
    from flows.extraction_pool import open_pool
    from flows.ingest import Intake
    from flows.requests import IngestRequest

    settings = Settings(home=home)
    with (
        take_time() as cost,
        open_store(settings=settings) as store,
        open_pool(settings.processes, settings.extraction_timeout_seconds) as pool,
    ):
        intake = Intake(settings, store, pool)
        items = intake.read(IngestRequest(inputs=[str(material)]))
        while batch := list(islice(items, settings.batch_size)):
            intake.work_through(batch)
    return cost


def time_flow(material: Path, home: Path) -> Cost:
    """What the ingest flow's run itself costs, Prefect's server included but not its start.

    Its record is ``home``. Every turn goes to one server: Prefect reads once which that is.
    """
    import asyncio

    from claims.settings import Settings
    from flows.temporary_server import temporary_server

    with temporary_server(Settings(home=home)):
        from flows.ingest import ingest
        from flows.requests import IngestRequest

        def run(inputs: Path, record: Path) -> Cost:
            os.environ["ONRECORD_HOME"] = str(record)
            with take_time() as cost:
                asyncio.run(ingest(IngestRequest(inputs=[str(inputs)])))
            return cost

        run(SAMPLES, home.with_name("warm"))  # catalogues and imports, as the bare run finds them
        records = [home, *(home.with_name(f"flow-{turn}") for turn in range(1, TURNS))]
        return take_least([run(material, record) for record in records])


def take_least(costs: Sequence[Cost]) -> Cost:
    """The least disturbed of several: on a busy machine the same work takes more CPU time, too."""
    return min(costs, key=lambda cost: cost.cpu)


def make_environment(home: Path) -> dict[str, str]:
    """The environment of a command on a record of its own, with no server known to it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    return {**kept, "ONRECORD_HOME": str(home)}


def time_command(*arguments: str, home: Path) -> Cost:
    """What one ``onrecord`` command costs, from its start to its end."""
    env = make_environment(home)
    command = [sys.executable, "-m", "flows.start", *arguments]
    with take_time() as cost:
        done = subprocess.run(
            command, env=env, check=False, capture_output=True, text=True, timeout=COMMAND_SECONDS
        )
    if done.returncode:
        raise RuntimeError(f"onrecord {' '.join(arguments)}: {done.stderr.strip()}")
    return cost


def time_with_up(home: Path) -> Cost:
    """What one article by command costs while ``onrecord up`` runs, that included: the faster
    of two."""
    env = {**make_environment(home), "ONRECORD_LISTEN_PORT": str(free_port())}
    command = [sys.executable, "-m", "flows.start", "up", "--prefect-port", str(free_port())]
    home.mkdir()
    with (home / "up.log").open("wb") as log:
        up = subprocess.Popen(command, env=env, stdout=log, stderr=log)
    try:
        until = time.monotonic() + COMMAND_SECONDS
        while not (home / "up.json").exists():
            if up.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"onrecord up did not start: {(home / 'up.log').read_text()}")
            time.sleep(0.2)
        samples = sorted(SAMPLES.glob("*.txt"))[:2]
        costs = [time_command("ingest", str(sample), home=home) for sample in samples]
        return min(costs, key=lambda cost: cost.wall)
    finally:
        up.terminate()
        try:
            up.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            up.kill()  # its parts see that it has gone, and end
            up.wait()


def time_verify(home: Path) -> tuple[int, Cost]:
    """Rows on a record, and what verifying its ledger costs."""
    from claims.settings import Settings
    from claims.store import open_store, verify_ledger

    with open_store(settings=Settings(home=home)) as store, take_time() as cost:
        rows = verify_ledger(store).rows
    return rows, cost


def main() -> None:
    """Run every part, and print what each found; exit status 1 where one failed."""
    ask = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    ask.add_argument("material", nargs="?", type=Path, default=ARTICLES, help="JSON Lines")
    ask.add_argument("--quick", action="store_true", help=f"{QUICK.articles} articles")
    ask.add_argument("--full", action="store_true", help="all articles, and a text of 2 MB")
    ask.add_argument("--only", choices=["extract"], help="only these timings")
    given = ask.parse_args()
    if not given.material.exists():
        sys.exit(f"{given.material} is not there: name a JSON Lines file of articles")
    size = QUICK if given.quick else FULL if given.full else USUAL
    lines = given.material.read_text("utf-8").splitlines()[: size.articles]
    texts = [json.loads(line)["text"] for line in lines]
    tell(f"{len(lines)} articles, {tell_load()}, {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as folder, take_time() as whole:
        root = Path(folder)
        material = root / "material.jsonl"
        material.write_text("\n".join(lines), "utf-8")
        parts = [] if given.only else [lambda: tell_material(material, len(lines), root)]
        parts.append(lambda: tell_reading(texts, root, size.long_chars))
        parts += [] if given.only else [lambda: tell_commands(root)]
        failed = sum(not succeeds(part) for part in parts)
    tell(
        f"all in all {whole.wall / 60:.1f} minutes, {whole.cpu / 60:.1f} of CPU time; {tell_load()}"
    )
    sys.exit(min(failed, 1))


def succeeds(part: Callable[[], None]) -> bool:
    """Whether a part ran to its end; else it is told why not."""
    try:
        part()
    except Exception as error:  # noqa: BLE001 - the other parts go on
        tell(f"FAILED: {error!r}")
        return False
    return True


def tell(line: str) -> None:
    """Print a line as it is found."""
    print(line, flush=True)


def tell_load() -> str:
    """How busy the machine is."""
    return f"load average {os.getloadavg()[0]:.1f}"


def tell_reading(texts: list[str], root: Path, long_chars: int) -> None:
    """Extraction alone."""
    for line in tell_extraction(texts, root, long_chars):
        tell(line)


def tell_commands(root: Path) -> None:
    """One article by the command line."""
    article = str(min(SAMPLES.glob("*.txt")))
    for how in ("first start", "again"):
        cost = time_command("ingest", article, home=root / "alone")
        tell(f"one article by command, no server running: {tell_cost(cost)} ({how})")
    tell(f"one article by command, onrecord up running: {tell_cost(time_with_up(root / 'up'))}")


def tell_cost(cost: Cost) -> str:
    """``4.1 s, 5.0 CPU-s``."""
    return f"{cost.wall:.1f} s, {cost.cpu:.1f} CPU-s"


def tell_material(material: Path, articles: int, root: Path) -> None:
    """The material through the flow and through the bare functions, with peak memory."""
    tell("through the flow, then through the bare functions ...")
    with watch_memory() as peak:
        flow = time_flow(material, root / "flow")  # first: Prefect reads its settings at import
    with watch_memory():  # watching costs a little, here as there
        bare = take_least([time_bare(material, root / f"bare-{turn}") for turn in range(TURNS)])
    for how, cost in (("bare functions", bare), ("through the flow", flow)):
        tell(f"{how}: {articles / cost.wall:.1f} documents/s, {tell_cost(cost)}")
    tell(
        f"cost of the flow: {flow.cpu / bare.cpu - 1:+.1%} of CPU time, Prefect's server included;"
        f" {flow.wall / bare.wall - 1:+.1%} of time on the clock"
    )
    tell(f"peak memory through the flow, Prefect's server included: {peak.megabytes:.0f} MB")
    rows, cost = time_verify(root / "flow")
    tell(f"ledger verify: {rows / cost.wall:,.0f} rows/s over {rows:,} rows, {tell_cost(cost)}")


if __name__ == "__main__":
    main()

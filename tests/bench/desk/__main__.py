"""How fast the desk answers on a large record: ``python -m tests.bench.desk --help``.

Makes a seeded record (10,000 claims in a minute, 1,000,000 in some ten), keeps it
in a folder, and times pages and API in the process, then over HTTP with 16 readers
while 20 writes a second go on. Printed, never asserted. ``--chart`` draws what was
measured so far, by size, and prints the README's table of it. On a machine that
others use, too, run it as ``nice -n -10`` or again: p99 is theirs as much as ours.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import sys
import tempfile
from pathlib import Path

from claims import desk
from claims.settings import Settings
from claims.status import Scope
from claims.store import Store
from claims.web.app import create_app
from flows.memory import settle_memory
from tests.bench.desk.chart import draw
from tests.bench.desk.figures import INSIDE, OVER_HTTP, keep_figures, read_figures, write_table
from tests.bench.desk.inside import ask_inside
from tests.bench.desk.over_http import READERS, Served, ask_over_http
from tests.bench.desk.places import KEEPERS, Made, open_record
from tests.bench.desk.questions import Asker
from tests.bench.desk.timings import HEADING, Timing

AIM_INSIDE = 50.0
AIM_OVER_HTTP = 100.0
"""Milliseconds that 99 of 100 answers should take at most."""


def read_arguments() -> argparse.Namespace:
    """The command line."""
    ask = argparse.ArgumentParser(prog="python -m tests.bench.desk", description=__doc__)
    ask.add_argument("--size", type=int, default=10_000, help="claims: 10000, 100000, 1000000")
    ask.add_argument("--database", choices=sorted(KEEPERS), default="sqlite")
    ask.add_argument("--times", type=int, default=200, help="askings of each question; 0: none")
    ask.add_argument("--aims", action="store_true", help="only what an aim is set for")
    ask.add_argument("--seconds", type=float, default=30, help="over HTTP; 0: not at all")
    ask.add_argument("--pause", type=float, default=1, help="of a reader, s, on average")
    ask.add_argument("--writes", type=float, default=20, help="a second, over HTTP")
    ask.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "onrecord-bench")
    ask.add_argument("--chart", type=Path, help="draw what was measured so far, print its table")
    return ask.parse_args()


def main() -> None:
    """Make the record where it is missing, measure, print, and keep the figures."""
    given = read_arguments()
    if given.chart:
        figures = read_figures(given.folder)
        draw(figures, given.chart)
        print(write_table(figures))
        return
    with open_record(given.folder, given.database, given.size) as (store, made):
        print(f"{given.database}, {made.claims:,} claims, {5 * made.claims:,} stances")
        if given.times:
            timings = asyncio.run(time_inside(store, made, given.times, aims=given.aims))
            keep_figures(given.folder, INSIDE, given.database, given.size, timings)
        if given.seconds:
            served = ask_over_http(
                store.url.render_as_string(hide_password=False),
                store.home,
                make_token(store),
                made,
                given.pause,
                given.writes,
                given.seconds,
            )
            print_served(served, given.pause)
            keep_figures(given.folder, OVER_HTTP, given.database, given.size, served.timings)


def make_token(store: Store) -> str:
    """The secret of somebody who may read everything."""
    return desk.make_token(store, "bench", "bench", "bench", list(Scope)).secret


async def time_inside(store: Store, made: Made, times: int, *, aims: bool) -> list[Timing]:
    """Print and return the timings in the process."""
    every = Asker(store, made).list_questions()
    questions = [each for each in every if each.group or not aims]
    app = create_app(store, Settings(home=store.home))
    settle_memory()
    print_heading(f"in the process, one request at a time; aim {AIM_INSIDE:.0f} ms")
    timings = []
    async for timing in ask_inside(app, make_token(store), questions, times):
        print(timing.write(AIM_INSIDE), flush=True)
        timings.append(timing)
    return timings


def print_served(served: Served, pause: float) -> None:
    """Print the timings over HTTP."""
    print_heading(
        f"over HTTP, {READERS} readers with {pause:g} s between, {served.rate:.0f} answers/s;"
        f" aim {AIM_OVER_HTTP:.0f} ms"
    )
    for timing in served.timings:
        print(timing.write(AIM_OVER_HTTP))
    written = sorted(served.written.seconds)
    print(
        f"{len(written)} writes ({served.written.refused} refused by the rules of the desk),"
        f" {served.written.late:.1f} s late at the end:"
        f" p50 {1000 * written[len(written) // 2]:.1f} ms,"
        f" p99 {1000 * written[len(written) * 99 // 100]:.1f} ms"
    )


def print_heading(what: str) -> None:
    """What follows, and how busy the machine is."""
    load = os.getloadavg()[0]
    python = platform.python_version()
    print(f"\n{what}\nload {load:.1f}, {os.cpu_count()} cores, Python {python}\n{HEADING}")
    sys.stdout.flush()


if __name__ == "__main__":
    main()

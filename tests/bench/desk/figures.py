"""What was measured, kept beside the records and told as the README's table."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.bench.desk.timings import Timing

GROUPS = ("board", "filtered board", "search", "claim")
"""The requests for which an aim is set."""
DATABASES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
INSIDE, OVER_HTTP = "inside", "http"
WAYS = {INSIDE: "in process", OVER_HTTP: "over HTTP"}

Figures = dict[tuple[str, str, int], dict[str, float]]
"""p99 of each group in milliseconds, by way, database and size."""


def keep_figures(
    folder: Path, way: str, database: str, size: int, timings: Sequence[Timing]
) -> None:
    """Keep what was measured; an earlier measurement of the same is replaced."""
    kept = folder / f"{way}-{database}-{size}.json"
    kept.write_text(json.dumps([timing._asdict() for timing in timings], indent=1), "utf-8")


def read_figures(folder: Path) -> Figures:
    """What the folder holds."""
    figures: Figures = {}
    for way in WAYS:
        for path in folder.glob(f"{way}-*.json"):
            _, database, size = path.stem.split("-")
            figures[way, database, int(size)] = {
                timing["group"]: timing["slow"]
                for timing in json.loads(path.read_text("utf-8"))
                if timing["question"].startswith("all: ")
            }
    return figures


def list_sizes(figures: Figures) -> list[int]:
    """The sizes that were measured, smallest first."""
    return sorted({size for _, _, size in figures})


def write_table(figures: Figures) -> str:
    """The figures in Markdown: a line for each size and database, a gap where none is."""
    return "\n".join(_write_lines(figures))


def _write_lines(figures: Figures) -> Iterator[str]:
    heads = [f"{group}, {WAYS[way]}" for way in WAYS for group in GROUPS]
    yield f"| p99, ms | | {' | '.join(heads)} |"
    yield f"| --- | --- |{' --- |' * len(heads)}"
    for size in list_sizes(figures):
        for database, name in DATABASES.items():
            held = [figures.get((way, database, size), {}) for way in WAYS]
            if any(held):
                cells = [_write_cell(each.get(group)) for each in held for group in GROUPS]
                yield f"| {size:,} claims | {name} | {' | '.join(cells)} |"


def _write_cell(milliseconds: float | None) -> str:
    return "" if milliseconds is None else f"{milliseconds:.0f}"

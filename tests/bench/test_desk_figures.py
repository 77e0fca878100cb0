"""What the bench measured is kept, and told as the README's table."""

from __future__ import annotations

from pathlib import Path

from tests.bench.desk.chart import make_options
from tests.bench.desk.figures import INSIDE, OVER_HTTP, keep_figures, read_figures, write_table
from tests.bench.desk.timings import HEADING, Timing

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")


def time_group(group: str, slow: float) -> Timing:
    """The line of a group whose 99th percentile is so many milliseconds."""
    return Timing(f"all: {group}", group, 100, 10.0, slow, 90.0, 0, 0)


def test_a_line_fits_80_columns() -> None:
    line = Timing(
        "search: the commonest beginning", "search", 1_000, 999.9, 9_999.9, 9_999.9, 9_999_900, 0
    )
    assert len(line.write(50)) <= 80
    assert len(HEADING) <= 80


def test_a_gap_stands_where_nothing_was_measured(tmp_path: Path) -> None:
    keep_figures(tmp_path, INSIDE, "sqlite", 10_000, [time_group("board", 20.4)])
    keep_figures(tmp_path, OVER_HTTP, "sqlite", 10_000, [time_group("claim", 61.0)])
    keep_figures(tmp_path, INSIDE, "postgresql", 1_000_000, [time_group("search", 31.6)])
    figures = read_figures(tmp_path)
    assert write_table(figures).splitlines()[2:] == [
        "| 10,000 claims | SQLite | 20 |  |  |  |  |  |  | 61 |",
        "| 1,000,000 claims | PostgreSQL |  |  | 32 |  |  |  |  |  |",
    ]
    lines = {line["name"]: line["data"] for line in make_options(figures)["series"]}
    assert lines["board, sqlite"] == [20.4, None]
    assert lines["search, postgresql"] == [None, 31.6]


def test_the_readme_has_the_table_as_it_is_written_today() -> None:
    head, rule = write_table({}).splitlines()
    assert f"{head}\n{rule}\n" in README

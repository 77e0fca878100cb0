"""Latency against size, drawn by the ECharts that the pages ship, in Chromium."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from tests.bench.desk.figures import GROUPS, INSIDE, Figures, list_sizes

CHROMIUM = "/usr/bin/chromium"
WIDTH, HEIGHT = 760, 380
AIM = 50
COLOURS = dict(zip(GROUPS, ("#1f6feb", "#a04000", "#2d7d46", "#7a3e9d"), strict=True))
LINES = {"sqlite": "solid", "postgresql": "dashed"}
PAGE = "<!doctype html><meta charset=utf-8><div id=chart></div>"


def draw(figures: Figures, target: Path) -> None:
    """Draw the figures in the process into a PNG."""
    library = files("claims.web").joinpath("static/vendor")
    script = next(each for each in library.iterdir() if each.name.startswith("echarts"))
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.set_content(PAGE)
        page.add_script_tag(content=script.read_text("utf-8"))
        page.evaluate(
            "([size, options]) => echarts.init(document.getElementById('chart'), null, size)"
            ".setOption(options)",
            [{"width": WIDTH, "height": HEIGHT}, make_options(figures)],
        )
        page.screenshot(path=str(target))
        browser.close()


def make_options(figures: Figures) -> dict[str, Any]:
    """What ECharts is told: p99 of each group, a line for each database."""
    sizes = list_sizes(figures)
    return {
        "animation": False,
        "backgroundColor": "#fff",
        "title": {"text": "p99 in the process, ms", "left": 10, "textStyle": {"fontSize": 14}},
        "legend": {"top": 28, "textStyle": {"fontSize": 11}},
        "grid": {"top": 90, "left": 50, "right": 20, "bottom": 40},
        "xAxis": {
            "type": "category",
            "data": [f"{size:,} claims" for size in sizes],
        },
        "yAxis": {"type": "value", "min": 0, "max": 2 * AIM},
        "series": [
            make_line(
                database, group, [figures.get((INSIDE, database, size), {}) for size in sizes]
            )
            for database in LINES
            for group in GROUPS
        ],
    }


def make_line(database: str, group: str, held: list[dict[str, float]]) -> dict[str, Any]:
    """One line of the chart; a size that was not measured leaves a gap."""
    line: dict[str, Any] = {
        "name": f"{group}, {database}",
        "type": "line",
        "data": [each.get(group) for each in held],
        "itemStyle": {"color": COLOURS[group]},
        "lineStyle": {"type": LINES[database], "color": COLOURS[group]},
    }
    if (database, group) == ("sqlite", "board"):
        line["markLine"] = {
            "symbol": "none",
            "lineStyle": {"color": "#888"},
            "label": {"formatter": f"aim {AIM} ms", "position": "insideEndTop"},
            "data": [{"yAxis": AIM}],
        }
    return line

"""The gate's figures for people: a table, the page of mistakes, and both in the README."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.gold.articles import HERE
from tests.gold.mistakes import KINDS
from tests.gold.run import Cost
from tests.gold.scoring import Tally

README = HERE.parents[1] / "README.md"
MARKS = "<!-- make gate: begin -->", "<!-- make gate: end -->"
NAMES = {"rules": "rules alone", "model": "reader alone", "both": "**both (shipped)**"}
READERS = "| two careful readers | 0.92 | | 0.83 | 0.86 | 0.85 | | | |"
PEERS = "| best peer measured | 0.44 | | 0.35 | 0.15 | | | | |"
SORTS = {
    "wrong party": ("pronoun", "metonym", "outlet or inner source", "nobody", "other"),
    "false find": ("not checkable", "narration", "beside another"),
    "claims": ("split", "merged"),
}
"""Sorts that are told apart within a kind."""


class ReadmeError(RuntimeError):
    """A README without the two marks."""


@dataclass(frozen=True)
class Outcome:
    """One extractor on one set."""

    tally: Tally
    cost: Cost
    mistakes: dict[str, Counter[str]]


def write_table(outcomes: Mapping[str, Outcome]) -> str:
    """Measures and cost of each extractor, a row each."""
    rows = [
        "| | full F1 | P / R | contested F1 | claims F1 | wording | articles per CPU-second |"
        " load, CPU-seconds | peak memory |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
        PEERS,
    ]
    for name in NAMES:
        if name in outcomes:
            rows.append(_write_row(NAMES[name], outcomes[name]))
    return "\n".join([*rows, READERS])


def _write_row(name: str, outcome: Outcome) -> str:
    measures, full, cost = outcome.tally.measures(), outcome.tally.ratio("full"), outcome.cost
    cells = [
        name,
        f"{measures['full']:.2f}",
        f"{full.precision:.2f} / {full.recall:.2f}",
        f"{measures['contested']:.2f}",
        f"{measures['claims']:.2f}",
        f"{measures['wording']:.2f}",
        f"{cost.articles_per_second:.1f}",
        f"{cost.load_seconds:.1f}",
        f"{cost.peak_mb:.0f} MB",
    ]
    return f"| {' | '.join(cells)} |"


def write_values(tally: Tally) -> str:
    """Full matches by stance value."""
    rows = ["| stance | annotated | precision | recall | F1 |", "| --- | --- | --- | --- | --- |"]
    for value, count in tally.by_value.items():
        ratio = tally.value_ratio(value)
        rows.append(
            f"| `{value}` | {count['annotated']} | {ratio.precision:.2f} | {ratio.recall:.2f}"
            f" | {ratio.f1:.2f} |"
        )
    return "\n".join(rows)


def write_mistakes(mistakes: Mapping[str, Counter[str]]) -> str:
    """The ten kinds with their counts, and the sorts of those that have some."""
    rows = ["| mistake | times | of which |", "| --- | --- | --- |"]
    for kind, meaning in KINDS.items():
        count = mistakes[kind]
        sorts = [f"{sort} {count[sort]}" for sort in SORTS.get(kind, ()) if count[sort]]
        if kind == "wrong value":
            sorts = [f"`{value}` {times}" for value, times in count.most_common()]
        label = kind.removeprefix("missed: ") if kind not in KINDS else kind
        rows.append(f"| {label}: {meaning} | {count.total()} | {', '.join(sorts)} |")
    return "\n".join(rows)


def write_page(outcomes: Mapping[str, Outcome]) -> str:
    """What stands between the README's marks."""
    both = outcomes["both"]
    tally = both.tally
    return "\n".join(
        [
            f"{tally.articles} articles, {tally.annotated} stances; `make gate` prints this again.",
            "",
            write_table(outcomes),
            "",
            "By stance, rules and reader together:",
            "",
            write_values(tally),
            "",
            "### The mistakes it still makes",
            "",
            "Ten kinds, counted on the same articles by `tests/gold/mistakes.py`, rules and"
            " reader together:",
            "",
            write_mistakes(both.mistakes),
        ]
    )


def put_page(text: str, page: str) -> str:
    """``text`` with ``page`` between its marks. ReadmeError where they are missing."""
    begin, end = MARKS
    head, found, rest = text.partition(begin)
    _, closed, tail = rest.partition(end)
    if not found or not closed:
        raise ReadmeError(f"README.md lacks the marks {begin} and {end}")
    return f"{head}{begin}\n{page}\n{end}{tail}"


def write_readme(page: str, path: Path = README) -> bool:
    """Put the page into the README. False where it stood there already."""
    before = path.read_text("utf-8")
    after = put_page(before, page)
    path.write_text(after, "utf-8")
    return before != after


def tell_figures(text: str) -> list[str]:
    """The figures of a page that do not hang on the machine: for telling whether one lags."""
    lines = text.splitlines()
    return ["|".join(line.split("|")[:7]) for line in lines if line.startswith("|")]

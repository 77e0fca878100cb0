"""The quality gate: ``make gate``, or ``python -m tests.gold [--write-readme] [--raise]``.

Runs each extractor on annotated articles, prints what it reaches, and fails where a
measure lies under its floor (``floors.toml``). The articles lie in ../shared, beside the
repository; without them it says so and ends. Exit status: 0 nothing under its floor, 1
something is, 2 the articles are not those that the floors were set on.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import io
import json
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from tests.gold import run
from tests.gold.articles import SETS, SHARED, MaterialError
from tests.gold.floors import (
    EXTRACTORS,
    PATH,
    Floors,
    Key,
    check_pins,
    list_shortfalls,
    load_floors,
    raise_floors,
)
from tests.gold.mistakes import count_mistakes
from tests.gold.report import (
    MARKS,
    README,
    Outcome,
    tell_figures,
    write_mistakes,
    write_page,
    write_readme,
    write_table,
    write_values,
)
from tests.gold.scoring import MEASURES, score

SCORER = SHARED / "score.py"
RUNS: tuple[Key, ...] = (*(("dev", each) for each in EXTRACTORS), ("train", "rules"))
"""What is run. The reader was trained on ``train``, so only the rules are measured there."""


def measure(key: Key, folder: Path) -> Outcome:
    """Run and score one extractor on one set; the scorer beside the articles must agree."""
    articles = SETS[key[0]].load()
    lines, cost = run.run_apart(*key, folder)
    tally = score(articles, lines)
    found = score_beside(key, folder / f"{key[0]}-{key[1]}.jsonl")
    ours = {name: round(value, 4) for name, value in tally.measures().items()}
    if {name: found[name] for name in MEASURES} != ours:
        raise MaterialError(f"{SCORER} says {found}, tests/gold/scoring.py {ours}: one is wrong")
    return Outcome(tally, cost, count_mistakes(articles, lines))


def score_beside(key: Key, predicted: Path) -> dict[str, float]:
    """The report of the ``score.py`` that comes with the annotations."""
    spec = importlib.util.spec_from_file_location("gold_score", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    annotated = SETS[key[0]]
    arguments = [str(SCORER), str(annotated.annotations), str(predicted), str(SHARED / "texts")]
    said, before = io.StringIO(), sys.argv
    sys.argv = arguments
    try:
        with contextlib.redirect_stdout(said):
            module.main()
    finally:
        sys.argv = before
    report: dict[str, float] = json.loads(said.getvalue().strip().splitlines()[-1])
    return report


def find_digests() -> dict[str, str]:
    """SHA-256 of everything that the floors hang on."""
    import hashlib

    found = {"score.py": hashlib.sha256(SCORER.read_bytes()).hexdigest()}
    for name in dict.fromkeys(name for name, _ in RUNS):
        found |= SETS[name].digests()
    return found


def hold_gate(*, write: bool, lift: bool) -> int:
    """The whole gate; the exit status."""
    if not SHARED.is_dir():
        print(f"no annotated articles at {SHARED}: nothing to measure (make test has a small gate)")
        return 0
    floors = load_floors()
    wrong = check_pins(floors, find_digests())
    if wrong:
        print("\n".join(wrong))
        return 2
    with tempfile.TemporaryDirectory() as folder:
        outcomes = {key: measure(key, Path(folder)) for key in RUNS}
    on_dev = {name: outcomes["dev", name] for name in EXTRACTORS}
    tell(on_dev)
    print(f"rules on train: {_write_measures(outcomes['train', 'rules'])}")
    if lift:
        add_floors(floors, {key: each.tally.measures() for key, each in outcomes.items()})
    show_readme(write_page(on_dev), write=write)
    short = [
        line
        for key, each in outcomes.items()
        for line in list_shortfalls(floors, key, each.tally.measures())
    ]
    print("\n".join(short) or "every measure is at or above its floor")
    return 1 if short else 0


def tell(outcomes: dict[str, Outcome]) -> None:
    """Everything about the development articles."""
    print(write_table(outcomes))
    for name, outcome in outcomes.items():
        print(f"\n{name}\n\n{write_values(outcome.tally)}\n\n{write_mistakes(outcome.mistakes)}")
    print()


def _write_measures(outcome: Outcome) -> str:
    return ", ".join(f"{name} {value:.3f}" for name, value in outcome.tally.measures().items())


def add_floors(floors: Floors, found: dict[Key, dict[str, float]]) -> None:
    """Raise what can be raised, in the floors' file."""
    today = datetime.now(UTC).date()
    blocks = [raise_floors(floors, key, measures, today) for key, measures in found.items()]
    with PATH.open("a", encoding="utf-8") as out:
        out.write("".join(blocks))
    print(f"{sum(map(bool, blocks))} blocks added to {PATH.name}")


def show_readme(page: str, *, write: bool) -> None:
    """Write the README's page, or say that it lags."""
    if write:
        print("README.md written" if write_readme(page) else "README.md is up to date")
        return
    held = README.read_text("utf-8").partition(MARKS[0])[2].partition(MARKS[1])[0]
    if tell_figures(held) != tell_figures(page):
        print("README.md tells other figures: make gate-readme writes these")


def hold_small_gate(*, lift: bool) -> int:
    """The articles of our own writing alone, in this process."""
    floors, short = load_floors(), []
    articles = SETS["own"].load()
    found: dict[Key, dict[str, float]] = {}
    for extractor in EXTRACTORS:
        lines, _ = run.predict(articles, extractor)
        measures = score(articles, lines).measures()
        found["own", extractor] = measures
        print(extractor, ", ".join(f"{name} {value:.3f}" for name, value in measures.items()))
        short += list_shortfalls(floors, ("own", extractor), measures)
    if lift:
        add_floors(floors, found)
    print("\n".join(short) or "every measure is at or above its floor")
    return 1 if short else 0


def main(arguments: Sequence[str] | None = None) -> int:
    """What was asked for; the exit status."""
    ask = argparse.ArgumentParser(description=__doc__, prog="python -m tests.gold")
    ask.add_argument("--write-readme", action="store_true", help="put the figures there")
    ask.add_argument("--raise", dest="lift", action="store_true", help="raise the floors to them")
    ask.add_argument("--own", action="store_true", help="only the articles of our own writing")
    parts = ask.add_subparsers(dest="part")
    one = parts.add_parser("run", help="one extractor on one set, its lines to a file")
    one.add_argument("set", choices=SETS)
    one.add_argument("extractor", choices=EXTRACTORS)
    one.add_argument("out", type=Path)
    given = ask.parse_args(arguments)
    try:
        if given.part == "run":
            run.run_here(given.set, given.extractor, given.out)
            return 0
        if given.own:
            return hold_small_gate(lift=given.lift)
        return hold_gate(write=given.write_readme, lift=given.lift)
    except MaterialError as error:
        print(error)
        return 2


if __name__ == "__main__":
    sys.exit(main())

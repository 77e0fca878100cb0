"""What the README is told: a table and the ten kinds, between its marks."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.gold.mistakes import KINDS
from tests.gold.report import (
    MARKS,
    README,
    Outcome,
    ReadmeError,
    put_page,
    tell_figures,
    write_page,
    write_readme,
)
from tests.gold.run import Cost
from tests.gold.scoring import Tally


def outcome(hits: int = 6) -> Outcome:
    tally = Tally(articles=2, predicted=8, annotated=10, hits=Counter(full=hits))
    mistakes = {kind: Counter({"": 1}) for kind in KINDS}
    mistakes["claims"] = Counter(split=3, merged=1)
    return Outcome(tally, Cost(12.34, 0.9, 180.0), mistakes)


PAGE = write_page({"both": outcome(), "rules": outcome(5)})


def test_the_page_holds_figures_and_all_kinds() -> None:
    assert "| **both (shipped)** | 0.67 | 0.75 / 0.60 |" in PAGE
    assert "| 12.3 | 0.9 | 180 MB |" in PAGE
    assert "| 4 | split 3, merged 1 |" in PAGE
    assert all(kind in PAGE for kind in KINDS)


def test_it_stands_between_the_marks_and_leaves_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "README.md"
    path.write_text(f"before\n{MARKS[0]}\nold\n{MARKS[1]}\nafter\n")
    assert write_readme(PAGE, path)
    assert path.read_text() == f"before\n{MARKS[0]}\n{PAGE}\n{MARKS[1]}\nafter\n"
    assert not write_readme(PAGE, path)


def test_a_readme_without_marks_is_left_alone() -> None:
    with pytest.raises(ReadmeError, match="lacks the marks"):
        put_page("no marks here", PAGE)


def test_speed_alone_makes_no_readme_lag() -> None:
    faster = PAGE.replace("| 12.3 | 0.9 | 180 MB |", "| 20.0 | 0.5 | 170 MB |")
    assert tell_figures(faster) == tell_figures(PAGE)
    assert tell_figures(PAGE.replace("0.67", "0.68", 1)) != tell_figures(PAGE)


def test_the_readme_has_its_marks_and_every_kind() -> None:
    text = README.read_text("utf-8")
    page = text.partition(MARKS[0])[2].partition(MARKS[1])[0]
    assert all(meaning in page for meaning in KINDS.values())

"""The floors' file keeps its form: nothing lowered without a reason, nothing rewritten."""

from __future__ import annotations

import subprocess
import tomllib
from datetime import date
from typing import Any

import pytest

from tests.gold.articles import HERE
from tests.gold.floors import (
    PATH,
    Floors,
    FloorsError,
    check_pins,
    list_shortfalls,
    load_floors,
    raise_floors,
    read_floors,
)
from tests.gold.scoring import MEASURES

BLOCK = """
[[floors]]
day = {day}
set = "dev"
extractor = "both"
full = {full}
"""
REASON = 'reason = "The articles\' spans were mended, see the commit."\n'
KEY = ("dev", "both")


def blocks(*floors: float, reason: str = "") -> str:
    text = "".join(BLOCK.format(day="2026-11-24", full=floor) for floor in floors)
    return text + reason


def test_the_last_block_counts() -> None:
    assert read_floors(blocks(0.5, 0.6)).now == {KEY: {"full": 0.6}}


def test_a_lowered_floor_needs_a_reason() -> None:
    with pytest.raises(FloorsError, match="block 2: lowers full"):
        read_floors(blocks(0.6, 0.5))
    with pytest.raises(FloorsError, match="block 2: lowers full"):
        read_floors(blocks(0.6, 0.5, reason='reason = "because"\n'))
    assert read_floors(blocks(0.6, 0.5, reason=REASON)).now[KEY] == {"full": 0.5}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (blocks(0.5).replace('"dev"', '"pool"'), "wants a set"),
        (blocks(0.5).replace('"both"', '"auto"'), "an extractor"),
        (blocks(0.5).replace("full", "fulll"), "floors are full"),
        (blocks(0.5) + "wordings = 0.5\n", "floors are full"),
        (blocks(0.5).replace("0.5", "1"), "from 0.0 to 1.0"),
        (blocks(1.5), "from 0.0 to 1.0"),
        (blocks(0.5).replace("2026-11-24", '"today"'), "wants a day"),
        (blocks(0.5) + BLOCK.format(day="2026-11-23", full=0.6), "not before the block above"),
    ],
)
def test_another_form_is_refused_by_its_block(text: str, why: str) -> None:
    with pytest.raises(FloorsError, match=why):
        read_floors(text)


def test_the_repository_s_floors_hold_to_their_form() -> None:
    floors = load_floors()
    for key in (("dev", "both"), ("dev", "rules"), ("dev", "model"), ("own", "both")):
        assert set(floors.now[key]) == set(MEASURES)
    assert all(len(digest) == 64 for digest in floors.pinned.values())


def test_blocks_of_earlier_commits_stand_unchanged() -> None:
    name = f"./{PATH.relative_to(HERE.parents[1])}"
    git = ["git", "-C", str(HERE.parents[1])]
    log = subprocess.run(
        [*git, "log", "-5", "--format=%H", "--", name], capture_output=True, text=True
    )
    if log.returncode or not log.stdout.split():
        pytest.skip("no history of the floors here")
    now = load_floors().blocks
    for commit in log.stdout.split():
        shown = subprocess.run([*git, "show", f"{commit}:{name}"], capture_output=True, text=True)
        if shown.returncode:
            continue  # a shallow clone
        before: list[dict[str, Any]] = tomllib.loads(shown.stdout).get("floors", [])
        assert now[: len(before)] == before, f"a block of {commit[:8]} was changed: add one"


def test_other_material_is_named_with_what_to_do() -> None:
    floors = Floors({"dev.jsonl": "ab" * 32}, [], {})
    assert check_pins(floors, {"dev.jsonl": "ab" * 32}) == []
    (told,) = check_pins(floors, {"dev.jsonl": "cd" * 32})
    assert "dev.jsonl is not what the floors were set on" in told
    assert "measure again" in told
    assert len(check_pins(floors, {"dev texts": "cd" * 32})) == 1


def test_a_measure_under_its_floor_is_named() -> None:
    floors = read_floors(blocks(0.6))
    assert list_shortfalls(floors, KEY, {"full": 0.61}) == []
    assert list_shortfalls(floors, KEY, {"full": 0.59}) == [
        "dev, both: full is 0.5900, its floor 0.6000"
    ]


def test_raising_adds_a_block_for_what_rose() -> None:
    floors = read_floors(blocks(0.6))
    today = date(2026, 12, 1)
    assert raise_floors(floors, KEY, {"full": 0.609}, today) == ""
    added = raise_floors(floors, KEY, {"full": 0.65, "claims": 0.4}, today)
    assert read_floors(blocks(0.6) + added).now[KEY] == {"full": 0.64, "claims": 0.39}

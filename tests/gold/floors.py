"""The floors below which no measure may drop, and the material that they are pinned to.

``floors.toml`` is a history: each block sets floors for one set of articles and one
extractor, and the last one counts. A block is added and none is changed. One that
lowers a floor says why.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tests.gold.articles import HERE, SETS
from tests.gold.scoring import MEASURES

PATH = HERE / "floors.toml"
EXTRACTORS = ("model", "rules", "both")
SHORTEST_REASON = 20
"""Characters of a reason for lowering a floor."""
MARGINS = {"dev": 0.01, "train": 0.01, "own": 0.03}
"""How far under today's figures floors are raised to: other builds of ONNX Runtime round
otherwise, and one stance is 0.003 of full F1 on ``dev`` and 0.015 on ``own``."""

Key = tuple[str, str]
"""A set of articles and an extractor."""


class FloorsError(ValueError):
    """A floors file that does not hold to its form: names the block and what is wrong."""


@dataclass(frozen=True)
class Floors:
    """``pinned``: SHA-256 by name; ``blocks``: the history; ``now``: the floors that count."""

    pinned: dict[str, str]
    blocks: list[dict[str, Any]]
    now: dict[Key, dict[str, float]]


def read_floors(text: str) -> Floors:
    """Read a floors file. FloorsError where a floor is lowered without a reason, and the like."""
    raw = tomllib.loads(text)
    blocks = raw.get("floors", [])
    now: dict[Key, dict[str, float]] = {}
    before = date.min
    for number, block in enumerate(blocks, start=1):
        name = f"block {number}"
        key = _read_key(block, name)
        given = {
            measure: _read_floor(block[measure], name) for measure in MEASURES if measure in block
        }
        if set(block) - {"day", "set", "extractor", "reason", *MEASURES} or not given:
            raise FloorsError(f"{name}: floors are {', '.join(MEASURES)}, one or more")
        day = block.get("day")
        if not isinstance(day, date) or day < before:
            raise FloorsError(f"{name}: wants a day, not before the block above it")
        before = day
        held = now.setdefault(key, {})
        lowered = [m for m, floor in given.items() if floor < held.get(m, 0.0)]
        if lowered and len(str(block.get("reason", ""))) < SHORTEST_REASON:
            raise FloorsError(f"{name}: lowers {', '.join(lowered)} of {key} without a reason")
        held |= given
    return Floors(dict(raw.get("pinned", {})), blocks, now)


def _read_key(block: dict[str, Any], name: str) -> Key:
    key = str(block.get("set")), str(block.get("extractor"))
    if key[0] not in SETS or key[1] not in EXTRACTORS:
        raise FloorsError(
            f"{name}: wants a set ({', '.join(SETS)}) and an extractor ({', '.join(EXTRACTORS)})"
        )
    return key


def _read_floor(value: object, name: str) -> float:
    if not isinstance(value, float) or not 0.0 <= value <= 1.0:
        raise FloorsError(f"{name}: a floor is a number from 0.0 to 1.0, not {value!r}")
    return value


def load_floors(path: Path = PATH) -> Floors:
    """The floors of the repository."""
    return read_floors(path.read_text("utf-8"))


def check_pins(floors: Floors, found: dict[str, str]) -> list[str]:
    """What is not the material that the floors were set on, a sentence each."""
    return [
        f"{name} is not what the floors were set on (SHA-256 {digest[:12]}, not"
        f" {floors.pinned.get(name, 'pinned')[:12]}). If it was meant to change: measure again,"
        f" put the new digest under [pinned] in {PATH.name} and add blocks of floors with the"
        " reason."
        for name, digest in found.items()
        if floors.pinned.get(name) != digest
    ]


def list_shortfalls(floors: Floors, key: Key, measures: dict[str, float]) -> list[str]:
    """Measures under their floor, a sentence each."""
    return [
        f"{key[0]}, {key[1]}: {measure} is {measures[measure]:.4f}, its floor {floor:.4f}"
        for measure, floor in floors.now.get(key, {}).items()
        if measures[measure] < floor
    ]


def raise_floors(floors: Floors, key: Key, measures: dict[str, float], today: date) -> str:
    """The block to add for what rose past its floor by more than the margin; "" for nothing."""
    held = floors.now.get(key, {})
    risen = {}
    for measure, value in measures.items():
        floor = int((value - MARGINS[key[0]]) * 1000) / 1000
        if floor > held.get(measure, 0.0):
            risen[measure] = floor
    if not risen:
        return ""
    lines = [f"day = {today}", f'set = "{key[0]}"', f'extractor = "{key[1]}"']
    lines += [f"{measure} = {floor:.3f}" for measure, floor in risen.items()]
    return "\n[[floors]]\n" + "\n".join(lines) + "\n"

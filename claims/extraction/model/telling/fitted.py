"""What was fitted for wording claims: ``weights/wording.json``, section by section."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files


@cache
def _card() -> Mapping[str, Mapping[str, float]]:
    text = files("claims.extraction.model").joinpath("weights", "wording.json").read_text("utf-8")
    card: dict[str, dict[str, float]] = json.loads(text)
    return card


def fitted(section: str, names: Sequence[str]) -> tuple[float, ...]:
    """The weights of a section in the order of ``names``. KeyError names one that it lacks."""
    return tuple(_card()[section][name] for name in names)

"""Every help, at 80 columns."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from claims.status import MIN_RATIONALE, MIN_REASON
from flows.cli import app


def list_commands(command: Any, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    inner = getattr(command, "commands", {}).items()
    return [path, *(each for name, sub in inner for each in list_commands(sub, (*path, name)))]


def read_help(path: tuple[str, ...]) -> str:
    return CliRunner().invoke(app, [*path, "--help"], terminal_width=80).output


@pytest.mark.parametrize("path", list_commands(get_command(app)), ids=" ".join)
def test_help_fits_80_columns_and_breaks_between_words(path: tuple[str, ...]) -> None:
    """A value's name that is cut anywhere, as "<unverified|con", is no help."""
    told = read_help(path)
    assert "Usage: " in told
    for line in told.splitlines():
        assert len(line) <= 80
        assert not re.search(r"<[^>]*[|][^>]*$", line), line


@pytest.mark.parametrize(
    ("path", "arguments", "least"),
    [
        ("decide", "2 --status contested --rationale", MIN_RATIONALE),
        ("park", "2 --reason", MIN_RATIONALE),
        ("reopen", "1 --reason", MIN_RATIONALE),
        ("challenge", "1 --reason", MIN_RATIONALE),
        ("claims merge", "2 3 --reason", MIN_REASON),
        ("claims unmerge", "2 --reason", MIN_REASON),
        ("claims split", "2 --text New --stance 1 --reason", MIN_REASON),
        ("parties merge", "Kremlin KCNA --reason", MIN_REASON),
        ("parties unmerge", "Kremlin --reason", MIN_REASON),
        ("correct", "1 --stance denies --reason", MIN_REASON),
        ("withdraw", "stance 1 --reason", MIN_REASON),
    ],
)
def test_a_help_tells_the_length_that_the_desk_asks_for(
    ingested: Path, onrecord: Callable[..., Any], path: str, arguments: str, least: int
) -> None:
    onrecord("decide", 1, "--status", "contested", "--rationale", "Nobody independent saw it.")
    onrecord("approve", 1, "--by", "Bo")
    told = f"at least {least} characters"
    assert told in " ".join(read_help(tuple(path.split())).replace("│", " ").split())
    assert told in onrecord(*path.split(), *arguments.split(), "x" * (least - 1)).err

"""Every help, at 80 columns."""

from __future__ import annotations

import re
from typing import Any

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from flows.cli import app


def list_commands(command: Any, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    inner = getattr(command, "commands", {}).items()
    return [path, *(each for name, sub in inner for each in list_commands(sub, (*path, name)))]


@pytest.mark.parametrize("path", list_commands(get_command(app)), ids=" ".join)
def test_help_fits_80_columns_and_breaks_between_words(path: tuple[str, ...]) -> None:
    """A value's name that is cut anywhere, as "<unverified|con", is no help."""
    told = CliRunner().invoke(app, [*path, "--help"], terminal_width=80).output
    assert "Usage: " in told
    for line in told.splitlines():
        assert len(line) <= 80
        assert not re.search(r"<[^>]*[|][^>]*$", line), line

"""Ctrl-C before a command is at work, through the real process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SCRIPT = Path(sys.executable).with_name("onrecord")
SLOW = """
import pathlib, time
pathlib.Path({mark!r}).touch()
time.sleep(60)
"""
WAIT_SECONDS = 60


def start(command: list[str], loading: Path) -> subprocess.Popen[str]:
    """The command, held up in the midst of its imports: ``typer`` is one that takes a minute."""
    folder = loading.parent / "modules"
    folder.mkdir()
    (folder / "typer.py").write_text(SLOW.format(mark=str(loading)))
    return subprocess.Popen(
        [*command, "board"],
        env={**os.environ, "PYTHONPATH": str(folder)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # A test run in the background ignores Ctrl-C, and what it starts would, too.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


@pytest.mark.parametrize(
    "command",
    [
        pytest.param([sys.executable, "-m", "flows.start"], id="module"),
        pytest.param(
            [str(SCRIPT)],
            id="script",
            marks=pytest.mark.skipif(not SCRIPT.exists(), reason="not installed as a script"),
        ),
    ],
)
def test_ctrl_c_while_modules_load_ends_the_command_and_says_nothing(
    tmp_path: Path, command: list[str]
) -> None:
    loading = tmp_path / "loading"
    with start(command, loading) as process:
        until = time.monotonic() + WAIT_SECONDS
        while not loading.exists() and time.monotonic() < until:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=WAIT_SECONDS)
    assert (process.returncode, out, err) == (130, "", "")

"""CPU time is counted of every process that a block starts, ended or not."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.bench.processes import find_tree, take_time

BURN = """
import subprocess, sys, time
while time.process_time() < 0.3:
    pass
if len(sys.argv) > 1:
    subprocess.run([sys.executable, "-c", sys.argv[1]], check=True)
print("done", flush=True)
sys.stdin.read()
"""


def test_cpu_time_of_children_and_their_children_counts_living_and_ended() -> None:
    command = [sys.executable, "-c", BURN, BURN]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with take_time() as living, subprocess.Popen(command, **pipes) as process:
        assert process.stdout is not None
        process.stdin.close()
        process.stdout.readline()
        tree = find_tree(os.getpid())
        process.wait()
    assert process.pid in tree
    assert living.cpu >= 0.6

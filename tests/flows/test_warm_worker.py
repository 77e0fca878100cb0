"""A cancelled run's process ends, even one that will not; everything is loaded beforehand."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from unittest.mock import Mock

import pytest

from flows import preload
from flows.deployed import FLOWS
from flows.warm_worker import PRELOAD, WarmWorker

STUBBORN = """
import signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print("ready", flush=True)
time.sleep(600)
"""
IDLE = """
import multiprocessing as mp
from unittest.mock import patch
from uuid import uuid4
from flows.warm_worker import run_flow_here

def run_nothing():
    with (
        patch("prefect.flow_engine.load_flow_run"),
        patch("prefect.flow_engine.run_flow", {outcome}),
        patch("flows.deployed.find_flow"),
    ):
        run_flow_here(uuid4())

run = mp.get_context("fork").Process(target=run_nothing)
run.start()
run.join(20)
print(run.exitcode)
run.kill()
"""
GENTLE = "import time; print('ready', flush=True); time.sleep(600)"


@pytest.fixture
def worker() -> WarmWorker:
    return WarmWorker(work_pool_name="onrecord")


@pytest.mark.parametrize(
    ("script", "signal"),
    [
        pytest.param(GENTLE, -15, id="SIGTERM is enough for most"),
        pytest.param(STUBBORN, -9, id="SIGKILL after the grace for the rest"),
    ],
)
def test_a_cancelled_run_ends(worker: WarmWorker, script: str, signal: int) -> None:
    run = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert run.stdout is not None
    run.stdout.readline()

    async def cancel_and_reap() -> None:
        reap = asyncio.create_task(asyncio.to_thread(run.wait))
        await worker.kill_infrastructure(str(run.pid), Mock(), grace_seconds=1)
        await reap

    started = time.monotonic()
    asyncio.run(cancel_and_reap())
    run.stdout.close()

    assert run.returncode == signal
    assert time.monotonic() - started < 20


def test_a_run_that_ended_already_is_no_error(worker: WarmWorker) -> None:
    ended = subprocess.Popen(["true"])
    ended.wait()

    started = time.monotonic()
    asyncio.run(worker.kill_infrastructure(str(ended.pid), Mock(), grace_seconds=5))
    assert time.monotonic() - started < 5


@pytest.mark.parametrize(
    ("outcome", "exit_code"),
    [
        pytest.param("return_value=None", 0, id="a flow that extracts nothing"),
        pytest.param("side_effect=RuntimeError", 1, id="one that fails before it does"),
    ],
)
def test_a_run_that_leaves_its_extraction_workers_idle_ends(outcome: str, exit_code: int) -> None:
    script = IDLE.replace("{outcome}", outcome)
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert ran.stdout.split() == [str(exit_code)], ran.stderr


def test_everything_is_loaded_before_the_first_run() -> None:
    assert [preload.__name__] == PRELOAD
    assert preload.load_everything() == len(FLOWS) == 6


def test_it_stands_beside_prefects_own_worker() -> None:
    assert WarmWorker.__dispatch_key__() != "process"

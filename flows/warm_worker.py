"""A process worker whose processes start with everything imported.

Prefect's own process worker starts a fresh Python for each run: 2 to 4 s of
imports before the first line of a flow. This one forks each run from a server
process that has the flows loaded already (``multiprocessing``'s forkserver), so
a click is at work within a second, and a crash still takes one run only.

Run it as ``python -m flows.warm_worker POOL``. On failure of a run's process
(a signal, out of memory) the worker reports the run CRASHED.
"""

from __future__ import annotations

import asyncio
import contextlib
import multiprocessing as mp
import os
import signal
import sys
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING, Any
from uuid import UUID

import anyio
import anyio.abc
from prefect.workers.process import ProcessJobConfiguration, ProcessWorker, ProcessWorkerResult

from claims.settings import load_settings
from flows.extraction_pool import ReadyWorkers

if TYPE_CHECKING:
    from prefect.client.schemas.objects import FlowRun

PRELOAD = ["flows.preload"]
"""Imported once in the fork server, shared by every run."""


def run_flow_here(flow_run_id: UUID) -> None:
    """Run one flow run to its end in this process. Its outcome goes to Prefect's API."""
    from prefect.engine import handle_engine_signals
    from prefect.flow_engine import load_flow_run, run_flow

    from flows.deployed import find_flow

    ReadyWorkers.fork(load_settings().processes)  # now: Prefect starts threads
    try:
        with handle_engine_signals(flow_run_id):
            flow_run = load_flow_run(flow_run_id)
            outcome: Any = run_flow(find_flow(flow_run), flow_run=flow_run, return_type="state")
            if asyncio.iscoroutine(outcome):
                asyncio.run(outcome)
    finally:
        ReadyWorkers.end()  # only ingest takes them


class WarmWorker(ProcessWorker):
    """Prefect's process worker with warm processes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._context = mp.get_context("forkserver")
        self._context.set_forkserver_preload(PRELOAD)

    @classmethod
    def __dispatch_key__(cls) -> str:
        """Registered beside Prefect's own worker, not over it."""
        return "onrecord-warm"

    async def warm_up(self) -> None:
        """Start the fork server and its imports before the first run asks for them."""
        process = self._context.Process(target=os.getpid)
        process.start()
        await anyio.to_thread.run_sync(process.join)

    async def run(
        self,
        flow_run: FlowRun,
        configuration: ProcessJobConfiguration,
        task_status: anyio.abc.TaskStatus[int] | None = None,
    ) -> ProcessWorkerResult:
        """Fork a warm process for the run and wait for its end."""
        process: BaseProcess = self._context.Process(target=run_flow_here, args=(flow_run.id,))
        process.start()
        assert process.pid is not None  # set by start()
        if task_status is not None:
            task_status.started(process.pid)
        await anyio.to_thread.run_sync(process.join, abandon_on_cancel=True)
        return ProcessWorkerResult(
            status_code=-1 if process.exitcode is None else process.exitcode,
            identifier=str(process.pid),
        )

    async def kill_infrastructure(
        self,
        infrastructure_pid: str,
        configuration: ProcessJobConfiguration,
        grace_seconds: int = 30,
    ) -> None:
        """End a run that a person cancelled: SIGTERM, and SIGKILL after ``grace_seconds``."""
        pid = int(infrastructure_pid)
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGTERM)
            with anyio.move_on_after(grace_seconds):
                while True:
                    await anyio.sleep(0.25)
                    os.kill(pid, 0)  # raises once it is gone
            os.kill(pid, signal.SIGKILL)


async def work(pool: str) -> None:
    """Serve a work pool until stopped."""
    worker = WarmWorker(work_pool_name=pool, prefetch_seconds=1, limit=4)
    await worker.warm_up()
    await worker.start()


if __name__ == "__main__":
    asyncio.run(work(sys.argv[1]))

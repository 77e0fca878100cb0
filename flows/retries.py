"""Which failures of a task pass by themselves, and how often it is tried again."""

from __future__ import annotations

from typing import Any, ParamSpec, TypeVar

from prefect import Task
from prefect.client.schemas.objects import State, TaskRun
from sqlalchemy.exc import OperationalError

from claims.settings import Settings
from claims.store import DatabaseBusyError

P = ParamSpec("P")
R = TypeVar("R")

PASSING = (DatabaseBusyError, OperationalError, OSError)
"""A database that is busy or away, a disk or a connection. A refusal stays one however often."""


def is_passing(_task: Any, _run: TaskRun, state: State[Any]) -> bool:
    """Whether a task failed for a passing reason."""
    return isinstance(state.data, PASSING)


def with_retries(task: Task[P, R], settings: Settings) -> Task[P, R]:
    """The task, tried again as the settings say where it failed for a passing reason."""
    return task.with_options(
        retries=settings.task_retries,
        retry_delay_seconds=settings.task_retry_delay_seconds,
        retry_condition_fn=is_passing,
    )

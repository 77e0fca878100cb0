"""Which failures of a task pass by themselves, how often it is tried again, and which ones
of the database mean the rows and not itself."""

from __future__ import annotations

from typing import Any, ParamSpec, TypeVar

from prefect import Task
from prefect.client.schemas.objects import State, TaskRun
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, OperationalError

from claims.settings import Settings
from claims.store import DatabaseBusyError

P = ParamSpec("P")
R = TypeVar("R")

PASSING = (DatabaseBusyError, OperationalError, OSError)
"""A database that is busy or away, a disk or a connection. A refusal stays one however often."""
BEYOND_LIMITS = "54"
"""Class of PostgreSQL's SQLSTATE for what exceeds a limit of its own, a key too long for an
index, say. The driver takes it for an operational error."""


def refuses_rows(error: DBAPIError) -> bool:
    """Whether the database is sound and refuses the rows that it was given: others it takes."""
    if isinstance(error, (DataError, IntegrityError)):
        return True
    return (getattr(error.orig, "sqlstate", None) or "").startswith(BEYOND_LIMITS)


def is_passing(_task: Any, _run: TaskRun, state: State[Any]) -> bool:
    """Whether a task failed for a passing reason."""
    error = state.data
    if isinstance(error, DBAPIError) and refuses_rows(error):
        return False
    return isinstance(error, PASSING)


def with_retries(task: Task[P, R], settings: Settings) -> Task[P, R]:
    """The task, tried again as the settings say where it failed for a passing reason."""
    return task.with_options(
        retries=settings.task_retries,
        retry_delay_seconds=settings.task_retry_delay_seconds,
        retry_condition_fn=is_passing,
    )

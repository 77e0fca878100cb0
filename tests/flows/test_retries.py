"""What passes is tried again, a refusal is not."""

from __future__ import annotations

import sqlite3
from types import SimpleNamespace

import pytest
from prefect import task
from psycopg import errors
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, OperationalError

from claims.desk import NotOnRecordError
from claims.settings import Settings
from claims.store import DatabaseBusyError
from flows.retries import is_passing, refuses_rows, with_retries


@pytest.mark.parametrize(
    ("error", "again"),
    [
        pytest.param(DatabaseBusyError("busy"), True, id="another writer"),
        pytest.param(OperationalError("x", None, Exception()), True, id="a database gone away"),
        pytest.param(ConnectionResetError(), True, id="a connection"),
        pytest.param(
            OperationalError("x", None, errors.ProgramLimitExceeded()), False, id="a key too long"
        ),
        pytest.param(NotOnRecordError("claim", 4), False, id="a claim that is not there"),
        pytest.param(ValueError("bad"), False, id="a mistake of ours"),
    ],
)
def test_only_what_passes_is_tried_again(error: Exception, again: bool) -> None:
    assert is_passing(None, SimpleNamespace(), SimpleNamespace(data=error)) is again


@pytest.mark.parametrize(
    ("error", "rows"),
    [
        pytest.param(OperationalError("x", None, errors.ProgramLimitExceeded()), True, id="limit"),
        pytest.param(DataError("x", None, errors.UntranslatableCharacter()), True, id="a NUL"),
        pytest.param(IntegrityError("x", None, errors.CheckViolation()), True, id="a constraint"),
        pytest.param(OperationalError("x", None, errors.AdminShutdown()), False, id="shut down"),
        pytest.param(OperationalError("x", None, errors.DiskFull()), False, id="a full disk"),
        pytest.param(OperationalError("x", None, errors.OperationalError()), False, id="no answer"),
        pytest.param(
            OperationalError("x", None, sqlite3.OperationalError("disk I/O error")),
            False,
            id="disk",
        ),
    ],
)
def test_rows_that_a_database_refuses_are_told_from_its_own_trouble(
    error: DBAPIError, rows: bool
) -> None:
    assert refuses_rows(error) is rows


def test_as_often_as_the_settings_say() -> None:
    tried = with_retries(
        task(lambda: None, name="x"), Settings(task_retries=4, task_retry_delay_seconds=0.5)
    )

    assert (tried.retries, tried.retry_delay_seconds) == (4, 0.5)

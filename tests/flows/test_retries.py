"""What passes is tried again, a refusal is not."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from prefect import task
from sqlalchemy.exc import OperationalError

from claims.desk import NotOnRecordError
from claims.settings import Settings
from claims.store import DatabaseBusyError
from flows.retries import is_passing, with_retries


@pytest.mark.parametrize(
    ("error", "again"),
    [
        pytest.param(DatabaseBusyError("busy"), True, id="another writer"),
        pytest.param(OperationalError("x", None, Exception()), True, id="a database gone away"),
        pytest.param(ConnectionResetError(), True, id="a connection"),
        pytest.param(NotOnRecordError("claim", 4), False, id="a claim that is not there"),
        pytest.param(ValueError("bad"), False, id="a mistake of ours"),
    ],
)
def test_only_what_passes_is_tried_again(error: Exception, again: bool) -> None:
    assert is_passing(None, SimpleNamespace(), SimpleNamespace(data=error)) is again


def test_as_often_as_the_settings_say() -> None:
    tried = with_retries(
        task(lambda: None, name="x"), Settings(task_retries=4, task_retry_delay_seconds=0.5)
    )

    assert (tried.retries, tried.retry_delay_seconds) == (4, 0.5)

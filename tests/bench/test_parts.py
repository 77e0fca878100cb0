"""A bench whose one part fails still runs the others."""

from __future__ import annotations

import pytest

from tests.bench.__main__ import succeeds


def test_a_part_that_fails_is_told_and_raises_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    def fail() -> None:
        raise RuntimeError("onrecord ingest: the disk is full")

    assert [succeeds(part) for part in (fail, lambda: None)] == [False, True]
    assert capsys.readouterr().out == "FAILED: RuntimeError('onrecord ingest: the disk is full')\n"

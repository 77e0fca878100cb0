"""Fixtures of the sources: the shipped catalogue, the shared material, reading in one call."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sources.catalog import OutletCatalogue, load_outlets
from sources.model import ReadFailure, SourceDocument
from sources.readers import capture_bytes, read_capture

SHARED = Path(__file__).parents[3] / "shared"

ReadBytes = Callable[..., list[SourceDocument | ReadFailure]]


@pytest.fixture(scope="session")
def outlets() -> OutletCatalogue:
    return load_outlets()


@pytest.fixture(scope="session")
def read_bytes(outlets: OutletCatalogue) -> ReadBytes:
    """Everything that ``data`` under ``name`` reads as."""

    def read(
        data: bytes | str, name: str, url: str | None = None
    ) -> list[SourceDocument | ReadFailure]:
        raw = data.encode() if isinstance(data, str) else data
        return list(read_capture(capture_bytes(raw, name, url), outlets))

    return read


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared material, read-only; tests that need it skip without it."""
    if not (SHARED / "data").is_dir():
        pytest.skip(f"the shared material is not at {SHARED}")
    return SHARED

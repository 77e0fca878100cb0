"""The shipped catalogue, read once for all tests of parties."""

from __future__ import annotations

import pytest

from claims.parties import Catalogue, load_catalogue


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue()

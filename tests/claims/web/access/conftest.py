"""A record that only token bearers may read, and clients of several people."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient

from claims import desk
from claims.settings import Settings
from claims.status import Scope
from claims.store import Store
from claims.web.app import create_app

Open = Callable[..., TestClient]


@pytest.fixture
def open_app(store: Store) -> Open:
    """A client of the application, with settings of the test's own."""

    def make(**settings: Any) -> TestClient:
        app = create_app(store, Settings(**settings))
        return TestClient(app, raise_server_exceptions=False, follow_redirects=False)

    return make


@pytest.fixture
def token(store: Store) -> Callable[..., str]:
    """Makes a token for Ana with these scopes; its secret."""

    def make(*scopes: Scope, **more: Any) -> str:
        return desk.make_token(store, "root", "laptop", "Ana", scopes, **more).secret

    return make

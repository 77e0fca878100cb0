"""No route of the application answers nobody, but those that are named here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from claims.store import Store

Open = Callable[..., TestClient]

OPEN = {
    "/api/v1/health",
    "/api/v1/openapi.json",
    "/docs",
    "/login",
    "/logout",
    "/static/{name:path}",
}
"""They tell nothing of what is on record."""


@pytest.fixture
def store(lite: Store) -> Store:
    """One database is enough here."""
    return lite


def list_routes(app: FastAPI) -> Iterator[tuple[str, str]]:
    """Method and address of every route, those of included routers too."""
    for route in app.routes:
        inner = getattr(route, "effective_route_contexts", None)
        for each in inner() if inner is not None else [route]:
            told: Any = each
            for method in sorted(set(told.methods) - {"HEAD", "OPTIONS"}):
                yield method, told.path


def test_nobody_gets_past_the_door(open_app: Open) -> None:
    client = open_app()
    app = client.app
    assert isinstance(app, FastAPI)
    described = {
        (method.upper(), path)
        for path, operations in app.openapi()["paths"].items()
        for method in operations
    }
    routes = {*list_routes(app), *described}
    assert len(routes) > 60
    for method, path in sorted(routes):
        if path in OPEN:
            continue
        address = re.sub(r"\{[^}]*\}", "1", path)
        answer = client.request(method, address, headers={"Accept": "text/html"})
        led = (answer.status_code, answer.headers.get("location", "").partition("?")[0])
        assert led in ((303, "/login"), (401, "")), f"{method} {path}: {led}"

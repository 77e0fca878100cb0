"""The API's description of itself, and the page made from it."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from claims.settings import Settings
from claims.store import open_store
from claims.web.app import create_app


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    return TestClient(create_app(open_store(home=tmp_path), Settings(home=tmp_path)))


def test_every_route_reads_and_is_described(client: TestClient) -> None:
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    assert len(paths) >= 15
    for path, operations in paths.items():
        assert path.startswith("/api/v1/"), path
        assert set(operations) == {"get"}, path
        told = operations["get"]
        assert told["summary"], path
        assert told["description"], path
        assert {"200", "400", "404", "422"} <= set(told["responses"]), path
        for status in ("400", "404", "422"):
            assert list(told["responses"][status]["content"]) == ["application/problem+json"], path
        for parameter in told.get("parameters", []):
            assert parameter.get("description"), f"{path} {parameter['name']}"


def test_board_has_an_example(client: TestClient) -> None:
    board = client.get("/api/v1/openapi.json").json()["paths"]["/api/v1/claims"]["get"]
    content = board["responses"]["200"]["content"]["application/json"]
    assert content["example"]["items"][0]["status"] == "contested"
    assert content["schema"]["$ref"].endswith("BoardRow_")


def test_guide_lists_every_route_without_a_script(client: TestClient) -> None:
    page = client.get("/docs")
    assert page.headers["content-type"].startswith("text/html")
    for path in client.get("/api/v1/openapi.json").json()["paths"]:
        assert path in page.text
    for forbidden in ("<script", "<style", "style=", "//cdn", "onload"):
        assert forbidden not in page.text

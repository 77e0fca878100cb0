"""The API's description of itself, and the page made from it."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from jsonschema import Draft202012Validator

from claims.settings import Settings
from claims.store import open_store
from claims.web.api.fields import FIELDS
from claims.web.app import create_app


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    return TestClient(create_app(open_store(home=tmp_path), Settings(home=tmp_path)))


READ = {"400", "401", "403", "404", "422"}
WRITTEN = READ | {"409", "412", "413", "429", "503"}
PROBLEM = ["application/problem+json"]


def test_every_route_is_described(client: TestClient) -> None:
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    assert len(paths) >= 40
    for path, operations in paths.items():
        assert path.startswith("/api/v1/"), path
        assert len(operations) <= 2, path
        assert set(operations) <= {"get", "post"}, path
        for method, told in operations.items():
            where = f"{method} {path}"
            assert told["summary"], where
            assert told["description"], where
            refused = {status: each for status, each in told["responses"].items() if status >= "4"}
            assert set(refused) >= (READ if method == "get" else WRITTEN), where
            for status, each in refused.items():
                assert list(each["content"]) == PROBLEM, f"{where} {status}"
            for parameter in told.get("parameters", []):
                assert parameter.get("description"), f"{where} {parameter['name']}"


def test_every_field_says_what_it_means(client: TestClient) -> None:
    schemas = client.get("/api/v1/openapi.json").json()["components"]["schemas"]
    silent = [
        f"{shape}.{name}"
        for shape, schema in schemas.items()
        for name, told in schema.get("properties", {}).items()
        if not told.get("description")
    ]
    assert silent == []
    named = {name for schema in schemas.values() for name in schema.get("properties", {})}
    shapes = {
        f"{shape}.{name}" for shape in schemas for name in schemas[shape].get("properties", {})
    }
    assert set(FIELDS) <= named | shapes, "words for no field"
    row = schemas["BoardRow"]["properties"]
    assert row["origins"]["description"] == "Independent origins behind the stances."
    assert schemas["Problem"]["properties"]["status"]["description"] == "The HTTP status."


def test_what_may_be_kept_says_how_it_is_asked_for_again(client: TestClient) -> None:
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    kept = {
        path.removeprefix("/api/v1/")
        for path, operations in paths.items()
        if "304" in operations.get("get", {}).get("responses", {})
    }
    reads = {path.removeprefix("/api/v1/") for path, each in paths.items() if "get" in each}
    assert reads - kept == {"health", "events", "runs/{run_id}", "me", "tokens"}
    for path in kept:
        told = paths[f"/api/v1/{path}"]["get"]
        assert "ETag" in told["responses"]["200"]["headers"], path
        assert "if-none-match" in {each["name"] for each in told["parameters"]}, path
    for path in reads:
        assert not {"409", "412", "413", "429"} & set(paths[f"/api/v1/{path}"]["get"]["responses"])


def test_every_write_has_examples_that_hold(client: TestClient) -> None:
    described = client.get("/api/v1/openapi.json").json()
    schemas = described["components"]["schemas"]
    for path, operations in described["paths"].items():
        told = operations.get("post")
        if told is None:
            continue
        assert "Scope: " in told["description"], path
        assert told["security"], path
        done = next(each for status, each in told["responses"].items() if status < "3")
        for content in done.get("content", {}).values():
            assert content["example"], path
        if "requestBody" not in told:
            continue
        (content,) = told["requestBody"]["content"].values()
        named = content["schema"].get("$ref") or content["schema"]["allOf"][0]["$ref"]
        (example,) = schemas[named.rpartition("/")[2]]["examples"]
        validator = Draft202012Validator({"$ref": named, "components": described["components"]})
        assert list(validator.iter_errors(example)) == [], path


def test_every_read_has_an_example_that_holds(client: TestClient) -> None:
    described = client.get("/api/v1/openapi.json").json()
    for path, operations in described["paths"].items():
        told = operations.get("get")
        if told is None:
            continue
        contents = told["responses"]["200"]["content"]
        assert contents, path
        for kind, content in contents.items():
            assert content["example"], f"{path} {kind}"
            asked = {**content.get("schema", {}), "components": described["components"]}
            faults = list(Draft202012Validator(asked).iter_errors(content["example"]))
            assert faults == [], f"{path} {kind}"


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
    assert "&quot;rationale&quot;: &quot;Both cargo lists" in page.text
    assert "&quot;neither_confirms_nor_denies&quot;" in page.text, "what a read answers"
    assert "<li>Answers carry an <code>ETag</code>" in page.text
    assert "style-src 'self'" in page.headers["content-security-policy"]
    for forbidden in ("<script", "<style", "style=", "//cdn", "onload"):
        assert forbidden not in page.text

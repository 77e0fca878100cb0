"""Requests made from the API's own description, hostile ones among them: none breaks it.

``ONRECORD_TEST_EXAMPLES=500`` asks for more of them, and other ones at each run.
"""

from __future__ import annotations

import os
from typing import Any, cast

import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, settings
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from claims.settings import Settings
from claims.store import Store
from claims.web.app import create_app
from tests.claims.web.described.conftest import ROWS

ASKED = os.environ.get("ONRECORD_TEST_EXAMPLES")
EXAMPLES = int(ASKED or 6)
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]

DESCRIBED = create_app(cast(Store, None), Settings()).openapi()
# Methods that no route knows are refused by the framework; `test_errors` looks at that.
CONFIG = SchemathesisConfig.from_dict({"phases": {"coverage": {"unexpected-methods": []}}})
schema = schemathesis.openapi.from_dict(DESCRIBED, config=CONFIG).exclude(path="/api/v1/events")


# What is drawn freely names no row, no party and no state that there is: every other answer
# would be "not on record", so it is folded to what there is, and now and then left as it is.


def fold(value: Any) -> Any:
    """A number that meets a row, where it is a number at all."""
    usable = isinstance(value, int) and not isinstance(value, bool) and value > 0
    return value % ROWS + 1 if usable else value


def name_party(value: Any) -> Any:
    """A party on record for most texts."""
    usable = isinstance(value, str) and len(value) % 3
    return ("", "northland", "southland")[len(value) % 3] if usable else value


@schema.hook
def map_path_parameters(context: Any, path_parameters: dict[str, Any]) -> dict[str, Any]:
    given = path_parameters or {}
    return {name: name_party(each) if name == "key" else fold(each) for name, each in given.items()}


@schema.hook
def map_headers(context: Any, headers: dict[str, Any]) -> dict[str, Any]:
    """A drawn tag is none of ours, which ends the request before anything is done."""
    given = headers or {}
    return {name: each for name, each in given.items() if name != "If-Match" or not len(each) % 4}


@schema.hook
def map_body(context: Any, body: Any) -> Any:
    if not isinstance(body, dict):
        return body
    folded = {name: fold(each) for name, each in body.items()}
    for name in folded.keys() & {"into", "party"}:
        folded[name] = name_party(folded[name])
    if isinstance(body.get("stances"), list):
        folded["stances"] = [fold(each) for each in body["stances"]]
    if isinstance(body.get("head"), int) and body["head"] % 4:
        del folded["head"]  # drawn, it is a past one: 409
    if isinstance(body.get("reason"), str) and 0 < len(body["reason"]) < 10:
        folded["reason"] = f"{body['reason']}: it is so."  # the desk wants ten characters
    return folded


@schema.parametrize()
@settings(
    max_examples=EXAMPLES,
    derandomize=ASKED is None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
def test_no_request_breaks_it(client: TestClient, case: Case) -> None:
    sent = case.as_transport_kwargs(base_url="http://testserver")
    # What it draws for these lets nobody in: the access tests do that.
    sent["headers"]["Authorization"] = client.headers["Authorization"]
    sent.pop("cookies", None)
    answer = client.request(**sent)
    assert answer.status_code < 500
    case.validate_response(answer, checks=CHECKS)

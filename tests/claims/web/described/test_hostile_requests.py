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
EXAMPLES = int(ASKED or 10)
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


@schema.hook
def map_path_parameters(context: Any, path_parameters: dict[str, Any]) -> dict[str, Any]:
    """Numbers that meet a row, where they are numbers at all."""
    return {
        name: value % ROWS + 1 if isinstance(value, int) and value > 0 else value
        for name, value in (path_parameters or {}).items()
    }


@schema.parametrize()
@settings(
    max_examples=EXAMPLES,
    derandomize=ASKED is None,
    deadline=None,
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

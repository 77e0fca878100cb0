"""Browsers of people who are logged in, over the test's record."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from claims import desk
from claims.settings import Settings
from claims.status import Scope
from claims.store import Store
from claims.web.app import create_app


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A headless Chromium; the test skips where there is none.

    One for the tests of a file: while it runs, nobody else may start an event loop in this thread.
    """
    from tests.e2e.browser import open_browser  # needs Playwright, which few tests do

    with open_browser() as opened:
        yield opened


class Browser(TestClient):
    """A client that sends forms as pages do: with the proof that stands in them."""

    def fill_in(self, address: str, shown_on: str, /, **fields: str) -> Any:
        """POST a form that the page at ``shown_on`` holds."""
        found = re.search(r'name="csrf" value="([0-9a-f]+)"', self.get(shown_on).text)
        assert found is not None, f"{shown_on} holds no form"
        return self.post(address, data={"csrf": found[1], **fields})


LogIn = Callable[..., Browser]


@pytest.fixture
def log_in(store: Store) -> LogIn:
    """``log_in("Ana", Scope.REVIEW)``: a browser of somebody who may read and do that.

    A 500 comes as an answer, and a redirect is not followed.
    """

    def make(person: str = "Ana", *scopes: Scope, runner: Any = None) -> Browser:
        token = desk.make_token(store, "root", "laptop", person, [Scope.READ, *scopes])
        app = create_app(store, Settings(), runner)
        browser = Browser(app, raise_server_exceptions=False, follow_redirects=False)
        assert browser.post("/login", data={"token": token.secret}).status_code == 303
        return browser

    return make

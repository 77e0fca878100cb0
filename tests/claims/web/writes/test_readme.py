"""The README's requests do what it says, and its tables name what there is."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from claims import desk
from claims.settings import PREFIX, Settings
from claims.status import Scope
from claims.store import Store

As = Callable[..., TestClient]

README = (Path(__file__).parents[4] / "README.md").read_text("utf-8")
ADDRESS = "http://127.0.0.1:8420/api/v1"


@pytest.fixture
def store(lite: Store) -> Store:
    """One database is enough here."""
    return lite


def read_requests() -> list[list[str]]:
    """The words of every ``curl`` line of the README."""
    found = []
    for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL):
        words = shlex.split(block, comments=True)
        starts = [number for number, word in enumerate(words) if word == "curl"]
        found += [
            words[start:end] for start, end in zip(starts, [*starts[1:], len(words)], strict=False)
        ]
    return found


def test_its_requests_go_through(as_one_with: As, filled: dict[str, int], store: Store) -> None:
    scopes = [Scope.READ, Scope.CONTRIBUTE, Scope.REVIEW]
    secret = desk.make_token(store, "root", "laptop", "Ana", scopes).secret
    client = as_one_with()
    requests = read_requests()
    assert len(requests) == 6
    for words in requests:
        headers, content = {}, None
        for option, value in zip(words[1:-1:2], words[2:-1:2], strict=True):
            if option == "--json":
                content = value
                headers["Content-Type"] = "application/json"
            else:
                assert option == "-H", words
                told = value.replace("$AUTH", f"Authorization: Bearer {secret}")
                name, _, header = told.partition(": ")
                headers[name] = header
        method = "GET" if content is None else "POST"
        url = words[-1].replace("$RECORD", "/api/v1")
        answer = client.request(method, url, headers=headers, content=content)
        assert answer.is_success, (words, answer.text)
    assert f"export RECORD={ADDRESS}" in README


def test_it_names_every_scope_and_only_settings_that_there_are() -> None:
    assert all(f"| `{scope.value}` | " in README for scope in Scope)
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    known.add("ONRECORD_SCREENSHOTS")  # no setting: the browser test's own
    for name in set(re.findall(rf"\b{PREFIX}[A-Z_]+\b", README)):
        assert name in known, name

"""Our Prefect servers answer who sends the password, and no page of the web but their own UI."""

from __future__ import annotations

import os
import stat
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest
from prefect.context import SettingsContext
from prefect.server.api.server import create_app
from prefect.settings import Profile, Settings
from starlette.testclient import TestClient

from flows.password import (
    PasswordError,
    forget_server,
    guard_server,
    load_password,
    make_password,
    name_server,
    password_path,
)

PORT = 4321
PASSWORD = "onrecord:of-this-test"


@pytest.fixture
def guarded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """Prefect's application as ``guard_server`` has it started; not its database."""
    for name, value in guard_server(PASSWORD, PORT).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("PREFECT_HOME", str(tmp_path))
    with SettingsContext(profile=Profile(name="test", variables={}), settings=Settings()):
        yield TestClient(create_app(ignore_cache=True))


@pytest.mark.parametrize(
    ("who", "sent", "status"),
    [
        ("nobody, as a page of the web or another user would ask", None, 401),
        ("somebody with another password", "onrecord:guessed", 401),
        ("somebody who leaves the secret out", "onrecord:", 401),
        ("whoever may read the record's keys", PASSWORD, 200),
    ],
)
def test_who_is_answered(guarded: TestClient, who: str, sent: str | None, status: int) -> None:
    headers = (
        {} if sent is None else {"Authorization": f"Basic {b64encode(sent.encode()).decode()}"}
    )
    assert guarded.get("/api/admin/version", headers=headers).status_code == status, who


@pytest.mark.parametrize(
    ("origin", "allowed"),
    [
        (f"http://127.0.0.1:{PORT}", True),
        (f"http://localhost:{PORT}", True),
        ("http://127.0.0.1:8420", False),
        ("https://evil.example", False),
        ("null", False),
    ],
)
def test_which_pages_may_ask(guarded: TestClient, origin: str, allowed: bool) -> None:
    headers = {"Origin": origin, "Access-Control-Request-Method": "POST"}
    answer = guarded.options("/api/deployments/filter", headers=headers)
    assert answer.headers.get("access-control-allow-origin") == (origin if allowed else None)


def test_other_origins_are_the_users_to_name(monkeypatch: pytest.MonkeyPatch) -> None:
    name = "PREFECT_SERVER_API_CORS_ALLOWED_ORIGINS"
    monkeypatch.setenv(name, "https://prefect.example")
    assert guard_server(PASSWORD, PORT)[name] == "https://prefect.example"


def test_a_record_keeps_one_password_for_its_owner_alone(tmp_path: Path) -> None:
    password = load_password(tmp_path)

    assert load_password(tmp_path) == password
    assert load_password(tmp_path / "other") != password
    assert stat.S_IMODE(password_path(tmp_path).stat().st_mode) == 0o600
    user, _, secret = password.partition(":")
    assert user == "onrecord"
    assert len(secret) >= 40
    assert make_password() != make_password()


def _share(path: Path) -> None:
    path.chmod(0o644)


def _empty(path: Path) -> None:
    path.write_text("\n")


def _make_folder(path: Path) -> None:
    path.unlink()
    path.mkdir(0o700)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_share, "others may read .*: delete it, and start onrecord up anew"),
        (_empty, "holds no password: delete it"),
        (_make_folder, "Is a directory; it holds the password"),
    ],
)
def test_a_file_that_cannot_be_used_is_named(tmp_path: Path, spoil: object, said: str) -> None:
    load_password(tmp_path)
    assert callable(spoil)
    spoil(password_path(tmp_path))

    with pytest.raises(PasswordError, match=said):
        load_password(tmp_path)


def test_a_server_is_named_and_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "environ", {"PREFECT_HOME": "/here"})

    name_server("http://127.0.0.1:1/api", PASSWORD)
    assert os.environ["PREFECT_API_URL"] == "http://127.0.0.1:1/api"
    assert os.environ["PREFECT_API_AUTH_STRING"] == PASSWORD

    forget_server()
    assert os.environ == {"PREFECT_HOME": "/here"}

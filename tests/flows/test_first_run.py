"""What `onrecord up` says about how to get in."""

from __future__ import annotations

from typing import Any

import pytest

from claims import desk, views
from claims.settings import Settings
from claims.status import Scope
from claims.store import Store
from flows.first_run import is_loopback, offer_login


def say_login(store: Store, **settings: Any) -> str:
    said: list[str] = []
    offer_login(store, Settings(by="Ana", **settings), said.append)
    return "\n".join(said)


def test_the_first_person_gets_a_link_on_the_machine_itself(held: Store) -> None:
    said = say_login(held, listen_port=9000)
    secret = said.partition("http://127.0.0.1:9000/login?token=")[2].split()[0]
    assert views.is_login_link(held, secret)
    assert [token.person for token in views.tokens(held)] == ["Ana"]


def test_no_link_is_made_where_others_can_reach_it(held: Store) -> None:
    assert "onrecord tokens create makes one" in say_login(held, listen_host="0.0.0.0")
    assert views.tokens(held) == []


def test_no_link_is_made_where_somebody_has_a_token(held: Store) -> None:
    desk.make_token(held, "root", "laptop", "Ana", [Scope.READ])
    assert "?token=" not in say_login(held)
    desk.revoke_token(held, "root", 1)
    assert "?token=" in say_login(held)


@pytest.mark.parametrize(
    ("host", "alone"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("10.1.2.3", False),
        ("record.example", False),
    ],
)
def test_loopback(host: str, alone: bool) -> None:
    assert is_loopback(host) is alone

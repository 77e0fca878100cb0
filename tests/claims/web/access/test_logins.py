"""Logging in and out, and what a stranger's page cannot do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Annotated, Any

import pytest
from fastapi import Depends, FastAPI
from fastapi.testclient import TestClient
from starlette.datastructures import FormData

from claims import desk
from claims.model import utcnow
from claims.status import Scope
from claims.store import Store
from claims.web.access import Person, checked_form, csrf_token, needs, reader
from claims.web.access.csrf import SESSION_COOKIE
from claims.web.access.logins import lead_back

Open = Callable[..., TestClient]
Token = Callable[..., str]


@pytest.fixture
def store(lite: Store) -> Store:
    """One database is enough here: the other one is in ``test_who``."""
    return lite


def log_in(client: TestClient, secret: str, **form: str) -> Any:
    return client.post("/login", data={"token": secret, **form})


def add_form_page(client: TestClient) -> None:
    """A page with a form, as the pages have them."""
    app = client.app
    assert isinstance(app, FastAPI)

    @app.get("/form")
    def show(
        person: Annotated[Person, Depends(reader)], proof: Annotated[str, Depends(csrf_token)]
    ) -> Any:
        return {"csrf": proof, "name": person.name}

    @app.post("/form")
    def send(
        person: Annotated[Person, Depends(needs(Scope.REVIEW))],
        form: Annotated[FormData, Depends(checked_form)],
    ) -> Any:
        return {"by": person.name, "said": form["said"]}


def test_a_token_becomes_a_session(open_app: Open, token: Token) -> None:
    client = open_app()
    answer = log_in(client, token(Scope.READ), next="/claims/3?as_of=2026-01-01")
    assert (answer.status_code, answer.headers["location"]) == (303, "/claims/3?as_of=2026-01-01")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Secure" not in cookie
    assert client.get("/api/v1/claims").status_code == 200


def test_the_cookie_keeps_to_https_where_the_record_does(open_app: Open, token: Token) -> None:
    client = open_app(public_url="https://record.example/")
    assert "Secure" in log_in(client, token(Scope.READ)).headers["set-cookie"]


@pytest.mark.parametrize("secret", ["", " ", "onr_wrong", "é" * 100, "\x00"])
def test_what_is_no_token_opens_nothing(open_app: Open, token: Token, secret: str) -> None:
    token(Scope.READ)
    client = open_app()
    answer = log_in(client, secret)
    assert answer.status_code == 403
    assert "does not hold" in answer.text
    assert SESSION_COOKIE not in client.cookies


def test_a_link_logs_in_once(open_app: Open, token: Token) -> None:
    secret = token(Scope.ADMIN, one_use=True)
    client = open_app()
    bearer = {"Authorization": f"Bearer {secret}"}
    assert client.get("/api/v1/claims", headers=bearer).status_code == 401
    answer = client.get(f"/login?token={secret}")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert client.get("/api/v1/claims").status_code == 200
    again = open_app()
    assert again.get(f"/login?token={secret}").status_code == 403
    assert client.get("/api/v1/claims").status_code == 200, "the session outlives its link"


def test_a_link_has_its_hour(open_app: Open, token: Token, monkeypatch: Any) -> None:
    secret = token(Scope.ADMIN, one_use=True)
    later = utcnow() + timedelta(hours=1)
    monkeypatch.setattr("claims.views.access.utcnow", lambda: later)
    assert open_app().get(f"/login?token={secret}").status_code == 403


def test_a_token_is_not_taken_from_an_address(open_app: Open, token: Token) -> None:
    client = open_app()
    assert client.get(f"/login?token={token(Scope.READ)}").status_code == 403
    assert SESSION_COOKIE not in client.cookies


@pytest.mark.parametrize("end", ["revoked", "expired", "logged out"])
def test_a_session_ends(
    open_app: Open, store: Store, token: Token, monkeypatch: Any, end: str
) -> None:
    client = open_app(session_hours=1)
    log_in(client, token(Scope.READ))
    add_form_page(client)
    secret = client.cookies[SESSION_COOKIE]
    if end == "revoked":
        desk.revoke_token(store, "root", 1)
    elif end == "expired":
        later = utcnow() + timedelta(hours=1)
        monkeypatch.setattr("claims.views.access.utcnow", lambda: later)
    else:
        assert client.post("/logout", data={"csrf": "wrong"}).status_code == 403
        proof = client.get("/form").json()["csrf"]
        assert client.post("/logout", data={"csrf": proof}).headers["location"] == "/login"
        assert SESSION_COOKIE not in client.cookies
        client.cookies.set(SESSION_COOKIE, secret)
    assert client.get("/api/v1/claims").status_code == 401


def test_a_session_ends_with_its_token(open_app: Open, token: Token, monkeypatch: Any) -> None:
    client = open_app(session_hours=100)
    log_in(client, token(Scope.READ, days=1))
    later = utcnow() + timedelta(days=1)
    monkeypatch.setattr("claims.views.access.utcnow", lambda: later)
    assert client.get("/api/v1/claims").status_code == 401


def test_a_page_leads_to_the_log_in_and_back(open_app: Open) -> None:
    client = open_app()
    add_form_page(client)
    answer = client.get("/form?a=1&b=2")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/login?next=%2Fform%3Fa%3D1%26b%3D2"
    assert 'value="/form?a=1&amp;b=2"' in client.get(answer.headers["location"]).text
    assert client.post("/form", data={"said": "x"}).headers["location"] == "/login"
    part = client.get("/form", headers={"HX-Request": "true"})
    assert (part.status_code, part.headers["hx-redirect"]) == (401, "/login")


@pytest.mark.parametrize(
    ("proof", "status"),
    [("own", 200), ("header", 200), ("", 403), ("wrong", 403), ("another's", 403)],
)
def test_a_form_proves_that_it_is_ours(
    open_app: Open, token: Token, proof: str, status: int
) -> None:
    client, other = open_app(), open_app()
    add_form_page(client)
    add_form_page(other)
    for each in (client, other):
        log_in(each, token(Scope.READ, Scope.REVIEW))
    own = client.get("/form").json()["csrf"]
    told = {"own": own, "another's": other.get("/form").json()["csrf"]}.get(proof, proof)
    headers = {"X-CSRF-Token": own} if proof == "header" else {}
    fields = {"said": "hello"} | ({} if proof == "header" else {"csrf": told})
    answer = client.post("/form", data=fields, headers=headers)
    assert answer.status_code == status
    if status == 200:
        assert answer.json() == {"by": "Ana", "said": "hello"}


def test_a_scope_that_is_lacking_is_said(open_app: Open, token: Token) -> None:
    client = open_app()
    add_form_page(client)
    log_in(client, token(Scope.READ))
    answer = client.post("/form", data={"csrf": client.get("/form").json()["csrf"]})
    assert answer.status_code == 403
    assert "takes the scope review" in answer.json()["detail"]


def test_another_site_cannot_log_anybody_in(open_app: Open, token: Token) -> None:
    headers = {"Sec-Fetch-Site": "cross-site"}
    client = open_app()
    answer = client.post("/login", data={"token": token(Scope.READ)}, headers=headers)
    assert answer.status_code == 403
    assert SESSION_COOKIE not in client.cookies


def test_log_ins_are_counted_by_address(open_app: Open, token: Token) -> None:
    client = open_app(login_rate="3/minute")
    assert [log_in(client, "onr_wrong").status_code for _ in range(4)] == [403, 403, 403, 429]
    answer = log_in(client, token(Scope.READ))
    assert answer.status_code == 429
    assert 1 <= int(answer.headers["retry-after"]) <= 60


@pytest.mark.parametrize(
    ("wanted", "led"),
    [
        ("/claims/3?x=1#quote", "/claims/3?x=1#quote"),
        ("//evil.example/", "/"),
        ("/\\evil.example", "/"),
        ("https://evil.example/", "/"),
        ("javascript:alert(1)", "/"),
        ("/a\r\nSet-Cookie: b=c", "/"),
        ("/\tevil", "/"),
        ("http://[", "/"),
        ("", "/"),
        ("claims", "/"),
        ("/logout", "/"),
        ("/login?next=/", "/"),
    ],
)
def test_it_leads_back_inside_only(wanted: str, led: str) -> None:
    assert lead_back(wanted) == led


def test_the_log_in_page_runs_nothing_of_a_stranger(open_app: Open) -> None:
    answer = open_app().get('/login?next=/"><script>alert(1)</script>')
    assert "<script>alert" not in answer.text
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert "form-action 'self'" in answer.headers["content-security-policy"]

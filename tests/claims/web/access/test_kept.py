"""A form that is sent when its session is over: nothing is written, and nothing typed is lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Annotated, Any

import pytest
from fastapi import Depends, FastAPI
from fastapi.testclient import TestClient
from starlette.datastructures import FormData

from claims.status import Scope
from claims.store import Store
from claims.web.access import Person, checked_form, needs, reader

Open = Callable[..., TestClient]
Token = Callable[..., str]

PAGE = {"Accept": "text/html", "Sec-Fetch-Site": "same-origin"}
TYPED = {"reason": 'Two ships.\r\n<b>"No"</b>', "head": "7", "csrf": "of an earlier session"}


@pytest.fixture
def store(lite: Store) -> Store:
    """One database is enough here."""
    return lite


@pytest.fixture
def client(open_app: Open) -> TestClient:
    """Nobody yet, before a page that takes a form."""
    client = open_app()
    add_form_page(client)
    return client


def add_form_page(client: TestClient) -> None:
    app = client.app
    assert isinstance(app, FastAPI)

    @app.post("/form")
    def send(
        _: Annotated[Person, Depends(reader)],
        form: Annotated[FormData, Depends(checked_form)],
        person: Annotated[Person, Depends(needs(Scope.REVIEW))],
    ) -> Any:
        return {"by": person.name, **form}


def read_fields(page: str) -> dict[str, str]:
    """The hidden fields of the page's last form."""
    form = page[page.rindex('action="/', 0, page.index("</form>", page.index("<main"))) :]
    hidden = re.findall(r'type="hidden" name="([^"]*)" value="([^"]*)"', form, re.DOTALL)
    return {name: unescape(value) for name, value in hidden}


def test_it_comes_back_after_the_log_in_and_is_sent_by_a_press(
    client: TestClient, token: Token
) -> None:
    over = client.post("/form", data=TYPED, headers=PAGE)
    assert over.status_code == 401
    assert "Nothing was written" in over.text
    assert "Two ships." in over.text
    carried = read_fields(over.text)

    wrong = client.post("/login", data={**carried, "token": "onr_wrong"}, headers=PAGE)
    assert wrong.status_code == 403
    assert read_fields(wrong.text) == carried, "a slip of the pen loses nothing either"

    secret = token(Scope.READ, Scope.REVIEW)
    again = client.post("/login", data={**carried, "token": secret}, headers=PAGE)
    assert again.status_code == 200
    assert "Nothing was written yet" in again.text
    fields = read_fields(again.text)
    assert fields.keys() == TYPED.keys()
    sent = client.post("/form", data=fields, headers=PAGE)
    assert sent.status_code == 200
    assert sent.json() == {"by": "Ana", **TYPED, "csrf": fields["csrf"]}


def test_a_form_of_an_earlier_session_is_shown_and_sent_by_a_press(
    client: TestClient, token: Token
) -> None:
    client.post("/login", data={"token": token(Scope.READ, Scope.REVIEW)})
    again = client.post("/form", data=TYPED, headers=PAGE)
    assert again.status_code == 403
    assert "Two ships." in again.text
    assert client.post("/form", data=read_fields(again.text), headers=PAGE).status_code == 200


def test_what_a_stranger_sends_is_not_kept(client: TestClient, token: Token) -> None:
    for site in ("cross-site", "same-site", None):
        headers = {"Accept": "text/html"} | ({"Sec-Fetch-Site": site} if site else {})
        over = client.post("/form", data=TYPED, headers=headers)
        assert (over.status_code, over.headers["location"]) == (303, "/login")
    client.post("/login", data={"token": token(Scope.READ, Scope.REVIEW)})
    refused = client.post(
        "/form", data=TYPED, headers={"Accept": "text/html", "Sec-Fetch-Site": "cross-site"}
    )
    assert refused.status_code == 403
    assert "Two ships." not in refused.text


def test_the_log_in_brings_nothing_back_for_another_site(client: TestClient, token: Token) -> None:
    kept = {"kept-for": "//evil.example/form", "kept.reason": "x"}
    answer = client.post("/login", data={**kept, "token": token(Scope.READ)}, headers=PAGE)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")


def test_a_file_has_to_be_chosen_again(client: TestClient) -> None:
    over = client.post("/form", data=TYPED, files={"file": ("a.txt", b"x")}, headers=PAGE)
    assert "The file has to be chosen again" in over.text


def test_where_htmx_sent_it_the_answer_takes_the_page(client: TestClient) -> None:
    here = {"HX-Request": "true", "HX-Current-URL": "http://testserver/queue?a=1#x"}
    over = client.post("/form", data=TYPED, headers={**PAGE, **here})
    assert (over.status_code, over.headers["hx-retarget"]) == (401, "body")
    assert "Two ships." in over.text
    part = client.get("/board/rows", headers={**PAGE, **here})
    assert (part.status_code, part.headers["hx-redirect"]) == (401, "/login?next=%2Fqueue%3Fa%3D1")


def test_on_a_public_record_too(open_app: Open) -> None:
    client = open_app(public_read=True)
    add_form_page(client)
    over = client.post("/form", data=TYPED, headers=PAGE)
    assert (over.status_code, "Two ships." in over.text) == (401, True)


def test_a_log_out_of_an_earlier_session_is_asked_again(client: TestClient, token: Token) -> None:
    client.post("/login", data={"token": token(Scope.READ)})
    answer = client.post("/logout", data={"csrf": "of an earlier session"}, headers=PAGE)
    assert answer.status_code == 403
    assert client.post("/logout", data=read_fields(answer.text)).status_code == 303

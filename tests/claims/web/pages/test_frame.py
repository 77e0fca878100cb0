"""What every page has: layout, files kept for a year, messages, errors as pages."""

from __future__ import annotations

import gzip
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from fastapi import Request
from fastapi.testclient import TestClient
from jinja2 import UndefinedError

from claims.model import Flag, Relation, Stage, Stance, Status
from claims.status import Scope
from claims.web.pages import words
from claims.web.pages.assets import asset_url, load_assets
from claims.web.pages.flash import COOKIE, read_flash, redirect_with
from claims.web.pages.templating import (
    NAV,
    cut,
    keep_web_address,
    load_templates,
    write_number,
)

HTML = {"Accept": "text/html"}
MOST_PICTURE_BYTES = 250_000


def test_a_page_has_landmarks_a_way_past_them_and_one_heading(client: TestClient) -> None:
    page = client.get("/").text
    for mark in ('<html lang="en">', 'href="#main"', "<main id=", "<nav aria-label=", "<header"):
        assert mark in page, mark
    assert page.count("<h1") == 1


@pytest.mark.parametrize(("name", "address", "label"), NAV)
def test_the_head_leads_to_every_page_and_says_which_one_this_is(
    log_in: Any, name: str, address: str, label: str
) -> None:
    page = log_in("Ana", Scope.CONTRIBUTE).get(address).text
    head = page.partition('<nav aria-label="Main">')[2].partition("</nav>")[0]
    assert re.findall(r'<a href="([^"]+)"', head) == [entry[1] for entry in NAV]
    assert re.findall(r'href="([^"]+)" aria-current="page">([^<]+)<', head) == [(address, label)]


def test_a_party_stands_under_the_parties(client: TestClient, filled: dict[str, int]) -> None:
    assert '<a href="/parties" aria-current="page">' in client.get("/parties/southland").text


def test_every_file_that_a_page_names_is_served_for_a_year(
    client: TestClient, filled: dict[str, int]
) -> None:
    for address in ("/", f"/claims/{filled['grain']}"):
        page = client.get(address).text
        named = re.findall(r'(?:src|href|content)="(/static/[^"]+)"', page)
        assert len(named) > 5
        for file in named:
            answer = client.get(file)
            assert answer.status_code == 200, file
            assert "immutable" in answer.headers["cache-control"], file
            assert "max-age=31536000" in answer.headers["cache-control"]


def test_an_address_without_the_digest_is_not_kept(client: TestClient) -> None:
    for address in ("/static/app.css", "/static/app.css?v=0"):
        assert client.get(address).headers["cache-control"] == "no-cache"


def test_files_go_out_packed_where_the_browser_unpacks(client: TestClient) -> None:
    address = asset_url("app.css")
    packed = client.get(address, headers={"Accept-Encoding": "gzip"})
    plain = client.get(address, headers={"Accept-Encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.content == plain.content
    assert gzip.decompress(load_assets()["app.css"].packed) == plain.content


@pytest.mark.parametrize(
    "name",
    ["../app.py", "..%2f..%2fapp.py", "vendor/README.md", "vendor/LICENSE.htmx", "nothing.css"],
)
def test_nothing_else_is_served(client: TestClient, name: str) -> None:
    assert client.get(f"/static/{name}").status_code == 404


def test_errors_are_pages_for_browsers_and_documents_for_programs(client: TestClient) -> None:
    page = client.get("/claims/99", headers=HTML)
    assert (page.status_code, page.headers["content-type"]) == (404, "text/html; charset=utf-8")
    for address, headers in (("/claims/99", {}), ("/api/v1/claims/99", HTML)):
        answer = client.get(address, headers=headers)
        assert answer.headers["content-type"] == "application/problem+json", address


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/?q=zzzz", "The address asks for “q”, and takes status, stage, flag, words,"),
        ("/?status=nope", "“nope” is no status: it is one of 'unverified', 'contested'"),
        ("/?since=yesterday", "since “yesterday”: a day is written as 2026-03-01"),
        ("/claims/abc", "“abc” is no number that the record gives: those are 1, 2, 3 ..."),
        ("/documents/0", "“0” is no number that the record gives"),
        ("/claims/1?as_of=2999-01-01", "as_of 2999-01-01 lies ahead"),
    ],
)
def test_a_page_tells_once_and_in_words_what_an_address_got_wrong(
    client: TestClient, address: str, told: str
) -> None:
    page = client.get(address, headers=HTML)
    assert page.status_code == 422
    assert unescape(page.text).count(told) == 1
    assert not re.search(r"query[.]|path[.]|unable to parse", page.text)


def test_a_broken_page_is_a_page_with_its_number(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_: Any, **__: Any) -> None:
        raise RuntimeError("the secret sauce")

    monkeypatch.setattr("claims.views.counts", break_down)
    answer = client.get("/", headers=HTML)
    assert answer.status_code == 500
    assert "incident" in answer.text
    assert "secret sauce" not in answer.text
    assert "unsafe" not in answer.headers["content-security-policy"]


def test_a_hostile_address_is_shown_as_text(client: TestClient) -> None:
    answer = client.get("/<script>alert(1)</script>", headers=HTML)
    assert answer.status_code == 404
    assert "<script>alert" not in answer.text


def make_request(cookie: str) -> Request:
    header = (b"cookie", f"{COOKIE}={cookie}".encode())
    return Request({"type": "http", "method": "GET", "path": "/", "headers": [header]})


def test_a_message_survives_one_redirect() -> None:
    answer = redirect_with("/claims/1", "Decided: “refuted” <b>", "warn")
    set_cookie = answer.headers["set-cookie"]
    assert (answer.status_code, answer.headers["location"]) == (303, "/claims/1")
    assert "HttpOnly" in set_cookie
    assert "SameSite=strict" in set_cookie
    kept = set_cookie.partition("=")[2].partition(";")[0].strip('"')
    assert read_flash(make_request(kept)) == ("warn", "Decided: “refuted” <b>")


@pytest.mark.parametrize("cookie", ["", "x", "e30=", "WzEsMl0=", "WyJldmlsIiwieCJd", "/////"])
def test_a_message_that_is_not_ours_is_none(cookie: str) -> None:
    assert read_flash(make_request(cookie)) is None


def test_every_word_of_the_record_has_a_look() -> None:
    assert set(words.STANCES) == set(Stance)
    assert set(words.STATUSES) == set(Status)
    assert set(words.STAGES) == set(Stage)
    assert set(words.FLAGS) == set(Flag)
    assert set(words.RELATIONS) == set(Relation)


def test_chips_differ_by_shape_not_by_colour_alone() -> None:
    shapes = [look.icon for look in words.STANCES.values()]
    assert len(set(shapes)) == len(shapes)
    shapes = [look.icon for look in words.STATUSES.values()]
    assert len(set(shapes)) == len(shapes)


def test_every_shape_and_tone_is_drawn() -> None:
    drawn = load_templates().get_template("parts/icons.html").render()
    style = load_assets()["app.css"].body.decode()
    looks = (words.STANCES, words.STATUSES, words.STAGES, words.RELATIONS)
    for look in (look for table in looks for look in table.values()):
        assert f'id="i-{look.icon}"' in drawn, look
        assert f".tone-{look.tone} " in style, look


def test_a_template_fails_on_a_name_that_nobody_gave() -> None:
    with pytest.raises(UndefinedError):
        load_templates().get_template("board.html").render()


def test_no_template_holds_anything_inline() -> None:
    folder = Path(words.__file__).parents[1] / "templates"
    for template in folder.rglob("*.html"):
        text = template.read_text("utf-8")
        assert not re.search(r"<script(?![^>]*\ssrc=)", text), template.name
        assert "<style" not in text, template.name
        assert not re.search(r"\s(?:style|on\w+)=[\"']", text), template.name
        assert "hx-on" not in text, template.name
        assert "| safe" not in text, template.name


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://port.example/log", "https://port.example/log"),
        ("HTTP://port.example", "HTTP://port.example"),
        ("javascript:alert(1)", ""),
        (" https://port.example", ""),
        ("data:text/html,x", ""),
        ("//port.example", ""),
        (None, ""),
    ],
)
def test_only_the_web_is_linked_to(address: str | None, kept: str) -> None:
    assert keep_web_address(address) == kept


@pytest.mark.parametrize(
    ("text", "chars", "shown"), [("grain", 5, "grain"), ("grain ship", 7, "grain…")]
)
def test_long_text_is_cut(text: str, chars: int, shown: str) -> None:
    assert cut(text, chars) == shown


def test_numbers_are_grouped() -> None:
    assert write_number(1234567) == "1\u202f234\u202f567"


def test_every_picture_of_the_readme_is_there_and_small() -> None:
    home = Path(__file__).parents[4]
    shown = set(re.findall(r"\((tests/[\w/-]+\.png)\)", (home / "README.md").read_text("utf-8")))
    assert len(shown) > 8
    for name in shown:
        assert 0 < (home / name).stat().st_size < MOST_PICTURE_BYTES, name


def test_who_is_logged_in_is_shown_with_a_way_out(log_in: Any) -> None:
    page = log_in("Ana", Scope.REVIEW).get("/").text
    assert "<bdi>Ana</bdi>" in page
    assert 'action="/logout"' in page

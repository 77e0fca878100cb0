"""A party's page: positions, turns, speakers, opponents; now and as held on a past day."""

from __future__ import annotations

import re
from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest
from fastapi.testclient import TestClient

from claims.model import PartyKind, Stance
from claims.store.facts import Party

DAY = date(2026, 3, 1)


@pytest.fixture
def grain(seed: Any) -> int:
    """A claim on which Southland turns, against Northland."""
    with seed.together():
        grain: int = seed.claim("Northland <i>ships</i> grain.")
        seed.party("Southland", PartyKind.STATE, "the South")
        seed.stance(grain, "Southland", Stance.DENIES, DAY, speaker="Ro Venn")
        seed.stance(grain, "Southland", Stance.CONFIRMS, DAY + timedelta(days=1), speaker="Ro Venn")
        seed.stance(grain, "Northland", Stance.DENIES, DAY)
    return grain


def test_page_tells_where_a_party_stands(client: TestClient, grain: int) -> None:
    page = client.get("/parties/southland")
    assert page.status_code == 200
    assert f'href="/claims/{grain}"' in page.text
    assert "&lt;i&gt;ships" in page.text
    assert "the South" in page.text
    turned = page.text.partition('id="turns"')[2].partition("</section>")[0]
    assert re.search(r"denies.*→.*confirms", turned, re.S)
    against = page.text.partition('id="against"')[2].partition("</section>")[0]
    assert 'href="/parties/northland"' in against
    speakers = page.text.partition('id="speakers"')[2].partition("</section>")[0]
    assert "Ro Venn" in speakers
    assert "spoke 2 times here" in speakers


def test_page_as_of_a_past_day(client: TestClient, clock: Any, grain: int, seed: Any) -> None:
    clock.go_to(DAY + timedelta(days=5))
    later = seed.claim("Southland burnt the grain.")
    seed.stance(later, "Southland", Stance.DENIES, DAY + timedelta(days=5))
    assert "burnt" in client.get("/parties/southland").text
    page = client.get(f"/parties/southland?as_of={DAY}").text
    assert "burnt" not in page
    assert "As held at the end of" in page


def test_speaker_roles_of_the_catalogue_stand_with_their_days(
    client: TestClient, seed: Any
) -> None:
    with seed.together():
        seed.add(Party(key="pentagon", name="Pentagon", kind=PartyKind.INSTITUTION))
        seed.stance(seed.claim("A drone fell."), "Northland", Stance.ALLEGES)
    page = client.get("/parties/pentagon").text
    assert "No position on record" in page
    assert client.get("/parties/john-kirby").status_code == 404


def test_every_party_stands_in_a_list(client: TestClient, seed: Any) -> None:
    assert "Nobody on record" in client.get("/parties").text
    with seed.together():
        for number in range(52):
            claim = seed.claim(f"Northland built tower number {number}.")
            seed.stance(claim, f"Town {number}", Stance.DENIES, DAY)
            seed.stance(claim, "Northland", Stance.ALLEGES, DAY)
    page = client.get("/parties").text
    assert page.index("/parties/northland") < page.index("Town 1")
    assert re.search(r'href="/\?party=northland">52</a>', page)
    (rows,) = re.findall(r'hx-get="([^"]*)"', page.partition("data-more")[2])
    more = client.get(unescape(rows), headers={"HX-Request": "true"}).text
    assert (more.count("<tr data-row>"), "<html" in more) == (3, False)


def test_more_positions_come_by_keyset(client: TestClient, seed: Any) -> None:
    with seed.together():
        for number in range(52):
            claim = seed.claim(f"Northland built tower number {number}.")
            seed.stance(claim, "Northland", Stance.DENIES, DAY)
    page = client.get("/parties/northland").text
    assert "52 claims" in page
    assert page.count("tower number") == 50
    (rows,) = re.findall(r'hx-get="([^"]*)"', page.partition("data-more")[2])
    more = client.get(unescape(rows)).text
    assert more.count("tower number") == 2
    assert "Show more" not in more
    (whole,) = re.findall(r'href="(/parties/northland\?cursor[^"]*)"', page)
    assert "To the first page" in client.get(unescape(whole)).text


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/parties/sotuhland", 404, "Southland"),
        ("/parties/southland?cursor=abc", 400, "ask for page one"),
        ("/parties/southland?as_of=yesterday", 422, "as_of"),
    ],
)
def test_refusals(client: TestClient, grain: int, address: str, status: int, said: str) -> None:
    answer = client.get(address, headers={"accept": "text/html"})
    assert answer.status_code == status
    assert said in unescape(answer.text)


def test_a_name_of_strangers_is_inert_and_found(client: TestClient, seed: Any) -> None:
    name = "<script>alert(1)</script>/\u202eevil"
    with seed.together():
        seed.add(Party(key="x", name=name, kind=PartyKind.UNKNOWN, note="who <b>knows</b>"))
    page = client.get("/parties/x").text
    assert "<script>alert" not in page
    assert "who &lt;b&gt;knows" in page
    assert client.get(f"/parties/{name}".replace("<", "%3C")).status_code == 200


def test_reading_takes_a_login(log_in: Any, grain: int) -> None:
    browser = log_in()
    assert browser.get("/parties/southland").status_code == 200
    browser.cookies.clear()
    assert browser.get("/parties/southland").status_code == 303

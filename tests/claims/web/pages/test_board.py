"""The board: what stands on it, how it is filtered, and that nothing on it is believed."""

from __future__ import annotations

import re
from datetime import timedelta
from html.parser import HTMLParser
from typing import Any

import pytest
from fastapi.testclient import TestClient

from claims import views
from claims.model import Stance, Status, utcnow
from claims.store import Store

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7 * 7 }}",
    "the \u202edlrow\u202c says so",
)


def ids(page: str) -> list[int]:
    """The claims of a page's lines, in order."""
    return [int(found) for found in re.findall(r'<tr id="claim-(\d+)"', page)]


def test_a_line_tells_how_a_claim_stands(client: TestClient, filled: dict[str, int]) -> None:
    page = client.get("/").text
    line = page.partition(f'id="claim-{filled["grain"]}"')[2].partition("</tr>")[0]
    for told in (
        "Northland ships grain through the strait.",
        "refuted",
        "denied",
        "Southland",
        "neither confirms nor denies",
        "1 to answer",
        "2026-03-01",
    ):
        assert told in line, told
    assert page.index("Southland moved") > 0


def attributes(page: str) -> set[str]:
    """Every attribute that a browser would see."""
    seen: set[str] = set()
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: seen.update(name for name, _ in attrs)  # type: ignore[method-assign]
    parser.feed(page)
    return seen


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"grain", "border"}),
        ("status=refuted", {"grain"}),
        ("status=refuted&status=unverified", {"grain", "border"}),
        ("stage=new", {"grain", "border"}),
        ("flag=denied", {"grain"}),
        ("party=Southland", {"grain"}),
        ("outlet=paper", {"grain"}),
        ("words=border", {"border"}),
        ("since=2999-01-01", set()),
        ("words=&party=&since=&status=", {"grain", "border"}),
    ],
)
def test_filters_stand_in_the_address(
    client: TestClient, filled: dict[str, int], query: str, found: set[str]
) -> None:
    answer = client.get(f"/?{query}")
    assert answer.status_code == 200
    assert set(ids(answer.text)) == {filled[name] for name in found}


def test_each_filter_that_is_set_can_be_taken_off(
    client: TestClient, filled: dict[str, int]
) -> None:
    page = client.get("/?status=refuted&party=Southland").text
    active = page.partition('<ul class="active"')[2].partition("</ul>")[0]
    assert re.findall(r'href="([^"]+)"', active) == ["/?party=Southland", "/?status=refuted"]


def test_merged_claims_lead_to_the_one_that_they_count_under(
    client: TestClient, seed: Any, filled: dict[str, int]
) -> None:
    seed.merge(filled["border"], filled["grain"], opposite=True)
    page = client.get("/?stage=merged").text
    assert ids(page) == [filled["border"]]
    line = page.partition(f'id="claim-{filled["border"]}"')[2].partition("</tr>")[0]
    assert f'counts under <a href="/claims/{filled["grain"]}">' in line
    assert "as its opposite" in line
    (row,) = client.get("/api/v1/claims?stage=merged").json()["items"]
    assert row["merged_into"]["claim_id"] == filled["grain"]


def test_counts_lead_to_the_claims_that_they_count(
    client: TestClient, filled: dict[str, int]
) -> None:
    page = client.get("/").text
    counts = page.partition('<nav class="counts"')[2].partition("</nav>")[0]
    assert re.search(r'href="/\?status=refuted".*?<b [^>]*>1</b>', counts, re.S)


def test_more_goes_on_where_the_page_ended(client: TestClient, seed: Any) -> None:
    with seed.together():
        claims = [seed.claim(f"The fleet left harbour {number}.") for number in range(7)]
    seen: list[int] = []
    address = "/?limit=3"
    while address:
        page = client.get(address).text
        seen += ids(page)
        more = re.search(r'href="([^"]*cursor=[^"]*)" hx-get="([^"]*)"', page)
        address = more[1].replace("&amp;", "&") + "&limit=3" if more else ""
        if more:
            rows = client.get(more[2].replace("&amp;", "&") + "&limit=3").text
            assert ids(rows) == ids(client.get(address).text)
            assert "<html" not in rows
    assert sorted(seen) == sorted(claims)


def test_an_unknown_party_is_answered_with_the_likely_ones(
    client: TestClient, filled: dict[str, int]
) -> None:
    answer = client.get("/?party=Sothland")
    assert answer.status_code == 200
    assert "No party of that name" in answer.text
    assert 'href="/?party=Southland"' in answer.text


def test_empty_states_teach(client: TestClient, seed: Any) -> None:
    assert "onrecord ingest" in client.get("/").text
    seed.claim("The fleet left the harbour.")
    assert "No claim fits" in client.get("/?words=nowhere").text


@pytest.mark.parametrize(
    ("name", "given", "value"),
    [
        ("status", "doubtful", "doubtful"),
        ("since", "yesterday", "yesterday"),
        ("colour", "red", "colour"),
        ("limit", "0", "0"),
    ],
)
def test_a_faulty_filter_is_named_on_a_page(
    client: TestClient, name: str, given: str, value: str
) -> None:
    answer = client.get(f"/?{name}={given}", headers={"Accept": "text/html"})
    assert answer.status_code == 422
    assert f"“{value}”" in answer.text
    assert re.search(rf"\b{name}\b", answer.text.partition('class="empty"')[2])
    assert answer.headers["content-type"].startswith("text/html")


def test_text_from_outside_stays_text(client: TestClient, seed: Any) -> None:
    with seed.together():
        for told in HOSTILE:
            claim = seed.claim(f"Northland says: {told}.")
            seed.stance(claim, told, Stance.ALLEGES)
    page = client.get("/").text
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "{{ 7 * 7 }}" in page
    assert re.search(r"<bdi[^>]*>[^<]*\u202e[^<]*</bdi>", page)
    assert not [name for name in attributes(page) if name.startswith("on") or name == "style"]


def test_a_claim_of_200_000_characters_is_cut(client: TestClient, seed: Any) -> None:
    seed.claim("grain " * 34_000)
    assert len(client.get("/").text) < 60_000


def test_a_past_day_is_marked_and_not_live(client: TestClient, filled: dict[str, int]) -> None:
    past = client.get("/?as_of=2026-03-20").text
    assert "As held" in past or "The record as held" in past
    assert "hx-sse:connect" not in past
    assert "hx-sse:connect" in client.get("/").text


def test_a_past_day_is_counted_as_it_was(client: TestClient, seed: Any, clock: Any) -> None:
    today = utcnow().date()
    clock.go_to(today - timedelta(days=3))
    seed.assess(seed.claim("The fleet left the harbour."), Status.CONTESTED)
    clock.go_to(today)
    seed.claim("The fleet came back.")
    past = client.get(f"/?as_of={today - timedelta(days=2)}").text
    assert counted(past)["total"] == "1 claim"
    assert [counted(past)[f"status-{name}"] for name in ("contested", "unverified")] == ["1", "0"]
    assert "stage-new" not in counted(past), "how many were at a stage then is not kept"
    now = counted(client.get("/").text)
    assert (now["total"], now["status-unverified"], now["stage-new"]) == ("2 claims", "1", "2")


def test_a_day_before_the_first_claim_says_that_nothing_was_held_yet(
    client: TestClient, seed: Any, clock: Any
) -> None:
    today = utcnow().date()
    clock.go_to(today - timedelta(days=3))
    seed.claim("The fleet left the harbour.")
    early = client.get(f"/?as_of={today - timedelta(days=5)}").text
    assert "No claim was on record yet" in early
    assert f'href="/?as_of={today - timedelta(days=3)}"' in early
    later = client.get(f"/?as_of={today - timedelta(days=2)}&words=balloon").text
    assert "No claim fits" in later
    assert "on record yet" not in later


def counted(page: str) -> dict[str, str]:
    """The figures that a live page keeps up to date, by name."""
    return dict(re.findall(r'data-count="([\w-]+)"[^>]*>([^<]+)<', page))


def test_words_that_name_a_party_lead_to_its_page(
    client: TestClient, filled: dict[str, int]
) -> None:
    page = client.get("/?words=southland").text
    assert 'Parties of that name: <a class="party" href="/parties/southland">' in page
    assert "1 claim fits." in page
    assert "Parties of that name" not in client.get("/?words=grain").text
    assert "Parties of that name" in client.get("/?words=northl").text, "also where no claim fits"


def test_a_page_of_many_says_that_more_follow(client: TestClient, seed: Any) -> None:
    with seed.together():
        for number in range(5):
            seed.claim(f"The fleet left harbour {number}.")
    first = client.get("/?words=fleet&limit=3").text
    assert "The 3 that changed last; more below." in first
    more = re.search(r'href="([^"]*cursor=[^"]*)"', first)
    assert more is not None
    assert "2 more, and no others." in client.get(more[1].replace("&amp;", "&")).text


def test_a_live_page_listens_from_what_it_shows(
    client: TestClient, store: Store, filled: dict[str, int]
) -> None:
    here = str(views.here(store))
    assert f"/api/v1/events?since={here}" in client.get("/").text


def test_changed_lines_are_given_alone(client: TestClient, filled: dict[str, int]) -> None:
    grain, border = filled["grain"], filled["border"]
    assert ids(client.get(f"/board/fresh?claim={border}&claim={grain}").text) == [border, grain]
    assert ids(client.get("/board/fresh?claim=99").text) == []
    assert client.get("/board/fresh?claim=0").status_code == 422
    many = "&".join(f"claim={number}" for number in range(1, 102))
    assert client.get(f"/board/fresh?{many}").status_code == 422


def test_the_chart_says_what_its_table_says(client: TestClient, seed: Any, clock: Any) -> None:
    today = utcnow().date()
    clock.go_to(today - timedelta(days=3))
    seed.assess(seed.claim("The fleet left the harbour."), Status.CONTESTED)
    page = client.get("/board/trend").text
    assert 'data-chart="trend"' in page
    days = re.findall(r'<th scope="row"><time datetime="([\d-]+)"', page)
    assert days[0] == str(today - timedelta(days=4)), "drawn from the day before the first claim"
    assert days[-1] == str(today)
    last = page.rpartition("<tr>")[2]
    assert re.findall(r"<td>(\d+)</td>", last) == ["0", "1", "0", "0", "0", "0", "0", "1"]


@pytest.mark.parametrize(
    ("asked", "told", "link"),
    [
        ("party=Sotuhland", "No party of that name", "/?party=Southland"),
        ("outlet=Papr", "No outlet of that name", "/?outlet=Paper"),
    ],
)
def test_an_unknown_name_leads_to_one_like_it(
    client: TestClient, filled: dict[str, int], asked: str, told: str, link: str
) -> None:
    page = client.get(f"/?{asked}").text
    assert told in page
    assert f'href="{link}"' in page

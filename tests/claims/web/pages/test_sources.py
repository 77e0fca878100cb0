"""Sources: outlets with grades, what came in, what failed, retried or left."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from fastapi.testclient import TestClient

from claims import views
from claims.model import Stance
from claims.status import Scope
from claims.store import Store
from claims.views import NotOnRecord
from claims.web.runs import RunnerAwayError


class PlayedRunner:
    """Takes a retry, or is away."""

    def __init__(self, away: str = "") -> None:
        self.away = away
        self.asked: list[str] = []

    def retry(self, person: str) -> str:
        if self.away:
            raise RunnerAwayError(self.away)
        self.asked.append(person)
        return "run-7"


@pytest.fixture
def client(log_in: Any) -> TestClient:
    """Somebody who may read: what failed is not shown to the public."""
    browser: TestClient = log_in()
    return browser


@pytest.fixture
def filled_sources(seed: Any) -> dict[str, int]:
    """Two outlets with three documents, one document of nobody's, two failures."""
    with seed.together():
        grain = seed.claim("Northland ships grain through the strait.")
        seed.stance(grain, "Northland", Stance.ALLEGES, outlet="paper")
        seed.document("A <b>second</b> text.", "paper")
        last = seed.document("A wire of the agency.", "agency")
        first = seed.fail("one <i>broken</i>.pdf")
        second = seed.fail("two.pdf")
    return {"agency": last, "first": first, "second": second}


def test_outlets_stand_with_grade_and_what_came_in(
    client: TestClient, filled_sources: dict[str, int]
) -> None:
    page = client.get("/sources").text
    rows = page.partition('id="outlets"')[2]
    assert re.search(r'href="/sources/agency".*href="/sources/paper"', rows, re.S)
    assert "usually reliable" in rows
    assert f'href="/documents/{filled_sources["agency"]}"' in rows
    assert "A &lt;b&gt;second" in page
    assert "one &lt;i&gt;broken" in page
    assert "the file is cut off" in page


def test_outlets_are_counted_and_come_in_pages(
    store: Store, seed: Any, filled_sources: dict[str, int]
) -> None:
    first = views.outlets(store, limit=1)
    assert [(row.outlet_id, row.documents) for row in first.items] == [("agency", 1)]
    second = views.outlets(store, first.next, limit=1)
    assert [(row.outlet_id, row.documents) for row in second.items] == [("paper", 2)]
    assert second.next is None
    assert views.outlets(store).without == 0
    for unknown in ("gazette", ""):
        with pytest.raises(NotOnRecord, match=f"no outlet '{unknown}'"):
            views.outlet(store, unknown)


def test_one_outlet_shows_its_documents_only(
    client: TestClient, filled_sources: dict[str, int]
) -> None:
    page = client.get("/sources/agency").text
    assert "A wire of the agency." in page
    assert "second" not in page
    assert 'href="/?outlet=agency"' in page
    answer = client.get("/sources/gazette", headers={"accept": "text/html"})
    assert answer.status_code == 404
    assert "no outlet 'gazette' is on record" in unescape(answer.text)


def test_documents_come_in_pages(client: TestClient, seed: Any) -> None:
    with seed.together():
        for number in range(23):
            seed.document(f"Text number {number}.", "paper")
    page = client.get("/sources").text
    came_in = page.partition('id="came-in"')[2].partition("</section>")[0]
    assert came_in.count("Text number") == 20
    (more,) = re.findall(r'hx-get="([^"]*)"', came_in)
    rest = client.get(unescape(more), headers={"hx-request": "true"}).text
    assert rest.count("Text number") == 3
    assert "<html" not in rest
    assert "<html" in client.get(unescape(more)).text


def test_a_text_is_found_by_its_words(client: TestClient, filled_sources: dict[str, int]) -> None:
    page = client.get("/documents?words=wire+agency").text
    assert "A wire of the agency." in page
    assert "second" not in page
    assert 'value="wire agency"' in page
    assert "No document fits" in client.get("/documents?words=nowhere").text
    assert "No document fits" in client.get("/documents?words=&not_read=true").text


def test_an_empty_record_teaches(client: TestClient) -> None:
    page = client.get("/sources").text
    assert "Nothing came in yet" in page
    assert "onrecord ingest" in page
    assert "Nothing failed" in client.get("/failures").text


def test_failures_come_in_pages(client: TestClient, seed: Any) -> None:
    with seed.together():
        for number in range(25):
            seed.fail(f"file-{number}.pdf")
    page = client.get("/sources").text
    assert page.count("file-") == 20
    (more,) = re.findall(r'hx-get="(/failures[^"]*)"', page)
    rest = client.get(more, headers={"hx-request": "true"}).text
    assert rest.count("file-") == 5


def test_a_retry_starts_a_run(log_in: Any, filled_sources: dict[str, int]) -> None:
    runner = PlayedRunner()
    browser = log_in("Ana", Scope.CONTRIBUTE, runner=runner)
    answer = browser.fill_in("/failures/retry", "/sources")
    assert (answer.status_code, answer.headers["location"]) == (303, "/runs/run-7")
    assert runner.asked == ["Ana"]


@pytest.mark.parametrize(
    ("runner", "said"),
    [
        (None, "onrecord retry"),
        (PlayedRunner("no Prefect server answers: start one with onrecord up"), "onrecord up"),
    ],
)
def test_where_no_flow_starts_the_page_says_what_to_do(
    log_in: Any, filled_sources: dict[str, int], runner: Any, said: str
) -> None:
    browser = log_in("Ana", Scope.CONTRIBUTE, runner=runner)
    assert browser.fill_in("/failures/retry", "/sources").status_code == 303
    assert said in browser.get("/sources").text


def test_a_failure_is_left_as_it_is(
    log_in: Any, store: Store, filled_sources: dict[str, int]
) -> None:
    browser = log_in("Ana", Scope.REVIEW)
    here = f"/failures/{filled_sources['first']}/leave"
    answer = browser.fill_in(here, "/sources", back="queue")
    assert (answer.status_code, answer.headers["location"]) == (303, "/queue#look-at-failure")
    assert [failure.id for failure in views.failures(store)] == [filled_sources["second"]]
    last = views.failures(store, answered=True)[-1]
    assert (last.outcome, last.answered_by) == ("given_up", "Ana")
    again = browser.fill_in(here, "/sources")
    assert again.status_code == 409
    assert browser.fill_in("/failures/999/leave", "/sources").status_code == 404


def test_scopes(log_in: Any, filled_sources: dict[str, int]) -> None:
    reader = log_in("Cy")
    page = reader.get("/sources").text
    assert "Try all of them again" not in page
    assert "Leave it" not in page
    assert reader.post("/failures/retry").status_code == 403
    assert reader.post(f"/failures/{filled_sources['first']}/leave").status_code == 403
    reader.cookies.clear()
    for address in ("/sources", "/sources/paper", "/documents", "/failures"):
        assert reader.get(address).status_code == 303, address


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/documents?cursor=abc", 400),
        ("/documents?colour=red", 422),
        ("/failures?before=0", 422),
        ("/sources/paper?cursor=abc", 400),
    ],
)
def test_refusals(
    client: TestClient, filled_sources: dict[str, int], address: str, status: int
) -> None:
    assert client.get(address, headers={"accept": "text/html"}).status_code == status

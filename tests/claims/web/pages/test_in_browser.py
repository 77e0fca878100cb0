"""What only a browser shows: the pages with their scripts, style sheets and a failing network."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

pytest.importorskip("playwright")

from playwright.sync_api import Browser, Page, expect

from claims import desk
from claims.model import Stance
from claims.status import Scope
from claims.store import Store
from tests.claims.web.conftest import DAY
from tests.claims.web.pages.serving import serve
from tests.e2e.browser import Visitor, is_wider_than_the_screen


@pytest.fixture
def ana(store: Store, browser: Browser) -> Iterator[Visitor]:
    """Ana's window, logged in; she may review."""
    if store.dialect != "sqlite":
        pytest.skip("a browser does not see which database it is")
    with serve(store) as site:
        visitor = Visitor(browser, site)
        token = desk.make_token(store, "root", "laptop", "Ana", [Scope.READ, Scope.REVIEW])
        visitor.log_in(token.secret)
        yield visitor
        visitor.context.close()


def slow_down(page: Page, milliseconds: int) -> None:
    """Let every answer take that long."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("Network.enable")
    how = {"latency": milliseconds, "downloadThroughput": -1, "uploadThroughput": -1}
    devtools.send("Network.emulateNetworkConditions", {"offline": False, **how})


def test_a_cell_never_shows_the_words_of_another_one(ana: Visitor, filled: dict[str, int]) -> None:
    page = ana.page
    page.goto(f"/claims/{filled['grain']}")
    words, cells = page.locator("#quote-body"), page.locator("a.cell")
    cells.first.click()
    expect(words).to_contain_text("The words of the document.")
    page.keyboard.press("Escape")

    slow_down(page, 1_000)
    cells.nth(1).click()
    assert words.inner_text() == "Reading…"
    page.keyboard.press("Escape")
    cells.nth(2).click()
    expect(words).to_contain_text("The words of the document.")
    page.wait_for_timeout(1_500)  # what was asked for before would have come by now
    asked = cells.nth(2).locator("xpath=ancestor::tr").locator("th").inner_text()
    assert words.locator(".party").inner_text() == asked
    page.keyboard.press("Escape")

    page.route("**/quotes?*", lambda route: route.abort())
    cells.first.click()
    expect(words).to_contain_text("No answer came")


@pytest.mark.parametrize("address", ["/", "/runs"])
def test_the_head_has_its_pages_on_one_line_of_a_small_phone(ana: Visitor, address: str) -> None:
    page = ana.page
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(address)
    entries = page.get_by_role("navigation", name="Main").get_by_role("link").all()
    assert len({entry.bounding_box()["y"] for entry in entries}) == 1
    assert not is_wider_than_the_screen(page)


@pytest.mark.parametrize(
    ("status", "told"), [(None, "No answer came"), (500, "could not do it (500)")]
)
def test_an_answer_that_fails_is_told(
    ana: Visitor, filled: dict[str, int], status: int | None, told: str
) -> None:
    """And the page stays as it is: an error's page never comes into it."""
    page = ana.page
    page.goto("/queue")
    refuse = page.get_by_role("button", name="Not the same")
    shown = "**/queue/proposals/*"
    body = "<!doctype html><h1>A page of its own</h1>"
    if status is None:
        page.route(shown, lambda route: route.abort())
    else:
        page.route(
            shown,
            lambda route: route.fulfill(status=status, content_type="text/html", body=body),
        )
    refuse.click()
    expect(page.get_by_role("alert")).to_contain_text(told)
    expect(page.get_by_text("A page of its own")).to_have_count(0)
    page.unroute(shown)
    refuse.click()
    expect(page.get_by_text("Refused: not proposed again.")).to_be_visible()
    expect(page.get_by_role("alert")).to_have_count(0)


def test_the_newest_day_of_a_long_matrix_is_in_sight(ana: Visitor, seed: Any) -> None:
    with seed.together():
        claim = seed.claim("Southland moved the border post.")
        for offset in range(30):
            seed.stance(claim, "Southland", Stance.DENIES, DAY + timedelta(days=offset))
    ana.page.goto(f"/claims/{claim}")
    newest = ana.page.locator(f"th time[datetime='{DAY + timedelta(days=29)}']")
    expect(newest).to_be_in_viewport()


def test_lines_of_a_long_sentence_do_not_lie_over_each_other(ana: Visitor, seed: Any) -> None:
    ana.page.goto(f"/claims/{seed.claim('Southland moved the border post. ' * 30)}")
    measure = (
        "each => ['fontSize', 'lineHeight'].map(name => parseFloat(getComputedStyle(each)[name]))"
    )
    letters, pitch = ana.page.locator("h1 summary").evaluate(measure)
    assert pitch > letters

"""What only a browser shows: where the keyboard is, what is kept, what an open page tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

pytest.importorskip("playwright")

from playwright.sync_api import Browser, Page, expect

from claims import desk
from claims.status import Scope
from claims.store import Store
from claims.web.pages.templating import NAV
from tests.claims.web.pages.serving import serve
from tests.e2e.browser import Visitor, find_chromium

pytestmark = pytest.mark.e2e

Enter = Callable[..., Visitor]


@pytest.fixture
def store(lite: Store) -> Store:
    """Pages are the same over either database."""
    return lite


@pytest.fixture
def site(store: Store, filled: dict[str, int]) -> Iterator[str]:
    """The pages over the test's record, served at a port of their own."""
    find_chromium()
    with serve(store) as address:
        yield address


@pytest.fixture
def enter(browser: Browser, site: str, store: Store) -> Iterator[Enter]:
    """``enter("Ana")``: a window of somebody who may review."""
    entered: list[Visitor] = []

    def make(person: str = "Ana") -> Visitor:
        visitor = Visitor(browser, site)
        entered.append(visitor)
        visitor.log_in(make_token(store, person))
        return visitor

    yield make
    for visitor in entered:
        visitor.context.close()


def make_token(store: Store, person: str) -> str:
    return desk.make_token(store, "root", "desk", person, [Scope.READ, Scope.REVIEW]).secret


def log_in_again(page: Page, store: Store) -> None:
    page.get_by_label("Token").fill(make_token(store, "Ana"))
    page.get_by_role("button", name="Log in").click()


def test_a_reason_outlives_its_session(enter: Enter, store: Store) -> None:
    visitor = enter()
    page = visitor.page
    page.goto("/queue")
    page.get_by_label("Reason, if it needs one").fill("They are two ships.")
    visitor.context.clear_cookies()
    page.get_by_role("button", name="Not the same").click()
    expect(page.get_by_role("alert")).to_contain_text("Nothing was written")
    log_in_again(page, store)
    expect(page.get_by_text("They are two ships.")).to_be_visible()
    page.get_by_role("button", name="Send it now").click()
    expect(page.get_by_text("Refused: not proposed again.")).to_be_visible()


def test_an_open_page_says_when_it_no_longer_follows(
    enter: Enter, store: Store, monkeypatch: Any
) -> None:
    monkeypatch.setattr("claims.web.live.MAY_SECONDS", 0.2)
    visitor = enter()
    page, other = visitor.page, visitor.context.new_page()
    with page.expect_request("**/events*"):  # before it, a session's end leads to the log-in
        page.goto("/claims/1")
    page.wait_for_timeout(500)
    visitor.context.clear_cookies()
    desk.revoke_token(store, "root", 1)
    line = page.locator("#not-live")
    expect(line).to_contain_text("Your session is over")
    expect(line.get_by_role("link")).to_have_attribute("href", "/login?next=%2Fclaims%2F1")
    other.goto("/login")
    log_in_again(other, store)
    expect(line).to_have_count(0)


def focused(page: Page) -> str:
    """The text of what has the keyboard; BODY where nothing has."""
    return str(
        page.evaluate("document.activeElement.tagName + ': ' + document.activeElement.textContent")
    )


def test_the_keyboard_goes_on_at_the_first_new_row(enter: Enter, seed: Any) -> None:
    with seed.together():
        for number in range(52):
            seed.claim(f"Ship {number} left the harbour.")
    page = enter().page
    more = page.get_by_role("button", name="Show more")
    more.press("Enter")
    expect(more).to_have_count(0)
    first = page.locator("[data-row]").nth(50)
    assert focused(page) == f"A: {first.get_by_role('link').first.inner_text()}"
    page.keyboard.press("j")
    assert (
        focused(page)
        == f"A: {page.locator('[data-row]').nth(51).get_by_role('link').first.inner_text()}"
    )


def test_the_keyboard_stays_at_an_answered_proposal(enter: Enter) -> None:
    page = enter().page
    page.goto("/queue")
    page.get_by_role("button", name="Not the same").press("Enter")
    expect(page.get_by_text("Refused: not proposed again.")).to_be_visible()
    assert focused(page).startswith("LI: Refused")
    expect(page.locator(".item", has_text="Refused: not")).to_contain_text("moved the border post")
    expect(page.locator("#proposals-waiting")).to_have_text("0")
    expect(page.get_by_role("link", name="Proposals 0")).to_be_visible()


def test_two_keys_lead_to_each_page_of_the_head(enter: Enter) -> None:
    page = enter().page
    page.clock.set_fixed_time("2026-11-29T09:00:00")  # no time passes between them, however busy
    page.keyboard.press("?")
    told = page.locator("dl.keys dd", has_text="go to the board").inner_text()
    page.keyboard.press("Escape")
    for _, address, label in NAV:
        with page.expect_navigation(url=f"**{address}"):
            page.keyboard.press("g")
            page.keyboard.press(label[0].lower())
        assert label.lower() in told


def test_a_second_press_folds_a_correction_with_what_was_typed(enter: Enter) -> None:
    page = enter().page
    page.goto("/documents/1")
    opener = page.get_by_role("link", name="Correct or withdraw").first
    reason = page.get_by_label("Reason, which goes on record")
    opener.click()
    reason.fill("The cue is another one.")
    opener.click()
    expect(reason).to_be_hidden()
    opener.click()
    expect(reason).to_have_value("The cue is another one.")


def test_changed_claims_are_shown_after_the_skip_link_too(enter: Enter, seed: Any) -> None:
    page = enter().page
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    seed.claim("The fleet left the harbour at night.")
    page.locator("[data-changed]").get_by_role("link", name="show").click()
    expect(page.get_by_text("The fleet left the harbour at night.")).to_be_visible()

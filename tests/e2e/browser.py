"""A real Chromium at a desk of one's own: people, what they do on the pages, what they see."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

SCREENSHOTS = Path(__file__).with_name("screenshots")
ANEW = bool(os.environ.get("ONRECORD_SCREENSHOTS"))
WIDE = {"width": 1200, "height": 800}
PHONE = {"width": 375, "height": 740}
SECONDS = 60


def find_chromium() -> str:
    """The system's Chromium; the test skips where there is none."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.skip("no Chromium on this machine: apt-get install chromium")
    return found


@contextmanager
def open_browser() -> Iterator[Browser]:
    """A headless Chromium, ended afterwards."""
    expect.set_options(timeout=SECONDS * 1000)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


class Visitor:
    """One person's browser window. Whatever it complains about is kept in ``complaints``."""

    def __init__(self, browser: Browser, site: str, **look: Any) -> None:
        self.site = site
        self.complaints: list[str] = []
        self.context: BrowserContext = browser.new_context(
            base_url=site, viewport=look.pop("viewport", WIDE), **look
        )
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(SECONDS * 1000)
        self.page.on("console", self._keep)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _keep(self, message: Any) -> None:
        # A refused form answers 4xx, which Chromium notes as an error of loading.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.complaints.append(message.text)

    def log_in(self, token: str) -> Page:
        """By the page's form, with a token; the board comes next."""
        self.page.goto("/login")
        self.page.get_by_label("Token").fill(token)
        self.page.get_by_role("button", name="Log in").click()
        expect(self.page.get_by_role("button", name="Log out")).to_be_visible()
        return self.page


def find_violations(page: Page, address: str) -> list[str]:
    """What axe has against a page: rule, element and page, one line each.

    A page that is not answered as wanted counts, too: axe has nothing against a page of errors.
    """
    answer = page.goto(address)
    if answer is None or not answer.ok:
        told = page.locator("body").inner_text()
        return [f"{address}: answered {answer and answer.status}: {' '.join(told.split())[:300]}"]
    found = Axe().run(page).response["violations"]
    return [
        f"{address}: {rule['id']} at {node['target']}: {rule['help']}"
        for rule in found
        for node in rule["nodes"]
    ]


def is_wider_than_the_screen(page: Page) -> bool:
    """Whether the page would have to be pushed sideways to be read."""
    return bool(
        page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    )


def take_screenshot(page: Page, name: str) -> None:
    """``screenshots/NAME.png``, where it is not there yet or ONRECORD_SCREENSHOTS is set."""
    path = SCREENSHOTS / f"{name}.png"
    if ANEW or not path.exists():
        page.screenshot(path=path, animations="disabled")

"""A day at the desk, in a real browser: from a pasted text to a published claim, and back."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("playwright")

from playwright.sync_api import Page, expect

import flows
from tests.e2e.browser import (
    PHONE,
    Visitor,
    find_chromium,
    find_violations,
    is_wider_than_the_screen,
    open_browser,
    take_screenshot,
)

pytestmark = pytest.mark.e2e

TEXT = """Peru said on Friday that Bolivia had moved troops to the border near Lake Titicaca.

Bolivia neither confirmed nor denied that it had moved troops to the border near Lake Titicaca.

A spokesman for the Organization of American States declined to comment on the report."""
SAMPLES = Path(flows.__file__).with_name("samples")
DENIAL = "Bolivia denied on Saturday that it had moved troops to the border near Lake Titicaca."
WHY = "Satellite pictures of two operators show the columns, and Peru's account fits them."
HOSTILE = "<script>document.title='taken over'</script>\u202egnirts sdrawkcab"


def make_token(desk: Any, person: str, *scopes: str) -> str:
    words = [word for scope in scopes for word in ("--scope", scope)]
    made = desk.read("tokens", "create", "--name", "desk", "--person", person, *words)
    return str(made["secret"])


def test_a_day_at_the_desk(onrecord_up: Any) -> None:
    find_chromium()
    site = json.loads((onrecord_up.home / "up.json").read_text())["api"]
    ana_token = make_token(onrecord_up, "Ana", "read", "contribute", "review")
    bo_token = make_token(onrecord_up, "Bo", "read", "review", "approve")
    with open_browser() as browser:
        watcher, ana, bo = (Visitor(browser, site) for _ in range(3))
        watcher.log_in(ana_token)
        ana.log_in(ana_token)
        bo.log_in(bo_token)

        claim = paste_and_watch(ana.page)
        sees_it_live(watcher.page)
        tabs_behind_hold_no_stream(Visitor(browser, site), ana_token)
        correct_a_finding(ana.page)
        watcher.page.goto(claim)
        attach_evidence(ana.page, claim)
        sees_that_it_changed(watcher.page)
        decide(ana.page, claim)
        stale_form_loses_no_typing(bo.page, ana.page, claim)
        approve(bo.page, claim)
        is_published(bo.page, claim)
        challenged_by_new_material(ana.page, claim)
        take_hostile_text(ana.page)
        is_worked_by_keyboard(ana.page)
        keeps_filters_and_colours(ana.page)
        prints_the_reading_alone(ana.page, claim)
        complaints = [*watcher.complaints, *ana.complaints, *bo.complaints]
        assert complaints == []

        onrecord_up.run("ingest", SAMPLES)
        violations, wide = look_at_every_page(browser, site, ana_token, claim)
        assert violations == []
        assert wide == []


def paste_and_watch(page: Page) -> str:
    page.goto("/runs")
    page.get_by_label("Text of a report or statement").fill(TEXT)
    page.get_by_label("Title").fill("Troops at the lake")
    page.get_by_label("Published on").fill("2026-03-06")
    page.get_by_role("button", name="Take it in").click()

    steps = page.get_by_role("list", name="What it did")
    expect(steps).to_contain_text("looking for claims in “Troops at the lake”")
    expect(page.get_by_role("heading", name="What it found")).to_be_visible()
    take_screenshot(page, "run")
    link = page.get_by_role("link", name=re.compile("Bolivia (had )?moved troops"))
    return str(link.get_attribute("href"))


def sees_it_live(page: Page) -> None:
    """The board that was open all the time tells of the claim without being loaded again."""
    expect(page.locator("[data-changed]")).not_to_be_empty()
    expect(page.locator("[data-count=stage-new]")).not_to_have_text("0")


def tabs_behind_hold_no_stream(visitor: Visitor, token: str) -> None:
    """A browser gives a site six connections: more boards than that may lie open in tabs."""
    visitor.log_in(token)
    # Playwright shows every page; this is what a page behind others finds.
    visitor.context.add_init_script("Object.defineProperty(document, 'hidden', {get: () => true})")
    for _ in range(8):
        tab = visitor.context.new_page()
        tab.goto("/")
        expect(tab.get_by_role("heading", name="Board")).to_be_visible()
        tab.wait_for_timeout(300)
    visitor.context.close()


def sees_that_it_changed(page: Page) -> None:
    """The claim's page that was open meanwhile says so, and shows it on demand."""
    place = page.locator("[data-changed]")
    expect(place).to_contain_text("This claim changed since you opened it")
    place.get_by_role("link").click()
    expect(page.get_by_role("region", name="supports")).to_contain_text("Pictures of the columns")


def correct_a_finding(page: Page) -> None:
    page.goto("/documents/1")
    finding = page.get_by_role("article", name=re.compile("Finding .*Peru"))
    finding.get_by_role("link", name="Correct or withdraw").click()
    finding.get_by_label("Party").fill("Peru's foreign ministry")
    finding.get_by_label("Reason, which goes on record").fill("The ministry spoke, says the text.")
    finding.get_by_role("button", name="Put it right").click()

    right = page.get_by_role("article", name=re.compile("Finding .*Peruvian Foreign Ministry"))
    expect(right).to_be_visible()
    expect(right.locator("del")).to_contain_text("Peru")


def attach_evidence(page: Page, claim: str) -> None:
    page.goto(claim)
    page.get_by_text("Attach evidence", exact=True).click()
    form = page.locator("form[action$='/acts/evidence']")
    form.get_by_label("How it bears on the claim").select_option("supports")
    form.get_by_label("What it is").select_option("record")
    expect(form.get_by_label("Document number")).to_be_hidden()
    form.get_by_label("Address").fill("https://pictures.example/columns")
    form.get_by_label("Title").fill("Pictures of the columns")
    form.get_by_label("Who stands behind it").fill("Pictures Example")
    form.get_by_label("How reliable the source is").select_option("A")
    form.get_by_label("How credible this item is").select_option("2")
    form.get_by_role("button", name="Attach").click()

    expect(page.get_by_role("region", name="supports")).to_contain_text("Pictures of the columns")


def decide(page: Page, claim: str) -> None:
    page.goto(claim)
    page.locator("summary", has_text="Decide").click()
    form = page.locator("form[action$='/acts/decide']")
    form.get_by_label("Status").select_option("supported")
    form.get_by_label("Rationale").fill(WHY)
    form.get_by_role("button", name="Decide").click()

    expect(page.get_by_role("status").first).to_contain_text("Another person approves it")
    page.locator("summary", has_text="Not now").click()
    expect(page.get_by_role("button", name="Approve")).to_be_disabled()  # she decided it herself


def stale_form_loses_no_typing(bo: Page, ana: Page, claim: str) -> None:
    bo.goto(claim)
    bo.locator("summary", has_text="Back to review").click()
    form = bo.locator("form[action$='/acts/reopen']")
    form.get_by_label("Reason").fill("Half a thought that must not be lost")
    attach_evidence(ana, claim)
    form.get_by_role("button", name="Take back to review").click()

    expect(bo.get_by_label("Reason")).to_have_value("Half a thought that must not be lost")
    expect(bo.get_by_role("main")).to_contain_text("evidence")
    take_screenshot(bo, "stale")


def approve(page: Page, claim: str) -> None:
    page.goto(claim)
    form = page.locator("form[action$='/acts/approve']")
    form.get_by_role("button", name="Approve").click()
    expect(page.get_by_role("status").first).to_contain_text("Approved")


def is_published(page: Page, claim: str) -> None:
    """The flow that follows an approval has published it."""
    for _ in range(60):
        page.goto(claim)
        if page.get_by_text("Published by").count():
            break
        page.wait_for_timeout(500)
    expect(page.get_by_text("Published by").first).to_be_visible()


def challenged_by_new_material(page: Page, claim: str) -> None:
    page.goto("/runs")
    dropped = page.evaluate_handle(
        """text => {
            const held = new DataTransfer();
            held.items.add(new File([text], "denial.txt", { type: "text/plain" }));
            return held;
        }""",
        DENIAL,
    )
    page.locator("form[data-drop]").dispatch_event("drop", {"dataTransfer": dropped})
    page.get_by_role("button", name="Take it in").click()
    expect(page.get_by_role("heading", name="What it found")).to_be_visible()

    page.goto(claim)
    expect(page.get_by_role("main")).to_contain_text("Challenged by")
    turns = page.get_by_role("region", name="Who changed position")
    expect(turns).to_contain_text("neither confirms nor denies")
    expect(turns).to_contain_text("denies")
    matrix = page.get_by_role("region", name="Stance matrix")
    cell = matrix.get_by_role("link", name="denies", exact=True)
    cell.first.click()
    expect(page.locator("#quote")).to_contain_text("Bolivia denied on Saturday")
    expect(page.get_by_role("region", name="Stance matrix")).to_contain_text("6 Mar 2026")
    page.keyboard.press("Escape")


def take_hostile_text(page: Page) -> None:
    page.goto("/runs")
    page.get_by_label("Title").fill(HOSTILE)
    page.get_by_label("Text of a report or statement").fill(f"Chad said that {HOSTILE} had come.")
    page.get_by_role("button", name="Take it in").click()
    expect(page.get_by_role("heading", name="What it found")).to_be_visible()

    page.goto("/documents/3")
    expect(page.get_by_role("heading", level=1)).to_contain_text("<script>")
    assert "taken over" not in page.title().partition("</script>")[2]


def is_worked_by_keyboard(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.keyboard.press("Escape")
    lines = page.locator("tr[data-claim] a")
    for key, line in (("j", 0), ("j", 1), ("k", 0), ("k", 0)):
        page.keyboard.press(key)
        expect(lines.nth(line)).to_be_focused()
    address = str(lines.first.get_attribute("href"))
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{address}")
    page.keyboard.press("/")
    page.keyboard.type("border jk?")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?words=border+jk%3F")
    page.keyboard.press("g")
    page.keyboard.press("q")
    page.wait_for_url("**/queue")


def keeps_filters_and_colours(page: Page) -> None:
    """In this browser: filters under a name, and the colours that were chosen."""
    page.goto("/?stage=new")
    page.get_by_label("Name for the filters now set").fill("Fresh ones")
    page.get_by_role("button", name="Save").click()
    page.locator("[data-theme-switch]").click()
    page.goto("/")
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    page.get_by_role("link", name="Fresh ones").click()
    page.wait_for_url("**/?stage=new")
    page.get_by_role("button", name="Forget Fresh ones").click()
    page.locator("[data-theme-switch]").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def prints_the_reading_alone(page: Page, claim: str) -> None:
    page.goto(claim)
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="What to do")).to_be_hidden()
    expect(page.get_by_role("searchbox", name="Search claims")).to_be_hidden()
    expect(page.get_by_role("region", name="Stance matrix")).to_be_visible()
    source = page.get_by_role("link", name="source").first
    told = source.evaluate("link => getComputedStyle(link, '::after').content")
    assert "attr(href)" in told or "pictures.example" in told
    page.emulate_media(media="screen")


def look_at_every_page(
    browser: Any, site: str, token: str, claim: str
) -> tuple[list[str], list[str]]:
    """Every page under axe, in both themes and on a phone; a screenshot of each.

    The themes differ in colours alone, so the phone shows one of them.
    """
    pages = {
        "board": "/", "claim": claim, "document": "/documents/1", "party": "/parties/bolivia",
        "sources": "/sources", "queue": "/queue", "runs": "/runs", "login": "/login",
        "parties": "/parties", "guide": "/docs",
    }  # fmt: skip
    violations, wide = [], []
    for scheme, viewport in (("light", None), ("dark", None), ("light", PHONE)):
        look = {"color_scheme": scheme} | ({"viewport": viewport} if viewport else {})
        visitor = Visitor(browser, site, **look)
        visitor.log_in(token)
        for name, address in pages.items():
            violations += [f"{scheme} {line}" for line in find_violations(visitor.page, address)]
            if is_wider_than_the_screen(visitor.page):
                wide.append(f"{address} at {viewport or 'full width'}")
            if name in ("parties", "guide"):
                continue
            if viewport is None and (scheme == "light" or name in ("board", "claim")):
                take_screenshot(visitor.page, name if scheme == "light" else f"{name}-dark")
            elif viewport is not None and name == "claim":
                take_screenshot(visitor.page, "claim-phone")
        visitor.context.close()
    return violations, wide

"""HTML pages: the article, and the fact-checks that the page states as JSON-LD.

trafilatura finds the article's text; JSON-LD and ``meta`` elements give title,
site and time, and htmldate (through trafilatura) the day when they do not.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import trafilatura
from lxml.html import HtmlElement

from sources.model import Capture
from sources.readers.caps import MAX_HTML_BYTES
from sources.readers.dates import parse_date
from sources.readers.decode import decode_text, normalise_newlines
from sources.readers.draft import Draft, Problem
from sources.readers.factchecks import (
    HOLDERS,
    JsonObject,
    find_claim_reviews,
    read_claim_review,
    read_name,
    read_text,
)
from sources.readers.language import read_language_tag
from sources.readers.markup import (
    MarkupError,
    check_markup,
    find_declared_charset,
    parse_markup,
)

log = logging.getLogger(__name__)
# What it throws away of a page is its business; of one that gives no text we say so ourselves.
logging.getLogger("trafilatura").setLevel(logging.ERROR)

DATE_SEARCH = {"original_date": True, "extensive_search": False, "max_date": "2100-12-31"}
"""Without the guesses from running text, and with a fixed last day: htmldate's own
is today, which would make the same bytes read differently tomorrow."""

PUBLISHED = ("article:published_time", "datepublished", "date", "dc.date", "dcterms.created")
SITE_NAMES = ("og:site_name", "application-name")


def read_page(capture: Capture) -> Iterator[Draft | Problem]:
    """The page's article (item ""), then one document for each ClaimReview in it."""
    if len(capture.data) > MAX_HTML_BYTES:
        yield Problem(f"it is HTML of more than {MAX_HTML_BYTES} bytes: hand in its text instead")
        return
    text = decode_text(capture.data, find_declared_charset(capture.data))
    try:
        check_markup(text)
        tree = parse_markup(text)
    except (MarkupError, ValueError) as error:
        yield Problem(str(error))
        return
    linked = _read_linked_data(tree, capture.name)
    checks = [
        read_claim_review(node, f"ClaimReview {number}")
        for number, node in enumerate(find_claim_reviews(linked), start=1)
    ]
    article = _draft_article(capture, tree, linked)
    if isinstance(article, Draft) or not checks:
        yield article
    page_url = article.url if isinstance(article, Draft) else capture.url
    for check in checks:
        yield replace(check, url=check.url or page_url) if isinstance(check, Draft) else check


def _draft_article(capture: Capture, tree: HtmlElement, linked: list[object]) -> Draft | Problem:
    metas = _read_metas(tree)
    node = _find_article(linked)
    url = capture.url or _find_url(tree, metas)
    language = read_language_tag(node.get("inLanguage")) or read_language_tag(tree.get("lang"))
    published = parse_date(node.get("datePublished")) or _first_date(metas)
    names = (read_name(node.get("publisher")), *(metas.get(key) for key in SITE_NAMES))
    try:
        found: Any = trafilatura.bare_extraction(
            tree,
            url=url,
            include_comments=False,
            date_extraction_params=DATE_SEARCH,
            with_metadata=True,
        )
    except Exception as error:  # noqa: BLE001 - a parser's bug is this page's failure, not the run's
        return Problem(f"its article could not be extracted: {' '.join(str(error).split())[:200]}")
    if found is None or not found.text:
        return Problem("no article text was found in its HTML: hand in its text as a .txt file")
    return Draft(
        text=normalise_newlines(found.text),
        title=read_text(node, "headline") or found.title or "",
        url=url,
        outlet_names=tuple(dict.fromkeys(name for name in names if name)),
        language_hint=language,
        published_at=published or parse_date(found.date),
    )


def _read_linked_data(tree: HtmlElement, name: str) -> list[object]:
    """The page's JSON-LD blocks; a broken one is warned about and left out."""
    blocks: list[object] = []
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            blocks.append(json.loads(script.text or "", strict=False))
        except (ValueError, RecursionError) as error:
            log.warning("%s: one JSON-LD block is not valid and was left out: %s", name, error)
    return blocks


def _find_article(linked: list[object]) -> JsonObject:
    """The first JSON-LD node whose type ends in Article, else an empty one."""
    waiting: list[object] = list(reversed(linked))
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting.extend(reversed(node))
        elif isinstance(node, dict):
            types = node.get("@type")
            for each in types if isinstance(types, list) else [types]:
                if isinstance(each, str) and each.endswith(("Article", "BlogPosting")):
                    return node
            waiting.extend(node[key] for key in reversed(HOLDERS) if key in node)
    return {}


def _read_metas(tree: HtmlElement) -> dict[str, str]:
    """``meta`` contents by lower-case property, name or itemprop; the first of each counts."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = (meta.get("content") or "").strip()
        if key and content:
            found.setdefault(key.strip().lower(), content)
    return found


def _find_url(tree: HtmlElement, metas: dict[str, str]) -> str | None:
    """The page's own address: canonical link or ``og:url``, absolute ones only."""
    links = [
        link.get("href") or ""
        for link in tree.iter("link")
        if "canonical" in (link.get("rel") or "").lower().split()
    ]
    for url in (*links, metas.get("og:url", "")):
        if url.strip().startswith(("http://", "https://")):
            return url.strip()
    return None


def _first_date(metas: dict[str, str]) -> Any:
    dates = (parse_date(metas.get(key)) for key in PUBLISHED)
    return next((date for date in dates if date is not None), None)

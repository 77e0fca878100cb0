"""RSS and Atom: one document an item."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

import fastfeedparser

from sources.model import Capture, DocumentKind
from sources.readers.caps import MAX_FEED_BYTES, MAX_FEED_ITEMS, MAX_SNIPPET_CHARS
from sources.readers.decode import decode_text
from sources.readers.draft import Draft, Problem
from sources.readers.feed_xml import declares_entities, find_dates, prepare_body
from sources.readers.finish import key_by_content
from sources.readers.language import read_language_tag
from sources.readers.markup import MarkupError, find_declared_charset, read_snippet

_ROOT = re.compile(r"<(?:\w+:)?(?:rss|feed|rdf)[\s>]", re.IGNORECASE)
_ITEM = re.compile(r"<(?:\w+:)?(?:item|entry)[\s>]", re.IGNORECASE)


def read_feed(capture: Capture) -> Iterator[Draft | Problem]:
    """The feed's items in order. An item without words is a problem, the others go on."""
    if len(capture.data) > MAX_FEED_BYTES:
        yield Problem(f"it is a feed of more than {MAX_FEED_BYTES} bytes: split it")
        return
    text = decode_text(capture.data, find_declared_charset(capture.data))
    body = prepare_body(text)
    complaint = _complain(text, body)
    if complaint:
        yield Problem(complaint)
        return
    try:
        # Bytes only: a string that starts with http:// would be fetched.
        feed = fastfeedparser.parse(body, include_media=False, include_tags=False)
        dates = find_dates(body)
    except Exception as error:  # noqa: BLE001 - a parser's bug is this feed's failure, not the run's
        yield Problem(
            f"it could not be parsed as RSS or Atom: {' '.join(str(error).split())[:200]}"
        )
        return
    entries = feed["entries"]
    if len(dates) != len(entries):  # too damaged to tell whose date is whose
        dates = [None] * len(entries)
    for number, (entry, date) in enumerate(zip(entries, dates, strict=True), start=1):
        yield _draft_item(feed["feed"], entry, date, f"item {number}")


def _complain(text: str, body: bytes) -> str:
    """What forbids parsing the feed, or ""."""
    if _ROOT.search(text) is None:
        return "it is called a feed, but holds no RSS or Atom element"
    if declares_entities(body):
        return "it declares entities of its own, which are not expanded: save it without its DTD"
    items = sum(1 for _ in _ITEM.finditer(text))
    if items > MAX_FEED_ITEMS:
        return f"it has {items} items, more than {MAX_FEED_ITEMS}: split it"
    return ""


def _draft_item(
    feed: Mapping[str, Any], entry: Mapping[str, Any], date: datetime | None, where: str
) -> Draft | Problem:
    try:
        title = read_snippet(html.escape(_read(entry, "title"), quote=False)).replace("\n", " ")
        text = _read_body(entry) or title
    except (MarkupError, ValueError) as error:
        return Problem(f"{where}: {error}", where)
    if not text:
        return Problem(f"{where} holds no text: neither a title nor a description", where)
    url = _read(entry, "link") or None
    feed_name, feed_site = _read(feed, "title"), _read(feed, "link")
    return Draft(
        text=text,
        item=_read(entry, "id") or url or key_by_content(title, text),
        kind=DocumentKind.FEED_ITEM,
        title=html.unescape(title),
        url=url,
        outlet_names=(feed_name,) if feed_name else (),
        outlet_sites=(feed_site,) if feed_site else (),
        language_hint=read_language_tag(feed.get("language")),
        published_at=date,
    )


def _read_body(entry: Mapping[str, Any]) -> str:
    """Text of the item's content, or of its description when the content has none."""
    contents = [_read(each, "value") for each in entry.get("content") or ()]
    for markup in (*contents, _read(entry, "description")):
        if len(markup) > MAX_SNIPPET_CHARS:
            raise MarkupError(f"its HTML is longer than {MAX_SNIPPET_CHARS} characters")
        text = read_snippet(markup)
        if text:
            return text
    return ""


def _read(values: Mapping[str, Any], key: str) -> str:
    value = values.get(key)
    return value.strip() if isinstance(value, str) else ""

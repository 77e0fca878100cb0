"""What the feed parser is not left to guess: a feed's entities, and the dates of its items.

The parser cuts a text off at an entity that XML does not know (``&nbsp;``). It makes a day
up from today where a date is not whole, and takes a guid that is a number for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from html.entities import html5
from io import BytesIO
from typing import Any, cast

from lxml import etree

from sources.readers.dates import parse_date

DATES = ("pubdate", "published", "issued", "date", "updated", "modified", "lastbuilddate")
"""Elements that date an item, without namespace and in lower case, the surest first."""
ITEMS = ("{*}item", "{*}entry")
CHUNK_BYTES = 4096

_DECLARATION = re.compile(r"^\s*<\?xml.*?\?>", re.DOTALL)
_REFERENCE = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)"
    r"|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)(?P<name>[A-Za-z][A-Za-z0-9]*;)?",
    re.DOTALL,
)
"""An ampersand that begins nothing XML knows; CDATA sections and comments hold none."""


def prepare_body(text: str) -> bytes:
    """The feed as UTF-8 that says so; HTML's entities as characters, stray ampersands escaped."""
    body = _REFERENCE.sub(_repair, _DECLARATION.sub("", text, count=1))
    declared = '<?xml version="1.0" encoding="utf-8"?>\n' + body
    return declared.encode("utf-8", errors="replace")


def declares_entities(body: bytes) -> bool:
    """Whether the feed declares entities of its own: its head is parsed, up to the root."""
    if b"<!ENTITY" not in body:
        return False
    parser = etree.XMLPullParser(
        events=("start",), recover=True, resolve_entities=False, no_network=True
    )
    for start in range(0, len(body), CHUNK_BYTES):
        parser.feed(body[start : start + CHUNK_BYTES])
        for _event, root in cast(Iterator[tuple[str, Any]], parser.read_events()):
            declared = root.getroottree().docinfo.internalDTD
            return declared is not None and next(declared.iterentities(), None) is not None
    return True  # so bad that no element begins


def find_dates(body: bytes) -> list[datetime | None]:
    """When each item says that it was published, in the order of the document."""
    found: list[datetime | None] = []
    inside = 0  # an item in an item is a part of it
    events = etree.iterparse(
        BytesIO(body), events=("start", "end"), tag=ITEMS, recover=True, resolve_entities=False,
        no_network=True, collect_ids=False, huge_tree=True,
    )  # fmt: skip
    for event, item in events:
        inside += 1 if event == "start" else -1
        if event == "end" and not inside:
            found.append(_find_date(item))
            item.clear()
    return found


def _find_date(item: etree._Element) -> datetime | None:
    told: dict[str, datetime] = {}
    for child in item.iterchildren("*"):
        name = etree.QName(child).localname.lower()
        date = parse_date(child.text) if name in DATES else None
        if date is not None:
            told.setdefault(name, date)
    return next((told[name] for name in DATES if name in told), None)


def _repair(found: re.Match[str]) -> str:
    if not found[0].startswith("&"):
        return found[0]
    name = found["name"] or ""
    if name in html5:
        return "".join(f"&#{ord(character)};" for character in html5[name])
    return f"&amp;{name}"

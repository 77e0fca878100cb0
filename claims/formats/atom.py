"""Status changes as an Atom feed in pages (RFC 4287, RFC 5005), with ids that never change
(RFC 4151)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from urllib.parse import quote

from lxml import etree
from pydantic import AwareDatetime, Field

from claims.model import Value

NAMESPACE = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"

# XML 1.0 has no room for these, and lxml refuses them; a quote from a scanned
# PDF may hold one.
_NOT_XML = {code: None for code in range(32) if code not in (9, 10, 13)} | {
    127: None,
    0xFFFE: None,
    0xFFFF: None,
}


class FeedEntry(Value):
    """One entry. ``id`` is a tag URI, the same for the same change for ever."""

    id: str = Field(pattern=r"^tag:[^,]+,\d{4}(-\d{2}(-\d{2})?)?:.+$")
    title: str = Field(min_length=1)
    updated: AwareDatetime
    author: str = Field(min_length=1)
    """Who changed the status: a person, or the policy."""
    link: str
    """The page for people: where a feed reader leads."""
    data: str
    """The same for programs, as JSON."""
    summary: str = ""
    categories: tuple[str, ...] = ()


class Feed(Value):
    """The feed around the entries. ``updated`` is used where there is no entry yet."""

    id: str = Field(pattern=r"^tag:[^,]+,\d{4}(-\d{2}(-\d{2})?)?:.+$")
    title: str = Field(min_length=1)
    self_link: str
    link: str
    author: str = Field(min_length=1)
    updated: AwareDatetime
    first: str | None = None
    """The feed's first page, where this is a later one."""
    next: str | None = None
    """The page of what happened before, where there is one."""


def tag_uri(authority: str, minted: date, path: str) -> str:
    """``tag:example.org,2026-11-01:claim/7/status/3`` (RFC 4151).

    ``authority`` is a host name we held on the day ``minted``: neither may
    follow later moves of the site, or every reader sees all entries anew.
    """
    return f"tag:{authority.lower()},{minted.isoformat()}:{quote(path, safe='/')}"


def write_atom(feed: Feed, entries: Iterable[FeedEntry]) -> bytes:
    """The feed as UTF-8 XML. Entries stand in the order given (newest first)."""
    listed = list(entries)
    newest = max((entry.updated for entry in listed), default=feed.updated)
    root = etree.Element(_name("feed"), nsmap={None: NAMESPACE})  # type: ignore[dict-item]  # the stubs lack None
    _add(root, "id", feed.id)
    _add(root, "title", feed.title)
    _add(root, "updated", _write_moment(newest))
    _add(etree.SubElement(root, _name("author")), "name", feed.author)
    _link(root, "self", feed.self_link, MEDIA_TYPE)
    _link(root, "alternate", feed.link, "text/html")
    for relation, page in (("first", feed.first), ("next", feed.next)):
        if page is not None:
            _link(root, relation, page, MEDIA_TYPE)
    for entry in listed:
        _add_entry(root, entry)
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)
    return written


def _add_entry(root: etree._Element, entry: FeedEntry) -> None:
    node = etree.SubElement(root, _name("entry"))
    _add(node, "id", entry.id)
    _add(node, "title", entry.title)
    _add(node, "updated", _write_moment(entry.updated))
    _add(etree.SubElement(node, _name("author")), "name", entry.author)
    _link(node, "alternate", entry.link, "text/html")
    # Not a second alternate: some readers follow the last one.
    _link(node, "related", entry.data, "application/json")
    if entry.summary:
        _add(node, "summary", entry.summary)
    for category in entry.categories:
        etree.SubElement(node, _name("category"), term=category)


def _link(parent: etree._Element, relation: str, address: str, media_type: str) -> None:
    etree.SubElement(parent, _name("link"), rel=relation, type=media_type, href=address)


def _name(local: str) -> str:
    return f"{{{NAMESPACE}}}{local}"


def _add(parent: etree._Element, local: str, text: str) -> None:
    etree.SubElement(parent, _name(local)).text = text.translate(_NOT_XML)


def _write_moment(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")

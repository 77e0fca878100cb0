"""Atom out: what RFC 4287 asks for, and ids that stay."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from pydantic import ValidationError

from claims.formats import Feed, FeedEntry, tag_uri, write_atom

ATOM = {"a": "http://www.w3.org/2005/Atom"}
START = datetime(2026, 11, 1, 12, tzinfo=UTC)


def feed() -> Feed:
    return Feed(
        id=tag_uri("record.example", date(2026, 1, 1), "status"),
        title="Status changes",
        self_link="https://record.example/api/v1/feed.atom",
        link="https://record.example/",
        author="The Desk",
        updated=START,
    )


def entry(number: int = 1, **changes: object) -> FeedEntry:
    values: dict[str, object] = {
        "id": tag_uri("record.example", date(2026, 11, 2), f"claim/{number}/status/{number}"),
        "title": "contested: Northland ships grain.",
        "updated": START + timedelta(hours=number),
        "author": "policy",
        "link": f"https://record.example/claims/{number}",
        "data": f"https://record.example/api/v1/claims/{number}",
        "summary": "Southland denies it.",
        "categories": ("contested",),
    }
    return FeedEntry.model_validate(values | changes)


def parse(data: bytes) -> etree._Element:
    return etree.fromstring(data)


def test_feed_has_every_element_that_rfc_4287_requires() -> None:
    root = parse(write_atom(feed(), [entry(2), entry(1)]))
    assert root.tag == "{http://www.w3.org/2005/Atom}feed"
    for required in ("a:id", "a:title", "a:updated", "a:author/a:name"):
        assert len(root.xpath(required, namespaces=ATOM)) == 1, required
        for node in root.xpath("a:entry", namespaces=ATOM):
            assert len(node.xpath(required, namespaces=ATOM)) == 1, required
    assert root.xpath("a:link[@rel='self']/@href", namespaces=ATOM) == [feed().self_link]
    ids = root.xpath("//a:id/text()", namespaces=ATOM)
    assert len(set(ids)) == len(ids) == 3


def test_an_entry_leads_people_to_the_page_and_programs_to_the_data() -> None:
    root = parse(write_atom(feed(), [entry(1)]))
    links = [dict(node.attrib) for node in root.xpath("a:entry/a:link", namespaces=ATOM)]
    assert [(each["rel"], each["type"], each["href"]) for each in links] == [
        ("alternate", "text/html", "https://record.example/claims/1"),
        ("related", "application/json", "https://record.example/api/v1/claims/1"),
    ]


def test_feed_is_as_new_as_its_newest_entry() -> None:
    root = parse(write_atom(feed(), [entry(2), entry(1)]))
    assert root.findtext("a:updated", namespaces=ATOM) == "2026-11-01T14:00:00Z"


def test_empty_feed_keeps_its_own_time() -> None:
    root = parse(write_atom(feed(), []))
    assert root.findtext("a:updated", namespaces=ATOM) == "2026-11-01T12:00:00Z"


def test_times_carry_their_zone() -> None:
    kabul = timezone(timedelta(hours=4, minutes=30))
    root = parse(write_atom(feed(), [entry(updated=datetime(2026, 11, 2, 1, tzinfo=kabul))]))
    assert root.findtext("a:entry/a:updated", namespaces=ATOM) == "2026-11-02T01:00:00+04:30"


def test_tag_uri_is_lower_case_and_quoted() -> None:
    assert (
        tag_uri("Record.Example", date(2026, 11, 2), "claim/7/status/3 b")
        == "tag:record.example,2026-11-02:claim/7/status/3%20b"
    )


@pytest.mark.parametrize("bad", ["https://record.example/1", "tag:record.example:1", ""])
def test_entry_refuses_an_id_that_is_no_tag(bad: str) -> None:
    with pytest.raises(ValidationError, match="id"):
        entry(id=bad)


def test_entry_refuses_a_time_without_zone() -> None:
    with pytest.raises(ValidationError, match="updated"):
        entry(updated=datetime(2026, 11, 2))


@given(title=st.text(min_size=1), summary=st.text())
def test_any_text_gives_readable_xml(title: str, summary: str) -> None:
    root = parse(write_atom(feed(), [entry(title=title, summary=summary)]))
    assert len(root.xpath("a:entry/a:title", namespaces=ATOM)) == 1

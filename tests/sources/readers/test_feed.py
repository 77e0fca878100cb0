"""RSS and Atom: a document an item."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from sources.model import DocumentKind, ReadFailure
from sources.readers import feed

Read = Callable[..., list[Any]]

RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>{title}</title><link>{site}</link><language>en-gb</language>{items}</channel></rss>
"""
ITEM = """<item><title>Ministry &amp;amp; port deny shipment – again</title>
<link>{link}</link><guid isPermaLink="false">story-1</guid>
<pubDate>Sat, 02 May 2020 10:00:00 GMT</pubDate>
<description>&lt;p&gt;The ministry denied it.&lt;/p&gt;&lt;p&gt;The port
  did &lt;b&gt;too&lt;/b&gt;.&lt;/p&gt;</description></item>"""


def make_rss(
    items: str, title: str = "A Paper", site: str = "https://paper.example", encoding: str = "utf-8"
) -> bytes:
    return RSS.format(title=title, site=site, items=items, encoding=encoding).encode(encoding)


def test_an_item_becomes_a_document(read_bytes: Read) -> None:
    (found,) = read_bytes(make_rss(ITEM.format(link="https://paper.example/1")), "latest.rss")
    assert found.kind is DocumentKind.FEED_ITEM
    assert found.text == "The ministry denied it.\nThe port did too."
    assert found.title == "Ministry & port deny shipment – again"
    assert (found.item, found.url) == ("story-1", "https://paper.example/1")
    assert found.published_at == datetime(2020, 5, 2, 10, tzinfo=UTC)
    assert (found.outlet_id, found.outlet_name, found.language) == (None, "A Paper", "en")


@pytest.mark.parametrize(
    ("link", "site", "title", "outlet_id"),
    [
        ("https://www.bbc.co.uk/news/1", "https://x.example", "Some feed", "bbc"),
        ("https://feeds.example/1", "https://www.theguardian.com/us", "Some feed", "guardian"),
        ("https://feeds.example/1", "https://x.example", "BBC News - World", "bbc"),
        ("https://feeds.example/1", "https://x.example", "World: Reuters", "reuters"),
        ("https://feeds.example/1", "https://x.example", "Reuters | CNN", None),
        ("https://feeds.example/1", "https://x.example", "News about the BBC", None),
    ],
)
def test_the_outlet_comes_from_link_site_or_title(
    read_bytes: Read, link: str, site: str, title: str, outlet_id: str | None
) -> None:
    (found,) = read_bytes(make_rss(ITEM.format(link=link), title, site), "latest.rss")
    assert found.outlet_id == outlet_id


def test_the_declared_encoding_is_read(read_bytes: Read) -> None:
    item = "<item><title>Raríssimas nega</title><description>A direção negou.</description></item>"
    data = make_rss(item, "Notícias", encoding="iso-8859-1")
    (found,) = read_bytes(data, "latest.xml")
    assert (found.title, found.text, found.outlet_name) == (
        "Raríssimas nega",
        "A direção negou.",
        "Notícias",
    )


def test_an_atom_entry_becomes_a_document(read_bytes: Read) -> None:
    atom = """<feed xmlns="http://www.w3.org/2005/Atom"><title>A Paper</title>
    <entry><id>tag:1</id><title>Denial</title><updated>2020-05-02T10:00:00Z</updated>
    <link href="https://paper.example/1"/>
    <content type="html"><![CDATA[<p>It said <i>no</i>.</p><script>x()</script>]]></content>
    </entry></feed>"""
    (found,) = read_bytes(atom, "latest.atom")
    assert (found.item, found.text, found.title) == ("tag:1", "It said no.", "Denial")
    assert found.published_at == datetime(2020, 5, 2, 10, tzinfo=UTC)


def test_an_item_without_words_is_a_failure_and_the_others_go_on(read_bytes: Read) -> None:
    items = "<item><link>https://paper.example/0</link></item>" + ITEM.format(link="x")
    bad, good = read_bytes(make_rss(items), "latest.rss")
    assert isinstance(bad, ReadFailure)
    assert "item 1 holds no text" in bad.reason
    assert good.item == "story-1"


@pytest.mark.parametrize(
    ("item", "key"),
    [
        ("<link>https://paper.example/1</link><title>A denial</title>", "https://paper.example/1"),
        ("<title>A denial</title>", None),
    ],
)
def test_keys_without_a_guid(read_bytes: Read, item: str, key: str | None) -> None:
    other = "<item><title>Another</title></item>"
    alone = read_bytes(make_rss(f"<item>{item}</item>"), "a.rss")
    second = read_bytes(make_rss(f"{other}<item>{item}</item>"), "a.rss")
    assert alone[0].item == second[1].item
    assert key is None or alone[0].item == key


def test_a_title_alone_is_the_text(read_bytes: Read) -> None:
    (found,) = read_bytes(make_rss("<item><title>Port denies it</title></item>"), "a.rss")
    assert (found.text, found.title) == ("Port denies it", "Port denies it")


@pytest.mark.parametrize(
    ("told", "day"),
    [
        pytest.param("<pubDate>Sat, 02 May 2020 10:00:00 GMT</pubDate>", 2, id="whole"),
        pytest.param("<pubDate>May 2020</pubDate>", None, id="no day"),
        pytest.param("<pubDate>Tue</pubDate>", None, id="a weekday"),
        pytest.param("<pubDate>10:30</pubDate>", None, id="a time"),
        pytest.param("", None, id="none: the guid is no date"),
        pytest.param("<pubDate>May</pubDate><updated>2020-05-03</updated>", 3, id="the next best"),
        pytest.param("<atom:updated>2020-05-03</atom:updated><pubDate>2020-05-02</pubDate>", 2,
                     id="published before updated"),
        pytest.param("<dc:date>2020-05-04T08:00:00Z</dc:date>", 4, id="Dublin Core"),
    ],
)  # fmt: skip
def test_a_date_that_is_not_whole_is_none(read_bytes: Read, told: str, day: int | None) -> None:
    item = f"<item><guid>1</guid><title>Port denies it</title>{told}</item>"
    spaces = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"'
    rss = make_rss(ITEM.format(link="x") + item).replace(b"<rss", f"<rss {spaces}".encode())
    first, found = read_bytes(rss, "a.rss")
    assert first.published_at == datetime(2020, 5, 2, 10, tzinfo=UTC)
    assert (found.published_at and found.published_at.day) == day


def test_an_item_in_an_item_leaves_every_date_in_its_place(read_bytes: Read) -> None:
    nested = "<item><title>Old</title><pubDate>2019-01-01</pubDate></item>"
    items = f"<item><title>Port denies it</title>{nested}</item>" + ITEM.format(link="x")
    assert [found.published_at for found in read_bytes(make_rss(items), "a.rss")] == [
        None,
        datetime(2020, 5, 2, 10, tzinfo=UTC),
    ]


@pytest.mark.parametrize(
    "before",
    [
        pytest.param("", id="at the head"),
        pytest.param("<!-- <rss > -->", id="behind a comment that names the root"),
        pytest.param("<?note <rss > ?>", id="behind an instruction that names it"),
    ],
)
def test_entities_of_its_own_are_refused(read_bytes: Read, before: str) -> None:
    rss = make_rss(ITEM.format(link="x")).decode().partition("?>")[2]
    bomb = f'{before}<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>{rss}'
    (failure,) = read_bytes(bomb, "a.rss")
    assert "declares entities" in failure.reason


def test_an_article_on_entities_is_read(read_bytes: Read) -> None:
    told = '<![CDATA[Write <code>&lt;!ENTITY</code> or "<!ENTITY a>".]]>'
    item = f"<item><title>T</title><description>{told}</description></item>"
    (found,) = read_bytes(make_rss(item), "a.rss")
    assert found.text.startswith("Write <!ENTITY or")


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ("It said&nbsp;no &ndash; the caf&eacute; stays.", "It said no – the café stays."),
        ("It &neg; shipped grain. It denies all.", "It &neg; shipped grain. It denies all."),
        ("AT&T denies it. &#8220;No&#x201D; &amp;amp; more.", "AT&T denies it. “No” & more."),
        ("<![CDATA[<b>AT&amp;T</b> & the caf&eacute; deny.]]>", "AT&T & the café deny."),
    ],
)
def test_no_word_is_lost_behind_an_ampersand(read_bytes: Read, told: str, text: str) -> None:
    item = f"<item><title>T</title><description>{told}</description></item>"
    (found,) = read_bytes(make_rss(item), "a.rss")
    assert found.text == text


def test_too_many_items_are_refused(read_bytes: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "MAX_FEED_ITEMS", 2)
    (failure,) = read_bytes(make_rss(ITEM * 3), "a.rss")
    assert "3 items, more than 2" in failure.reason
    monkeypatch.setattr(feed, "MAX_FEED_BYTES", 10)
    (failure,) = read_bytes(make_rss(ITEM), "a.rss")
    assert "more than 10 bytes" in failure.reason


def test_an_item_nested_too_deep_is_a_failure_and_the_others_go_on(read_bytes: Read) -> None:
    deep = "&lt;div&gt;" * 20_000 + "no"
    items = f"<item><title>A denial</title><description>{deep}</description></item>"
    bad, good = read_bytes(make_rss(items + ITEM.format(link="x")), "a.rss")
    assert "incomplete" in bad.reason
    assert good.item == "story-1"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("<html><body>gone</body></html>", "holds no RSS or Atom element"),
        ("http://127.0.0.1:9/feed", "holds no RSS or Atom element"),
    ],
)
def test_what_is_no_feed_is_named(read_bytes: Read, data: str, reason: str) -> None:
    (failure,) = read_bytes(data, "a.rss")
    assert reason in failure.reason


def test_a_long_feed_is_read_whole(read_bytes: Read) -> None:
    items = "".join(
        f"<item><guid>{n}</guid><title>Denial number {n}</title></item>" for n in range(3_000)
    )
    found = read_bytes(make_rss(items), "a.rss")
    assert (len(found), found[-1].item) == (3_000, "2999")


def test_a_key_too_long_for_an_index_becomes_its_digest(read_bytes: Read) -> None:
    item = f"<item><guid>{'g' * 5_000}</guid><title>{'Denial ' * 200}</title></item>"
    (found,) = read_bytes(make_rss(item), "a.rss")
    assert len(found.item) == 16
    assert (len(found.title), len(found.text)) == (500, 7 * 200 - 1)

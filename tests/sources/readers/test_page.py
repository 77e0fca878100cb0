"""HTML pages: the article, its metadata, and fact-checks stated as JSON-LD."""

import contextlib
import json
import logging
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from unittest.mock import Mock

import pytest

from sources.model import DocumentKind, ReadFailure
from sources.readers import markup, page
from sources.readers.markup import MarkupError, check_markup, read_snippet

Read = Callable[..., list[Any]]

BODY = """<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article>
<h1>Ministry denies shipment</h1>
<p>The ministry denied on Saturday that any shipment had left the port of the capital.</p>
<p>"Nothing has left," its spokesperson told reporters. The port’s owner declined to comment.</p>
</article><footer>Cookies and imprint</footer>"""

CANONICAL = '<link rel="canonical" href="{}">'
OG = '<meta property="og:{}" content="{}">'


def make_page(head: str = "", body: str = BODY) -> str:
    return f'<!DOCTYPE html><html lang="en"><head>{head}</head><body>{body}</body></html>'


def make_ld(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def test_the_article_is_read_and_the_furniture_is_not(read_bytes: Read) -> None:
    (found,) = read_bytes(make_page("<title>Ministry denies shipment</title>"), "page.html")
    assert "The ministry denied on Saturday" in found.text
    assert "declined to comment." in found.text
    assert "Cookies" not in found.text
    assert "Sport" not in found.text
    assert (found.item, found.kind) == ("", DocumentKind.ARTICLE)
    assert (found.title, found.language) == ("Ministry denies shipment", "en")


def test_json_ld_gives_title_time_and_outlet(read_bytes: Read) -> None:
    ld = {
        "@graph": [
            {"@type": "WebSite"},
            {
                "@type": "NewsArticle",
                "headline": "Denial at the port",
                "datePublished": "2020-05-02T10:00:00+02:00",
                "publisher": {"name": "BBC News"},
            },
        ]
    }
    (found,) = read_bytes(make_page(make_ld(ld)), "page.html")
    assert found.title == "Denial at the port"
    assert found.published_at == datetime(2020, 5, 2, 8, tzinfo=UTC)
    assert (found.outlet_id, found.outlet_name) == ("bbc", "BBC News")


@pytest.mark.parametrize(
    ("head", "moment"),
    [
        (
            '<meta property="article:published_time" content="2020-05-02T10:00:00Z">',
            datetime(2020, 5, 2, 10, tzinfo=UTC),
        ),
        ('<meta name="date" content="2020-05-02">', datetime(2020, 5, 2, tzinfo=UTC)),
        ('<meta name="pubdate" content="2020-05-02">', datetime(2020, 5, 2, tzinfo=UTC)),
        ("", None),
    ],
)
def test_dates(read_bytes: Read, head: str, moment: datetime | None) -> None:
    (found,) = read_bytes(make_page(head), "page.html")
    assert found.published_at == moment


@pytest.mark.parametrize(
    ("head", "given", "url", "outlet_id"),
    [
        (CANONICAL.format("https://dw.com/x"), None, "https://dw.com/x", "deutsche-welle"),
        (OG.format("url", "https://tass.com/x"), None, "https://tass.com/x", "tass"),
        (CANONICAL.format("/x"), None, None, None),
        (CANONICAL.format("https://dw.com/"), "https://rt.com/1", "https://rt.com/1", "rt"),
        (OG.format("site_name", "Al Jazeera"), None, None, "al-jazeera"),
    ],
)
def test_the_page_says_where_it_is_from_unless_the_capture_knows(
    read_bytes: Read, head: str, given: str | None, url: str | None, outlet_id: str | None
) -> None:
    (found,) = read_bytes(make_page(head), "page.html", given)
    assert (found.url, found.outlet_id) == (url, outlet_id)


@pytest.mark.parametrize(
    ("charset", "head"),
    [
        ("utf-8", ""),
        ("utf-8", '<meta charset="utf-8">'),
        ("windows-1252", '<meta charset="windows-1252">'),
        ("utf-16", ""),
    ],
)
def test_charsets(read_bytes: Read, charset: str, head: str) -> None:
    (found,) = read_bytes(make_page(head).encode(charset), "page.html")
    assert "The port’s owner" in found.text


def test_an_embedded_claim_review_is_a_document_of_its_own(read_bytes: Read) -> None:
    review = {
        "@type": "ClaimReview",
        "claimReviewed": "A shipment has left the port.",
        "author": {"name": "PolitiFact"},
        "reviewRating": {"alternateName": "False"},
    }
    article, check = read_bytes(
        make_page(make_ld([review])), "page.html", "https://politifact.com/1"
    )
    assert article.kind is DocumentKind.ARTICLE
    assert check.kind is DocumentKind.FACT_CHECK
    assert (check.url, check.outlet_id) == ("https://politifact.com/1", "politifact")
    assert check.reviews[0].rating == "False"


def test_a_page_with_nothing_but_a_claim_review_is_that_fact_check(read_bytes: Read) -> None:
    review = {"@type": "ClaimReview", "claimReviewed": "A shipment has left the port."}
    (check,) = read_bytes(make_page(make_ld(review), ""), "page.html")
    assert check.kind is DocumentKind.FACT_CHECK


def test_broken_json_ld_is_warned_about_by_name(
    read_bytes: Read, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        (found,) = read_bytes(
            make_page('<script type="application/ld+json">{"@type": </script>'), "page.html"
        )
    assert "The ministry denied" in found.text
    assert "page.html: one JSON-LD block is not valid" in caplog.text


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        (make_page("", ""), "no article text"),
        ("<!-- only a comment -->", "HTML"),
        (make_page("", "<div>" * 20_000 + "<p>The ministry denied it.</p>"), "20002 elements deep"),
        (make_page("", "<b>x</b>" * 60_000), "tags, more than"),
    ],
)
def test_what_cannot_be_read_says_why(read_bytes: Read, markup: str, reason: str) -> None:
    (failure,) = read_bytes(markup, "page.html")
    assert isinstance(failure, ReadFailure)
    assert reason in failure.reason


def test_a_page_that_gives_no_text_is_told_of_once(
    read_bytes: Read, caplog: pytest.LogCaptureFixture
) -> None:
    read_bytes(make_page("", ""), "page.html")
    assert caplog.messages == []


def test_too_big_a_page_is_refused(read_bytes: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "MAX_HTML_BYTES", 10)
    (failure,) = read_bytes(make_page(), "page.html")
    assert "more than 10 bytes" in failure.reason


def test_text_at_the_deepest_allowed_level_is_not_lost(read_bytes: Read) -> None:
    depth = 238  # html and body make 240
    story = "<p>" + "The ministry denied on Saturday that any shipment had left. " * 4 + "</p>"
    (found,) = read_bytes(make_page("", "<div>" * depth + story + "</div>" * depth), "page.html")
    assert "any shipment had left" in found.text


def test_pages_that_do_not_close_their_paragraphs_are_not_deep() -> None:
    check_markup("<ul>" + "<li><p>one<br><a href=x>two<td>" * 5_000)
    check_markup("<!--" + "<div>" * 5_000 + "--><script>" + "<div>" * 5_000 + "</script>")
    with pytest.raises(MarkupError):
        check_markup("<span>" * 300)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("plain words", "plain words"),
        ("a &amp; b", "a & b"),
        ("<p>one</p><p>two <b>bold</b> word</p>", "one\ntwo bold word"),
        ("one<br>two", "one\ntwo"),
        ("<ul><li>one<li>two</ul>", "one\ntwo"),
        ("<p>keep</p><script>drop()</script><style>p{}</style> tail", "keep\ntail"),
        ("<img src=x>", ""),
        ("<!-- note -->", ""),
        ("", ""),
    ],
)
def test_snippets(markup: str, text: str) -> None:
    assert read_snippet(markup) == text


@pytest.mark.parametrize("opening", ["<!--", "<script ", "<style>", "<"])
def test_what_never_closes_costs_one_look(opening: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ends = {name: Mock(wraps=end) for name, end in markup._RAW_ENDS.items()}
    monkeypatch.setattr(markup, "_RAW_ENDS", ends)
    with contextlib.suppress(MarkupError):
        check_markup("<html>" + opening * 300_000)
    assert sum(end.search.call_count for end in ends.values()) == (opening != "<")

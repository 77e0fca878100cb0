"""Plain text: kept to the letter, with title, date and outlet from its first lines."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.model import DocumentKind, ReadFailure, SourceDocument
from sources.readers import caps, plain
from sources.readers.plain import find_headline, find_wire_credit

Read = Callable[..., list[Any]]

STORY = """Envoy leaves capital after talks

May 2, 2020 10:00 am GMT

GENEVA, May 2 (Reuters) - The envoy left, the ministry said.
"""


def test_a_story_gives_title_date_outlet_and_language(read_bytes: Read) -> None:
    (found,) = read_bytes(STORY, "story.txt")
    assert isinstance(found, SourceDocument)
    assert found.text == STORY
    assert (found.item, found.kind, found.name) == ("", DocumentKind.ARTICLE, "story.txt")
    assert found.title == "Envoy leaves capital after talks"
    assert found.published_at == datetime(2020, 5, 2, 10, tzinfo=UTC)
    assert (found.outlet_id, found.outlet_name, found.language) == ("reuters", "Reuters", "en")


@pytest.mark.parametrize(
    ("url", "outlet_id", "outlet_name"),
    [
        ("https://www.bbc.com/news/1", "bbc", "BBC"),
        ("https://unknown.example/1", None, None),
    ],
)
def test_a_wire_credit_counts_only_when_no_url_says_otherwise(
    read_bytes: Read, url: str, outlet_id: str | None, outlet_name: str | None
) -> None:
    (found,) = read_bytes(STORY, "story.txt", url)
    assert (found.outlet_id, found.outlet_name) == (outlet_id, outlet_name)


def test_an_agency_outside_the_catalogue_is_kept_by_name(read_bytes: Read) -> None:
    (found,) = read_bytes(STORY.replace("Reuters", "Meridian Wire"), "story.txt")
    assert (found.outlet_id, found.outlet_name) == (None, "Meridian Wire")


def test_text_is_what_python_reads(read_bytes: Read, tmp_path: Path) -> None:
    path = tmp_path / "windows.txt"
    path.write_bytes(b"Eins\r\nzwei\rdrei\n\n  vier\t\n")
    (found,) = read_bytes(path.read_bytes(), path.name)
    assert found.text == path.read_text("utf-8") == "Eins\nzwei\ndrei\n\n  vier\t\n"


@given(text=st.text(st.characters(exclude_characters="\r\x00", exclude_categories=["Cs"])))
def test_utf8_text_is_kept_to_the_letter_and_read_alike_twice(read_bytes: Read, text: str) -> None:
    text = "Seoul " + text
    first, second = read_bytes(text, "a.txt"), read_bytes(text, "a.txt")
    assert first == second
    assert [document.text for document in first] == [text]


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Envoy leaves capital\n\nHe left.", "Envoy leaves capital"),
        ("\n\nEnvoy leaves capital\nHe left.", "Envoy leaves capital"),
        ("Has the envoy left?\n\nNobody knows.", "Has the envoy left?"),
        ("The envoy left on Monday.\n\nHe left.", ""),
        ("The envoy left. Nobody knows why\n\nHe left.", ""),
        ("Envoy leaves capital", ""),
        ("Envoy leaves\n\nHe left.", ""),
        ("By Ann Example and Bo Sample\n\nHe left.", ""),
        ("Photo by Ann Example\n\nHe left.", ""),
        ("The envoy in May. Photo: Ann Example\n\nHe left.", ""),
        ("May 2, 2020 10:00 am GMT\n\nHe left.", ""),
        ("GENEVA (AP) — The envoy left\n\nHe left.", ""),
        ("word " * 40 + "\n\nHe left.", ""),
    ],
)
def test_headlines(text: str, headline: str) -> None:
    assert find_headline(text) == headline


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("GENEVA (Reuters) - The envoy left", "Reuters"),
        ("A headline\n\nGENEVA, May 2 (AFP) — The envoy left", "AFP"),
        ("GENEVA/PARIS, Sept. 2, 2020 (Meridian Wire) -- The envoy left", "Meridian Wire"),
        ("SPRINGFIELD, Mo. (AP) — The envoy left", "AP"),
        ("By Ann Example\n\nGENEVA (Reuters) – The envoy left", "Reuters"),
        ("The World Health Organization (WHO) - a UN body - denied it", ""),
        ("NATO denied it (see below)", ""),
        ("x " * 1000 + "\nGENEVA (Reuters) - Photograph", ""),
    ],
)
def test_wire_credits(text: str, agency: str) -> None:
    assert find_wire_credit(text) == agency


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"", "a.txt", "empty"),
        (b" \n\t", "a.txt", "empty"),
        ("\u3000\n".encode(), "a.txt", "no text"),
        (b"\x00\x01binary", "a.txt", "application/octet-stream, which is not read"),
        (b"%PDF-1.4 ...", "a.pdf", "reading PDF is not there yet"),
        (b"WARC/1.0", "a.warc", "reading WARC and WACZ is not there yet"),
        (b"PK\x03\x04", "a.zip", "application/zip"),
        (b"a,b\n1,2", "a.csv", "text/csv"),
        (b"https://example.org/a\nhttps://example.org/b\n", "urls.txt", "fetching URLs is not"),
        (b"text\n" * 900 + b"\x00", "a.txt", "NUL"),
        (b"\xff\xfe\x00", "a.txt", "byte order mark"),
    ],
)
def test_what_cannot_be_read_says_why(
    read_bytes: Read, data: bytes, name: str, reason: str
) -> None:
    (failure,) = read_bytes(data, name)
    assert isinstance(failure, ReadFailure)
    assert (failure.name, failure.item) == (name, "")
    assert reason in failure.reason


def test_a_text_that_gives_a_url_is_read(read_bytes: Read) -> None:
    (found,) = read_bytes(b"See https://example.org/a", "a.txt")
    assert isinstance(found, SourceDocument)


def test_an_unread_format_says_what_is_read(read_bytes: Read) -> None:
    (failure,) = read_bytes(b"%PDF-1.4", "a.pdf")
    assert "plain text, HTML, RSS and Atom, JSON Lines" in failure.reason


def test_too_much_text_is_refused(read_bytes: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    (failure,) = read_bytes("word " * (caps.MAX_DOCUMENT_CHARS // 5 + 1), "dump.txt")
    assert "split it" in failure.reason
    monkeypatch.setattr(plain, "MAX_TEXT_BYTES", 10)
    (failure,) = read_bytes("more than ten bytes", "dump.txt")
    assert "more than 10 bytes" in failure.reason


@given(
    data=st.binary(max_size=300),
    name=st.sampled_from(["a", "a.txt", "a.html", "a.rss", "a.json", "a.jsonl", "a.pdf", "a.csv"]),
)
def test_no_bytes_break_the_readers(read_bytes: Read, data: bytes, name: str) -> None:
    for found in read_bytes(data, name):
        assert isinstance(found, SourceDocument | ReadFailure)

"""JSON Lines: a document a line, a failure for a bad one, nothing held in memory."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.catalog import OutletCatalogue
from sources.model import ReadFailure, SourceDocument
from sources.readers import capture_bytes, read_capture, records

Read = Callable[..., list[Any]]


def test_fields_are_picked_up(read_bytes: Read) -> None:
    line = {
        "doc": "story-7",
        "title": "Envoy leaves",
        "text": "The envoy left.\r\nThe ministry said so.",
        "url": "https://www.theguardian.com/x",
        "outlet": "The Guardian",
        "published_at": "2020-05-02T10:00:00Z",
        "language": "en-GB",
        "other": 7,
    }
    (found,) = read_bytes(json.dumps(line), "pool.jsonl")
    assert found.text == "The envoy left.\nThe ministry said so."
    assert (found.item, found.title, found.name) == (
        "story-7",
        "Envoy leaves",
        "pool.jsonl [story-7]",
    )
    assert (found.outlet_id, found.outlet_name) == ("guardian", "The Guardian")
    assert found.published_at == datetime(2020, 5, 2, 10, tzinfo=UTC)
    assert (found.language, found.url) == ("en", "https://www.theguardian.com/x")


@pytest.mark.parametrize(
    ("record", "item"),
    [
        ({"doc": "a", "id": "b"}, "a"),
        ({"id": 17}, "17"),
        ({"id": None}, "line 1"),
        ({}, "line 1"),
        ({"doc": "a\x00\ud800"}, "a\ufffd\ufffd"),
    ],
)
def test_item_keys(read_bytes: Read, record: dict[str, object], item: str) -> None:
    (found,) = read_bytes(json.dumps({"text": "The envoy left.", **record}), "pool.jsonl")
    assert found.item == item


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"text": "cut', "not valid JSON"),
        ("[" * 100_000, "not valid JSON"),
        ('["text"]', "not a JSON object"),
        ('{"body": "x"}', 'no "text"'),
        ('{"text": 5}', 'no "text"'),
        ('{"text": "  "}', "no text"),
        (r'{"text": "half \ud83d pair"}', "surrogate"),
        (r'{"text": "a \u0000 NUL"}', "NUL"),
    ],
)
def test_a_bad_line_is_one_failure_and_the_others_go_on(
    read_bytes: Read, line: str, reason: str
) -> None:
    good = '{"text": "The envoy left."}'
    first, bad, last = read_bytes(f"{good}\n\n{line}\n{good}", "pool.jsonl")
    assert isinstance(bad, ReadFailure)
    assert (bad.item, bad.name) == ("line 3", "pool.jsonl [line 3]")
    assert reason in bad.reason
    assert [first.item, last.item] == ["line 1", "line 4"]


def test_too_long_a_line_is_one_failure(read_bytes: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "MAX_JSON_LINE_BYTES", 50)
    long = json.dumps({"text": "word " * 20})
    bad, good = read_bytes(f'{long}\n{{"text": "short"}}', "pool.jsonl")
    assert "longer than 50 bytes" in bad.reason
    assert good.text == "short"


def test_a_key_given_twice_is_numbered(read_bytes: Read) -> None:
    lines = "\n".join(json.dumps({"id": "a", "text": f"Story {n}"}) for n in range(3))
    assert [found.item for found in read_bytes(lines, "pool.jsonl")] == ["a", "a#2", "a#3"]


def test_reading_is_lazy(outlets: OutletCatalogue) -> None:
    lines = b'{"text": "The envoy left."}\n' * 200_000
    found = read_capture(capture_bytes(lines, "pool.jsonl"), outlets)
    assert [next(found).item for _ in range(3)] == ["line 1", "line 2", "line 3"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encodings(read_bytes: Read, encoding: str) -> None:
    lines = '{"text": "Москва отрицает ਊ"}\n{"text": "Да"}'
    found = read_bytes(lines.encode(encoding), "pool.jsonl")
    assert [document.text for document in found] == ["Москва отрицает ਊ", "Да"]


TEXTS = st.text(st.characters(exclude_characters="\r\x00", exclude_categories=["Cs"])).map(
    lambda text: "x" + text
)


@given(texts=st.lists(TEXTS, max_size=5), ascii_only=st.booleans())
def test_texts_go_through_unchanged(read_bytes: Read, texts: list[str], ascii_only: bool) -> None:
    lines = "\n".join(json.dumps({"text": text}, ensure_ascii=ascii_only) for text in texts)
    found = read_bytes(lines or " ", "pool.jsonl")
    read = [document.text for document in found if isinstance(document, SourceDocument)]
    assert read == texts


@given(data=st.binary(max_size=200), at=st.integers(0, 2))
def test_garbage_between_lines_costs_its_own_lines_only(
    read_bytes: Read, data: bytes, at: int
) -> None:
    data = data.replace(b"\xff\xfe", b"").replace(b"\xfe\xff", b"").replace(b"\xef\xbb", b"")
    lines = [b'{"doc": "first", "text": "x"}', b'{"doc": "second", "text": "y"}']
    lines.insert(at, data)
    found = read_bytes(b" " + b"\n".join(lines), "pool.jsonl")
    items = [document.item for document in found if isinstance(document, SourceDocument)]
    assert {"first", "second"} <= set(items) or b"\x00" in data

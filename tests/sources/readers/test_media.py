"""Which format some bytes are in."""

import pytest

from sources.readers.language import read_language_tag, tell_language
from sources.readers.media import tell_media_type


@pytest.mark.parametrize(
    ("data", "name", "media_type"),
    [
        (b"The minister said no.", "a.txt", "text/plain"),
        (b"The minister said no.", "<stdin>", "text/plain"),
        (b"The minister said no.", "notes.2024", "text/plain"),
        (b"", "a.html", "text/html"),
        (b"<!DOCTYPE html><html></html>", "<stdin>", "text/html"),
        (b"\xef\xbb\xbf  <html>", "page", "text/html"),
        (b"<p>The minister said no.</p>", "page.php", "text/html"),
        (b"<html>", "https://paper.example/story.aspx?id=1.txt", "text/html"),
        (b'<?xml version="1.0"?><rss version="2.0">', "latest", "application/rss+xml"),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', "x.xml", "application/rss+xml"),
        (b'<?xml version="1.0"?><urlset/>', "sitemap.xml", "application/xml"),
        (b'{"claims": []}', "answer", "application/json"),
        (b'[{"text": "a"}]', "answer", "application/json"),
        (b'{"text": "a"}\n{"text": "b"}\n', "pool", "application/x-ndjson"),
        (b"[Editor's note] The minister", "note", "text/plain"),
        (b"{x}", "a.jsonl", "application/x-ndjson"),
        (b"a,b\n1,2\n", "table.csv", "text/csv"),
        (b"%PDF-1.7", "a.txt", "application/pdf"),
        (b"x", "a.pdf", "application/pdf"),
        (b"WARC/1.0\r\n", "crawl", "application/warc"),
        (b"\x1f\x8b\x08", "crawl.warc.gz", "application/warc"),
        (b"\x1f\x8b\x08", "pool.jsonl.gz", "application/gzip"),
        (b"PK\x03\x04", "a.wacz", "application/warc"),
        (b"PK\x03\x04", "a.zip", "application/zip"),
        (b"\x89PNG\r\n\x1a\n", "a.html", "image/png"),
        (b"\x00\x01\x02", "a.bin", "application/octet-stream"),
        ("Москва".encode("utf-16"), "a", "text/plain"),
    ],
)
def test_media_types(data: bytes, name: str, media_type: str) -> None:
    assert tell_media_type(data, name) == media_type


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ministry denied on Tuesday that any shipment had left.", "en"),
        ("Das Ministerium wies die Berichte am Dienstag zurück.", "de"),
        ("Министерство опровергло сообщения о поставках оружия.", "ru"),
        ("نفت الوزارة يوم الثلاثاء التقارير عن الشحنات", "ar"),
        ("No, he said.", None),
        ("12345 67890 12345 67890 12345", None),
        ("", None),
    ],
)
def test_languages(text: str, language: str | None) -> None:
    assert tell_language(text) == language


@pytest.mark.parametrize(
    ("tag", "language"),
    [("en", "en"), ("pt-BR", "pt"), ("ZH_hans", "zh"), ("English", None), ("", None), (7, None)],
)
def test_language_tags(tag: object, language: str | None) -> None:
    assert read_language_tag(tag) == language

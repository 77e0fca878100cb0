"""Which format some bytes are in: by signature, by file extension, by sniffing."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from sources.readers.decode import tell_bom

PLAIN = "text/plain"
HTML = "text/html"
FEED = "application/rss+xml"
JSON = "application/json"
JSON_LINES = "application/x-ndjson"
PDF = "application/pdf"
WARC = "application/warc"
UNKNOWN_BINARY = "application/octet-stream"

SIGNATURES = (
    (b"%PDF-", PDF),
    (b"WARC/", WARC),
    (b"\x1f\x8b", "application/gzip"),
    (b"PK\x03\x04", "application/zip"),
    (b"\x89PNG\r\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"\xd0\xcf\x11\xe0", "application/msword"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a", "application/vnd.rar"),
    (b"SQLite format 3\x00", "application/vnd.sqlite3"),
    (b"\x7fELF", "application/x-executable"),
)
"""First bytes of formats that no extension can make into text."""

EXTENSIONS = {
    ".txt": PLAIN,
    ".text": PLAIN,
    ".md": PLAIN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".rss": FEED,
    ".atom": FEED,
    ".jsonl": JSON_LINES,
    ".ndjson": JSON_LINES,
    ".json": JSON,
    ".jsonld": JSON,
    ".pdf": PDF,
    ".warc": WARC,
    ".wacz": WARC,
    ".csv": "text/csv",
    ".tsv": "text/tab-separated-values",
    ".yaml": "application/yaml",
    ".yml": "application/yaml",
    ".css": "text/css",
    ".js": "text/javascript",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".odt": "application/vnd.oasis.opendocument.text",
}

SNIFF_BYTES = 4096

_HTML_START = re.compile(
    r"<!doctype\s+html|<(?:html|head|body|title|article|section|div|h1|p)[\s>]", re.IGNORECASE
)
_FEED_START = re.compile(r"<(?:rss|feed|rdf:rdf|atom:feed)[\s>]", re.IGNORECASE)
_JSON_START = re.compile(r'\{\s*"|\{\s*\}|\[\s*(?:\{|\])')


def tell_media_type(data: bytes, name: str) -> str:
    """Media type of ``data``, whose file name or URL is ``name``.

    A binary signature wins over the extension; a known extension wins over
    what the text looks like; other text is sniffed, and is plain text when it
    begins like no other format.
    """
    lowered = _file_name(name)
    for start, media_type in SIGNATURES:
        if data.startswith(start):
            return _look_into_name(media_type, lowered)
    if looks_binary(data):
        return UNKNOWN_BINARY
    known = EXTENSIONS.get(PurePosixPath(lowered).suffix)
    return known if known is not None else sniff_text(data)


def looks_binary(data: bytes) -> bool:
    """Whether the first bytes hold NULs without a byte order mark that explains them."""
    return tell_bom(data) is None and b"\x00" in data[:SNIFF_BYTES]


def sniff_text(data: bytes) -> str:
    """Media type of text by how it begins."""
    bom = tell_bom(data)
    encoding, skip = bom if bom is not None else ("latin-1", 0)
    start = data[skip : skip + SNIFF_BYTES].decode(encoding, errors="replace").lstrip()
    if start.startswith("<"):
        if _FEED_START.search(start):
            return FEED
        if _HTML_START.search(start):
            return HTML
        if start.startswith("<?xml"):
            return "application/xml"
    if _JSON_START.match(start):
        return JSON_LINES if _has_many_objects(start) else JSON
    return PLAIN


def _look_into_name(media_type: str, lowered: str) -> str:
    """A compressed container is called by what its extension says is packed in it."""
    if media_type == "application/gzip" and lowered.endswith(".warc.gz"):
        return WARC
    if media_type == "application/zip" and lowered.endswith((".wacz", ".docx", ".odt")):
        return EXTENSIONS[PurePosixPath(lowered).suffix]
    return media_type


def _has_many_objects(start: str) -> bool:
    """A first line that is an object closed on it, with another object after it."""
    first, _, rest = start.partition("\n")
    return first.rstrip().endswith("}") and rest.lstrip().startswith("{")


def _file_name(name: str) -> str:
    path = urlsplit(name).path if "://" in name else name
    return PurePosixPath(path.replace("\\", "/")).name.lower()

"""Bytes to text: the only place where characters come into being.

Offsets of a document count from what this module returns, so it changes
nothing but the encoding and the line ends.
"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Longest first where one begins another: UTF-32-LE starts like UTF-16-LE."""

LATIN_NAMES = frozenset({"iso8859-1", "ascii"})
"""What says Latin-1 or ASCII on the web is read as windows-1252 (WHATWG Encoding Standard)."""


UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


class UndecodableError(ValueError):
    """The bytes are not text in any encoding that could be told."""


def decode_text(data: bytes, declared: str | None = None) -> str:
    """Text of ``data`` with ``\\n`` line ends: BOM, then ``declared``, UTF-8, a guess.

    Raises UndecodableError when none of these reads the bytes whole.
    """
    return normalise_newlines(_decode(data, declared))


def normalise_newlines(text: str) -> str:
    """``\\r\\n`` and lone ``\\r`` become ``\\n``, as Python's own text mode does."""
    if "\r" not in text:
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n")


def make_storable(text: str) -> str:
    """``text`` with U+FFFD for NULs and half surrogate pairs, which JSON can hold and no
    database keeps. For titles and names; a document's own text is refused instead."""
    return UNSTORABLE.sub("\ufffd", text)


def tell_bom(data: bytes) -> tuple[str, int] | None:
    """Encoding named by a byte order mark, and the mark's length in bytes."""
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return encoding, len(mark)
    return None


def _decode(data: bytes, declared: str | None) -> str:
    bom = tell_bom(data)
    if bom is not None:
        encoding, length = bom
        try:
            return data[length:].decode(encoding)
        except UnicodeDecodeError as error:
            raise UndecodableError(
                f"its byte order mark says {encoding}, but byte {error.start + length} "
                "is not valid there: save it again as UTF-8"
            ) from error
    for encoding in _candidates(declared):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return _guess(data)


def _candidates(declared: str | None) -> list[str]:
    found: list[str] = []
    if declared:
        try:
            name = codecs.lookup(declared.strip()).name
        except (LookupError, ValueError):
            name = ""  # an unknown name declares nothing
        if name in LATIN_NAMES:
            # Valid UTF-8 with non-ASCII letters is next to never meant as Latin-1.
            found += ["utf-8", "cp1252", "iso8859-1"]
        elif name and not name.startswith(("utf-16", "utf-32")):
            # Whoever could read this declaration as ASCII has no UTF-16 before them.
            found.append(name)
    return [*found, "utf-8"]


def _guess(data: bytes) -> str:
    best = from_bytes(data).best()
    if best is None:
        raise UndecodableError(
            "its bytes are not UTF-8 and no other encoding could be told: save it as UTF-8"
        )
    return str(best)

"""Bytes to text: encodings told, newlines normalised, nothing else touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.readers.decode import (
    UndecodableError,
    decode_text,
    make_storable,
    normalise_newlines,
)

ACCENTS = "Lídia négt: “não” – Ελλάδα, Москва"


@pytest.mark.parametrize(
    ("data", "declared", "text"),
    [
        (ACCENTS.encode(), None, ACCENTS),
        (ACCENTS.encode("utf-8-sig"), None, ACCENTS),
        (ACCENTS.encode("utf-16"), None, ACCENTS),
        (ACCENTS.encode("utf-32"), None, ACCENTS),
        ("Москва отрицает".encode("koi8-r"), "koi8-r", "Москва отрицает"),
        ("Raríssimas".encode("latin-1"), "ISO-8859-1", "Raríssimas"),
        (b"it said \x93no\x94", "iso-8859-1", "it said “no”"),
        ("Raríssimas".encode(), "latin-1", "Raríssimas"),
        ("Raríssimas".encode(), "no-such-encoding", "Raríssimas"),
        ("Raríssimas".encode(), "utf-16", "Raríssimas"),
    ],
)
def test_encodings(data: bytes, declared: str | None, text: str) -> None:
    assert decode_text(data, declared) == text


def test_an_undeclared_encoding_is_guessed() -> None:
    text = (
        "Die Bundesregierung dementierte am Dienstag die Berichte über Lieferungen nach Köln. " * 8
    )
    assert decode_text(text.encode("cp1252")) == text


def test_a_byte_order_mark_that_lies_is_an_error() -> None:
    with pytest.raises(UndecodableError, match="byte order mark says utf-8"):
        decode_text(b"\xef\xbb\xbf\xff\xfe\xfa")


@given(st.text())
def test_text_with_unix_newlines_is_kept_to_the_letter(text: str) -> None:
    text = "x" + text.replace("\r", "")
    assert decode_text(text.encode()) == text


@given(st.text())
def test_newlines_read_as_python_reads_them(text: str) -> None:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    assert normalise_newlines(text.replace("\n", "\r\n")) == text
    assert normalise_newlines(text.replace("\n", "\r")) == text
    assert normalise_newlines(text) is text


@given(st.binary())
def test_any_bytes_are_text_or_a_named_error(data: bytes) -> None:
    try:
        text = decode_text(data)
    except UndecodableError:
        return
    assert "\r" not in text


def test_what_no_database_keeps_is_replaced() -> None:
    assert make_storable("a\x00b\ud800c") == "a\ufffdb\ufffdc"

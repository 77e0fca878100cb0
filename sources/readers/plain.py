"""Plain text: the words as they stand, with what the first lines say about them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sources.model import Capture
from sources.readers.caps import MAX_TEXT_BYTES
from sources.readers.dates import is_dateline
from sources.readers.decode import decode_text
from sources.readers.draft import Draft, Problem

MAX_HEADLINE_CHARS = 150
MIN_HEADLINE_WORDS = 3

_WIRE_CREDIT = re.compile(
    r"^(?:By [^\n()]{3,60}\s)?"
    r"[A-Z]{2}[^\n()]{0,60}?"  # SEOUL, Feb 20; FERGUSON, Mo.; BEIJING/SEOUL
    r"\s\((?P<agency>[A-Z][\w .&'’-]{1,40})\)\s*[-–—:]",
    re.MULTILINE,
)
_NO_HEADLINE = re.compile(
    r"^[(\[]|^(?:by|updated|published|posted|source|photo|image|picture|credit|claim)\b"
    r"|\bphoto(?:graph)?:|[.?!]\s+[A-Z\"“]|\([A-Z]{2,5}\)\s*[-–—]",
    re.IGNORECASE,
)
"""Bylines, credits, notes, and lines of more than one sentence."""

WIRE_CREDIT_CHARS = 1500
"""A wire's credit stands at the head of a story; later ones credit photographs."""


def read_plain(capture: Capture) -> Iterator[Draft | Problem]:
    """The one document of a plain text file."""
    if len(capture.data) > MAX_TEXT_BYTES:
        yield Problem(f"it is text of more than {MAX_TEXT_BYTES} bytes: split it by article")
        return
    yield Draft(text=decode_text(capture.data), url=capture.url, is_plain=True)


def find_headline(text: str) -> str:
    """The first line if it looks like a headline, else "".

    A headline is short, ends like no sentence, is no dateline and no wire
    credit, and has a story below it.
    """
    first, _, rest = text.lstrip("\n").partition("\n")
    headline = first.strip()
    if len(headline) > MAX_HEADLINE_CHARS or len(headline.split()) < MIN_HEADLINE_WORDS:
        return ""
    if headline.endswith((".", ",", ";", ":", '."', ".”", ".'", ".’")) or not rest.strip():
        return ""
    if _NO_HEADLINE.search(headline) or is_dateline(headline) or find_wire_credit(headline):
        return ""
    return headline


def find_wire_credit(text: str) -> str:
    """The agency of a credit such as ``SEOUL (Reuters) -`` at the head of a story, or ""."""
    match = _WIRE_CREDIT.search(text[:WIRE_CREDIT_CHARS])
    return match["agency"].strip() if match else ""

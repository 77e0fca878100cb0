"""Invented news articles with their annotations, of our own writing: ``articles/*.txt``.

Denials, doubts and refusals are rare in real news, and real articles may not stand in this
repository; so people wrote articles that hold many, after the annotation guide. Nobody in
them exists. A file holds articles one after another, each in three parts::

    === name of the article
    The text, a paragraph a line.
    ---
    c1: A claim's sentence.
    ---
    c1 | denies | Party | Speaker or - | alias; alias or - | - or a (anonymous), h (hedged) | quote

The quote is an exact piece of the text that stands there once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from claims.extraction.model.shape import VALUES
from claims.extraction.training.records import BadAnnotationError, Label, Record

ARTICLES = Path(__file__).with_name("articles")
_HEAD, _RULE = re.compile(r"(?m)^=== "), re.compile(r"(?m)^---[ \t]*$\n?")
_CLAIM = re.compile(r"(c\d+): *(\S.*?)\s*")
_FIELDS = 7
_NONE = "-"


def read_invented(folder: Path = ARTICLES) -> list[Record]:
    """Every article of the folder's files, in the order of their names.

    BadAnnotationError names the article and the line that does not fit.
    """
    paths = sorted(folder.glob("*.txt"))
    return [record for path in paths for record in read_articles(path.read_text("utf-8"))]


def read_articles(text: str) -> Iterator[Record]:
    """The articles of one file."""
    for block in filter(str.strip, _HEAD.split(text)):
        name, _, rest = block.partition("\n")
        parts = _RULE.split(rest)
        if len(parts) != 3:
            raise BadAnnotationError(f"{name}: text, claims and stances must be parted by two ---")
        yield _record(name.strip(), parts[0].strip("\n"), parts[1], parts[2])


def _record(name: str, text: str, claims: str, stances: str) -> Record:
    told: dict[str, str] = {}
    for line in filter(str.strip, claims.splitlines()):
        match = _CLAIM.fullmatch(line)
        if match is None:
            raise BadAnnotationError(f"{name}: no claim: {line!r}")
        told[match[1]] = match[2]
    lines = filter(str.strip, stances.splitlines())
    return Record(name, text, told, tuple(_label(name, text, told, line) for line in lines))


def _label(name: str, text: str, claims: Mapping[str, str], line: str) -> Label:
    fields = [field.strip() for field in line.split(" | ", _FIELDS - 1)]
    if len(fields) != _FIELDS:
        raise BadAnnotationError(f"{name}: a stance has {_FIELDS} fields: {line!r}")
    claim, stance, party, speaker, aliases, flags, quote = fields
    if claim not in claims or stance not in VALUES:
        raise BadAnnotationError(f"{name}: unknown claim or stance value: {line!r}")
    if text.count(quote) != 1:
        raise BadAnnotationError(f"{name}: the quote must stand in the text once: {quote!r}")
    start = text.index(quote)
    names = [] if aliases == _NONE else [alias.strip() for alias in aliases.split(";")]
    return Label(
        claim, party, tuple(filter(None, names)), None if speaker == _NONE else speaker, stance,
        start, start + len(quote), anonymous="a" in flags, hedged="h" in flags,
    )  # fmt: skip

"""Invented articles for training: their form, and that every one of them keeps it."""

from __future__ import annotations

import pytest

from claims.extraction.training.invented import read_articles, read_invented
from claims.extraction.training.records import BadAnnotationError, Label

ARTICLE = """=== mill-01
Kellmark closed its mill on Monday.

"We sold nothing," its spokesman Otto Brandt said.
---
c1: Kellmark sold its mill.
---
c1 | denies | Kellmark | Otto Brandt | the firm; its owner | - | "We sold nothing," its spokesman Otto Brandt said
c1 | alleges | unattributed | - | - | h | closed its mill
"""  # noqa: E501
SECOND = ARTICLE.replace("mill-01", "mill-02")


def test_a_file_holds_articles_one_after_another() -> None:
    first, second = read_articles(ARTICLE + SECOND)
    assert (first.doc, second.doc) == ("mill-01", "mill-02")
    assert first.text == ARTICLE.split("\n", 1)[1].partition("\n---")[0]
    assert first.claims == {"c1": "Kellmark sold its mill."}
    quote = '"We sold nothing," its spokesman Otto Brandt said'
    start = first.text.index(quote)
    assert first.labels[0] == Label(
        "c1", "Kellmark", ("the firm", "its owner"), "Otto Brandt", "denies",
        start, start + len(quote),
    )  # fmt: skip
    second_label = first.labels[1]
    assert (second_label.hedged, second_label.speaker, second_label.aliases) == (True, None, ())


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("closed its mill\n", "shut its mill\n", "stand in the text once"),
        ("closed its mill\n", "its\n", "stand in the text once"),
        ("c1 | denies", "c1 | denied", "unknown claim or stance value"),
        ("c1 | denies", "c2 | denies", "unknown claim or stance value"),
        ("Otto Brandt | the firm; its owner | -", "Otto Brandt | -", "7 fields"),
        ("c1: Kellmark", "Kellmark", "no claim"),
        ("---\nc1:", "c1:", "parted by two ---"),
    ],
)
def test_what_does_not_fit_is_named(right: str, wrong: str, told: str) -> None:
    assert right in ARTICLE
    with pytest.raises(BadAnnotationError, match=f"^mill-01: .*{told}"):
        list(read_articles(ARTICLE.replace(right, wrong)))


def test_every_article_keeps_the_form() -> None:
    records = read_invented()
    assert len({record.doc for record in records}) == len(records) > 0
    for record in records:
        assert set(record.claims) == {label.claim for label in record.labels}, record.doc
        for label in record.labels:
            quote = record.text[label.start : label.end]
            assert quote.strip(), record.doc
            assert "\n" not in quote, (record.doc, quote)
            assert label.hedged or label.party != "unattributed", (record.doc, quote)

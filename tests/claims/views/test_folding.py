"""One table of searches, the same on SQLite and PostgreSQL: the board's, documents, passages."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from claims import views
from claims.store import Store, rebuild, verify_projections
from claims.views import BoardFilters

DAY = date(2026, 3, 1)
TOLD = (
    "Erdoğan met the minister of São Tomé at state-run example.com on Monday.",
    "Путин заявил, что груз не отправляли.",
    "An ÉCOLE in Straße 5 printed x² leaﬂets_of war.",
)
SEARCHES = [
    ("Erdoğan", {0}, "as it is written"),
    ("erdogan", {0}, "without accents or case"),
    ("ERDOĞAN", {0}, "in capitals"),
    ("Erdog\u0306an", {0}, "with the accent as a letter of its own"),
    ("Sao tome", {0}, "two words"),
    ("erdogan путин", set(), "every word"),
    ("state", {0}, "a part of a word with a hyphen"),
    ("example com", {0}, "parts of an address"),
    ("example.com", {0}, "an address"),
    ("Erdo", {0}, "a beginning"),
    ("Путин", {1}, "Cyrillic"),
    ("путин", {1}, "Cyrillic, small"),
    ("ПУТИН", {1}, "Cyrillic, in capitals"),
    ("отправ", {1}, "a Cyrillic beginning"),
    ("école", {2}, "small, where it stands in capitals"),
    ("ecole", {2}, "neither accent nor case"),
    ("STRASSE", {2}, "a letter that has two for capitals"),
    ("leaflets", {2}, "a ligature"),
    ("x2", {2}, "a figure that is raised"),
    ("nobody", set(), "what stands nowhere"),
]
PARTS = [("rdoga", {0}), ("УТИ", {1}), ("COL", {2}), ("rass", {2}), ("%", set()), ("s_of", {2})]
"""Found within words of documents; a claim is found by words and their beginnings."""


@pytest.fixture
def told(seed: Any, store: Store) -> Store:
    """A claim and a document of each sentence."""
    for sentence in TOLD:
        seed.document(sentence)
        seed.claim(sentence)
    return store


def test_searches(told: Store) -> None:
    for again in (False, True):
        if again:
            rebuild(told)
        for words, found, why in SEARCHES:
            for as_of in (None, DAY):
                page = views.board(told, BoardFilters(words=words), as_of=as_of)
                assert {row.claim_id - 1 for row in page.items} == found, (words, why, as_of)
            claims = views.search(told, words).claims
            assert {hit.claim_id - 1 for hit in claims} == found, (words, why)
        for words, found, *_ in (*SEARCHES, *PARTS):
            documents = views.documents(told, words=words).items
            assert {row.document_id - 1 for row in documents} == found, words
        assert verify_projections(told).ok


def test_passages_are_looked_for_alike(told: Store) -> None:
    (found,) = views.search_documents(told, "ERDOGAN met the Minister")
    assert found.text == TOLD[0]

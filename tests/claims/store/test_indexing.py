"""Finding: claims by their rarest terms and by words, documents by bands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from claims.store import (
    Store,
    find_claims_by_terms,
    find_documents_by_bands,
    index_terms,
    mark_document,
    read_fingerprints,
    search_claims,
)
from claims.store import indexing as module
from claims.store.facts import Claim
from claims.store.projections import TermCount


@pytest.fixture
def fill(store: Store) -> Callable[[dict[str, tuple[str, ...]]], None]:
    """Opens claims with the terms given, in order."""

    def run(claims: dict[str, tuple[str, ...]]) -> None:
        with store.write("ana", "test") as tx:
            for told, terms in claims.items():
                tx.index_claim(tx.add(Claim(text=told, opened_at=tx.now)), terms)

    return run


def test_the_claim_with_the_rarer_terms_comes_first(
    store: Store, fill: Callable[[dict[str, tuple[str, ...]]], None]
) -> None:
    fill({
        "A": ("ship", "north"),
        "B": ("ship", "kite", "north"),
        "C": ("ship", "north"),
        "D": ("kite",),
        "E": ("plane",),
    })  # fmt: skip
    with store.read() as session:
        assert find_claims_by_terms(session, ["kite", "ship", "unheard"]) == [2, 4, 1, 3]
        assert find_claims_by_terms(session, ["kite", "ship"], limit=1) == [2]
        assert find_claims_by_terms(session, ["unheard"]) == []
        assert find_claims_by_terms(session, []) == []
        counts = {row.term: row.n for row in session.scalars(select(TermCount))}
    assert counts == {"ship": 3, "north": 3, "kite": 2, "plane": 1}


def test_common_terms_are_left_out_when_rarer_ones_are_there(
    store: Store,
    fill: Callable[[dict[str, tuple[str, ...]]], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fill({f"claim {n}": ("common", f"rare{n % 3}", f"own{n}") for n in range(9)})
    monkeypatch.setattr(module, "MAX_POSTINGS", 4)
    with store.read() as session:
        found = find_claims_by_terms(session, ["common", "rare1", "own7"])
    assert found == [8, 2, 5]


def test_claims_and_documents_are_indexed_even_where_nobody_asked(
    store: Store, scribe: Any
) -> None:
    claim = scribe.claim("Northland tested a torpedo in the lagoon.")
    document = scribe.document(body="Ships left the harbour at dawn. " * 20)
    with store.read() as session:
        assert find_claims_by_terms(session, index_terms("A torpedo was tested.")) == [claim]
        bands, mark = mark_document("Ships left the harbour at dawn. " * 20)
        assert find_documents_by_bands(session, bands) == [document]
        assert find_documents_by_bands(session, []) == []
        assert set(read_fingerprints(session, [document, 99])) == {document}
        assert mark


def test_the_document_that_shares_the_most_bands_comes_first(store: Store, scribe: Any) -> None:
    with store.begin() as session:
        module.write_document_marks(
            session, {7: ([1, 2, 3], b"a"), 8: ([2, 3, -(2**63)], b"b"), 9: ([2], b"c")}
        )
    with store.read() as session:
        assert find_documents_by_bands(session, [2, 3, -(2**63)]) == [8, 7, 9]
        assert find_documents_by_bands(session, [2, 3], limit=1) == [7]


SEARCHES = [
    ("ships", {1}),
    ("SHIPS north", {1}),
    ("ship", {1}),
    ("tank", {2}),
    ("northland", {1, 2}),
    ("sends tanks", {2}),
    ("ships tanks", set()),
    ("is", {3}),
    ("i", set()),
    ("", set()),
    ("***", set()),
    ('"', set()),
    ("ships AND OR NOT (", set()),
    ("o'brien", {3}),
    ("text : ships", set()),
    ("ракета", {4}),
]


@pytest.mark.parametrize(("query", "found"), SEARCHES)
def test_search(store: Store, scribe: Any, query: str, found: set[int]) -> None:
    for told in (
        "Northland sends ships.",
        "Northland sends tanks.",
        "O'Brien is so.",
        "Ракета упала.",
    ):
        scribe.claim(told)
    with store.read() as session:
        assert set(search_claims(session, query)) == found


def test_search_leaves_out_claims_merged_away_and_gives_the_newest_first(
    store: Store, scribe: Any
) -> None:
    one, two, three = (scribe.claim(f"Ships sail, number {n}.") for n in range(3))
    scribe.merge(two, one)
    with store.read() as session:
        assert search_claims(session, "ships") == [three, one]
        assert search_claims(session, "ships", limit=1) == [three]


LARGE_SEARCHES = [
    ("a common word is looked for as it stands", "ship", {1}),
    ("a rare one may still be a beginning", "tan", {3}),
    ("a word without content is common", "the", {1, 3}),
    ("rare and common together", "ships northland", {2}),
]


@pytest.mark.parametrize(("rule", "query", "found"), LARGE_SEARCHES)
def test_on_a_large_record_common_words_are_no_beginnings(
    store: Store,
    scribe: Any,
    monkeypatch: pytest.MonkeyPatch,
    rule: str,
    query: str,
    found: set[int],
) -> None:
    for told in (
        "Southland lost the ship.",
        "Northland sends ships.",
        "There the tanks moved.",
        "Then a shipment came.",
    ):
        scribe.claim(told)
    monkeypatch.setattr("claims.store.search.LARGE", 2)
    monkeypatch.setattr("claims.store.search.COMMON", 1)
    with store.read() as session:
        assert set(search_claims(session, query)) == found, rule


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=40))
def test_any_text_is_safe_to_search_for(store: Store, query: str) -> None:
    with store.read() as session:
        assert search_claims(session, query) == []

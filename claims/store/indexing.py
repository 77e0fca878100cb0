"""The indexes of claim matching and near-copy search: what goes in, and what is found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import log
from typing import Any

from sqlalchemy import ColumnElement, Connection, TextClause, func, insert, select, text
from sqlalchemy.dialects.postgresql import insert as insert_postgresql
from sqlalchemy.dialects.sqlite import insert as insert_sqlite
from sqlalchemy.orm import Session

from claims.evidence import bands, fingerprint
from claims.matching import sketch, terms
from claims.parties import load_catalogue
from claims.store.among import WANTED, among
from claims.store.facts import Claim, Document
from claims.store.projections import (
    ClaimTerm,
    DocumentBand,
    DocumentFold,
    DocumentSketch,
    TermCount,
)
from claims.store.reading import read_by_keys
from claims.store.refresh import insert_lines
from claims.store.tables import table_of
from claims.words import fold

CLAIM = table_of(Claim)
CLAIM_TERM = table_of(ClaimTerm)
TERM_COUNT = table_of(TermCount)
DOCUMENT_BAND = table_of(DocumentBand)
DOCUMENT_FOLD = table_of(DocumentFold)
DOCUMENT_SKETCH = table_of(DocumentSketch)
DOCUMENT = table_of(Document)
DOCUMENT_TOLD = DOCUMENT.c.title + "\n" + DOCUMENT.c.text
"""What of a document is searched: no word stands in both."""

MAX_POSTINGS = 20_000
"""Index rows read for one search: the rarest terms come first, common ones are left out."""
MAX_TERMS = 12
DOCUMENTS_AT_ONCE = 50
MIN_TERMS = 2
"""The rarest terms are read however common they are."""

_COUNTED = select(TERM_COUNT.c.term, TERM_COUNT.c.n).where(among(TERM_COUNT.c.term))
_FINGERPRINTS = select(DOCUMENT_SKETCH.c.document_id, DOCUMENT_SKETCH.c.fingerprint).where(
    among(DOCUMENT_SKETCH.c.document_id)
)

Mark = tuple[Sequence[int], bytes]
"""A document's bands (signed 64-bit) and its fingerprint."""


def index_terms(text: str) -> tuple[str, ...]:
    """The terms under which a claim is found, its parties by the catalogue shipped.

    ``rebuild`` indexes with these: run it after a change of the catalogue.
    """
    return terms(sketch(text, load_catalogue()))


def mark_document(text: str) -> Mark:
    """The bands and the fingerprint of a document; ``rebuild`` indexes with these."""
    mark = fingerprint(text)
    return bands(mark), mark.to_bytes()


def write_claim_terms(session: Session, claims: Mapping[int, Iterable[str]]) -> None:
    """Index claims by their terms. A claim is indexed once: a second time fails."""
    lines = [
        {"term": term, "claim_id": claim_id}
        for claim_id in sorted(claims)
        for term in sorted(set(claims[claim_id]))
    ]
    if not lines:
        return
    insert_lines(session, CLAIM_TERM, lines)
    sqlite = session.get_bind().dialect.name == "sqlite"
    adding = (insert_sqlite if sqlite else insert_postgresql)(TERM_COUNT)
    counts = Counter(line["term"] for line in lines)
    session.connection().execute(
        adding.on_conflict_do_update(
            index_elements=[TERM_COUNT.c.term],
            set_={"n": TERM_COUNT.c.n + adding.excluded.n},
        ),
        [{"term": term, "n": n} for term, n in sorted(counts.items())],
    )


def write_document_marks(session: Session, documents: Mapping[int, Mark]) -> None:
    """Index documents for near-copy search. A document is indexed once."""
    insert_lines(
        session,
        DOCUMENT_BAND,
        [
            {"band": band, "document_id": document_id}
            for document_id in sorted(documents)
            for band in sorted(set(documents[document_id][0]))
        ],
    )
    insert_lines(
        session,
        DOCUMENT_SKETCH,
        [
            {"document_id": document_id, "fingerprint": documents[document_id][1]}
            for document_id in sorted(documents)
        ],
    )


def list_folds(documents: Mapping[int, str]) -> list[dict[str, Any]]:
    """The lines of folded documents; one in ASCII has none. By id, ``DOCUMENT_TOLD`` of each."""
    return [
        {"document_id": number, "folded": fold(told)}
        for number, told in sorted(documents.items())
        if not told.isascii()
    ]


def fill_folds(connection: Connection) -> None:
    """Write the lines of all documents, where there are none."""
    some = select(DOCUMENT.c.id, DOCUMENT_TOLD).order_by(DOCUMENT.c.id).limit(DOCUMENTS_AT_ONCE)
    last = 0
    while found := connection.execute(some.where(DOCUMENT.c.id > last)).all():
        if lines := list_folds({row[0]: row[1] for row in found}):
            connection.execute(insert(DOCUMENT_FOLD), lines)
        last = found[-1][0]


def holds(word: str) -> ColumnElement[bool]:
    """The condition that a document of the query around holds ``word``, whatever its case,
    accents and forms of letters, as a part of a longer one too."""
    folded = (
        select(DOCUMENT_FOLD.c.folded)
        .where(DOCUMENT_FOLD.c.document_id == DOCUMENT.c.id)
        .correlate(DOCUMENT)
        .scalar_subquery()
    )
    return func.coalesce(folded, func.lower(DOCUMENT_TOLD)).contains(fold(word), autoescape=True)


def find_claims_by_terms(session: Session, terms: Iterable[str], limit: int = 20) -> list[int]:
    """Claims that share the rarest of ``terms``, the likeliest first.

    A claim's score is the sum over shared terms of log(claims / claims with
    the term). Merged claims are found too: ``resolve_claims`` says what each
    counts as. Reads at most ``MAX_POSTINGS`` index rows beyond the two rarest terms.
    """
    counted = read_by_keys(session, _COUNTED, terms)
    if not counted:
        return []
    counts = sorted((tuple(row) for row in counted), key=lambda row: (row[1], row[0]))[:MAX_TERMS]
    total = session.execute(select(func.max(CLAIM.c.id))).scalar() or 1
    weights: dict[str, float] = {}
    budget = MAX_POSTINGS
    for term, n in counts:
        budget -= n
        if budget < 0 and len(weights) >= MIN_TERMS:
            break
        weights[term] = log(1 + total / n)
    given: dict[str, Any] = {"most": limit}
    for at, (term, weight) in enumerate(sorted(weights.items())):
        given |= {f"term{at}": term, f"weight{at}": weight}
    return [row[0] for row in session.execute(_score_statement(len(weights)), given)]


@cache
def _score_statement(count: int) -> TextClause:
    """The search for that many weighted terms: made once, for building it costs more than
    running it."""
    cases = " ".join(f"WHEN :term{at} THEN :weight{at}" for at in range(count))
    names = ", ".join(f":term{at}" for at in range(count))
    return text(
        f"SELECT claim_id FROM {CLAIM_TERM.name} WHERE term IN ({names}) GROUP BY claim_id"
        f" ORDER BY sum(CASE term {cases} END) DESC, claim_id LIMIT :most"
    )


def find_documents_by_bands(session: Session, bands: Iterable[int], limit: int = 20) -> list[int]:
    """Documents that share a band, those that share the most first, older ones first."""
    found = session.execute(
        select(DOCUMENT_BAND.c.document_id)
        .where(among(DOCUMENT_BAND.c.band))
        .group_by(DOCUMENT_BAND.c.document_id)
        .order_by(func.count().desc(), DOCUMENT_BAND.c.document_id)
        .limit(limit),
        {WANTED: sorted(set(bands))},
    )
    return [row[0] for row in found]


def read_fingerprints(session: Session, document_ids: Iterable[int]) -> dict[int, bytes]:
    """The fingerprints of some documents, by id."""
    found = read_by_keys(session, _FINGERPRINTS, document_ids)
    return {row[0]: bytes(row[1]) for row in found}

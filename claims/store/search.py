"""Claims of the board by words.

All words of a query must stand in the claim's sentence; one of ``PREFIX_CHARS`` or
more may also be a beginning. On a large record a common word is looked for as it
stands: everything that begins so would have to be gathered before the newest is
known (140 ms for two such words over a million claims, 1 ms without).
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import ColumnElement, and_, bindparam, false, func, select, text
from sqlalchemy.orm import Session

from claims.model import Stage, Status
from claims.store.among import WANTED, among
from claims.store.fulltext import (
    MAX_CANDIDATES,
    MAX_WORDS,
    PREFIX_CHARS,
    TEXT_COLUMN,
    TEXT_TABLE,
    write_place,
)
from claims.store.indexing import TERM_COUNT, index_terms
from claims.store.projections import Board
from claims.store.tables import table_of
from claims.store.together import ask_together
from claims.words import fold_words

LARGE = 20_000
"""Claims from which on a record is large."""
COMMON = 5_000
"""Claims that hold a common word, on a large record."""

BOARD = table_of(Board)
_NEWEST = select(func.max(BOARD.c.claim_id).label("claim_id"))
_COMMON = select(TERM_COUNT.c.term).where(
    among(TERM_COUNT.c.term), TERM_COUNT.c.n > bindparam("most")
)
_FTS5 = f"SELECT rowid FROM {TEXT_TABLE} WHERE {TEXT_TABLE} MATCH :query ORDER BY rowid DESC"
_HOLDS = f"board.{TEXT_COLUMN} @@ CAST(:query AS tsquery)"
_HOLDS_THERE = f"board.{TEXT_COLUMN} @@ (CAST(:query AS tsquery) && CAST(:place AS tsquery))"
_SEARCH = {
    "sqlite": f"{_FTS5} LIMIT :limit",
    "postgresql": f"SELECT claim_id FROM board WHERE {_HOLDS} ORDER BY claim_id DESC LIMIT :limit",
}
_CONDITION = {
    "sqlite": f"board.claim_id IN ({_FTS5} LIMIT {MAX_CANDIDATES})",
    "postgresql": _HOLDS,
}
_WRITE_WORD: dict[str, tuple[Callable[[str, bool], str], str]] = {
    "sqlite": (lambda word, prefix: f'"{word}"' + "*" * prefix, " "),
    "postgresql": (lambda word, prefix: f"'{word}'" + ":*" * prefix, " & "),
}
"""How a quoted word is written, and what stands between two."""


def search_claims(session: Session, query: str, limit: int = 200) -> list[int]:
    """Ids of board claims whose text holds every word of ``query``, newest first.

    Any text is safe as a query; one without a word finds nothing.
    """
    match = _write_match(session, query)
    if match is None:
        return []
    dialect = session.get_bind().dialect.name
    asked = {"query": match, "limit": min(limit, MAX_CANDIDATES)}
    return [row[0] for row in session.execute(text(_SEARCH[dialect]), asked)]


def holds_words(
    session: Session, query: str, status: Status | None = None, stage: Stage | None = None
) -> ColumnElement[bool]:
    """The condition that a line of ``board`` is found by ``query``, for a query over ``board``,
    and stands at a status and a stage (None: at any).

    On SQLite only the newest ``MAX_CANDIDATES`` claims of these are found.
    """
    match = _write_match(session, query)
    if match is None:
        return false()
    dialect = session.get_bind().dialect.name
    if status is None and stage is None:
        return _bind(_CONDITION[dialect], query=match)
    # One condition: beside another on the columns, their index would be asked, too.
    if dialect == "sqlite":
        there = "".join(f' AND place : "{word}"' for word in write_place(status, stage))
        return _bind(_CONDITION[dialect], query=f"({match}){there}")
    places = {"status": status, "stage": stage}
    place = " & ".join(f"' {name} {value.value}'" for name, value in places.items() if value)
    return _bind(_HOLDS_THERE, query=match, place=place)


def _bind(condition: str, **values: str) -> ColumnElement[bool]:
    return and_(text(condition).bindparams(**values))


def _write_match(session: Session, query: str) -> str | None:
    """The query as the database reads it, None where it holds no word."""
    words = fold_words(query)[:MAX_WORDS]
    if not words:
        return None
    write, between = _WRITE_WORD[session.get_bind().dialect.name]
    common = _find_common(session, words)
    return between.join(
        write(word, len(word) >= PREFIX_CHARS and word not in common) for word in words
    )


def _find_common(session: Session, words: list[str]) -> set[str]:
    """Words that a large record holds in very many claims. Words that carry no content
    are not counted, and taken for common."""
    terms = {word: index_terms(word) for word in words}
    asked = sorted({term for found in terms.values() for term in found})
    (newest,), counted = ask_together(session, (_NEWEST, _COMMON), {WANTED: asked, "most": COMMON})
    if (newest.claim_id or 0) < LARGE:
        return set()
    common = {row.term for row in counted}
    return {word for word, found in terms.items() if not found or common.issuperset(found)}

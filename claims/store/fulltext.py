"""Full-text search over the claims of the board: FTS5 on SQLite, a GIN index on PostgreSQL."""

from __future__ import annotations

import re
from collections.abc import Callable

from sqlalchemy import text
from sqlalchemy.orm import Session

TEXT_TABLE = "board_text"
"""The FTS5 table: ``rowid`` is the claim id."""
TEXT_INDEX = "ix_board_text"
MAX_CANDIDATES = 2_000
"""Newest matches looked at, so that a word that every claim holds costs no full scan."""
PREFIX_CHARS = 3
MAX_WORDS = 20
"""Words of a query that are looked at."""

FULLTEXT: dict[str, tuple[str, ...]] = {
    "sqlite": (
        f"CREATE VIRTUAL TABLE {TEXT_TABLE} USING"
        " fts5(text, tokenize = 'unicode61 remove_diacritics 2')",
    ),
    "postgresql": (f"CREATE INDEX {TEXT_INDEX} ON board USING gin (to_tsvector('simple', text))",),
}
"""The statements that set the search up."""

_SEARCH = {
    "sqlite": f"SELECT rowid FROM {TEXT_TABLE} WHERE {TEXT_TABLE} MATCH :query"
    " ORDER BY rowid DESC LIMIT :limit",
    "postgresql": "SELECT claim_id FROM board WHERE to_tsvector('simple', text)"
    " @@ to_tsquery('simple', :query) ORDER BY claim_id DESC LIMIT :limit",
}
_WRITE_WORD: dict[str, tuple[Callable[[str, bool], str], str]] = {
    "sqlite": (lambda word, prefix: f'"{word}"' + "*" * prefix, " "),
    "postgresql": (lambda word, prefix: f"'{word}'" + ":*" * prefix, " & "),
}
"""How a quoted word is written, and what stands between two."""
_WORD = re.compile(r"\w+")


def search_claims(session: Session, query: str, limit: int = 200) -> list[int]:
    """Ids of board claims whose text holds every word of ``query``, newest first.

    A word of ``PREFIX_CHARS`` or more also matches as a beginning ("tank" finds
    tanks). Any text is safe as a query; one without a word finds nothing.
    """
    words = _WORD.findall(query)
    if not words:
        return []
    dialect = session.get_bind().dialect.name
    write, between = _WRITE_WORD[dialect]
    match = between.join(write(word, len(word) >= PREFIX_CHARS) for word in words[:MAX_WORDS])
    found = session.execute(
        text(_SEARCH[dialect]), {"query": match, "limit": min(limit, MAX_CANDIDATES)}
    )
    return [row[0] for row in found]

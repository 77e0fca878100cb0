"""What full text over the claims of the board is made of: FTS5 on SQLite, GIN on PostgreSQL.

PostgreSQL keeps the words of a claim in a column that it fills itself: without it
every claim looked at costs 20 µs of parsing, which is 200 ms for a common word. Status
and stage stand there, too, as words that no text holds (they begin with a blank): asked
for together, index entries of the rarer one alone are read, where the planner would
gather every claim of a status to meet a few that hold a word.
SQLite keeps an index of short beginnings of its own: the claims of every word that
begins so would have to be merged first (60 ms for the commonest beginning among a
million claims, 2 ms without). ``claims.store.search`` asks.
"""

from __future__ import annotations

TEXT_TABLE = "board_text"
"""The FTS5 table: ``rowid`` is the claim id."""
TEXT_COLUMN = "board_text_words"
"""PostgreSQL's column of ``board``."""
TEXT_INDEX = "ix_board_text_words"
MAX_CANDIDATES = 2_000
"""Newest matches looked at, so that a word that every claim holds costs no full scan."""
PREFIX_CHARS = 3
MAX_WORDS = 20
"""Words of a query that are looked at."""

FULLTEXT: dict[str, tuple[str, ...]] = {
    "sqlite": (
        f"CREATE VIRTUAL TABLE {TEXT_TABLE} USING"
        " fts5(text, tokenize = 'unicode61 remove_diacritics 2', prefix = '3 4')",
    ),
    "postgresql": (
        f"ALTER TABLE board ADD COLUMN {TEXT_COLUMN} tsvector"
        " GENERATED ALWAYS AS (to_tsvector('simple', text)"
        " || array_to_tsvector(ARRAY[' status ' || status, ' stage ' || stage])) STORED",
        f"CREATE INDEX {TEXT_INDEX} ON board USING gin ({TEXT_COLUMN})",
    ),
}
"""The statements that set the search up."""

"""What full text over the claims of the board is made of: FTS5 on SQLite, GIN on PostgreSQL.

Status and stage stand there beside the text, as words that nobody can type. Asked for
together, index entries of the rarer one alone are read, where each claim that holds a
word would have to be looked up to see how it stands.
What is kept are words folded by ``claims.words``, the same on both databases.
PostgreSQL keeps those of a claim in a column of its line: without it every claim
looked at costs 20 µs of parsing, which is 200 ms for a common word.
SQLite keeps an index of short beginnings of its own: the claims of every word that
begins so would have to be merged first (60 ms for the commonest beginning among a
million claims, 2 ms without). ``claims.store.search`` asks.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, text

from claims.model import Stage, Status
from claims.words import fold_words

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
        " fts5(text, place, tokenize = 'unicode61 remove_diacritics 2', prefix = '3 4')",
    ),
    "postgresql": (
        f"ALTER TABLE board ADD COLUMN {TEXT_COLUMN} tsvector",
        f"CREATE INDEX {TEXT_INDEX} ON board USING gin ({TEXT_COLUMN})",
    ),
}
"""The statements that set the search up."""

_AT_STATUS, _AT_STAGE = "\ue000", "\ue001"
"""Letters of nobody's alphabet (private use): a word that begins so stands in no text."""


def write_place(status: Status | None = None, stage: Stage | None = None) -> list[str]:
    """Status and stage as FTS5's column ``place`` holds them, a word each."""
    marked = {_AT_STATUS: status, _AT_STAGE: stage}
    # FTS5 would make two words of one with an underscore.
    return [mark + value.replace("_", "") for mark, value in marked.items() if value is not None]


def text_line(claim_id: int, told: str, status: Status, stage: Stage) -> dict[str, Any]:
    """The words of a claim as parameters of ``WRITE_TEXT``."""
    words, place = " ".join(fold_words(told)), " ".join(write_place(status, stage))
    return {"id": claim_id, "text": words, "place": place}


_THERE = "ARRAY[' status ' || status, ' stage ' || stage]"
_WORDS = (
    f"SELECT word FROM unnest(tsvector_to_array({TEXT_COLUMN})) AS word WHERE word NOT LIKE ' %'"
)
WRITE_TEXT = {
    "sqlite": f"INSERT INTO {TEXT_TABLE} (rowid, text, place) VALUES (:id, :text, :place)",
    "postgresql": f"UPDATE board SET {TEXT_COLUMN} ="
    f" array_to_tsvector(string_to_array(:text, ' ') || {_THERE}) WHERE claim_id = :id",
}
"""Writes the words of a claim that has none; on PostgreSQL its line stands on the board."""
MOVE_TEXT = {
    "sqlite": f"UPDATE {TEXT_TABLE} SET place = :place WHERE rowid = :id",
    "postgresql": f"UPDATE board SET {TEXT_COLUMN} ="
    f" array_to_tsvector(ARRAY({_WORDS}) || {_THERE}) WHERE claim_id = :id",
}
"""Writes where a claim stands now beside its words."""


def fill_texts(connection: Connection) -> None:
    """Write the words of every line of the board, where there are none."""
    write = text(WRITE_TEXT[connection.dialect.name])
    some = text(
        "SELECT claim_id, text, status, stage FROM board WHERE claim_id > :last"
        " ORDER BY claim_id LIMIT 1000"
    )
    last = 0
    while found := connection.execute(some, {"last": last}).all():
        lines = [text_line(row[0], row[1], Status(row[2]), Stage(row[3])) for row in found]
        connection.execute(write, lines)
        last = found[-1][0]

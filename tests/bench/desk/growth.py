"""A record made larger by copies of its own rows, laid end to end in time, inside the database.

Every fact and every line of the projections is copied with ``INSERT ... SELECT``:
ids, moments and days shifted, names of places replaced by new ones. What comes out
is a record as ``claims.store.rebuild`` would project it, apart from two things that
no page reads: the copies' ledger hashes, and their documents' fingerprints, which
are moved out of each other's way instead of computed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Column, Connection, Date, Enum, String, Table, delete, func, insert, select
from sqlalchemy.engine import Row
from sqlalchemy.orm import Session
from sqlmodel.sql.sqltypes import AutoString

from claims.store import Store
from claims.store import facts as f
from claims.store.columns import Moment
from claims.store.counters import count_facts
from claims.store.fulltext import TEXT_TABLE, fill_texts
from claims.store.journal import LedgerEntry
from claims.store.projections import (
    Board,
    BoardCount,
    ClaimTerm,
    DocumentBand,
    OutletCount,
    PartyCount,
    StatusDay,
    TermCount,
)
from claims.store.tables import ACCESS_TABLES, ALL_TABLES, table_of
from tests.bench.desk.loading import load
from tests.bench.desk.record import Sizes
from tests.bench.desk.words import MARK, write_suffix

BAND_STEP = 7_919
"""Added to a copy's index keys of near-copy search, so that copies of the base are none."""
DAY_MICROS = 86_400_000_000

BOARD = table_of(Board)
_REFERS: Mapping[str, type[Any]] = {
    "seq": LedgerEntry,
    "claim_id": f.Claim,
    "other_claim_id": f.Claim,
    "party_id": f.Party,
    "speaker_id": f.Party,
    "document_id": f.Document,
    "stance_id": f.StanceRow,
    "evidence_id": f.Evidence,
    "origin_id": f.Origin,
    "assessment_id": f.Assessment,
    "decision_id": f.Decision,
    "proposal_id": f.Proposal,
}
_KEYS = ("id", "seq", "claim_id", "stance_id", "evidence_id", "document_id")
"""Column that tells a base's rows from copies, the first that a table has."""
_TAGGED = {"key", "dedup_key"}
_DIGESTS = {"sha256", "capture_sha256", "text_sha256", "entry_sha256", "previous_sha256"}
_COUNTERS = [table_of(each) for each in (PartyCount, OutletCount, StatusDay)]
_NOT_COPIED = {
    *ACCESS_TABLES,
    BOARD,
    table_of(BoardCount),
    table_of(TermCount),
    *_COUNTERS,
}
"""Access rows stand for themselves; the others are computed at the end."""


class _Copier:
    """Writes the statement that copies one table once more."""

    def __init__(self, connection: Connection, dialect: str, base: Sizes, days: int) -> None:
        self._dialect = dialect
        self.days = days
        """From one copy to the next."""
        self._last = {
            table: connection.execute(select(func.max(_key(table)))).scalar() or 0
            for table in ALL_TABLES
            if table not in _NOT_COPIED
        }
        self._shared = {
            table_of(f.Party): base.shared_parties,
            table_of(f.Origin): base.shared_origins,
        }

    def write(self, table: Table, copy: int) -> str:
        """The rows of the base as copy number ``copy``."""
        names = ", ".join(f'"{column.name}"' for column in table.columns)
        values = ", ".join(self._shift(table, column, copy) for column in table.columns)
        key = _key(table)
        referred = _referred(table, key)
        mark = self._last[table if referred is None else referred]
        first = self._shared.get(table, 0)
        where = f'"{key.name}" > {first} AND "{key.name}" <= {mark}'
        source = f'SELECT {values} FROM "{table.name}" WHERE {where}'
        return f'INSERT INTO "{table.name}" ({names}) {source}'

    def shift_id(self, table: Table, number: int, copy: int) -> int:
        """What a row's number becomes."""
        shared = self._shared.get(table, 0)
        return number if number <= shared else number + copy * (self._last[table] - shared)

    def _shift(self, table: Table, column: Column[Any], copy: int) -> str:
        name = f'"{column.name}"'
        referred = _referred(table, column)
        if referred is not None:
            shared = self._shared.get(referred, 0)
            moved = f"{name} + {copy * (self._last[referred] - shared)}"
            return f"CASE WHEN {name} <= {shared} THEN {name} ELSE {moved} END" if shared else moved
        if column is table_of(DocumentBand).c.band:
            return f"{name} + {copy * BAND_STEP}"
        if isinstance(column.type, Moment):
            return f"{name} + {copy * self.days * DAY_MICROS}"
        if isinstance(column.type, Date):
            days = copy * self.days
            sqlite = self._dialect == "sqlite"
            return f"date({name}, '+{days} days')" if sqlite else f"{name} + {days}"
        if not isinstance(column.type, String | AutoString) or isinstance(column.type, Enum):
            return name
        return _shift_text(name, column.name, copy)


def write_tag(copy: int) -> str:
    """What stands at the end of a copy's keys."""
    return f"-{copy:04x}" if copy else ""


def _shift_text(name: str, plain: str, copy: int) -> str:
    if plain in _DIGESTS:
        # No digest of the base begins so, and a copy's digest is as long as any other.
        return f"'x{copy:03x}' || substr({name}, 5)"
    if plain in _TAGGED:
        return f"{name} || '{write_tag(copy)}'"
    return f"replace({name}, '{MARK}{write_suffix(0)}', '{MARK}{write_suffix(copy)}')"


def _key(table: Table) -> Column[Any]:
    return next(table.c[name] for name in _KEYS if name in table.c)


def _referred(table: Table, column: Column[Any]) -> Table | None:
    """The table whose numbers the column holds."""
    if column.name in ("id", "supersedes"):
        return table
    if column.name == "split_from":
        return table_of(f.Claim)
    return table_of(_REFERS[column.name]) if column.name in _REFERS else None


def grow(store: Store, base: Sizes, copies: int, days: int) -> None:
    """Make the record ``copies`` times as large, a copy ``days`` after the one before it.

    Closes the store's connections. Statistics of the planner are taken at the end.
    """
    with load(store) as connection:
        copier = _Copier(connection, store.dialect, base, days)
        for table in ALL_TABLES:
            if table in _NOT_COPIED:
                continue
            for copy in range(1, copies):
                connection.exec_driver_sql(copier.write(table, copy))
            connection.commit()
        lines = connection.execute(select(BOARD).where(BOARD.c.claim_id <= base.claims)).all()
        for copy in range(1, copies):
            connection.execute(insert(BOARD), list(_shift_board(lines, copier, copy)))
        connection.commit()
        _count(connection, store.dialect, base.claims, copies)
        connection.commit()


def _shift_board(lines: Sequence[Row[Any]], copier: _Copier, copy: int) -> Iterator[dict[str, Any]]:
    later = timedelta(days=copy * copier.days)
    suffixes = MARK + write_suffix(0), MARK + write_suffix(copy)
    for row in lines:
        line = row._asdict()
        line["claim_id"] = copier.shift_id(table_of(f.Claim), row.claim_id, copy)
        line["text"] = row.text.replace(*suffixes)
        for name in ("first_day", "last_day", "opened_at", "last_change"):
            line[name] = None if line[name] is None else line[name] + later
        line["positions"] = [
            _shift_position(each, copier, copy, later, suffixes) for each in row.positions
        ]
        yield line


def _shift_position(
    position: Mapping[str, Any],
    copier: _Copier,
    copy: int,
    later: timedelta,
    suffixes: tuple[str, str],
) -> dict[str, Any]:
    party = copier.shift_id(table_of(f.Party), position["party_id"], copy)
    own = party != position["party_id"]
    return {
        **position,
        "party_id": party,
        "party_key": position["party_key"] + write_tag(copy) * own,
        "party": position["party"].replace(*suffixes),
        "day": (date.fromisoformat(position["day"]) + later).isoformat(),
    }


def _count(connection: Connection, dialect: str, claims: int, copies: int) -> None:
    """The counters, and SQLite's full text, over what is there now."""
    connection.exec_driver_sql(f"UPDATE board_count SET n = n * {copies}")
    for table in _COUNTERS:
        connection.execute(delete(table))
    connection.exec_driver_sql(
        "INSERT INTO party_count (party_id, claims, stances)"
        " SELECT party_id, count(*), sum(stances) FROM board_party GROUP BY party_id"
    )
    with Session(connection, join_transaction_mode="rollback_only") as session:
        count_facts(session)
    connection.exec_driver_sql("DELETE FROM term_count")
    term = table_of(ClaimTerm).name
    connection.exec_driver_sql(
        f"INSERT INTO term_count (term, n) SELECT term, count(*) FROM {term} GROUP BY term"
    )
    if dialect == "sqlite":
        connection.exec_driver_sql(f"DELETE FROM {TEXT_TABLE}")
    fill_texts(connection)

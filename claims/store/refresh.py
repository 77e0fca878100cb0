"""The board and its companions, written from the facts of the claims that changed.

A claim's lines are replaced as a whole, so what is written depends on the
facts alone and never on what stood there before: ``rebuild`` writes the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    Column,
    Delete,
    Insert,
    Select,
    Table,
    bindparam,
    delete,
    insert,
    select,
    text,
)
from sqlalchemy.orm import Session

from claims.model import Stage, Status
from claims.store.counters import add_up, count_parties
from claims.store.facts import Party
from claims.store.fulltext import TEXT_TABLE, write_place
from claims.store.projections import (
    Board,
    BoardCount,
    BoardFlag,
    BoardOutlet,
    BoardParty,
    EvidenceCell,
    MatrixCell,
)
from claims.store.reading import read_by_keys, read_rows, split
from claims.store.standing import ClaimState, load_claims
from claims.store.summarise import (
    Line,
    evidence_lines,
    flag_lines,
    matrix_lines,
    outlet_lines,
    party_lines,
    summarise,
)
from claims.store.tables import table_of

BOARD = table_of(Board)
BOARD_COUNT = table_of(BoardCount)
BOARD_PARTY = table_of(BoardParty)
MATRIX_CELL = table_of(MatrixCell)
PARTY = table_of(Party)

_COMPANIONS: dict[Table, Callable[[ClaimState], list[Line]]] = {
    table_of(BoardOutlet): outlet_lines,
    table_of(BoardFlag): flag_lines,
    table_of(EvidenceCell): evidence_lines,
}
"""Tables whose lines of a claim are deleted and written anew."""
_COUNTED = (BOARD_PARTY.c.party_id, BOARD_PARTY.c.stances)

Place = tuple[Status, Stage]


def refresh_claims(session: Session, claim_ids: Iterable[int]) -> int:
    """Write the projections of some claims anew; returns how many lines the board then has
    for them. A claim merged away loses its line, and the one it is in is refreshed."""
    asked = set(claim_ids)
    if not asked:
        return 0
    states = load_claims(session, asked)
    affected = sorted(asked | states.keys())
    before = _read_places(session, affected)
    _write_parties(session, affected, states.values())
    for table, write_lines in _COMPANIONS.items():
        _delete_lines(session, table.c.claim_id, affected)
        insert_lines(session, table, [line for s in states.values() for line in write_lines(s)])
    _write_matrix(session, affected, states.values())
    _delete_lines(session, BOARD.c.claim_id, affected)
    parties = _read_parties(session, states.values())
    insert_lines(session, BOARD, [summarise(state, parties) for state in states.values()])
    after = {claim_id: (state.status, state.stage) for claim_id, state in states.items()}
    _write_texts(session, before, after, states)
    change = Counter(after.values())
    change.subtract(before.values())
    count_claims(session, change)
    return len(states)


def insert_lines(session: Session, table: Table, lines: Sequence[Mapping[str, Any]]) -> None:
    """Insert many lines with one statement; none is fine."""
    if lines:
        session.connection().execute(_insert(table), list(lines))


def count_claims(session: Session, change: Mapping[Place, int]) -> None:
    """Add to the counts of claims at each status and stage; no count stays at zero."""
    add_up(
        session,
        BOARD_COUNT,
        [{"status": status, "stage": stage, "n": n} for (status, stage), n in change.items() if n],
    )


def _read_places(session: Session, claim_ids: Iterable[int]) -> dict[int, Place]:
    columns = (BOARD.c.claim_id, BOARD.c.status, BOARD.c.stage)
    statement = _select_for_claims(BOARD.c.claim_id, columns)
    found = read_by_keys(session, statement, claim_ids, None)
    return {claim_id: (status, stage) for claim_id, status, stage in found}


def _delete_lines(session: Session, key: Column[Any], wanted: Iterable[int]) -> None:
    for some in split(wanted):
        session.connection().execute(_delete(key), {"wanted": some})


@cache
def _insert(table: Table) -> Insert:
    return insert(table)


@cache
def _delete(key: Column[Any]) -> Delete:
    return delete(key.table).where(key.in_(bindparam("wanted", expanding=True)))


@cache
def _select_for_claims(key: Column[Any], columns: tuple[Column[Any], ...]) -> Select[Any]:
    return select(*columns).where(key.in_(bindparam("wanted", expanding=True)))


def _write_parties(
    session: Session, claim_ids: Iterable[int], states: Iterable[ClaimState]
) -> None:
    """Write the lines of the party filter, and keep the parties' counts in step."""
    statement = _select_for_claims(BOARD_PARTY.c.claim_id, _COUNTED)
    before = read_by_keys(session, statement, claim_ids, None)
    lines = [line for state in states for line in party_lines(state)]
    _delete_lines(session, BOARD_PARTY.c.claim_id, claim_ids)
    insert_lines(session, BOARD_PARTY, lines)
    after = ((line["party_id"], line["stances"]) for line in lines)
    count_parties(session, before, after)


def _write_matrix(session: Session, claim_ids: Iterable[int], states: Iterable[ClaimState]) -> None:
    """Write the cells that changed: a claim with a thousand stances mostly keeps them."""
    statement = _select_for_claims(MATRIX_CELL.c.claim_id, tuple(MATRIX_CELL.c))
    found = read_by_keys(session, statement, claim_ids, None)
    held = {row.stance_id: row._asdict() for row in found}
    wanted = {line["stance_id"]: line for state in states for line in matrix_lines(state)}
    stale = [key for key, line in held.items() if wanted.get(key) != line]
    _delete_lines(session, MATRIX_CELL.c.stance_id, stale)
    fresh = [line for key, line in wanted.items() if held.get(key) != line]
    insert_lines(session, MATRIX_CELL, fresh)


def _write_texts(
    session: Session,
    before: Mapping[int, Place],
    after: Mapping[int, Place],
    states: Mapping[int, ClaimState],
) -> None:
    """Keep SQLite's full text in step. A claim's text never changes; PostgreSQL indexes it."""
    if session.get_bind().dialect.name != "sqlite":
        return
    gone = [{"id": key} for key in sorted(before.keys() - after.keys())]
    moved = [key for key in sorted(after) if key in before and after[key] != before[key]]
    fresh = sorted(after.keys() - before.keys())
    lines = {key: {"id": key, "place": " ".join(write_place(*after[key]))} for key in after}
    for statement, each in (
        (f"DELETE FROM {TEXT_TABLE} WHERE rowid = :id", gone),
        (f"UPDATE {TEXT_TABLE} SET place = :place WHERE rowid = :id", [lines[k] for k in moved]),
        (
            f"INSERT INTO {TEXT_TABLE} (rowid, text, place) VALUES (:id, :text, :place)",
            [{**lines[key], "text": states[key].text} for key in fresh],
        ),
    ):
        if each:
            session.connection().execute(text(statement), each)


def _read_parties(session: Session, states: Iterable[ClaimState]) -> dict[int, tuple[str, str]]:
    ids = {stance.party_id for state in states for stance in state.stances}
    columns = [PARTY.c.id, PARTY.c.key, PARTY.c.name]
    return {row.id: (row.key, row.name) for row in read_rows(session, columns, PARTY.c.id, ids)}

"""The board and its companions, written from the facts of the claims that changed.

What a claim's lines say depends on the facts alone and never on what stood there before:
``rebuild`` writes the same. Of what stood there the lines that say the same are left.
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
    Update,
    bindparam,
    delete,
    insert,
    select,
    text,
    update,
)
from sqlalchemy.orm import Session

from claims.model import Stage, Status
from claims.store.among import WANTED, among
from claims.store.counters import add_up, count_parties, is_marked, mark_line
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
PARTY = table_of(Party)

_COMPANIONS: dict[Table, Callable[[ClaimState], list[Line]]] = {
    table_of(BoardOutlet): outlet_lines,
    table_of(BoardFlag): flag_lines,
    table_of(EvidenceCell): evidence_lines,
    table_of(MatrixCell): matrix_lines,
}
"""Tables of which a claim has many lines."""

LAST_CHANGE = "last_change"
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
        lines = [line for state in states.values() for line in write_lines(state)]
        _write_lines(session, table, affected, lines)
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
        session.connection().execute(_delete(key), {WANTED: some})


@cache
def _insert(table: Table) -> Insert:
    return insert(table)


@cache
def _delete(key: Column[Any]) -> Delete:
    return delete(key.table).where(among(key))


@cache
def _select_for_claims(key: Column[Any], columns: tuple[Column[Any], ...]) -> Select[Any]:
    return select(*columns).where(among(key))


def _write_parties(
    session: Session, claim_ids: Sequence[int], states: Iterable[ClaimState]
) -> None:
    """Write the lines of the party filter, and keep the parties' counts in step."""
    lines = [line for state in states for line in party_lines(state)]
    before = _write_lines(session, BOARD_PARTY, claim_ids, lines)
    count_parties(session, map(_count_stances, before), map(_count_stances, lines))


def _count_stances(line: Line) -> tuple[int, int]:
    return line["party_id"], line["stances"]


def _write_lines(
    session: Session, table: Table, claim_ids: Sequence[int], lines: Sequence[Line]
) -> list[Line]:
    """Write the lines of some claims; returns those held before.

    A claim with a thousand stances mostly keeps its lines. Where but the moment of the last
    change is another one, a single statement moves it on for all lines of the claim.
    """
    keys = tuple(column.name for column in table.primary_key)
    statement = _select_for_claims(table.c.claim_id, tuple(table.c))
    found = read_by_keys(session, statement, claim_ids, None)
    before = [row._asdict() for row in found]
    held = {tuple(line[key] for key in keys): line for line in before}
    wanted = {tuple(line[key] for key in keys): line for line in lines}
    kept = {place for place, line in wanted.items() if _says_the_same(held.get(place), line)}
    late = [wanted[place] for place in sorted(kept) if wanted[place] != held[place]]
    connection = session.connection()
    if late:
        moments = {line["claim_id"]: line[LAST_CHANGE] for line in late}
        rows = [{"moved": claim_id, "at": at} for claim_id, at in moments.items()]
        connection.execute(_move_on(table), rows)
    stale = [mark_line(table, held[place]) for place in sorted(held.keys() - kept)]
    if stale:
        connection.execute(_delete_one(table), stale)
    insert_lines(session, table, [line for place, line in wanted.items() if place not in kept])
    return before


def _says_the_same(held: Line | None, wanted: Line) -> bool:
    """Whether two lines differ in the moment of the last change at most."""
    return held is not None and held | {LAST_CHANGE: None} == wanted | {LAST_CHANGE: None}


@cache
def _move_on(table: Table) -> Update:
    """Another moment of the last change for every line of a claim."""
    return (
        update(table)
        .where(table.c.claim_id == bindparam("moved"))
        .values({LAST_CHANGE: bindparam("at")})
    )


@cache
def _delete_one(table: Table) -> Delete:
    return delete(table).where(*is_marked(table))


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

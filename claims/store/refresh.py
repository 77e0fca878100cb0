"""The board and its companions, written from the facts of the claims that changed.

What a claim's lines say depends on the facts alone and never on what stood there before:
``rebuild`` writes the same. Of what stood there the lines that say the same are left.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    Delete,
    Insert,
    Table,
    Update,
    bindparam,
    delete,
    insert,
    text,
    update,
)
from sqlalchemy.orm import Session

from claims.model import Stage, Status
from claims.store.among import WANTED, among
from claims.store.counters import add_up, count_parties, is_marked, mark_line
from claims.store.effective import Changes
from claims.store.facts import Party
from claims.store.fulltext import MOVE_TEXT, TEXT_TABLE, WRITE_TEXT, text_line, write_place
from claims.store.merges import load_claim_forest
from claims.store.projections import (
    Board,
    BoardCount,
    BoardFlag,
    BoardOutlet,
    BoardParty,
    EvidenceCell,
    MatrixCell,
)
from claims.store.reading import pick, read_lines, read_rows, split
from claims.store.standing import ClaimState, StandingState, load_claims, load_standings
from claims.store.summarise import (
    Line,
    evidence_lines,
    flag_lines,
    matrix_lines,
    outlet_lines,
    party_lines,
    summarise,
    summarise_standing,
)
from claims.store.tables import table_of

BOARD = table_of(Board)
BOARD_COUNT = table_of(BoardCount)
BOARD_FLAG = table_of(BoardFlag)
BOARD_OUTLET = table_of(BoardOutlet)
BOARD_PARTY = table_of(BoardParty)
PARTY = table_of(Party)

COMPANIONS: dict[Table, Callable[[ClaimState], list[Line]]] = {
    BOARD_OUTLET: outlet_lines,
    BOARD_FLAG: flag_lines,
    table_of(EvidenceCell): evidence_lines,
    table_of(MatrixCell): matrix_lines,
}
"""Tables of which a claim has many lines, apart from the party filter's."""

LAST_CHANGE = "last_change"
_PLACED = ("claim_id", "status", "stage", LAST_CHANGE)
Place = tuple[Status, Stage]


def refresh_claims(session: Session, claim_ids: Iterable[int]) -> int:
    """Write the projections of some claims anew; returns how many lines the board then has
    for them. A claim merged away loses its line, and the one it is in is refreshed."""
    asked = set(claim_ids)
    if not asked:
        return 0
    states = load_claims(session, asked)
    affected = sorted(asked | states.keys())
    held = read_lines(session, BOARD, affected, *_PLACED)
    _write_parties(session, affected, states.values())
    for table, write_lines in COMPANIONS.items():
        lines = [line for state in states.values() for line in write_lines(state)]
        _write_lines(session, table, affected, lines)
    for some in split(affected):
        session.connection().execute(_delete(BOARD), {WANTED: some})
    insert_lines(session, BOARD, summarise_all(session, states.values()))
    before = {line.claim_id: (line.status, line.stage) for line in held}
    texts = {claim_id: state.text for claim_id, state in states.items()}
    _note_places(session, before, states, texts)
    return len(states)


def refresh_standing(session: Session, claim_ids: Iterable[int]) -> None:
    """Write anew how some claims stand, where rows of ``STANDING_TABLES`` alone were added.

    Who says what and the evidence are the same: the lines that tell of them are not read.
    """
    asked = set(claim_ids)
    if not asked:
        return
    forest = load_claim_forest(session, asked, None)
    roots = sorted(forest.members)
    held = {line.claim_id: line for line in read_lines(session, BOARD, roots, *_PLACED)}
    if held.keys() != forest.members.keys():
        refresh_claims(session, roots)
        return
    # No row is ever taken back: the line has the last change up to these rows.
    changes = Changes({claim_id: line.last_change for claim_id, line in held.items()})
    states = load_standings(session, forest, roots, changes, None)
    lines = [summarise_standing(state) for state in states.values()]
    session.connection().execute(_update_one(BOARD), [{**x, **mark_line(BOARD, x)} for x in lines])
    flags = [line for state in states.values() for line in flag_lines(state)]
    _write_lines(session, BOARD_FLAG, roots, flags)
    moments = {claim_id: state.last_change for claim_id, state in states.items()}
    for table in (BOARD_PARTY, BOARD_OUTLET):
        _move_on(session, table, moments)
    before = {claim_id: (line.status, line.stage) for claim_id, line in held.items()}
    _note_places(session, before, states, {})


def summarise_all(session: Session, states: Collection[ClaimState]) -> list[Line]:
    """The board's lines of claims, with the names of the parties that speak."""
    ids = {stance.party_id for state in states for stance in state.stances}
    found = read_rows(session, pick(PARTY, "id", "key", "name"), PARTY.c.id, ids)
    parties = {row.id: (row.key, row.name) for row in found}
    return [summarise(state, parties) for state in states]


def insert_lines(session: Session, table: Table, lines: Sequence[Mapping[str, Any]]) -> None:
    """Insert many lines with one statement; none is fine."""
    if lines:
        session.connection().execute(_insert(table), list(lines))


@cache
def _insert(table: Table) -> Insert:
    return insert(table)


@cache
def _update_one(table: Table) -> Update:
    """Columns of one line, by its key; ``mark_line`` gives that."""
    return update(table).where(*is_marked(table))


@cache
def _delete(table: Table) -> Delete:
    """Every line of some claims."""
    return delete(table).where(among(table.c.claim_id))


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
    before = [row._asdict() for row in read_lines(session, table, claim_ids)]
    held = {tuple(line[key] for key in keys): line for line in before}
    wanted = {tuple(line[key] for key in keys): line for line in lines}
    kept = {place for place, line in wanted.items() if _says_the_same(held.get(place), line)}
    late = [wanted[place] for place in sorted(kept) if wanted[place] != held[place]]
    _move_on(session, table, {line["claim_id"]: line[LAST_CHANGE] for line in late})
    stale = [mark_line(table, held[place]) for place in sorted(held.keys() - kept)]
    if stale:
        session.connection().execute(_delete_one(table), stale)
    insert_lines(session, table, [line for place, line in wanted.items() if place not in kept])
    return before


def _says_the_same(held: Line | None, wanted: Line) -> bool:
    """Whether two lines differ in the moment of the last change at most."""
    return held is not None and held | {LAST_CHANGE: None} == wanted | {LAST_CHANGE: None}


def _move_on(session: Session, table: Table, moments: Mapping[int, datetime]) -> None:
    """Give every line of some claims another moment of the last change."""
    rows = [{"moved": claim_id, "at": at} for claim_id, at in moments.items()]
    if rows:
        session.connection().execute(_update_moment(table), rows)


@cache
def _update_moment(table: Table) -> Update:
    return (
        update(table)
        .where(table.c.claim_id == bindparam("moved"))
        .values({LAST_CHANGE: bindparam("at")})
    )


@cache
def _delete_one(table: Table) -> Delete:
    return delete(table).where(*is_marked(table))


def _note_places(
    session: Session,
    before: Mapping[int, Place],
    states: Mapping[int, StandingState],
    texts: Mapping[int, str],
) -> None:
    """Keep in step what is held by status and stage. ``texts``: of the new claims at least."""
    after = {claim_id: (state.status, state.stage) for claim_id, state in states.items()}
    _write_texts(session, before, after, texts)
    change = Counter(after.values())
    change.subtract(before.values())
    lines = [{"status": place[0], "stage": place[1], "n": n} for place, n in change.items() if n]
    add_up(session, BOARD_COUNT, lines)


def _write_texts(
    session: Session,
    before: Mapping[int, Place],
    after: Mapping[int, Place],
    texts: Mapping[int, str],
) -> None:
    """Keep the full text in step. A claim's text never changes; PostgreSQL has it on the line
    of the board, which is a new one for each of ``texts``."""
    dialect = session.get_bind().dialect.name
    fresh = after.keys() - before.keys() if dialect == "sqlite" else texts.keys()
    gone = sorted(before.keys() - after.keys()) if dialect == "sqlite" else []
    moved = [
        key for key in sorted(after.keys() - fresh) if key in before and after[key] != before[key]
    ]
    places = {key: " ".join(write_place(*after[key])) for key in moved}
    for statement, each in (
        (f"DELETE FROM {TEXT_TABLE} WHERE rowid = :id", [{"id": key} for key in gone]),
        (MOVE_TEXT[dialect], [{"id": key, "place": place} for key, place in places.items()]),
        (WRITE_TEXT[dialect], [text_line(k, texts[k], *after[k]) for k in sorted(fresh)]),
    ):
        if each:
            session.connection().execute(text(statement), each)

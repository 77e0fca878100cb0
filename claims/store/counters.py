"""Counters: projections kept by adding to them, where counting anew reads millions of rows.

No line of a counter stays at nothing, so what is kept is what ``rebuild`` counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Delete,
    Insert,
    Select,
    Table,
    bindparam,
    cast,
    delete,
    func,
    literal_column,
    select,
    type_coerce,
)
from sqlalchemy.dialects.postgresql import insert as insert_postgresql
from sqlalchemy.dialects.sqlite import insert as insert_sqlite
from sqlalchemy.orm import Session

from claims.model import Status
from claims.store.columns import BIG, EPOCH
from claims.store.facts import Claim, Document, StatusChange
from claims.store.projections import OutletCount, PartyCount, StatusDay
from claims.store.tables import table_of

CLAIM = table_of(Claim)
DOCUMENT = table_of(Document)
STATUS_CHANGE = table_of(StatusChange)
PARTY_COUNT = table_of(PartyCount)
OUTLET_COUNT = table_of(OutletCount)
STATUS_DAY = table_of(StatusDay)

NO_OUTLET = ""
"""The outlet under which documents of none are counted."""
DAY_MICROS = 86_400_000_000

Line = Mapping[str, Any]
DayChanges = Counter[tuple[date, Status]]
"""By how many claims each status grew on each day (UTC)."""


def add_up(session: Session, table: Table, lines: Iterable[Line], *newer: str) -> None:
    """Add lines to a counter: the numbers of a key are summed up, a column of ``newer`` is
    replaced. A key whose numbers come to nothing goes."""
    adding = list(lines)
    if not adding:
        return
    sqlite = session.get_bind().dialect.name == "sqlite"
    connection = session.connection()
    connection.execute(_add(table, newer, sqlite), adding)
    connection.execute(_clear(table, newer), [mark_line(table, line) for line in adding])


@cache
def _add(table: Table, newer: tuple[str, ...], sqlite: bool) -> Insert:
    statement = (insert_sqlite if sqlite else insert_postgresql)(table)
    fresh = statement.excluded
    sums = {column.name: column + fresh[column.name] for column in _list_numbers(table, newer)}
    return statement.on_conflict_do_update(
        index_elements=list(table.primary_key.columns),
        set_=sums | {name: fresh[name] for name in newer},
    )


@cache
def _clear(table: Table, newer: tuple[str, ...]) -> Delete:
    nothing = (column == 0 for column in _list_numbers(table, newer))
    return delete(table).where(*is_marked(table), *nothing)


def is_marked(table: Table) -> list[ColumnElement[bool]]:
    """The conditions on a line of the key that the parameters of ``mark_line`` give."""
    return [column == bindparam(f"key_{column.name}") for column in table.primary_key.columns]


def mark_line(table: Table, line: Line) -> dict[str, Any]:
    """The key of a line as parameters."""
    return {f"key_{column.name}": line[column.name] for column in table.primary_key.columns}


def _list_numbers(table: Table, newer: tuple[str, ...]) -> list[Column[Any]]:
    keys = table.primary_key.columns
    return [column for column in table.c if column.name not in keys and column.name not in newer]


def count_parties(session: Session, before: Iterable[Any], after: Iterable[Any]) -> None:
    """Take lines of the party filter out of the parties' counts, and add others.

    Both are ``(party_id, stances)``, one a claim.
    """
    claims: Counter[int] = Counter()
    stances: Counter[int] = Counter()
    for sign, lines in ((-1, before), (1, after)):
        for party_id, number in lines:
            claims[party_id] += sign
            stances[party_id] += sign * number
    add_up(
        session,
        PARTY_COUNT,
        [
            {"party_id": party_id, "claims": claims[party_id], "stances": stances[party_id]}
            for party_id in sorted(claims)
            if claims[party_id] or stances[party_id]
        ],
    )


def count_added(session: Session, added: Mapping[str, Sequence[Line]]) -> None:
    """Count the facts that a transaction added, by table: documents of outlets, and how the
    status of claims changed on that day."""
    documents: Counter[str] = Counter()
    last: dict[str, int] = {}
    for row in added.get("document", ()):
        outlet_id = row["outlet_id"] or NO_OUTLET
        documents[outlet_id] += 1
        last[outlet_id] = row["id"]
    add_up(
        session,
        OUTLET_COUNT,
        [
            {"outlet_id": outlet_id, "documents": number, "last_document_id": last[outlet_id]}
            for outlet_id, number in sorted(documents.items())
        ],
        "last_document_id",
    )
    days: DayChanges = Counter()
    for row in added.get("claim", ()):
        days[_utc_day(row["opened_at"]), Status.UNVERIFIED] += 1
    for row in added.get("status_change", ()):
        _note_change(days, _utc_day(row["at"]), row["source"], row["target"], 1)
    add_up(session, STATUS_DAY, _write_days(days))


def count_facts(session: Session) -> None:
    """Count every fact anew into empty counters: what ``count_added`` had added."""
    for table, lines in list_fact_counts(session).items():
        add_up(session, table, lines)


def list_fact_counts(session: Session) -> dict[Table, list[Line]]:
    """The lines of the counters of facts, as the facts give them."""
    outlet_id = func.coalesce(DOCUMENT.c.outlet_id, NO_OUTLET)
    counted = select(outlet_id, func.count(), func.max(DOCUMENT.c.id)).group_by(outlet_id)
    outlets: list[Line] = [
        {"outlet_id": outlet, "documents": number, "last_document_id": last}
        for outlet, number, last in session.execute(counted)
    ]
    return {OUTLET_COUNT: outlets, STATUS_DAY: _write_days(sum_days(session))}


def sum_days(session: Session, among: Select[tuple[int]] | None = None) -> DayChanges:
    """How the counts of statuses changed by day, as the facts of claims have it one by one:
    of all claims, or of those ``among``. Merges are not looked at."""
    days: DayChanges = Counter()
    opened = _day_of(CLAIM.c.opened_at)
    claims = select(opened, func.count()).group_by(opened)
    changed = _day_of(STATUS_CHANGE.c.at)
    ends = (STATUS_CHANGE.c.source, STATUS_CHANGE.c.target)
    changes = select(changed, *ends, func.count()).group_by(changed, *ends)
    if among is not None:
        claims = claims.where(CLAIM.c.id.in_(among))
        changes = changes.where(STATUS_CHANGE.c.claim_id.in_(among))
    for day, number in session.execute(claims):
        days[_read_day(day), Status.UNVERIFIED] += number
    for day, source, target, number in session.execute(changes):
        _note_change(days, _read_day(day), source, target, number)
    return days


def _note_change(
    days: DayChanges, day: date, source: Status | None, target: Status, number: int
) -> None:
    # A claim without a status row counts as unverified: its first row has no source.
    days[day, Status(source or Status.UNVERIFIED)] -= number
    days[day, Status(target)] += number


def _write_days(days: DayChanges) -> list[Line]:
    return [
        {"day": day, "status": status, "change": number}
        for (day, status), number in sorted(days.items())
        if number
    ]


def _utc_day(moment: Any) -> date:
    return EPOCH.date() + timedelta(days=(moment - EPOCH).days)


def _day_of(moment: Any) -> ColumnElement[int]:
    """The UTC day of a moment's column, as days since 1970 (moments are microseconds)."""
    micros = cast(type_coerce(moment, BIG), BIG)
    return micros.op("/")(literal_column(str(DAY_MICROS))).label("day")


def _read_day(days: int) -> date:
    return EPOCH.date() + timedelta(days=int(days))

"""What changed since a moment ago: for pages that stay open and dashboards that listen.

Two kinds of news, in one order for each: the board's lines that were rewritten,
and the events of the outbox (a status changed, a stance was recorded ...). A
listener that was away hands its last cursor in and hears what it missed; of a
claim that changed ten times meanwhile it hears the last line once, and each event.
"""

from __future__ import annotations

import re
from typing import Any

from pydantic import AwareDatetime
from sqlmodel import Session, and_, col, func, or_, select

from claims.model import Stage, Status, Value
from claims.store import Outbox, Store
from claims.store.columns import from_micros, to_micros
from claims.store.projections import Board
from claims.views.cursor import read_moment
from claims.views.errors import CursorError

AT_ONCE = 200
"""Events, and lines, read at once."""
_CURSOR = re.compile(r"(\d{1,18})\.(\d{1,18})\.(\d{1,18})")


_NEWEST = (col(Board.last_change).desc(), col(Board.claim_id).desc())
_HERE = select(
    select(func.max(Outbox.id)).scalar_subquery(),
    select(Board.last_change).order_by(*_NEWEST).limit(1).scalar_subquery(),
    select(Board.claim_id).order_by(*_NEWEST).limit(1).scalar_subquery(),
)


class Since(Value):
    """Where a listener is: the last event it heard, and the last line of the board."""

    event: int
    micros: int
    """When that line changed, in microseconds since 1970 UTC."""
    claim: int

    def __str__(self) -> str:
        return f"{self.event}.{self.micros}.{self.claim}"


class Event(Value):
    """One event of the outbox. ``id`` is the same however often it is sent."""

    id: int
    topic: str
    claim: int | None
    at: AwareDatetime
    payload: dict[str, Any]


class LineChange(Value):
    """A line of the board that was rewritten."""

    claim: int
    status: Status
    stage: Stage
    at: AwareDatetime

    @property
    def micros(self) -> int:
        """``at`` as the cursor counts it."""
        return to_micros(self.at)


class Changes(Value):
    """News since a cursor, oldest first, and where to go on from."""

    events: tuple[Event, ...]
    lines: tuple[LineChange, ...]
    since: Since
    more: bool
    """Whether there is more to ask for at once."""


def read_since(cursor: str) -> Since:
    """A cursor as text, read back. CursorError for anything that we did not write."""
    found = _CURSOR.fullmatch(cursor)
    if found is None:
        raise CursorError(f"cursor {cursor[:40]!r} is not one of ours: listen without one")
    event, micros, claim = (int(part) for part in found.groups())
    read_moment(micros)
    return Since(event=event, micros=micros, claim=claim)


def here(store: Store) -> Since:
    """The cursor of somebody who starts to listen now."""
    with store.glance() as session:
        event, moment, claim = session.execute(_HERE).one()
    micros = 0 if moment is None else to_micros(moment)
    return Since(event=event or 0, micros=micros, claim=claim or 0)


def changes(store: Store, since: Since) -> Changes:
    """What is new after ``since``: at most 200 events and 200 lines, by two index look-ups."""
    with store.read() as session:
        events = _read_events(session, since)
        lines = _read_lines(session, since)
    last = lines[-1] if lines else None
    return Changes(
        events=events,
        lines=lines,
        since=Since(
            event=events[-1].id if events else since.event,
            micros=last.micros if last else since.micros,
            claim=last.claim if last else since.claim,
        ),
        more=AT_ONCE in (len(events), len(lines)),
    )


def _read_events(session: Session, since: Since) -> tuple[Event, ...]:
    asked = select(Outbox).where(col(Outbox.id) > since.event)
    found = session.exec(asked.order_by(col(Outbox.id)).limit(AT_ONCE))
    return tuple(
        Event(
            id=row.id or 0,
            topic=row.topic,
            claim=row.payload.get("claim_id"),
            at=row.at,
            payload=row.payload,
        )
        for row in found
    )


def _read_lines(session: Session, since: Since) -> tuple[LineChange, ...]:
    moment = from_micros(since.micros)
    later = or_(
        col(Board.last_change) > moment,
        and_(col(Board.last_change) == moment, col(Board.claim_id) > since.claim),
    )
    asked = (
        select(Board.claim_id, Board.status, Board.stage, Board.last_change)
        .where(col(Board.last_change) >= moment, later)
        .order_by(col(Board.last_change), col(Board.claim_id))
        .limit(AT_ONCE)
    )
    return tuple(
        LineChange(claim=claim, status=status, stage=stage, at=at)
        for claim, status, stage, at in session.exec(asked)
    )

"""Days and ledger entries: which rows were held at the end of a day."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import ColumnElement, true
from sqlmodel import Session, col, func, select

from claims.model import utcnow
from claims.store import cut_at
from claims.store.facts import Fact
from claims.store.reading import LEDGER
from claims.views.errors import RangeError

HEAD = select(func.max(LEDGER.c.seq).label("seq"))
"""Asks for the ledger's last entry, None on an empty record."""
MICROSECOND = timedelta(microseconds=1)


def end_of_day(day: date) -> datetime:
    """The first moment after ``day`` in UTC: what was recorded before it was held that day."""
    if day == date.max:
        return datetime.max.replace(tzinfo=UTC)
    return datetime.combine(day + timedelta(days=1), time(), UTC)


def start_of_day(day: date) -> datetime:
    """The first moment of ``day`` in UTC."""
    return datetime.combine(day, time(), UTC)


def utc_day(moment: datetime) -> date:
    """The UTC day of a moment."""
    return moment.astimezone(UTC).date()


def require_begun(day: date, name: str) -> None:
    """RangeError where ``day`` has not begun yet in UTC: nothing is known of it."""
    today = utcnow().date()
    if day > today:
        raise RangeError(
            f"{name} {day} lies ahead: the record holds today ({today} in UTC) and the past", name
        )


def require_order(since: date | None, until: date | None) -> None:
    """RangeError where the first day lies after the last."""
    if since is not None and until is not None and since > until:
        raise RangeError(f"since {since} lies after until {until}: swap them", "since", "until")


def last_moment(as_of: date | None) -> datetime | None:
    """The last moment of that day in UTC; None stands for now. RangeError for a day to come."""
    if as_of is None:
        return None
    require_begun(as_of, "as_of")
    return end_of_day(as_of) - MICROSECOND


def find_cut(session: Session, as_of: date | None) -> int | None:
    """The last ledger entry of that day (UTC), 0 before the first; None stands for now.
    RangeError for a day to come."""
    return cut_at(session, last_moment(as_of))


def up_to(fact: type[Fact], cut: int | None) -> ColumnElement[bool]:
    """The condition that a fact was on record by ledger entry ``cut``."""
    return true() if cut is None else col(fact.seq) <= cut


def read_head(session: Session) -> int:
    """The number of the ledger's last entry, 0 on an empty record."""
    return int(session.execute(HEAD).scalar() or 0)

"""How many claims stood at which status, day by day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from sqlalchemy import select as core_select
from sqlmodel import Session, col, select

from claims.model import Status, Value
from claims.store import Store
from claims.store.counters import STATUS_DAY, sum_days
from claims.store.facts import ActKind, Claim, ClaimMerge, StatusChange
from claims.store.tables import table_of
from claims.views.errors import RangeError
from claims.views.moments import end_of_day, require_begun, require_order, utc_day

MAX_DAYS = 3660
"""Longest span one call answers, in days: ten years."""

CLAIM_MERGE = table_of(ClaimMerge)


class StatusOnDay(Value):
    """How many claims stood at each status at the end of ``day`` (UTC)."""

    day: date
    counts: dict[Status, int]
    """Every status is a key. Claims merged away do not count."""
    total: int


def status_over_time(store: Store, since: date, until: date) -> tuple[StatusOnDay, ...]:
    """The counts at the end of each day from ``since`` to ``until``, both included.

    The store keeps the changes by day, claims taken one by one; those that were ever merged
    are taken out of them and followed, so this takes the time of one pass over those.
    RangeError where the days are out of order, more than ``MAX_DAYS`` apart, or still to come.
    """
    require_order(since, until)
    require_begun(until, "until")
    if (until - since).days >= MAX_DAYS:
        told = f"{since} to {until} is more than {MAX_DAYS} days: ask for fewer"
        raise RangeError(told, "since", "until")
    changes: dict[date, Counter[Status]] = defaultdict(Counter)
    with store.read() as session:
        for day, status, number in _read_sums(session):
            changes[day][status] += number
        for day, status, number in _follow_merged(session, until):
            changes[day][status] += number
    return tuple(_add_up(changes, since, until))


Change = tuple[date, Status, int]
"""Day, status, and by how many claims its count changes on that day."""


def _read_sums(session: Session) -> Iterator[Change]:
    """The changes of the counts by claims that were never merged."""
    kept = core_select(STATUS_DAY.c.day, STATUS_DAY.c.status, STATUS_DAY.c.change)
    for day, status, number in session.execute(kept):
        yield (day, Status(status), number)
    merged = core_select(CLAIM_MERGE.c.claim_id).distinct()
    for (day, status), number in sum_days(session, merged).items():
        yield (day, status, -number)


Step = tuple[date, int, int, Status | None]
"""Day, order, claim, and the status it has from then on (None: merged away)."""

# Within one ledger entry a claim is opened, then changes, then is merged.
_OPENED, _CHANGE, _MERGE = range(3)


def _follow_merged(session: Session, until: date) -> Iterator[Change]:
    """The changes of the counts by claims that were ever merged, followed in order."""
    held: dict[int, Status | None] = {}
    for step in sorted(_read_steps(session, until), key=lambda step: step[:2]):
        yield from _take(step, held)


def _read_steps(session: Session, until: date) -> Iterator[Step]:
    """Everything that moves a claim that was ever merged into, between, or out of the counts."""
    before = end_of_day(until)
    merged = select(ClaimMerge.claim_id).distinct()
    opened = select(Claim.opened_at, Claim.seq, Claim.id).where(
        col(Claim.opened_at) < before, col(Claim.id).in_(merged)
    )
    for at, seq, claim_id in session.exec(opened):
        yield (utc_day(at), 3 * seq + _OPENED, claim_id or 0, Status.UNVERIFIED)
    changed = select(
        StatusChange.at, StatusChange.seq, StatusChange.claim_id, StatusChange.target
    ).where(col(StatusChange.at) < before, col(StatusChange.claim_id).in_(merged))
    for at, seq, claim_id, target in session.exec(changed):
        yield (utc_day(at), 3 * seq + _CHANGE, claim_id, Status(target))
    yield from _read_merges(session, until)


def _read_merges(session: Session, until: date) -> Iterator[Step]:
    merged = (
        select(ClaimMerge)
        .where(col(ClaimMerge.at) < end_of_day(until))
        .order_by(col(ClaimMerge.id))
    )
    for row in session.exec(merged):
        back = None if row.act is ActKind.DO else _held_before(session, row)
        yield (utc_day(row.at), 3 * row.seq + _MERGE, row.claim_id, back)


def _held_before(session: Session, undo: ClaimMerge) -> Status:
    """The status that a claim returns with when its merge is undone."""
    held = session.exec(
        select(StatusChange.target)
        .where(StatusChange.claim_id == undo.claim_id, col(StatusChange.seq) <= undo.seq)
        .order_by(col(StatusChange.id).desc())
        .limit(1)
    ).first()
    return Status(held or Status.UNVERIFIED)


def _take(step: Step, held: dict[int, Status | None]) -> Iterator[Change]:
    day, order, claim_id, status = step
    before = held.get(claim_id)
    if claim_id in held and before is None and order % 3 == _CHANGE:
        return  # a claim merged away stays out of the counts, whatever is noted on it
    if before is not None:
        yield (day, before, -1)
    if status is not None:
        yield (day, status, 1)
    held[claim_id] = status


def _add_up(
    changes: Mapping[date, Counter[Status]], since: date, until: date
) -> Iterator[StatusOnDay]:
    counts: Counter[Status] = Counter()
    for day in sorted(day for day in changes if day < since):
        counts.update(changes[day])
    for offset in range((until - since).days + 1):
        day = since + timedelta(days=offset)
        counts.update(changes.get(day, {}))
        yield StatusOnDay(
            day=day, counts={status: counts[status] for status in Status}, total=counts.total()
        )

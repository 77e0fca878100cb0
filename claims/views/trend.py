"""How many claims stood at which status, day by day. Read from the facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from sqlmodel import Session, col, select

from claims.model import Status, Value
from claims.store import Store
from claims.store.facts import ActKind, Claim, ClaimMerge, StatusChange
from claims.views.errors import RangeError
from claims.views.moments import end_of_day, utc_day

MAX_DAYS = 3660
"""Longest span one call answers, in days: ten years."""


class StatusOnDay(Value):
    """How many claims stood at each status at the end of ``day`` (UTC)."""

    day: date
    counts: dict[Status, int]
    """Every status is a key. Claims merged away do not count."""
    total: int


def status_over_time(store: Store, since: date, until: date) -> tuple[StatusOnDay, ...]:
    """The counts at the end of each day from ``since`` to ``until``, both included.

    RangeError where the days are out of order or more than ``MAX_DAYS`` apart.
    """
    if not since <= until:
        raise RangeError(f"since {since} lies after until {until}: swap them")
    if (until - since).days >= MAX_DAYS:
        raise RangeError(f"{since} to {until} is more than {MAX_DAYS} days: ask for fewer")
    with store.read() as session:
        steps = sorted(_read_steps(session, until), key=lambda step: step[:2])
    return tuple(_count(steps, since, until))


Step = tuple[date, int, int, Status | None]
"""Day, order, claim, and the status it has from then on (None: merged away)."""

# Within one ledger entry a claim is opened, then changes, then is merged.
_OPENED, _CHANGE, _MERGE = range(3)


def _read_steps(session: Session, until: date) -> Iterator[Step]:
    """Everything that moves a claim into, between, or out of the counts."""
    before = end_of_day(until)
    opened = select(Claim.opened_at, Claim.seq, Claim.id).where(col(Claim.opened_at) < before)
    for at, seq, claim_id in session.exec(opened):
        yield (utc_day(at), 3 * seq + _OPENED, claim_id or 0, Status.UNVERIFIED)
    changed = select(
        StatusChange.at, StatusChange.seq, StatusChange.claim_id, StatusChange.target
    ).where(col(StatusChange.at) < before)
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


def _count(steps: list[Step], since: date, until: date) -> Iterator[StatusOnDay]:
    held: dict[int, Status | None] = {}
    counts: Counter[Status] = Counter()
    position = 0
    for offset in range((until - since).days + 1):
        day = since + timedelta(days=offset)
        while position < len(steps) and steps[position][0] <= day:
            _take(steps[position], held, counts)
            position += 1
        yield StatusOnDay(
            day=day, counts={status: counts[status] for status in Status}, total=counts.total()
        )


def _take(step: Step, held: dict[int, Status | None], counts: Counter[Status]) -> None:
    _, order, claim_id, status = step
    before = held.get(claim_id)
    if claim_id in held and before is None and order % 3 == _CHANGE:
        return  # a claim merged away stays out of the counts, whatever is noted on it
    if before is not None:
        counts[before] -= 1
    if status is not None:
        counts[status] += 1
    held[claim_id] = status

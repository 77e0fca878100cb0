"""How many claims stand where: read from the counter table, whatever the record's size."""

from __future__ import annotations

from collections import Counter
from datetime import date

from sqlalchemy import func, select
from sqlmodel import Session

from claims.model import Stage, Status, Value
from claims.store import Store
from claims.views.board_keys import BOARD, count_places
from claims.views.board_past import read_changed, stands_since


class StatusStage(Value):
    """How many claims stand at one status and one stage."""

    status: Status
    stage: Stage
    claims: int


class Counts(Value):
    """Claims by status and by stage; merged ones do not count."""

    total: int
    by_status: dict[Status, int]
    """Every status is a key."""
    by_stage: dict[Stage, int]
    """Every stage is a key."""
    cells: tuple[StatusStage, ...]
    """Pairs that hold at least one claim."""
    as_of: date | None


def counts(store: Store, as_of: date | None = None) -> Counts:
    """The counts now, or at the end of a past day."""
    cells: Counter[tuple[Status, Stage]] = Counter()
    if as_of is None:
        with store.glance() as session:
            cells.update(count_places(session))
    else:
        with store.read() as session:
            cells.update(_count_unchanged(session, as_of))
            cells.update((state.status, state.stage) for state in read_changed(session, as_of))
    by_status: Counter[Status] = Counter()
    by_stage: Counter[Stage] = Counter()
    for (status, stage), number in cells.items():
        by_status[status] += number
        by_stage[stage] += number
    return Counts(
        total=cells.total(),
        by_status={status: by_status[status] for status in Status},
        by_stage={stage: by_stage[stage] for stage in Stage},
        cells=tuple(
            StatusStage(status=status, stage=stage, claims=number)
            for (status, stage), number in sorted(cells.items())
        ),
        as_of=as_of,
    )


def _count_unchanged(session: Session, as_of: date) -> dict[tuple[Status, Stage], int]:
    """Claims at each status and stage of those that stand as they did on that day."""
    place = (BOARD.c.status, BOARD.c.stage)
    query = select(*place, func.count()).where(stands_since(as_of)).group_by(*place)
    return {(status, stage): n for status, stage, n in session.execute(query)}

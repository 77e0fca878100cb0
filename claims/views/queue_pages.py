"""What waits, in pages: group after group as ``claims.views.queue`` orders them, by keyset."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from sqlalchemy import and_, literal, or_, tuple_
from sqlmodel import Session, col, select

from claims.model import Stage
from claims.store import Store
from claims.store.columns import to_micros
from claims.store.facts import Failure, Proposal
from claims.store.projections import Board
from claims.store.tables import table_of
from claims.views.cursor import read_cursor, read_moment, write_cursor
from claims.views.queue import (
    PROPOSALS_AT,
    STEPS,
    QueueItem,
    select_failures,
    select_proposals,
    show_claims,
    show_failure,
    show_proposal,
)
from claims.views.values import Page

SHAPE = "queue"
BOARD = table_of(Board)

Key = tuple[int, int]
"""Where something waits within its group: microseconds of a claim's last change (0 for all
else), and the number."""
Read = Callable[[Session, Key | None, int], list[tuple[Key, QueueItem]]]


def queue(store: Store, cursor: str | None = None, limit: int = 50) -> Page[QueueItem]:
    """One page of what waits, the most urgent first, the longest unchanged first of each act.

    What the desk moves while somebody pages waits in another group, or no more: it may be
    met twice, or not at all. CursorError for a cursor that is not ours.
    """
    group, *last = (0,) if cursor is None else read_cursor(cursor, SHAPE, 3)
    after = (last[0], last[1]) if last else None
    found: list[tuple[int, Key, QueueItem]] = []
    with store.read() as session:
        for at in range(max(group, 0), len(_GROUPS)):
            rest = limit + 1 - len(found)
            here = _GROUPS[at](session, after if at == group else None, rest)
            found += [(at, *each) for each in here]
            if len(found) > limit:
                break
    items = tuple(item for _, _, item in found[:limit])
    if len(found) <= limit:
        return Page(items=items)
    at, key, _ = found[limit - 1]
    return Page(items=items, next=write_cursor((at, *key), SHAPE))


def _read_claims(
    stage: Stage, session: Session, after: Key | None, limit: int
) -> list[tuple[Key, QueueItem]]:
    place = (col(Board.last_change), col(Board.claim_id))
    query = select(Board).where(Board.stage == stage)
    if after is not None:
        # A typed literal: an untyped moment is compared as text.
        moved = literal(read_moment(after[0]), BOARD.c.last_change.type)
        query = query.where(tuple_(*place) > tuple_(moved, literal(after[1])))
    rows = session.exec(query.order_by(*place).limit(limit)).all()
    keys = [(to_micros(row.last_change), row.claim_id) for row in rows]
    return list(zip(keys, show_claims(session, rows), strict=True))


def _read_proposals(session: Session, after: Key | None, limit: int) -> list[tuple[Key, QueueItem]]:
    query = select_proposals()
    if after is not None:
        # A proposal's score never changes: the number tells where the page before ended.
        score = select(Proposal.score).where(Proposal.id == after[1]).scalar_subquery()
        query = query.where(
            or_(
                col(Proposal.score) < score,
                and_(col(Proposal.score) == score, col(Proposal.id) > after[1]),
            )
        )
    return [((0, row[0].id or 0), show_proposal(*row)) for row in session.exec(query.limit(limit))]


def _read_failures(session: Session, after: Key | None, limit: int) -> list[tuple[Key, QueueItem]]:
    query = select_failures()
    if after is not None:
        query = query.where(col(Failure.id) > after[1])
    return [((0, row.id or 0), show_failure(row)) for row in session.exec(query.limit(limit))]


_STAGES: tuple[Read, ...] = tuple(partial(_read_claims, stage) for stage in STEPS)
_GROUPS: tuple[Read, ...] = (
    *_STAGES[:PROPOSALS_AT],
    _read_proposals,
    *_STAGES[PROPOSALS_AT:],
    _read_failures,
)

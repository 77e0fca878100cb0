"""Events that wait to be sent: none is lost, none is sent for a change undone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from claims.model import utcnow
from claims.store.journal import Outbox
from claims.store.reading import split
from claims.store.session import Store


def pending_outbox(session: Session, limit: int = 100) -> list[Outbox]:
    """Events not yet delivered, oldest first. An event may come twice, so receivers
    must tell it by its ``id``."""
    statement = select(Outbox).where(col(Outbox.delivered_at).is_(None))
    return list(session.exec(statement.order_by(col(Outbox.id)).limit(limit)))


def mark_delivered(store: Store, ids: Iterable[int]) -> None:
    """Note that events went out. Marking one twice changes nothing."""
    with store.begin() as session:
        for some in split(ids):
            session.execute(
                update(Outbox)
                .where(col(Outbox.id).in_(some), col(Outbox.delivered_at).is_(None))
                .values(delivered_at=utcnow())
            )


def clear_outbox(store: Store, days: float) -> int:
    """Delete events delivered more than ``days`` ago; returns how many."""
    with store.begin() as session:
        statement = delete(Outbox).where(col(Outbox.delivered_at) < utcnow() - timedelta(days=days))
        return int(session.connection().execute(statement).rowcount)

"""Answers kept for a day, so that a write sent twice is done once.

The key is reserved before the write and the answer kept after it, each in a
transaction of its own: a process killed in between leaves the reservation, and
after ``WORK_SECONDS`` the same request is done again.
"""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import Session, col, delete, select

from claims.desk.errors import DeskError, RefusedInputError
from claims.model import Value, utcnow
from claims.store import Store
from claims.store.access import KeptAnswer, next_id

KEPT_HOURS = 24
WORK_SECONDS = 60


class AtWorkError(DeskError):
    """The same request is being worked on."""


class Answer(Value):
    """What a write answered."""

    status: int
    body: str


def reserve_answer(store: Store, person: str, key: str, request_sha256: str) -> Answer | None:
    """The answer kept under this person's key; None where the request is to be done now.

    RefusedInputError where the key came with another request, AtWorkError where the
    same one is not finished.
    """
    now = utcnow()
    with store.begin() as session:
        old = now - timedelta(hours=KEPT_HOURS)
        session.execute(delete(KeptAnswer).where(col(KeptAnswer.at) < old))
        row = _find(session, person, key)
        if row is None:
            row = KeptAnswer(
                id=next_id(session, KeptAnswer),
                person=person,
                request_key=key,
                request_sha256=request_sha256,
            )
        elif row.request_sha256 != request_sha256:
            raise RefusedInputError(
                "This Idempotency-Key came with another request before: give each its own."
            )
        elif row.status is not None:
            return Answer(status=row.status, body=row.body or "")
        elif now - row.at < timedelta(seconds=WORK_SECONDS):
            raise AtWorkError("The same request is being worked on: send it again in a while.")
        row.at = now
        session.add(row)
        session.flush()
        return None


def keep_answer(store: Store, person: str, key: str, answer: Answer | None) -> None:
    """Keep the answer to a reserved request; None gives the key free again."""
    with store.begin() as session:
        row = _find(session, person, key)
        if row is None:
            return
        if answer is None:
            session.delete(row)
        else:
            row.status, row.body = answer.status, answer.body
            session.add(row)
        session.flush()


def _find(session: Session, person: str, key: str) -> KeptAnswer | None:
    return session.exec(
        select(KeptAnswer).where(KeptAnswer.person == person, KeptAnswer.request_key == key)
    ).first()

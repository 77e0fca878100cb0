"""Inputs that could not be read or worked through, kept so that they can be tried again."""

from __future__ import annotations

from collections.abc import Collection

from pydantic import AwareDatetime
from sqlmodel import Session, col, func, select
from sqlmodel.sql.expression import Select

from claims.model import Value
from claims.store import Store
from claims.store.facts import Failure, FailureAnswer
from claims.views.cells import chunk

GIVEN_UP = "given_up"
"""What a person's answer says."""


class FailureView(Value):
    """One failure and what became of it."""

    id: int
    name: str
    item: str
    step: str
    """``read``, ``extract`` or ``record``."""
    reason: str
    capture_sha256: str | None
    """The capture in the archive, None where not even the bytes could be had."""
    outlet: str | None
    """Catalogue id of the outlet that it was handed in under, where one was said."""
    at: AwareDatetime
    outcome: str | None
    """``recovered`` by a retry, ``given_up`` by a person, None while it is open."""
    answered_by: str | None
    answered_at: AwareDatetime | None

    @property
    def called(self) -> str:
        """The input and its item, as a person knows them."""
        return name_failed(self.name, self.item)


def name_failed(name: str, item: str) -> str:
    """An input and its item; readers name many a one with its item already."""
    told = not item or name.endswith(f"[{item}]")
    return name if told else f"{name} [{item}]"


def failures(
    store: Store, *, answered: bool = False, limit: int = 1000, before: int | None = None
) -> tuple[FailureView, ...]:
    """The latest failures, newest first; answered ones too where ``answered`` is set.

    ``before`` is the number of the failure at which the page before ended.
    """
    query = _select(answered).order_by(col(Failure.id).desc()).limit(limit)
    if before is not None:
        query = query.where(col(Failure.id) < before)
    with store.read() as session:
        return tuple(_view(failure, answer) for failure, answer in session.exec(query))


def open_failures(store: Store) -> tuple[FailureView, ...]:
    """Every failure that nobody answered, oldest first: what a retry tries again."""
    query = _select(answered=False).order_by(col(Failure.id))
    with store.read() as session:
        return tuple(_view(failure, answer) for failure, answer in session.exec(query))


def items_left(store: Store, digests: Collection[str]) -> frozenset[tuple[str, str]]:
    """Items of these captures, as (SHA-256, item), that a person said will not be tried again."""
    left: set[tuple[str, str]] = set()
    with store.read() as session:
        for part in chunk(sorted(digests)):
            found = session.exec(
                select(Failure.capture_sha256, Failure.item)
                .join(FailureAnswer, col(FailureAnswer.failure_id) == col(Failure.id))
                .where(col(Failure.capture_sha256).in_(part), FailureAnswer.outcome == GIVEN_UP)
            )
            left |= {(sha256 or "", item) for sha256, item in found}
    return frozenset(left)


def count_open_failures(session: Session) -> int:
    """How many failures nobody answered."""
    answered = select(FailureAnswer.failure_id)
    counted = select(func.count()).select_from(Failure).where(col(Failure.id).not_in(answered))
    return session.exec(counted).one()


def failures_waiting(store: Store) -> int:
    """How many inputs failed and wait for a retry or a person's answer."""
    with store.read() as session:
        return count_open_failures(session)


def _select(answered: bool) -> Select[Failure, FailureAnswer]:
    query = select(Failure, FailureAnswer).outerjoin(
        FailureAnswer, col(FailureAnswer.failure_id) == col(Failure.id)
    )
    return query if answered else query.where(col(FailureAnswer.id).is_(None))


def _view(failure: Failure, answer: FailureAnswer | None) -> FailureView:
    return FailureView(
        id=failure.id or 0,
        name=failure.name,
        item=failure.item,
        step=failure.step,
        reason=failure.reason,
        capture_sha256=failure.capture_sha256,
        outlet=failure.outlet,
        at=failure.at,
        outcome=answer.outcome if answer else None,
        answered_by=answer.actor if answer else None,
        answered_at=answer.at if answer else None,
    )

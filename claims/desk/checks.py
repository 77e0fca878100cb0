"""Checks shared by what people do on the desk: may this actor, is that row held."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from claims.desk.errors import NotAllowedError, NotOnRecordError, RefusedInputError
from claims.model import lies_ahead
from claims.status import MIN_REASON, Actor, Role
from claims.store import Transaction
from claims.store.facts import Fact

REVIEWING = frozenset({Role.REVIEWER, Role.APPROVER, Role.ADMIN})
"""Roles that may change what the record counts: correct, withdraw, merge, split."""
CONTRIBUTING = REVIEWING | {Role.CONTRIBUTOR}
"""Roles that may hand in evidence."""

Row = TypeVar("Row", bound=Fact)


def require_role(actor: Actor, act: str, roles: frozenset[Role]) -> None:
    """NotAllowedError where the actor's role is not among ``roles``."""
    if actor.role not in roles:
        raise NotAllowedError(actor.name, actor.role, act, sorted(roles))


def require_reason(reason: str, act: str) -> str:
    """The reason without spaces at its ends; RefusedInputError where it says nothing."""
    said = reason.strip()
    if len(said) < MIN_REASON:
        raise RefusedInputError(
            f"Give a reason of at least {MIN_REASON} characters to {act}: the record keeps why,"
            " not only what."
        )
    return said


def require_begun(day: date, what: str) -> None:
    """RefusedInputError where ``day`` has not begun yet."""
    if lies_ahead(day):
        raise RefusedInputError(f"{what}: {day} lies ahead. Give the day that it was.")


def get_row(tx: Transaction, table: type[Row], row_id: int, what: str) -> Row:
    """The row of that id. NotOnRecordError where there is none."""
    row = tx.session.get(table, row_id)
    if row is None:
        raise NotOnRecordError(what, row_id)
    return row

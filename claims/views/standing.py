"""How a claim stands: the status shown, what it rests on, and what would change it.

``cut`` is the last ledger entry that is read: a past day's, or None for all.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from pydantic import AwareDatetime
from sqlalchemy import Select, select
from sqlmodel import Session

from claims.model import Flag, Stage, Status, Value
from claims.store.among import WANTED
from claims.store.reading import select_latest
from claims.store.standing import ASSESSMENT, DECISION, PUBLICATION, STATUS_CHANGE
from claims.store.together import ask_together

_SUGGESTED_THEN = (
    select(ASSESSMENT.c.status)
    .where(ASSESSMENT.c.id == DECISION.c.assessment_id)
    .scalar_subquery()
    .label("suggested_then")
)
_LATEST = (
    (ASSESSMENT, ()), (STATUS_CHANGE, ()), (DECISION, (_SUGGESTED_THEN,)), (PUBLICATION, ()),
)  # fmt: skip
"""What a standing rests on, with what else is asked of it, in the order of ``tell_reasons``."""


class WhatIf(Value):
    """One input flipped, and what the policy then says."""

    change: str
    status: Status
    rule: int


class SuggestionView(Value):
    """The machine's suggestion with its reasons. Never a decision."""

    assessment_id: int
    status: Status
    rule: int
    """Number of the policy's rule that fired, 1-6."""
    flags: tuple[Flag, ...]
    commitment: str | None
    reasons: tuple[str, ...]
    rests_on: tuple[str, ...]
    """Rows it rests on: ``stance:12``, ``evidence:3``."""
    would_change: tuple[WhatIf, ...]
    at: AwareDatetime


class DecisionView(Value):
    """The status that a person set, with the rationale."""

    decision_id: int
    status: Status
    rationale: str
    by: str
    at: AwareDatetime
    suggested_then: Status | None
    """What the machine suggested when the person decided; null where it had not looked."""


class PublicationView(Value):
    """That a decision went out, and who let it out."""

    decision_id: int
    by: str
    at: AwareDatetime


class Reasons(NamedTuple):
    """What the status rests on, each None where there is none."""

    since: datetime | None
    """When the status shown came to be shown."""
    suggestion: SuggestionView | None
    decision: DecisionView | None
    published: PublicationView | None


class Standing(Value):
    """Status, its basis, and the claim's place on the desk."""

    status: Status
    basis: str
    """``decided`` by a person, or ``suggested`` by the policy."""
    since: AwareDatetime | None
    """When the status shown came to be shown; None while it never changed."""
    stage: Stage
    assignee: str | None
    flags: tuple[Flag, ...]
    commitment: str | None
    suggestion: SuggestionView | None
    decision: DecisionView | None
    published: PublicationView | None

    @property
    def disputed(self) -> bool:
        """Whether the machine now suggests what it did not when the person decided, and what
        they did not decide. Against an unchanged suggestion a decision simply stands."""
        if self.decision is None or self.suggestion is None:
            return False
        then = self.decision.suggested_then or Status.UNVERIFIED
        return self.suggestion.status not in (self.status, then)


@cache
def write_reasons(*, cut: bool) -> tuple[Select[Any], ...]:
    """What ``tell_reasons`` tells of the claims ``WANTED``: the latest row of each kind.
    ``cut``: with that parameter."""
    return tuple(select_latest((*table.c, *more), table.c.claim_id, cut) for table, more in _LATEST)


def tell_reasons(claim_id: int, answers: Sequence[Sequence[Any]]) -> Reasons:
    """What the answers to ``write_reasons`` tell of one of these claims."""
    assessed, changed, decided, published = (
        next((row for row in rows if row.claim_id == claim_id), None) for rows in answers
    )
    return Reasons(
        since=None if changed is None else changed.at,
        suggestion=None if assessed is None else _tell_suggestion(assessed),
        decision=None if decided is None else _tell_decision(decided),
        published=None if published is None else _tell_publication(published),
    )


def read_reasons(session: Session, claim_id: int, cut: int | None) -> Reasons:
    """The latest rows that say how a claim stands."""
    asked = {WANTED: [claim_id], "cut": cut}
    return tell_reasons(claim_id, ask_together(session, write_reasons(cut=cut is not None), asked))


def _tell_suggestion(row: Any) -> SuggestionView:
    return SuggestionView(
        assessment_id=row.id,
        status=row.status,
        rule=row.rule,
        flags=tuple(Flag(flag) for flag in row.flags),
        commitment=row.commitment,
        reasons=tuple(row.reasons),
        rests_on=tuple(row.rests_on),
        would_change=tuple(WhatIf.model_validate(what_if) for what_if in row.would_change),
        at=row.at,
    )


def _tell_decision(row: Any) -> DecisionView:
    return DecisionView(
        decision_id=row.id,
        status=row.status,
        rationale=row.rationale,
        by=row.actor,
        at=row.at,
        suggested_then=row.suggested_then,
    )


def _tell_publication(row: Any) -> PublicationView:
    return PublicationView(decision_id=row.decision_id, by=row.actor, at=row.at)

"""How a claim stands: the status shown, what it rests on, and what would change it.

``cut`` is the last ledger entry that is read: a past day's, or None for all.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pydantic import AwareDatetime
from sqlmodel import Session, col, select

from claims.model import Flag, Stage, Status, Value
from claims.store.facts import (
    Assessment,
    Decision,
    Fact,
    Publication,
    StageMove,
    StatusChange,
)
from claims.store.reading import read_latest
from claims.store.tables import table_of
from claims.views.moments import up_to


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
    """What the machine suggested when the person decided."""


class PublicationView(Value):
    """That a decision went out, and who let it out."""

    decision_id: int
    by: str
    at: AwareDatetime


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
        """Whether the machine now suggests another status than the person decided."""
        return (
            self.basis == "decided"
            and self.suggestion is not None
            and self.suggestion.status is not self.status
        )


def read_suggestion(session: Session, claim_id: int, cut: int | None) -> SuggestionView | None:
    """The machine's latest suggestion for a claim, None where it was never assessed."""
    row = _read_last(session, Assessment, claim_id, cut)
    if row is None:
        return None
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


def read_decision(session: Session, claim_id: int, cut: int | None) -> DecisionView | None:
    """The latest decision on a claim, None where nobody decided."""
    row = session.exec(
        select(Decision, Assessment.status)
        .outerjoin(Assessment, col(Assessment.id) == col(Decision.assessment_id))
        .where(Decision.claim_id == claim_id, up_to(Decision, cut))
        .order_by(col(Decision.id).desc())
        .limit(1)
    ).first()
    if row is None:
        return None
    decision, suggested = row
    return DecisionView(
        decision_id=decision.id or 0,
        status=decision.status,
        rationale=decision.rationale,
        by=decision.actor,
        at=decision.at,
        suggested_then=suggested,
    )


def read_publication(session: Session, claim_id: int, cut: int | None) -> PublicationView | None:
    """The latest publication of a claim, None where it never went out."""
    row = _read_last(session, Publication, claim_id, cut)
    if row is None:
        return None
    return PublicationView(decision_id=row.decision_id, by=row.actor, at=row.at)


def read_since(session: Session, claim_id: int, cut: int | None) -> datetime | None:
    """When the status shown last changed."""
    row = _read_last(session, StatusChange, claim_id, cut)
    return None if row is None else row.at


def read_last_move(session: Session, claim_id: int, cut: int | None) -> Any:
    """The claim's latest move on the desk: a row of ``StageMove``, None where it never moved."""
    return _read_last(session, StageMove, claim_id, cut)


def _read_last(session: Session, fact: type[Fact], claim_id: int, cut: int | None) -> Any:
    """The last row of a fact about a claim, with its columns; None where there is none."""
    table = table_of(fact)
    found = read_latest(session, tuple(table.c), table.c.claim_id, [claim_id], cut)
    return found[0] if found else None

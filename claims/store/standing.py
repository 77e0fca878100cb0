"""How claims stand at a moment: ``load_claims`` answers for now and for any past day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Row
from sqlalchemy.orm import Session

from claims.model import Stage, Status
from claims.store.effective import (
    Changes,
    EvidenceState,
    StanceState,
    load_counting,
)
from claims.store.facts import (
    Assessment,
    Claim,
    Decision,
    Proposal,
    ProposalAnswer,
    Publication,
    StageMove,
    StatusChange,
)
from claims.store.merges import ClaimForest, Member, load_claim_forest
from claims.store.reading import cut_at, pick, read_latest, read_rows
from claims.store.tables import table_of

CLAIM = table_of(Claim)
ASSESSMENT = table_of(Assessment)
DECISION = table_of(Decision)
STAGE_MOVE = table_of(StageMove)
STATUS_CHANGE = table_of(StatusChange)
PUBLICATION = table_of(Publication)
PROPOSAL = table_of(Proposal)
ANSWER = table_of(ProposalAnswer)

UNASSIGNED = frozenset({Stage.NEW, Stage.TRIAGED})
"""Stages in which a claim is nobody's: moving there ends an assignment."""


@dataclass(frozen=True, slots=True)
class SuggestionState:
    """The policy's latest suggestion."""

    id: int
    status: Status
    flags: tuple[str, ...]
    commitment: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class DecisionState:
    """The decision that holds."""

    id: int
    status: Status
    actor: str
    at: datetime
    published: bool


@dataclass(frozen=True, slots=True)
class StandingState:
    """How one claim that is not merged away stands, whatever is said of it."""

    claim_id: int
    suggestion: SuggestionState | None
    decision: DecisionState | None
    stage: Stage
    assignee: str | None
    open_proposals: int
    last_change: datetime

    @property
    def status(self) -> Status:
        """What dashboards show: the decision, else the suggestion, else unverified."""
        if self.decision is not None:
            return self.decision.status
        return self.suggestion.status if self.suggestion else Status.UNVERIFIED

    @property
    def status_basis(self) -> str:
        """``decided`` or ``suggested``."""
        return "decided" if self.decision is not None else "suggested"


@dataclass(frozen=True, slots=True)
class ClaimState(StandingState):
    """One claim that is not merged away, with everything that counts for it."""

    text: str
    opened_at: datetime
    members: tuple[Member, ...]
    """The claims it consists of, itself among them."""
    stances: tuple[StanceState, ...]
    evidence: tuple[EvidenceState, ...]


STANDING_TABLES = frozenset(
    table.name
    for table in (ASSESSMENT, DECISION, STAGE_MOVE, STATUS_CHANGE, PUBLICATION, PROPOSAL, ANSWER)
)
"""A row of these changes nothing of a claim but its ``StandingState``."""


def resolve_claims(
    session: Session, claim_ids: Iterable[int], as_of: datetime | None = None
) -> dict[int, Member]:
    """For each claim the one it counts as at that moment, and whether as its opposite."""
    asked = set(claim_ids)
    forest = load_claim_forest(session, asked, cut_at(session, as_of))
    return {claim_id: forest.roots[claim_id] for claim_id in asked}


def load_claims(
    session: Session, claim_ids: Iterable[int], as_of: datetime | None = None
) -> dict[int, ClaimState]:
    """The claims as they stood at a moment (None: now), by id.

    A claim merged away answers as the one it is merged into, under that one's
    id. Claims that did not exist yet are left out.
    """
    cut = cut_at(session, as_of)
    forest = load_claim_forest(session, claim_ids, cut)
    claims = {row.id: row for row in _read_claims(session, forest, cut)}
    changes = Changes(forest.changed)
    for row in claims.values():
        changes.note(forest.roots[row.id].claim_id, row.opened_at)
    roots = [root for root in forest.members if root in claims]
    counting = load_counting(session, forest, changes, cut)
    standings = load_standings(session, forest, roots, changes, cut)
    return {
        root: ClaimState(
            **{field.name: getattr(standings[root], field.name) for field in fields(StandingState)},
            text=claims[root].text,
            opened_at=claims[root].opened_at,
            members=forest.members[root],
            stances=tuple(counting[root].stances),
            evidence=tuple(counting[root].evidence),
        )
        for root in roots
    }


def load_standings(
    session: Session, forest: ClaimForest, roots: Sequence[int], changes: Changes, cut: int | None
) -> dict[int, StandingState]:
    """How some roots of the forest stand. ``changes`` holds what else changed of them."""
    suggestions = _load_suggestions(session, roots, changes, cut)
    decisions = _load_decisions(session, roots, changes, cut)
    stages = _load_stages(session, roots, changes, cut)
    proposals = _count_proposals(session, forest, changes, cut)
    states = {}
    for root in roots:
        stage, assignee = stages.get(root, (Stage.NEW, None))
        states[root] = StandingState(
            claim_id=root,
            suggestion=suggestions.get(root),
            decision=decisions.get(root),
            stage=stage,
            assignee=assignee,
            open_proposals=proposals.get(root, 0),
            last_change=changes.last(root),
        )
    return states


def _read_claims(session: Session, forest: ClaimForest, cut: int | None) -> list[Row[Any]]:
    everyone = [member.claim_id for members in forest.members.values() for member in members]
    columns = [CLAIM.c.id, CLAIM.c.text, CLAIM.c.opened_at]
    return read_rows(session, columns, CLAIM.c.id, everyone, cut)


def _load_suggestions(
    session: Session, roots: Iterable[int], changes: Changes, cut: int | None
) -> dict[int, SuggestionState]:
    columns = pick(ASSESSMENT, "id", "claim_id", "status", "flags", "commitment", "at")
    found = {}
    for row in read_latest(session, columns, ASSESSMENT.c.claim_id, roots, cut):
        changes.note(row.claim_id, row.at)
        found[row.claim_id] = SuggestionState(
            row.id, row.status, tuple(row.flags), row.commitment, row.at
        )
    return found


def _load_decisions(
    session: Session, roots: Iterable[int], changes: Changes, cut: int | None
) -> dict[int, DecisionState]:
    columns = [PUBLICATION.c.claim_id, PUBLICATION.c.decision_id, PUBLICATION.c.at]
    published = set()
    for claim_id, decision_id, at in read_rows(
        session, columns, PUBLICATION.c.claim_id, roots, cut
    ):
        changes.note(claim_id, at)
        published.add(decision_id)
    columns = pick(DECISION, "id", "claim_id", "status", "actor", "at")
    found = {}
    for row in read_latest(session, columns, DECISION.c.claim_id, roots, cut):
        changes.note(row.claim_id, row.at)
        found[row.claim_id] = DecisionState(
            row.id, row.status, row.actor, row.at, row.id in published
        )
    return found


def _load_stages(
    session: Session, roots: Iterable[int], changes: Changes, cut: int | None
) -> dict[int, tuple[Stage, str | None]]:
    columns = pick(STAGE_MOVE, "claim_id", "target", "assignee", "at")
    found: dict[int, tuple[Stage, str | None]] = {}
    for row in read_rows(session, columns, STAGE_MOVE.c.claim_id, roots, cut):
        changes.note(row.claim_id, row.at)
        _, holder = found.get(row.claim_id, (Stage.NEW, None))
        held = None if row.target in UNASSIGNED else holder
        found[row.claim_id] = (row.target, row.assignee or held)
    return found


def _count_proposals(
    session: Session, forest: ClaimForest, changes: Changes, cut: int | None
) -> dict[int, int]:
    """Proposals without an answer for each root; one between two claims counts for both."""
    everyone = [member.claim_id for members in forest.members.values() for member in members]
    columns = pick(PROPOSAL, "id", "claim_id", "other_claim_id", "at")
    keys = [PROPOSAL.c.claim_id, PROPOSAL.c.other_claim_id]
    rows = read_rows(session, columns, keys, everyone, cut)
    columns = [ANSWER.c.proposal_id, ANSWER.c.at]
    found = read_rows(session, columns, ANSWER.c.proposal_id, (row.id for row in rows), cut)
    answers = {proposal_id: at for proposal_id, at in found}  # noqa: C416 - rows are no pairs
    counts: dict[int, int] = {}
    for row in rows:
        ends = {row.claim_id, row.other_claim_id} & forest.roots.keys()
        for root in {forest.roots[end].claim_id for end in ends}:
            changes.note(root, answers.get(row.id, row.at))
            if row.id not in answers:
                counts[root] = counts.get(root, 0) + 1
    return counts

"""What the desk did with seeded claims: suggestions, moves, decisions, evidence, proposals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from random import Random
from typing import TypeVar

from claims.model import EvidenceKind, Flag, Relation, Stage, Status
from claims.store import Transaction
from claims.store import facts as f

DESK = ("ana", "bo", "cleo", "dan", "eva", "finn", "gil", "hana", "ivo", "jun", "kim", "lou")
STEP = timedelta(microseconds=997)
"""Between two things that happen to one claim."""

_STAGES = {
    Stage.NEW: 55,
    Stage.TRIAGED: 10,
    Stage.ASSIGNED: 5,
    Stage.IN_REVIEW: 3,
    Stage.DECIDED: 2,
    Stage.APPROVED: 1,
    Stage.PUBLISHED: 20,
    Stage.CHALLENGED: 1,
    Stage.PARKED: 3,
}
_WAY = tuple(stage for stage in _STAGES if stage is not Stage.PARKED)
_SUGGESTED = {
    Status.UNVERIFIED: 62,
    Status.CONTESTED: 22,
    Status.ACKNOWLEDGED: 8,
    Status.SUPPORTED: 5,
    Status.REFUTED: 3,
}
_DECIDED = {
    Status.SUPPORTED: 35,
    Status.REFUTED: 30,
    Status.MISLEADING: 20,
    Status.CONTESTED: 10,
    Status.UNVERIFIABLE: 5,
}
_FLAGS = {
    Flag.DENIED: 0.25,
    Flag.SINGLE_ORIGIN: 0.4,
    Flag.UNATTRIBUTED_ONLY: 0.1,
    Flag.NO_POSITION_TAKEN: 0.03,
    Flag.HEDGED_ONLY: 0.1,
    Flag.AGAINST_OWN_INTEREST: 0.01,
    Flag.IN_OWN_INTEREST: 0.02,
}
Chosen = TypeVar("Chosen")


def write_history(
    tx: Transaction, random: Random, ids: Sequence[int], moments: Sequence[datetime]
) -> None:
    """What happened to the claims of one transaction since they were opened."""
    for claim, opened in zip(ids, moments, strict=True):
        _Life(tx, random, claim, opened).write(ids)
    if random.random() < 0.05:
        tx.add(
            f.Failure(
                name=f"https://outlet-000.example/{tx.seq}",
                step="read",
                reason="the page holds no text",
                dedup_key=f"failure:{tx.seq}",
                at=tx.now,
            )
        )


class _Life:
    """One claim's way over the desk."""

    def __init__(self, tx: Transaction, random: Random, claim: int, opened: datetime) -> None:
        self._tx = tx
        self._random = random
        self._claim = claim
        self._at = opened

    def write(self, neighbours: Sequence[int]) -> None:
        """Add the rows in the order of their moments."""
        chance = self._random.random
        for _ in range(int(chance() < 0.4) + int(chance() < 0.2) + int(chance() < 0.1)):
            self._add_evidence()
        assessment, suggested = self._suggest()
        self._walk(_pick(self._random, _STAGES), assessment, suggested)
        if chance() < 0.03 and self._claim != neighbours[0]:
            self._propose(neighbours[0])
        self._tx.emit("stance.recorded", f"claim:{self._claim}", {"claim_id": self._claim})

    def _later(self) -> datetime:
        self._at += STEP
        return self._at

    def _add_evidence(self) -> None:
        random = self._random
        self._tx.add(
            f.Evidence(
                claim_id=self._claim,
                relation=random.choices(list(Relation), weights=(5, 3, 2))[0],
                kind=EvidenceKind.RECORD,
                reliability=random.choice("ABCD"),
                credibility=random.randint(1, 4),
                url=f"https://records.example/{self._claim}",
                title="Port register",
                note="Lists the ship under its old name.",
                origin_id=random.randint(1, 50),
                recorded_by=random.choice(DESK),
                recorded_at=self._later(),
            )
        )

    def _suggest(self) -> tuple[int, Status]:
        status = _pick(self._random, _SUGGESTED)
        flags = [flag.value for flag, share in _FLAGS.items() if self._random.random() < share]
        row = f.Assessment(
            claim_id=self._claim,
            status=status,
            flags=flags,
            commitment="certain",
            rule=6 if status is Status.UNVERIFIED else 5,
            reasons=["A named party affirms it and another denies it."],
            would_change=[
                {"change": "strong evidence for it", "status": Status.SUPPORTED.value, "rule": 3}
            ],
            at=self._later(),
        )
        assessment = self._tx.add(row)
        if status is not Status.UNVERIFIED:
            self._change_status(Status.UNVERIFIED, status, "suggested", "policy")
        return assessment, status

    def _change_status(self, source: Status, target: Status, basis: str, actor: str) -> None:
        self._tx.add(
            f.StatusChange(
                claim_id=self._claim,
                source=source,
                target=target,
                basis=basis,
                actor=actor,
                reason="rule 5",
                at=self._later(),
            )
        )

    def _walk(self, goal: Stage, assessment: int, suggested: Status) -> None:
        """Stage by stage to ``goal``, with the decision and publication on the way."""
        way = (Stage.NEW, Stage.PARKED) if goal is Stage.PARKED else _WAY[: _WAY.index(goal) + 1]
        person = self._random.choice(DESK)
        decision: int | None = None
        for source, target in pairwise(way):
            if target is Stage.DECIDED:
                decision = self._decide(person, assessment, suggested)
            if target is Stage.PUBLISHED and decision is not None:
                self._tx.add(
                    f.Publication(
                        claim_id=self._claim, decision_id=decision, actor="max", at=self._later()
                    )
                )
            self._tx.add(
                f.StageMove(
                    claim_id=self._claim,
                    source=source,
                    target=target,
                    actor="max" if target in (Stage.APPROVED, Stage.PUBLISHED) else person,
                    role="reviewer",
                    reason="as it came in",
                    assignee=person if target is Stage.ASSIGNED else None,
                    decision_id=decision,
                    at=self._later(),
                )
            )

    def _decide(self, person: str, assessment: int, suggested: Status) -> int:
        status = _pick(self._random, _DECIDED)
        decision = self._tx.add(
            f.Decision(
                claim_id=self._claim,
                status=status,
                rationale="Two registers and a photograph agree on the date.",
                assessment_id=assessment,
                actor=person,
                at=self._later(),
            )
        )
        if status is not suggested:
            self._change_status(suggested, status, "decided", person)
        return decision

    def _propose(self, other: int) -> None:
        proposal = self._tx.add(
            f.Proposal(
                kind=f.ProposalKind.SAME_CLAIM,
                claim_id=self._claim,
                other_claim_id=other,
                score=round(self._random.uniform(0.4, 0.9), 3),
                reasons=["the same figures"],
                dedup_key=f"same_claim:{other}:{self._claim}",
                at=self._later(),
            )
        )
        if self._random.random() < 0.5:
            self._tx.add(
                f.ProposalAnswer(
                    proposal_id=proposal, accepted=False, actor="ana", at=self._later()
                )
            )


def _pick(random: Random, table: Mapping[Chosen, int]) -> Chosen:
    return random.choices(list(table), weights=list(table.values()))[0]
